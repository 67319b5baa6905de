#include "editor/http/json_request.h"

#include <charconv>

#include "editor/actions/failures.h"
#include "syntax/json.h"

namespace mektep::editor {
namespace {

constexpr Message not_json{.ky = "Суроо-талап JSON объектиси болушу керек.",
                           .ru = "Запрос должен быть объектом JSON.",
                           .en = "The request must be a JSON object."};

}  // namespace

Outcome<Node> body_of(const Call& call) {
  Findings findings;
  Node node = parse_json(call.request.body, "request", findings);
  if (any_blocks(findings) || !node.is_map())
    return std::unexpected(refuse(Refusal::Kind::invalid, not_json));
  return node;
}

Form form_of(const Node& body) {
  Form form;
  for (const Node::Member& member : body.members) {
    if (member.value.is_scalar()) form.fields.emplace_back(member.key, member.value.text);
  }
  return form;
}

std::int64_t number_of(std::string_view text, std::int64_t otherwise) {
  std::int64_t value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace mektep::editor
