#include "outputs/statistics/published.h"

#include <fmt/format.h>

namespace mektep {
namespace {

using privacy::ClassNumbers;
using privacy::Importance;
using privacy::Part;
using privacy::UnitId;

// Sums of a table by the smallest units that it is shown for, and which of them are not complete.
struct UnitSums {
  std::map<UnitId, Counts> counts;
  std::set<UnitId> incomplete;
};

// Grades with fewer pupils than this are shown as levels: the smaller the unit, the more has to be hidden, of
// the wider ones too (D2.4).
constexpr std::int64_t large_grade = 40;

// How finely a table is shown, by its name. What cannot be protected finely is tried coarsely, then not at
// all.
enum class Detail : std::uint8_t { full, coarse, none };
using Details = std::map<std::string, Detail>;

class Publisher {
 public:
  Publisher(const SchoolStatistics& statistics, Term term, const Details& details)
      : counts_(statistics.stored.counts),
        marking_(statistics.policies.in(term)),
        details_(details),
        raw_(term.path()) {
    result_.term = term;
    result_.denominator = marking_.denominator;
  }

  std::expected<PublishedTerm, Findings> publish() {
    add_units();
    add_contingent();
    add_pupils();
    add_marks();
    add_attendance();
    add_movement();
    auto released =
        privacy::release(raw_.counts(), {}, {fmt::format("statistics/{}", result_.term.path()), {}});
    if (!released) return std::unexpected(std::move(released.error()));
    result_.numbers = std::move(*released);
    return std::move(result_);
  }

 private:
  void add_units() {
    const UnitId school = unit({}, privacy::no_unit);
    std::set<int> grades;
    for (const ClassName& class_ : counts_.classes(result_.term)) grades.insert(class_.grade);
    for (const int grade : grades) levels_.try_emplace(marking_.level_of(grade), privacy::no_unit);
    for (auto& [level, id] : levels_) id = unit({Scope::Kind::level, level, 0, {}}, school);
    for (const int grade : grades)
      grades_[grade] =
          unit({Scope::Kind::grade, Level::primary, grade, {}}, levels_[marking_.level_of(grade)]);
  }
  UnitId unit(const Scope& scope, UnitId parent) {
    result_.units.push_back(scope);
    return raw_.add_unit(scope.id(), parent);
  }

  // Sums of the rows with that subject.
  UnitSums sums(TableKind kind, Scope::Kind by, const std::string& subject = {}) const {
    UnitSums found;
    for (const Group& group : groups_of(counts_, result_.term, kind, marking_)) {
      if (group.scope.kind != by || group.subject != subject || group.counts.empty()) continue;
      const UnitId unit =
          by == Scope::Kind::grade ? grades_.at(group.scope.grade) : levels_.at(group.scope.level);
      found.counts[unit] = group.counts;
      if (group.reason.gap != Lack::none) found.incomplete.insert(unit);
    }
    return found;
  }
  // Grades when all of them are large, else levels.
  Scope::Kind unit_of_pupils() const {
    for (const auto& [unit, counts] : sums(TableKind::pupils, Scope::Kind::grade).counts)
      if (at(counts, PupilColumn::pupils) < large_grade) return Scope::Kind::level;
    return Scope::Kind::grade;
  }

  // Adds a breakdown of `parts`, made from the counts of each grade by `numbers`.
  template <class Numbers>
  PublishedTable* add(TableKind kind, const std::string& subject, const UnitSums& of, std::vector<Part> parts,
                      Numbers numbers,
                      const std::vector<std::pair<std::string, std::vector<std::size_t>>>& shares) {
    const std::string name = fmt::format("{}{}{}", spec_of(kind).id, subject.empty() ? "" : "/", subject);
    const Detail detail = detail_of(name);
    if (detail == Detail::none) return nullptr;
    std::vector<ClassNumbers> rows;
    for (const auto& [unit_id, counts] : of.counts)
      rows.push_back({unit_id, numbers(counts), !of.incomplete.contains(unit_id)});
    if (rows.empty()) return nullptr;
    if (detail == Detail::coarse && parts.size() > 2) {  // the first two stay, the rest become one
      for (ClassNumbers& row : rows) {
        for (std::size_t i = 3; i < row.numbers.size(); ++i) row.numbers[2] += row.numbers[i];
        row.numbers.resize(3);
      }
      parts.resize(3);
      parts[2].name = "others";
    }
    PublishedTable table;
    table.kind = kind;
    table.subject = subject;
    for (const Part& part : parts) table.columns.push_back(part.name);
    const privacy::Breakdown& breakdown = raw_.add_breakdown(name, std::move(parts), rows);
    table.groups = breakdown.groups;
    table.cells = breakdown.cells;
    for (const auto& [measure, which] : shares) {
      if (which.back() >= 2 && detail == Detail::coarse) continue;
      table.measures.push_back(measure);
      table.figures.push_back(raw_.add_percentage(name + "/" + measure, breakdown, which));
    }
    last_ = &breakdown;
    result_.tables.push_back(std::move(table));
    return &result_.tables.back();
  }

  void add_contingent() {
    const CountTable* table = counts_.find(result_.term, TableKind::contingent);
    if (!table) return;
    UnitSums of;
    for (const auto& [key, counts] : table->rows)
      mektep::add(of.counts[grades_.at(key.class_.grade)], counts);
    add(TableKind::contingent, {}, of,
        {{"boys", false, Importance::detail}, {"girls", false, Importance::detail}},
        [](const Counts& counts) { return std::vector<std::int64_t>(counts.begin(), counts.end()); }, {});
  }

  void add_pupils() {
    using enum PupilColumn;
    add(TableKind::pupils, {}, sums(TableKind::pupils, unit_of_pupils()),
        {{"excellent"}, {"good"}, {"satisfactory"}, {"failing"}, {"not_attested"}},
        [](const Counts& c) {
          return std::vector<std::int64_t>{at(c, excellent), at(c, good), at(c, satisfactory), at(c, failing),
                                           at(c, not_attested)};
        },
        {{"success", {0, 1, 2}}, {"quality", {0, 1}}});
  }

  void add_marks() {
    std::set<std::string> subjects;
    if (const CountTable* table = counts_.find(result_.term, TableKind::marks))
      for (const auto& [key, row] : table->rows) subjects.insert(key.more[0]);
    const bool pupils = marking_.denominator == Denominator::pupils;
    std::vector<Part> parts{{"n5"}, {"n4"}, {"n3"}, {"n2"}};
    if (pupils) parts.push_back({"not_attested"});
    const std::vector<std::int64_t> weights{marking_.weights[4], marking_.weights[3], marking_.weights[2],
                                            marking_.weights[1], marking_.weight_not_attested};
    for (const std::string& subject : subjects) {
      PublishedTable* table =
          add(TableKind::marks, subject, sums(TableKind::marks, Scope::Kind::level, subject), parts,
              [&](const Counts& c) {
                using enum MarkColumn;
                // a «1» is shown among the «2»: both fail
                std::vector<std::int64_t> numbers{at(c, n5), at(c, n4), at(c, n3), at(c, n2) + at(c, n1)};
                if (pupils) numbers.push_back(at(c, MarkColumn::not_attested));
                return numbers;
              },
              {{"success", {0, 1, 2}}, {"quality", {0, 1}}});
      if (!table) continue;
      const UnitSums of = sums(TableKind::marks, Scope::Kind::level, subject);
      const bool ones = std::any_of(of.counts.begin(), of.counts.end(),
                                    [](const auto& row) { return at(row.second, MarkColumn::n1) > 0; });
      if (ones || table->columns.back() == "others") continue;  // they weigh less than a «2» in СОУ
      table->measures.emplace_back("sou");
      table->figures.push_back(raw_.add_average(fmt::format("marks/{}/sou", subject), *last_,
                                                std::span(weights).first(pupils ? 5 : 4), 1));
    }
  }

  void add_attendance() {
    using enum AttendanceColumn;
    add(TableKind::attendance, {}, sums(TableKind::attendance, Scope::Kind::level),
        {{"attended", false, Importance::key}, {"ill"}, {"excused"}, {"unexcused"}, {"unstated"}},
        [](const Counts& c) {
          const std::int64_t missed = at(c, ill) + at(c, excused) + at(c, unexcused) + at(c, unstated);
          return std::vector<std::int64_t>{at(c, lessons) - missed, at(c, ill), at(c, excused),
                                           at(c, unexcused), at(c, unstated)};
        },
        {{"attendance", {0}}});
  }

  void add_movement() {
    const UnitSums of = sums(TableKind::movement, Scope::Kind::level);
    if (of.counts.empty() || detail_of("movement") != Detail::full) return;
    std::vector<privacy::ClassMovement> rows;
    using enum MovementColumn;
    for (const auto& [unit_id, c] : of.counts)
      rows.push_back({unit_id, at(c, start), at(c, arrived), at(c, departed), at(c, moved_in),
                      at(c, moved_out), at(c, end)});
    const privacy::Movement& movement = raw_.add_movement(rows);
    PublishedTable table;
    table.kind = TableKind::movement;
    table.columns = {"start", "arrived", "departed", "end"};
    table.groups = movement.end;
    table.cells = {movement.start, movement.arrived, movement.departed, movement.end};
    result_.tables.push_back(std::move(table));
  }

  Detail detail_of(const std::string& name) const {
    const auto found = details_.find(name);
    return found == details_.end() ? Detail::full : found->second;
  }

  const SchoolCounts& counts_;
  Marking marking_;
  const Details& details_;
  privacy::SchoolCounts raw_;
  PublishedTerm result_;
  std::map<int, UnitId> grades_;
  std::map<Level, UnitId> levels_;
  const privacy::Breakdown* last_ = nullptr;
};

// Shows the tables that the findings are about less finely. False when nothing is left to be made coarser.
bool make_coarser(Details& details, const Findings& findings, Term term) {
  bool changed = false;
  std::set<std::string> names;
  for (const Finding& finding : findings) {
    if (!finding.found.starts_with(term.path() + "/")) continue;
    const std::string_view key = std::string_view(finding.found).substr(term.path().size() + 1);
    const std::size_t end = key.find('/');
    const bool of_subject = key.starts_with("marks/");
    names.emplace(key.substr(0, of_subject ? key.find('/', end + 1) : end));
  }
  for (const std::string& name : names) {
    Detail& detail = details[name];
    if (detail == Detail::none) continue;
    detail = detail == Detail::full ? Detail::coarse : Detail::none;
    changed = true;
  }
  return changed;
}

std::string name_of_table(const PublishedTable& table) {
  return fmt::format("{}{}{}", spec_of(table.kind).id, table.subject.empty() ? "" : "/", table.subject);
}

// Where the details cost the school its share of good marks, that share is worth more than they. True when a
// table is to be shown coarsely for its sake; told from what is published alone.
bool prefer_key_figures(Details& details, const PublishedTerm& term) {
  bool changed = false;
  for (const PublishedTable& table : term.tables) {
    const auto quality = std::find(table.measures.begin(), table.measures.end(), "quality");
    if (quality == table.measures.end()) continue;
    const std::uint32_t figure = table.figures[static_cast<std::size_t>(quality - table.measures.begin())][0];
    if (figure == privacy::no_cell || term.figure(figure).symbol != privacy::Symbol::hidden) continue;
    Detail& detail = details[name_of_table(table)];
    if (detail != Detail::full) continue;
    detail = Detail::coarse;
    changed = true;
  }
  return changed;
}

}  // namespace

const PublishedTable* PublishedTerm::table(TableKind kind, std::string_view subject) const {
  for (const PublishedTable& table : tables)
    if (table.kind == kind && table.subject == subject) return &table;
  return nullptr;
}

std::expected<PublishedTerm, Findings> publish_term(const SchoolStatistics& statistics, Term term) {
  Details details;
  for (;;) {
    auto published = Publisher(statistics, term, details).publish();
    if (published && !prefer_key_figures(details, *published)) return published;
    if (!published && !make_coarser(details, published.error(), term)) return published;
  }
}

}  // namespace mektep
