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
  return {section_file(*status.item), {}};
}

// "founded", "programmes": the keys of a source until it goes through a list or to another record.
std::string first_field(std::string_view source) {
  const auto path = parse_source(source);
  std::string field;
  for (std::size_t i = 0; path && i < path->steps.size(); ++i) {
    if (path->steps[i].kind != SourcePath::Step::Kind::key) break;
    field += (field.empty() ? "" : ".") + path->steps[i].key;
  }
  return field;
}

}  // namespace

std::string section_file(const DisclosureItem& item) {
  const std::string& source = item.sources.front();
  const std::string root = source.substr(0, source.find('#'));
  if (root.starts_with("people/")) return "school/staff.yaml";
  return root.starts_with("school/") ? root + ".yaml" : "documents";
}

Gap place_to_mend(const ItemStatus& status) {
  for (const Document* document : status.expired) return {document->place("in_force"), "in_force.until", {}};
  for (const auto* gaps : {&status.contradictions, &status.missing, &status.untranslated})
    if (!gaps->empty()) return gaps->front();
  if (status.overdue) return {section_place(status), "reviewed", {}};
  const std::string& source = status.item->sources.front();
  if (status.values.empty() || source.starts_with("school/"))
    return {section_place(status), source.starts_with("people/") ? std::string() : first_field(source), {}};
  const Disclosed& value = status.values.front();
  if (value.document) return {value.document->place(), first_field(source), {}};
  return {value.person ? value.person->place() : section_place(status), first_field(source), {}};
}

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
