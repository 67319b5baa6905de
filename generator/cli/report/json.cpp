#include "syntax/json.h"

#include <ostream>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/report/report.h"
#include "source/snapshot.h"

namespace mektep::cli {
namespace {

std::string_view severity_name(Severity severity) {
  return severity == Severity::blocks ? "blocks" : severity == Severity::warns ? "warns" : "notes";
}

void write_languages(JsonWriter& json, std::string_view key, const Finding& finding,
                     std::string (Finding::*text)(Language) const) {
  json.key(key).begin_object();
  for (Language language : {Language::ky, Language::ru, Language::en})
    json.key(code(language)).value((finding.*text)(language));
  json.end_object();
}

void write_finding(JsonWriter& json, const Finding& finding) {
  json.begin_object();
  json.key("rule").value(finding.rule->id);
  json.key("severity").value(severity_name(finding.severity));
  json.key("file").value(finding.place.file);
  json.key("line").value(std::int64_t{finding.place.mark.line});
  json.key("column").value(std::int64_t{finding.place.mark.column});
  json.key("field").value(finding.field);
  json.key("found").value(finding.found);
  json.key("clauses").begin_array();
  for (std::string_view clause : split(finding.clause_list(), ' '))
    if (!clause.empty()) json.value(clause);
  json.end_array();
  write_languages(json, "message", finding, &Finding::message);
  write_languages(json, "expected", finding, &Finding::expected);
  write_languages(json, "hint", finding, &Finding::hint);
  json.end_object();
}

}  // namespace

// The shape is stated in report.schema.json; `version` grows when a reader of the old shape would be misled.
void write_json_report(std::ostream& stream, const CheckAnswer& answer, const ReportOptions& options) {
  JsonWriter json(1);
  json.begin_object();
  json.key("version").value(std::int64_t{1});
  json.key("tool").begin_object();
  json.key("name").value("mektep").key("version").value(version());
  json.end_object();
  json.key("today").value(options.today.iso());
  json.key("revision").value(answer.snapshot ? answer.snapshot->revision() : std::string());
  const Tally count = tally(answer.findings);
  json.key("summary").begin_object();
  json.key("blocks").value(static_cast<std::int64_t>(count.blocks));
  json.key("warns").value(static_cast<std::int64_t>(count.warns));
  json.key("notes").value(static_cast<std::int64_t>(count.notes));
  json.end_object();
  if (const BuildAnswer* build = options.build) {
    json.key("build").begin_object();
    json.key("published").value(build->published);
    json.key("draft").value(options.draft);
    json.key("pages").value(static_cast<std::int64_t>(build->pages));
    json.key("written").value(static_cast<std::int64_t>(build->written));
    json.key("unchanged").value(static_cast<std::int64_t>(build->unchanged));
    json.key("removed").value(static_cast<std::int64_t>(build->removed));
    json.end_object();
  }
  json.key("findings").begin_array();
  for (const Finding& finding : answer.findings) write_finding(json, finding);
  json.end_array();
  json.end_object();
  stream << json.take() << '\n';
}

}  // namespace mektep::cli
