#include "outputs/statistics/term_tables.h"

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

class Drafter {
 public:
  Drafter(const SchoolCounts& counts, Term term, const Marking& marking, const Details& details)
      : counts_(counts), marking_(marking), details_(details) {
    made_.term.term = term;
    made_.term.denominator = marking_.denominator;
    made_.raw = std::make_shared<privacy::SchoolCounts>(term.path());
  }

  DraftTerm draft(const privacy::Policy& policy) {
    add_units();
    add_contingent();
    add_movement();
    add_pupils();
    add_marks();
    add_attendance();
    tie(policy);
    for (const auto& [name, detail] : details_)
      if (detail == Detail::none) result_.left_out.push_back(name);
    return std::move(made_);
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
    return raw_->add_unit(scope.id(), parent);
  }

  // Sums of the rows with that subject.
  UnitSums sums(TableKind kind, Scope::Kind by, const std::string& subject = {}) {
    UnitSums found;
    const auto [known, fresh] = groups_.try_emplace(kind);
    if (fresh) known->second = groups_of(counts_, result_.term, kind, marking_);
    for (const Group& group : known->second) {
      if (group.scope.kind != by || group.subject != subject || group.counts.empty()) continue;
      const UnitId unit =
          by == Scope::Kind::grade ? grades_.at(group.scope.grade) : levels_.at(group.scope.level);
      found.counts[unit] = group.counts;
      if (group.reason.gap != Lack::none) found.incomplete.insert(unit);
    }
    return found;
  }
  // Grades when all of them are large, else levels.
  Scope::Kind unit_of_pupils() {
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
    rows.reserve(of.counts.size());
    for (const auto& [unit_id, counts] : of.counts)
      rows.push_back({unit_id, numbers(counts), !of.incomplete.contains(unit_id)});
    if (rows.empty()) return nullptr;
    std::map<UnitId, std::int64_t> failing;
    const bool merged = detail != Detail::full && parts.size() > 2;
    if (merged) {  // the first two stay, the rest become one
      for (ClassNumbers& row : rows) {
        for (std::size_t i = 3; i < row.numbers.size(); ++i) failing[row.unit] += row.numbers[i];
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
    const privacy::Breakdown& breakdown = raw_->add_breakdown(name, std::move(parts), rows);
    table.groups = breakdown.groups;
    table.cells = breakdown.cells;
    for (const auto& [measure, which] : shares) {
      if (which.back() >= 2 && merged) continue;
      table.measures.push_back(measure);
      table.figures.push_back(raw_->add_percentage(fmt::format("{}/{}", name, measure), breakdown, which));
    }
    const bool of_pupils = kind == TableKind::pupils || kind == TableKind::marks;
    if (detail == Detail::coarse && merged && of_pupils && of.incomplete.empty())
      add_failing(name, failing, breakdown, table);
    last_ = &breakdown;
    result_.tables.push_back(std::move(table));
    return &result_.tables.back();
  }

  // How many of the «others» fail, for the whole school only; with them comes the share of those who do not.
  void add_failing(const std::string& name, const std::map<UnitId, std::int64_t>& failing,
                   const privacy::Breakdown& breakdown, PublishedTable& table) {
    privacy::RawCounts& raw = raw_->counts();
    const auto split = [&](UnitId unit, std::int64_t number, bool shown) {
      const privacy::CellId others = breakdown.cells[2][unit], group = breakdown.groups[unit];
      const std::int64_t rest = raw.cells()[others].value - number;
      const auto add = [&](const char* part, std::int64_t value) {
        return raw.add({.key = raw_->key(name, unit, part),
                        .value = value,
                        .group = group,
                        .sensitive = true,
                        .unshown = !shown});
      };
      const std::array both{add("failing", number), add("passing", rest)};
      raw.add_total(others, both);
      return both;
    };
    std::vector<privacy::CellId> parts;
    std::int64_t all = 0;
    for (const auto& [unit, number] : failing) {
      parts.push_back(split(unit, number, false)[0]);
      all += number;
    }
    const auto [fails, passes] = split(0, all, true);
    raw.add_total(fails, parts);
    table.columns.emplace_back("failing");
    table.cells.emplace_back(result_.units.size(), privacy::no_cell)[0] = fails;
    table.measures.insert(table.measures.begin(), "success");
    std::vector<std::uint32_t> figures(result_.units.size(), privacy::no_cell);
    const std::array good{breakdown.cells[0][0], breakdown.cells[1][0], passes};
    figures[0] = raw.add_percentage(raw_->key(name, 0, "success"), good, breakdown.groups[0], 1);
    table.figures.insert(table.figures.begin(), std::move(figures));
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
    if (detail_of("contingent") == Detail::none || of.counts.empty()) return;
    // DISC-20: learners by programme are public by law, and programmes are levels.
    for (UnitId unit = 0; unit < result_.units.size(); ++unit)
      if (const auto cell = result_.tables.back().groups[unit];
          cell != privacy::no_cell && result_.units[unit].kind == Scope::Kind::level)
        raw_->counts().cell(cell).always_shown = true;
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
      const UnitSums of = sums(TableKind::marks, Scope::Kind::level, subject);
      PublishedTable* table =
          add(TableKind::marks, subject, of, parts,
              [&](const Counts& c) {
                using enum MarkColumn;
                // a «1» is shown among the «2»: both fail
                std::vector<std::int64_t> numbers{at(c, n5), at(c, n4), at(c, n3), at(c, n2) + at(c, n1)};
                if (pupils) numbers.push_back(at(c, MarkColumn::not_attested));
                return numbers;
              },
              {{"success", {0, 1, 2}}, {"quality", {0, 1}}});
      if (!table) continue;
      for (const auto& [unit_id, counts] : of.counts) {
        const std::int64_t gap =
            at(counts, MarkColumn::exempt) + (pupils ? 0 : at(counts, MarkColumn::not_attested));
        left_over_[{subject, unit_id}] = gap;
        left_over_[{subject, 0}] += gap;
      }
      const bool ones = std::any_of(of.counts.begin(), of.counts.end(),
                                    [](const auto& row) { return at(row.second, MarkColumn::n1) > 0; });
      if (ones || std::ranges::find(table->columns, "others") != table->columns.end())
        continue;  // they weigh less than a «2» in СОУ
      table->measures.emplace_back("sou");
      table->figures.push_back(raw_->add_average(fmt::format("marks/{}/sou", subject), *last_,
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
    for (const auto& [unit_id, c] : of.counts) {
      // Moves within a level are none of the level.
      const std::int64_t within = std::min(at(c, moved_in), at(c, moved_out));
      rows.push_back({unit_id, at(c, start), at(c, arrived), at(c, departed), at(c, moved_in) - within,
                      at(c, moved_out) - within, at(c, end)});
    }
    const privacy::Movement& movement = raw_->add_movement(rows);
    // Nobody moves from one level to another within a term: readers know that.
    for (const auto* const moved : {&movement.transferred_in, &movement.transferred_out})
      for (const privacy::CellId cell : *moved)
        if (cell != privacy::no_cell && raw_->counts().cells()[cell].value == 0)
          raw_->counts().cell(cell).always_shown = true;
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

  // Tables of the same pupils print the same number of them; where one pupil is exempt from a subject, the
  // two numbers together tell so.
  void tie(const privacy::Policy& policy) {
    privacy::RawCounts& raw = raw_->counts();
    for (UnitId unit = 0; unit < result_.units.size(); ++unit) {
      std::map<std::int64_t, privacy::CellId> pupils;
      for (const PublishedTable& table : result_.tables) {
        if (table.kind == TableKind::attendance) continue;
        const privacy::CellId cell = table.groups[unit];
        if (cell == privacy::no_cell || raw.cells()[cell].presence != privacy::Presence::counted) continue;
        const auto [first, fresh] = pupils.try_emplace(raw.cells()[cell].value, cell);
        if (fresh || first->second == cell) continue;
        raw.add_total(first->second, {&cell, 1});
        if (raw.cells()[first->second].always_shown) raw.cell(cell).always_shown = true;
      }
      for (const PublishedTable& table : result_.tables) {
        const auto rest = left_over_.find({table.subject, unit});
        if (table.kind != TableKind::marks || rest == left_over_.end() || rest->second == 0 ||
            rest->second >= policy.threshold || table.groups[unit] == privacy::no_cell)
          continue;
        const auto all = pupils.find(raw.cells()[table.groups[unit]].value + rest->second);
        if (all == pupils.end()) continue;
        const privacy::CellId hidden = raw.add({.key = raw_->key("marks/" + table.subject, unit, "left-over"),
                                                .value = rest->second,
                                                .unshown = true});
        raw.add_total(all->second, std::array{table.groups[unit], hidden});
      }
    }
  }

  const SchoolCounts& counts_;
  const Marking& marking_;
  const Details& details_;
  DraftTerm made_;
  PublishedTerm& result_ = made_.term;
  std::map<TableKind, std::vector<Group>> groups_;  // of the term
  std::shared_ptr<privacy::SchoolCounts>& raw_ = made_.raw;
  // By subject and unit: pupils who are not in the table of its marks, being exempt or (by marks) not
  // attested.
  std::map<std::pair<std::string, UnitId>, std::int64_t> left_over_;
  std::map<int, UnitId> grades_;
  std::map<Level, UnitId> levels_;
  const privacy::Breakdown* last_ = nullptr;
};

}  // namespace

DraftTerm draft_term(const SchoolCounts& counts, Term term, const Marking& marking, const Details& details,
                     const privacy::Policy& policy) {
  return Drafter(counts, term, marking, details).draft(policy);
}

}  // namespace mektep
