// Answers of the JSON API: one shape for everything that was refused.
//   {"error": {"kind": "conflict", "message": "…", "findings": [{"rule", "file", "line", "column", "field",
//   …}]}}
#pragma once
#include "editor/http/router.h"
#include "syntax/json.h"

namespace mektep::editor {

Response json_answer(JsonWriter& writer, int status = 200);
// In the language of the person; the status is that of the screen which would tell the same.
Response json_refused(const Call& call, const Refusal& refusal);
// "findings": […], into an object that is being written.
void write_findings(JsonWriter& writer, const Findings& findings, Language language);
int status_of(Refusal::Kind kind);
// The words of a refusal; where the action has none of its own, that the request is not understood.
std::string_view words_of(const Refusal& refusal, Language language);

}  // namespace mektep::editor
