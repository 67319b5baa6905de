#include "statistics/terms.h"

namespace mektep {
namespace {

// start of the first quarter, end of the last, everything between them summed; attendance is only summed.
void append_quarter(CountTable& sum, const CountTable& quarter, TableKind kind) {
  for (const auto& [key, counts] : quarter.rows) {
    const auto [row, fresh] = sum.rows.try_emplace(key, counts);
    if (fresh) continue;
    Counts& total = row->second;
    const std::int64_t start = total[0];
    add(total, counts);
    if (kind != TableKind::movement) continue;
    total[static_cast<std::size_t>(MovementColumn::start)] = start;
    total[static_cast<std::size_t>(MovementColumn::end)] = at(counts, MovementColumn::end);
  }
}

}  // namespace

const CountTable* SchoolCounts::find(Term term, TableKind kind) const {
  const auto tables = terms.find(term);
  if (tables == terms.end()) return nullptr;
  const auto table = tables->second.find(kind);
  return table == tables->second.end() || table->second.rows.empty() ? nullptr : &table->second;
}

std::optional<CountTable> SchoolCounts::table_of(Term term, TableKind kind) const {
  if (const CountTable* own = find(term, kind)) return *own;
  const bool adds_up =
      kind == TableKind::attendance || kind == TableKind::movement || kind == TableKind::lessons;
  if (!adds_up || term.period <= Period::q4) return std::nullopt;
  CountTable sum;
  const auto [from, until] = quarters_of(term.period);
  for (auto period = static_cast<int>(from); period <= static_cast<int>(until); ++period) {
    const CountTable* quarter = find({term.year, static_cast<Period>(period)}, kind);
    if (!quarter) return std::nullopt;
    append_quarter(sum, *quarter, kind);
  }
  return sum;
}

std::set<ClassName> SchoolCounts::classes(Term term) const {
  std::set<ClassName> found;
  const auto take = [&](const CountTable& table) {
    for (const auto& [key, counts] : table.rows) found.insert(key.class_);
  };
  if (const auto tables = terms.find(term); tables != terms.end())
    for (const auto& [kind, table] : tables->second) take(table);
  if (find(term, TableKind::contingent)) return found;
  for (auto it = terms.rbegin(); it != terms.rend(); ++it) {
    if (it->first.year != term.year || it->first > term) continue;
    const auto contingent = it->second.find(TableKind::contingent);
    if (contingent == it->second.end()) continue;
    take(contingent->second);
    break;
  }
  return found;
}

}  // namespace mektep
