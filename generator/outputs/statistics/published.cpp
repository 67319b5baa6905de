#include "outputs/statistics/published.h"

#include <fmt/format.h>

#include <deque>

#include "base/text.h"
#include "outputs/statistics/term_tables.h"

namespace mektep {
namespace {

// Shows the tables that the findings are about less finely. False when nothing is left to be made coarser.
bool make_coarser(Details& details, const Findings& findings) {
  bool changed = false;
  std::set<std::string> names;
  for (const Finding& finding : findings) {
    const auto parts =
        split(finding.found, '/');  // 2025-2026/q1/marks/algebra/school/n5, perhaps of another term
    if (parts.size() > 4)
      names.insert(std::string(parts[2]) + (parts[2] == "marks" ? "/" + std::string(parts[3]) : ""));
  }
  for (const std::string& name : names) {
    Detail& detail = details[name];
    if (detail == Detail::none) continue;
    detail = static_cast<Detail>(static_cast<int>(detail) + 1);
    changed = true;
  }
  return changed;
}

std::string name_of(const PublishedTable& table) {
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
    Detail& detail = details[name_of(table)];
    if (detail >= Detail::coarser) continue;
    detail = static_cast<Detail>(static_cast<int>(detail) + 1);
    changed = true;
  }
  return changed;
}

// Σ weight × cell ÷ group of each figure; 0 where there is nobody.
std::vector<Rational> values_of(const privacy::RawCounts& counts) {
  std::vector<Rational> values;
  for (const privacy::Figure& figure : counts.figures()) {
    std::int64_t sum = 0;
    for (const privacy::Term& part : figure.numerator)
      sum += part.coefficient * counts.cells()[part.cell].value;
    const std::int64_t group = counts.cells()[figure.denominator].value;
    values.push_back(group == 0 ? Rational() : Rational(sum, group));
  }
  return values;
}

struct Publication {
  PublishedTerm term;
  std::shared_ptr<privacy::SchoolCounts> raw;
};

// What was published of a year, one publication after the other.
class Replay {
 public:
  explicit Replay(const SchoolStatistics& statistics) : statistics_(statistics) {}

  // Publishes the term as `counts` have it. Findings: what could not be protected.
  Findings publish(const SchoolCounts& counts, Term term) {
    const Marking marking = statistics_.policies.in(term);
    std::vector<privacy::Earlier> earlier;
    earlier.reserve(history_.size());
    for (const Publication& one : history_) earlier.push_back({&one.raw->counts(), &*one.term.numbers});
    Details details;
    for (;;) {
      DraftTerm draft = draft_term(counts, term, marking, details, statistics_.disclosure);
      tie_to_other_terms(draft.raw->counts(), term, latest_but(term));
      auto released = privacy::release(draft.raw->counts(), statistics_.disclosure,
                                       {fmt::format("statistics/{}", term.path()), {}}, earlier);
      if (released) {
        draft.term.numbers = std::move(*released);
        draft.term.exact = values_of(draft.raw->counts());
        if (prefer_key_figures(details, draft.term)) continue;
        history_.push_back({std::move(draft.term), std::move(draft.raw)});
        return {};
      }
      if (!make_coarser(details, released.error())) return std::move(released.error());
    }
  }

  PublishedTerm* latest(Term term) {
    for (auto one = history_.rbegin(); one != history_.rend(); ++one)
      if (one->term.term == term) return &one->term;
    return nullptr;
  }

 private:
  std::vector<OtherTerm> latest_but(Term term) const {
    std::map<Term, const privacy::RawCounts*> found;
    for (const Publication& one : history_) found[one.term.term] = &one.raw->counts();
    found.erase(term);
    std::vector<OtherTerm> others;
    others.reserve(found.size());
    for (const auto& [other, counts] : found) others.push_back({other, counts});
    return others;
  }

  const SchoolStatistics& statistics_;
  std::deque<Publication> history_;
};

using Arrival = std::pair<Date, int>;  // the day, and which of that day
using Changes = std::map<Arrival, std::map<Term, const TermTables*>>;

// Which tables came into the repository when.
Changes changes_of(const StoredStatistics& stored, SchoolYear year) {
  Changes changes;
  for (const auto& [term, tables] : stored.counts.terms) {
    if (term.year != year) continue;
    Arrival from{};
    if (const auto records = stored.records.find(term); records != stored.records.end())
      for (const ImportRecord& record : records->second)
        from.first = from == Arrival{} ? record.date : std::min(from.first, record.date);
    if (const auto versions = stored.earlier.find(term); versions != stored.earlier.end())
      for (const EarlierTables& version : versions->second) {
        changes[std::min(from, {version.until.first, 0})][term] = &version.tables;
        from = version.until;
      }
    changes[from][term] = &tables;
  }
  return changes;
}

// The terms whose numbers change with those of `changed`: half-years and years are made of quarters, and a
// term without a contingent has the classes of the one before.
std::set<Term> affected(const std::map<Term, const TermTables*>& changed, const SchoolCounts& counts) {
  std::set<Term> terms;
  for (const auto& [term, tables] : changed) {
    terms.insert(term);
    for (const auto& [other, of_other] : counts.terms) {
      const auto [first, last] = quarters_of(other.period);
      const bool sum = other.period > Period::q4 && first <= term.period && term.period <= last;
      const bool classes = other > term && !of_other.contains(TableKind::contingent);
      if (sum || classes) terms.insert(other);
    }
  }
  return terms;
}

}  // namespace

const PublishedTable* PublishedTerm::table(TableKind kind, std::string_view subject) const {
  for (const PublishedTable& table : tables)
    if (table.kind == kind && table.subject == subject) return &table;
  return nullptr;
}

std::vector<PublishedTerm> publish_terms(const SchoolStatistics& statistics, Findings& findings) {
  std::vector<PublishedTerm> published;
  std::set<SchoolYear> years;
  for (const auto& [term, tables] : statistics.stored.counts.terms) years.insert(term.year);
  for (const SchoolYear year : years) {
    Replay replay(statistics);
    SchoolCounts counts;
    std::map<Term, Findings> failed;  // at the last try
    for (const auto& [moment, changed] : changes_of(statistics.stored, year)) {
      for (const auto& [term, tables] : changed) counts.terms[term] = *tables;
      for (const Term term : affected(changed, counts)) failed[term] = replay.publish(counts, term);
    }
    for (auto& [term, faults] : failed) {
      if (PublishedTerm* const made = faults.empty() ? replay.latest(term) : nullptr)
        published.push_back(std::move(*made));
      append(findings, std::move(faults));
    }
  }
  return published;
}

}  // namespace mektep
