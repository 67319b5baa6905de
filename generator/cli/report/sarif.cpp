// SARIF 2.1.0 (OASIS), as code-scanning services read it.
#include <map>
#include <ostream>

#include "base/digest.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/report/report.h"
#include "source/snapshot.h"
#include "syntax/json.h"

namespace mektep::cli {
namespace {

std::string_view level(Severity severity) {
  return severity == Severity::blocks ? "error" : severity == Severity::warns ? "warning" : "note";
}

void write_text(JsonWriter& json, std::string_view key, std::string_view text) {
  if (text.empty()) return;
  json.key(key).begin_object().key("text").value(text).end_object();
}

// A path as a relative URI: everything but unreserved characters and slashes is percent-encoded.
std::string path_uri(std::string_view path) {
  std::string uri;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '/' || c == '-' || c == '_' || c == '.' || c == '~';
    if (plain)
      uri += c;
    else
      uri += fmt::format("%{:02X}", static_cast<unsigned>(byte));
  }
  return uri;
}

void write_rule(JsonWriter& json, const Rule& rule, Language language) {
  json.begin_object().key("id").value(rule.id);
  write_text(json, "shortDescription", rule.message.in(language));
  write_text(json, "fullDescription", rule.why.in(language));
  write_text(json, "help", rule.hint.in(language));
  json.key("defaultConfiguration").begin_object().key("level").value(level(rule.severity)).end_object();
  json.key("properties").begin_object().key("clauses").begin_array();
  for (std::string_view clause : split(rule.clauses, ' '))
    if (!clause.empty()) json.value(clause);
  json.end_array().end_object().end_object();
}

void write_location(JsonWriter& json, const Finding& finding) {
  const Place& place = finding.place;
  json.begin_object().key("physicalLocation").begin_object();
  json.key("artifactLocation").begin_object();
  json.key("uri").value(place.file.empty() ? std::string("site.yaml") : path_uri(place.file));
  json.key("uriBaseId").value("%SRCROOT%").end_object();
  if (place.mark.line > 0) {
    json.key("region").begin_object().key("startLine").value(std::int64_t{place.mark.line});
    if (place.mark.column > 0) json.key("startColumn").value(std::int64_t{place.mark.column});
    json.end_object();
  }
  json.end_object();
  if (!finding.field.empty()) {
    json.key("logicalLocations").begin_array().begin_object();
    json.key("fullyQualifiedName").value(finding.field).key("kind").value("member");
    json.end_object().end_array();
  }
  json.end_object();
}

std::string message_of(const Finding& finding, Language language) {
  std::string message = finding.message(language);
  const auto add = [&](Text label, std::string_view value) {
    if (is_worth_saying(value)) message += fmt::format("\n{}: {}", text(label, language), value);
  };
  add(Text::label_expected, finding.expected(language));
  add(Text::label_found, finding.found);
  add(Text::label_hint, finding.hint(language));
  add(Text::label_clause, finding.clause_list());
  return message;
}

// Stays the same when lines are added above, so that a service recognises the finding. `repeats` tells twins
// apart.
std::string fingerprint(const Finding& finding, std::map<std::string, int>& repeats) {
  const std::string key =
      fmt::format("{}\n{}\n{}\n{}", finding.rule->id, finding.place.file, finding.field, finding.found);
  return digest(fmt::format("{}\n{}", key, repeats[key]++)).hex();
}

}  // namespace

void write_sarif_report(std::ostream& stream, const CheckAnswer& answer, const ReportOptions& options) {
  std::map<std::string_view, const Rule*> rules;
  for (const Finding& finding : answer.findings) rules.emplace(finding.rule->id, finding.rule);
  std::map<std::string_view, std::int64_t> indices;
  for (const auto& [id, rule] : rules) indices.emplace(id, static_cast<std::int64_t>(indices.size()));

  JsonWriter json(1);
  json.begin_object();
  json.key("$schema").value("https://json.schemastore.org/sarif-2.1.0.json");
  json.key("version").value("2.1.0");
  json.key("runs").begin_array().begin_object();
  json.key("tool").begin_object().key("driver").begin_object();
  json.key("name").value("mektep").key("version").value(version());
  json.key("rules").begin_array();
  for (const auto& [id, rule] : rules) write_rule(json, *rule, options.language);
  json.end_array().end_object().end_object();
  json.key("language").value(code(options.language));
  json.key("columnKind").value("unicodeCodePoints");
  json.key("results").begin_array();
  std::map<std::string, int> repeats;
  for (const Finding& finding : answer.findings) {
    json.begin_object();
    json.key("ruleId").value(finding.rule->id);
    json.key("ruleIndex").value(indices[finding.rule->id]);
    json.key("level").value(level(finding.severity));
    write_text(json, "message", message_of(finding, options.language));
    json.key("locations").begin_array();
    write_location(json, finding);
    json.end_array();
    json.key("partialFingerprints")
        .begin_object()
        .key("mektep/v1")
        .value(fingerprint(finding, repeats))
        .end_object();
    json.end_object();
  }
  json.end_array().end_object().end_array().end_object();
  stream << json.take() << '\n';
}

}  // namespace mektep::cli
