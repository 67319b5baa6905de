#include "facts/disclosure/disclosure.h"
#include "facts/disclosure/rules.h"

namespace mektep {

namespace {

std::vector<Param> params_of(const ItemStatus& status) {
  return {{"label", status.item->label}, {"number", status.item->number}, {"expects", status.item->expects}};
}

class Report {
 public:
  explicit Report(Findings& findings) : findings_(findings), first_(findings.size()) {}

  Finding* add(const Rule& rule, const ItemStatus& status, const Gap& gap) {
    // Items that rest on the same place (DISC-1 and DISC-S1) are told of together.
    for (std::size_t i = first_; i < findings_.size(); ++i) {
      Finding& other = findings_[i];
      if (other.rule != &rule || other.place != gap.place || other.field != gap.field) continue;
      if (other.clauses.find(status.item->clauses) == std::string::npos)
        other.clauses += " " + status.item->clauses;
      return nullptr;
    }
    Finding& finding =
        findings_.emplace_back(rule, gap.place, gap.field, excerpt(gap.found), params_of(status));
    finding.clauses = status.item->clauses;
    return &finding;
  }

 private:
  Findings& findings_;
  std::size_t first_;
};

Place section_place(const ItemStatus& status) {
  const std::string& source = status.item->sources.front();
  const std::string root = source.substr(0, source.find('#'));
  if (root.starts_with("people/")) return {"school/staff.yaml", {}};
  return {root.starts_with("school/") ? root + ".yaml" : "documents", {}};
}

}  // namespace

void report_disclosure(const Disclosure& disclosure, Findings& findings) {
  Report report(findings);
  for (const ItemStatus& status : disclosure.items) {
    const bool must = status.item->requirement == Requirement::must;
    const Rule& missing = must ? rules::disclosure_missing : rules::disclosure_should;
    for (const Gap& gap : status.missing) report.add(missing, status, gap);
    if (status.missing.empty() && status.values.empty() && status.absences.empty()) {
      report.add(missing, status, {section_place(status), status.item->id, ""});
    }
    for (const Gap& gap : status.untranslated) report.add(rules::disclosure_untranslated, status, gap);
    for (const Gap& gap : status.contradictions) report.add(rules::disclosure_contradicted, status, gap);
    auto term = [&](const Rule& rule, const Document* document) {
      Finding* finding = report.add(
          rule, status, {document->place("in_force"), "in_force.until", document->in_force_until->iso()});
      if (finding == nullptr) return;
      finding->params.push_back({"date", document->in_force_until->iso()});
      const std::string& ky = document->title.best(Locale::ky);
      finding->params.push_back({"document", Label{ky, document->title.best(Locale::ru), ky}});
    };
    for (const Document* document : status.expired) term(rules::disclosure_expired, document);
    for (const Document* document : status.expiring) term(rules::disclosure_expiring, document);
    if (status.overdue) {
      const Place place = section_place(status);
      Finding* finding =
          report.add(rules::disclosure_stale, status, {place, "reviewed", status.reviewed->iso()});
      if (finding != nullptr) finding->params.push_back({"date", status.next_review->iso()});
    }
    if (status.undecided > 0) {
      Finding* finding = report.add(rules::disclosure_withheld, status, {section_place(status), "", ""});
      if (finding != nullptr) finding->params.push_back({"count", std::to_string(status.undecided)});
    }
  }
}

}  // namespace mektep
