// Terms of a year hang together: who knows two of them knows something of the third.
#include <fmt/format.h>

#include <unordered_map>

#include "outputs/statistics/term_tables.h"

namespace mektep {
namespace {

using privacy::CellId;
using privacy::no_cell;
using privacy::Presence;
using privacy::RawCounts;
using privacy::Relation;
using Cells = std::unordered_map<std::string, CellId>;

Cells cells_of(const RawCounts& counts) {
  Cells cells;
  for (CellId id = 0; id < counts.cells().size(); ++id)
    if (counts.cells()[id].presence == Presence::counted && !counts.cells()[id].unshown)
      cells.emplace(counts.cells()[id].key, id);
  return cells;
}

class Tie {
 public:
  Tie(RawCounts& raw, Term term, const std::vector<OtherTerm>& others) : raw_(raw), term_(term) {
    own_ = cells_of(raw);
    for (const OtherTerm& other : others)
      if (other.term.year == term.year) others_[other.term.period] = {other.counts, cells_of(*other.counts)};
  }

  void run() {
    std::vector<std::string> names;  // "movement/school/start"
    const std::string prefix = term_.path() + "/";
    for (CellId id = 0; id < raw_.cells().size(); ++id) {
      const std::string_view name = std::string_view(raw_.cells()[id].key).substr(prefix.size());
      if (own_.contains(raw_.cells()[id].key) &&
          (name.starts_with("movement/") || name.starts_with("attendance/")))
        names.emplace_back(name);
    }
    for (const std::string& name : names) {
      tie_neighbours(name);
      for (const Period wide : {Period::h1, Period::h2, Period::year}) tie_sum(name, wide);
    }
  }

 private:
  // The cell of that name in that term; one that is not shown now when the term is another.
  CellId cell(Period period, const std::string& name) {
    const std::string key = Term{term_.year, period}.path() + "/" + name;
    if (const auto known = own_.find(key); known != own_.end()) return known->second;
    const auto other = others_.find(period);
    if (period == term_.period || other == others_.end()) return no_cell;
    const auto past = other->second.cells.find(key);
    if (past == other->second.cells.end()) return no_cell;
    const std::int64_t value = other->second.counts->cells()[past->second].value;
    return own_[key] = raw_.add({.key = key, .value = value, .unshown = true});
  }

  void add(CellId total, const std::vector<CellId>& parts) {
    std::int64_t sum = raw_.cells()[total].value;
    for (const CellId part : parts) sum -= raw_.cells()[part].value;
    if (sum == 0) raw_.add_total(total, parts);
  }

  // start of a quarter = end of the one before
  void tie_neighbours(const std::string& name) {
    if (!name.starts_with("movement/") || term_.period > Period::q4) return;
    const bool start = name.ends_with("/start");
    if (!start && !name.ends_with("/end")) return;
    const int next = static_cast<int>(term_.period) + (start ? -1 : 1);
    if (next < static_cast<int>(Period::q1) || next > static_cast<int>(Period::q4)) return;
    const std::string base = name.substr(0, name.rfind('/'));
    const CellId other = cell(static_cast<Period>(next), base + (start ? "/end" : "/start"));
    if (other != no_cell) add(cell(term_.period, name), {other});
  }

  // a half-year or a year = its quarters
  void tie_sum(const std::string& name, Period wide) {
    auto [first, last] = quarters_of(wide);
    if (term_.period != wide && (term_.period < first || term_.period > last)) return;
    if (name.starts_with("movement/") && name.ends_with("/start")) last = first;
    if (name.starts_with("movement/") && name.ends_with("/end")) first = last;
    if (term_.period != wide && (term_.period < first || term_.period > last)) return;
    if (!is_published(wide)) return;
    std::vector<CellId> parts;
    for (const Period period : all_periods) {
      if (period < first || period > last) continue;
      if (!is_published(period)) return;
      parts.push_back(cell(period, name));
    }
    const CellId total = cell(wide, name);
    if (total != no_cell && std::ranges::find(parts, no_cell) == parts.end()) add(total, parts);
  }

  bool is_published(Period period) const { return period == term_.period || others_.contains(period); }

  struct Other {
    const RawCounts* counts = nullptr;
    Cells cells;
  };
  RawCounts& raw_;
  Term term_;
  Cells own_;
  std::map<Period, Other> others_;
};

}  // namespace

void tie_to_other_terms(RawCounts& raw, Term term, const std::vector<OtherTerm>& others) {
  if (!others.empty()) Tie(raw, term, others).run();
}

}  // namespace mektep
