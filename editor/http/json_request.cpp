#include "editor/http/json_request.h"

#include <charconv>

#include "editor/actions/failures.h"
#include "editor/http/limits.h"
#include "syntax/json.h"

namespace mektep::editor {
namespace {

constexpr Message not_json{.ky = "Суроо-талап JSON объектиси болушу керек.",
                           .ru = "Запрос должен быть объектом JSON.",
                           .en = "The request must be a JSON object."};

constexpr Message too_many{.ky = "Суроо-талапта маанилер өтө көп.",
                           .ru = "В запросе слишком много значений.",
                           .en = "The request holds too many values."};

// Security line 13: told before a tree is made of them. Counts at least what the reader would make.
bool holds_too_many_values(std::string_view json) {
  std::size_t left = Limits().json_values;
  bool inside = false;  // a string
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (inside && c == '\\') {
      ++i;
    } else if (c == '"') {
      inside = !inside;
    } else if (!inside && (c == ',' || c == '[' || c == '{') && left-- == 0) {
      return true;
    }
  }
  return false;
}

}  // namespace

Outcome<Node> body_of(const Call& call) {
  if (holds_too_many_values(call.request.body))
    return std::unexpected(refuse(Refusal::Kind::invalid, too_many));
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
