#include "editor/http/json_answer.h"

namespace mektep::editor {
namespace {

std::string_view code(Refusal::Kind kind) {
  switch (kind) {
    case Refusal::Kind::forbidden:
      return "forbidden";
    case Refusal::Kind::not_found:
      return "not-found";
    case Refusal::Kind::invalid:
      return "invalid";
    case Refusal::Kind::conflict:
      return "conflict";
    case Refusal::Kind::too_many:
      return "too-many";
    case Refusal::Kind::failed:
      break;
  }
  return "failed";
}

constexpr Message not_understood{
    "Сурам түшүнүксүз: JSON'дун бир бөлүгү жок же башка түрдө. /api/v1/openapi.json ачыңыз",
    "Запрос непонятен: какой-то части JSON нет, или она другого вида. Откройте /api/v1/openapi.json",
    "The request is not understood: a part of the JSON is missing or of another kind. See "
    "/api/v1/openapi.json"};

void write_finding(JsonWriter& writer, const Finding& finding, Language language) {
  writer.begin_object();
  writer.key("rule").value(finding.rule->id);
  writer.key("file").value(finding.place.file);
  writer.key("line").value(finding.place.mark.line);
  writer.key("column").value(finding.place.mark.column);
  writer.key("field").value(finding.field);
  writer.key("message").value(finding.message(language));
  writer.key("hint").value(finding.hint(language));
  writer.end_object();
}

}  // namespace

void write_findings(JsonWriter& writer, const Findings& findings, Language language) {
  writer.key("findings").begin_array();
  for (const Finding& finding : findings) write_finding(writer, finding, language);
  writer.end_array();
}

int status_of(Refusal::Kind kind) {
  switch (kind) {
    case Refusal::Kind::forbidden:
      return 403;
    case Refusal::Kind::not_found:
      return 404;
    case Refusal::Kind::invalid:
      return 422;
    case Refusal::Kind::conflict:
      return 409;
    case Refusal::Kind::too_many:
      return 429;
    case Refusal::Kind::failed:
      break;
  }
  return 503;
}

std::string_view words_of(const Refusal& refusal, Language language) {
  const std::string& own = refusal.message.in(language);
  const bool silent = own.empty() && refusal.kind == Refusal::Kind::invalid && refusal.findings.empty();
  return silent ? not_understood.in(language) : std::string_view(own);
}

Response json_answer(JsonWriter& writer, int status) {
  Response response;
  response.status = status;
  response.type = "application/json";
  response.body = writer.take();
  return response;
}

Response json_refused(const Call& call, const Refusal& refusal) {
  JsonWriter writer;
  writer.begin_object().key("error").begin_object();
  writer.key("kind").value(code(refusal.kind));
  writer.key("message").value(words_of(refusal, call.language));
  write_findings(writer, refusal.findings, call.language);
  writer.end_object().end_object();
  return json_answer(writer, status_of(refusal.kind));
}

}  // namespace mektep::editor
