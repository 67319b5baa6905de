#include "statistics/privacy/school_counts.h"

#include <algorithm>
#include <cassert>

namespace mektep::privacy {
namespace {
// Presence of a unit without any data.
constexpr auto absent = Presence::not_applicable;
}  // namespace

UnitId SchoolCounts::add_unit(std::string name, UnitId parent) {
  assert(parent == no_unit || parent < units_.size());
  units_.push_back({std::move(name), parent});
  return static_cast<UnitId>(units_.size() - 1);
}

std::string SchoolCounts::key(const std::string& name, UnitId unit, const std::string& part) const {
  std::string text;
  text.reserve(prefix_.size() + name.size() + part.size() + 16);
  text.append(prefix_)
      .append("/")
      .append(name)
      .append("/")
      .append(units_[unit].name)
      .append("/")
      .append(part);
  return text;
}

std::vector<CellId> SchoolCounts::add_up(const std::string& name, const std::string& part,
                                         std::vector<std::int64_t> values,
                                         const std::vector<Presence>& presence, const Cell& like,
                                         const std::vector<CellId>& groups) {
  std::vector<CellId> cells(units_.size(), no_cell);
  std::vector<std::vector<CellId>> children(units_.size());
  // Parents stand before their children, so going back is going up.
  for (auto unit = static_cast<UnitId>(units_.size()); unit-- > 0;)
    if (presence[unit] == Presence::counted && units_[unit].parent != no_unit)
      values[units_[unit].parent] += values[unit];
  for (UnitId unit = 0; unit < units_.size(); ++unit) {
    if (presence[unit] == absent) continue;
    Cell cell = like;
    cell.key = key(name, unit, part);
    cell.value = presence[unit] == Presence::counted ? values[unit] : 0;
    cell.presence = presence[unit];
    if (!groups.empty()) cell.group = groups[unit];
    cell.always_shown = like.always_shown && units_[unit].parent == no_unit;
    cells[unit] = counts_.add(std::move(cell));
    if (units_[unit].parent != no_unit) children[units_[unit].parent].push_back(cells[unit]);
  }
  for (UnitId unit = 0; unit < units_.size(); ++unit)
    if (!children[unit].empty()) counts_.add_total(cells[unit], children[unit]);
  return cells;
}

const Breakdown& SchoolCounts::add_breakdown(std::string name, std::vector<Part> parts,
                                             const std::vector<ClassNumbers>& classes,
                                             const Breakdown* within) {
  Breakdown& made = breakdowns_.emplace_back(Breakdown{std::move(name), std::move(parts), {}, {}});
  std::vector<Presence> presence(units_.size(), absent);
  for (const ClassNumbers& one : classes) {
    const Presence own = one.available ? Presence::counted : Presence::not_available;
    presence[one.unit] = own;
    // A sum over something that has not come has not come either.
    for (UnitId up = units_[one.unit].parent; up != no_unit; up = units_[up].parent)
      if (presence[up] != Presence::not_available) presence[up] = own;
  }
  std::vector<std::int64_t> totals(units_.size());
  for (const ClassNumbers& one : classes)
    for (const std::int64_t number : one.numbers) totals[one.unit] += number;
  made.groups = within != nullptr ? within->groups
                                  : add_up(made.name, "pupils", totals, presence,
                                           {.always_shown = true, .importance = Importance::key}, {});
  for (std::size_t p = 0; p < made.parts.size(); ++p) {
    std::vector<std::int64_t> values(units_.size());
    for (const ClassNumbers& one : classes)
      if (p < one.numbers.size()) values[one.unit] = one.numbers[p];
    made.cells.push_back(
        add_up(made.name, made.parts[p].name, std::move(values), presence,
               {.sensitive = made.parts[p].sensitive, .importance = made.parts[p].importance}, made.groups));
  }
  std::vector<bool> is_class(units_.size());
  for (const ClassNumbers& one : classes) is_class[one.unit] = true;
  for (UnitId unit = 0; unit < units_.size(); ++unit) {
    if (presence[unit] != Presence::counted) continue;
    Relation row{{made.groups[unit], -1}};
    for (const std::vector<CellId>& part : made.cells) row.push_back({part[unit], 1});
    if (is_class[unit])
      counts_.add_relation(std::move(row));
    else
      counts_.add_implied(std::move(row));  // fewer equations are sooner solved
  }
  return made;
}

void SchoolCounts::add_split(const Breakdown& whole, std::span<const Breakdown* const> pieces) {
  const auto link = [&](const std::vector<CellId>& totals, auto&& of_piece) {
    for (UnitId unit = 0; unit < totals.size(); ++unit) {
      std::vector<CellId> parts;
      for (const Breakdown* piece : pieces)
        if (const CellId cell = of_piece(*piece)[unit]; cell != no_cell) parts.push_back(cell);
      if (totals[unit] != no_cell && !parts.empty()) counts_.add_total(totals[unit], parts);
    }
  };
  link(whole.groups, [](const Breakdown& piece) -> const auto& { return piece.groups; });
  for (std::size_t p = 0; p < whole.cells.size(); ++p)
    link(whole.cells[p], [p](const Breakdown& piece) -> const auto& { return piece.cells[p]; });
}

const Movement& SchoolCounts::add_movement(const std::vector<ClassMovement>& classes) {
  Movement& made = movements_.emplace_back();
  std::vector<Presence> presence(units_.size(), absent);
  for (const ClassMovement& one : classes)
    for (UnitId up = one.unit; up != no_unit; up = units_[up].parent) presence[up] = Presence::counted;
  const auto fill = [&](const char* part, std::int64_t ClassMovement::* number, bool of_pupils) {
    std::vector<std::int64_t> values(units_.size());
    for (const ClassMovement& one : classes) values[one.unit] = one.*number;
    return add_up("movement", part, std::move(values), presence,
                  {.always_shown = of_pupils,
                   .importance = of_pupils ? Importance::key : Importance::detail,
                   .zero_is_small = !of_pupils},
                  {});
  };
  made.start = fill("start", &ClassMovement::start, true);
  made.arrived = fill("arrived", &ClassMovement::arrived, false);
  made.departed = fill("departed", &ClassMovement::departed, false);
  made.transferred_in = fill("transferred-in", &ClassMovement::transferred_in, false);
  made.transferred_out = fill("transferred-out", &ClassMovement::transferred_out, false);
  made.end = fill("end", &ClassMovement::end, true);
  for (UnitId unit = 0; unit < units_.size(); ++unit) {
    if (presence[unit] == absent) continue;
    Relation balance{{made.end[unit], -1},           {made.start[unit], 1},
                     {made.arrived[unit], 1},        {made.departed[unit], -1},
                     {made.transferred_in[unit], 1}, {made.transferred_out[unit], -1}};
    counts_.add_relation(std::move(balance));
    // Whoever leaves a class for another of the same school is still there.
    if (units_[unit].parent == no_unit)
      counts_.add_balance(made.start[unit], made.arrived[unit], made.departed[unit], made.end[unit]);
  }
  return made;
}

std::vector<std::uint32_t> SchoolCounts::add_percentage(std::string name, const Breakdown& of,
                                                        std::span<const std::size_t> parts, int decimals) {
  std::vector<std::uint32_t> figures(units_.size(), no_cell);
  for (UnitId unit = 0; unit < of.groups.size(); ++unit) {
    if (of.groups[unit] == no_cell) continue;
    std::vector<CellId> numerator;
    for (const std::size_t part : parts) numerator.push_back(of.cells[part][unit]);
    figures[unit] = counts_.add_percentage(key(of.name, unit, name), numerator, of.groups[unit], decimals);
  }
  link_figures(figures);
  return figures;
}

std::vector<std::uint32_t> SchoolCounts::add_average(std::string name, const Breakdown& of,
                                                     std::span<const std::int64_t> weights, int decimals) {
  std::vector<std::uint32_t> figures(units_.size(), no_cell);
  for (UnitId unit = 0; unit < of.groups.size(); ++unit) {
    if (of.groups[unit] == no_cell) continue;
    std::vector<Term> numerator;
    for (std::size_t part = 0; part < weights.size(); ++part)
      if (weights[part] != 0) numerator.push_back({of.cells[part][unit], weights[part]});
    figures[unit] =
        counts_.add_average(key(of.name, unit, name), std::move(numerator), of.groups[unit], decimals);
  }
  link_figures(figures);
  return figures;
}

void SchoolCounts::link_figures(const std::vector<std::uint32_t>& figures) {
  for (UnitId unit = 0; unit < figures.size(); ++unit) {
    if (figures[unit] == no_cell || units_[unit].parent == no_unit) continue;
    counts_.figure(figures[unit]).wider = figures[units_[unit].parent];
  }
}

}  // namespace mektep::privacy
