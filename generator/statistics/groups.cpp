// Which rows belong together, and whether anything is missing among them.
#include <fmt/format.h>

#include "statistics/figures.h"

namespace mektep {
namespace {

bool holds_marks(TableKind kind) {
  return kind == TableKind::marks || kind == TableKind::pupils;
}

std::int64_t missing_in(TableKind kind, const Counts& counts) {
  if (kind == TableKind::marks) return at(counts, MarkColumn::missing);
  return kind == TableKind::pupils ? at(counts, PupilColumn::missing) : 0;
}

using GroupKey = std::pair<Scope, std::string>;

}  // namespace

Label Scope::name() const {
  switch (kind) {
    case Kind::school:
      return {"мектеп боюнча", "по школе", "the whole school"};
    case Kind::level:
      return name_of(level);
    case Kind::grade:
      return {fmt::format("{}-класстар", grade), fmt::format("{} классы", grade),
              fmt::format("grade {}", grade)};
    default:
      return {class_.text(), class_.text(), class_.text()};
  }
}

std::string Scope::id() const {
  constexpr std::array<std::string_view, 3> levels{"level-primary", "level-basic", "level-secondary"};
  switch (kind) {
    case Kind::school:
      return "school";
    case Kind::level:
      return std::string(levels[static_cast<std::size_t>(level)]);
    case Kind::grade:
      return fmt::format("grade-{}", grade);
    default:
      return class_.text();
  }
}

std::vector<Scope> scopes_of(const ClassName& class_, const Marking& marking) {
  return {{Scope::Kind::school, Level::primary, 0, {}},
          {Scope::Kind::level, marking.level_of(class_.grade), 0, {}},
          {Scope::Kind::grade, Level::primary, class_.grade, {}},
          {Scope::Kind::school_class, Level::primary, 0, class_}};
}

std::vector<Group> groups_of(const SchoolCounts& counts, Term term, TableKind kind, const Marking& marking) {
  std::map<GroupKey, Group> groups;
  const auto group = [&](const Scope& scope, const std::string& subject) -> Group& {
    Group& found = groups[{scope, subject}];
    found.scope = scope;
    found.subject = subject;
    return found;
  };
  std::set<ClassName> seen;
  const std::optional<CountTable> table = counts.table_of(term, kind);
  if (table) {
    for (const auto& [key, row] : table->rows) {
      if (holds_marks(kind) && !marking.is_marked(key.class_.grade)) continue;  // JRN-34
      seen.insert(key.class_);
      std::vector<std::string> subjects{key.more[0]};
      if (!key.more[0].empty()) subjects.emplace_back();
      for (const Scope& scope : scopes_of(key.class_, marking))
        for (const std::string& subject : subjects) {
          Group& to = group(scope, subject);
          add(to.counts, row);
          const std::int64_t missing = missing_in(kind, row);
          if (missing > 0) to.reason = {Lack::missing_marks, to.reason.count + missing};
        }
    }
  } else {
    const Lack gap = term.period > Period::q4 && !holds_marks(kind) ? Lack::missing_quarter : Lack::no_data;
    group({}, "").reason = {gap};
  }
  // A class that is there but not in the table: no figure for whatever it belongs to.
  if (table && kind != TableKind::hours && kind != TableKind::lessons) {
    std::map<Scope, std::int64_t> absent;
    for (const ClassName& class_ : counts.classes(term)) {
      if (seen.contains(class_)) continue;
      const Scope own{Scope::Kind::school_class, Level::primary, 0, class_};
      if (holds_marks(kind) && !marking.is_marked(class_.grade)) {
        group(own, "").reason = {Lack::not_marked};
        continue;
      }
      group(own, "").reason = {Lack::no_data};
      for (const Scope& scope : scopes_of(class_, marking))
        if (scope.kind != Scope::Kind::school_class) ++absent[scope];
    }
    for (auto& [key, found] : groups)
      if (const auto it = absent.find(key.first); it != absent.end())
        found.reason = {Lack::missing_class, it->second};
  }
  std::vector<Group> list;
  for (auto& [key, found] : groups) list.push_back(std::move(found));
  return list;
}

std::vector<Contingent> contingent_by(Property property, const CountTable& table, const Marking& marking) {
  std::map<std::pair<int, std::string>, Contingent> found;
  for (const auto& [key, counts] : table.rows) {
    std::pair<int, std::string> name{0, {}};
    switch (property) {
      case Property::programme:
        name.second = key.more[0];
        break;
      case Property::language:
        name.second = key.more[1];
        break;
      case Property::grade:
        name = {key.class_.grade, fmt::format("{}", key.class_.grade)};
        break;
      case Property::level: {
        constexpr std::array<std::string_view, 3> names{"primary", "basic", "secondary"};
        const auto level = static_cast<std::size_t>(marking.level_of(key.class_.grade));
        name = {static_cast<int>(level), std::string(names[level])};
        break;
      }
      case Property::school:
        break;
    }
    Contingent& sum = found[name];
    sum.name = name.second;
    sum.boys += at(counts, ContingentColumn::boys);
    sum.girls += at(counts, ContingentColumn::girls);
  }
  std::vector<Contingent> list;
  for (auto& [name, sum] : found) list.push_back(std::move(sum));
  return list;
}

}  // namespace mektep
