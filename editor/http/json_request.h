// Requests of the JSON API, read.
#pragma once
#include <cstdint>
#include <string_view>

#include "editor/http/router.h"
#include "syntax/node.h"

namespace mektep::editor {

// Of routes that take JSON.
inline constexpr RouteOptions json_body{.max_body = 2u << 20, .raw = true};

// The object in the body; a refusal when there is none, or more values than Limits::json_values.
Outcome<Node> body_of(const Call& call);
// Its scalar members as the form of a screen would send them: the same steps answer both.
Form form_of(const Node& body);
// The whole number at the beginning of `text`.
std::int64_t number_of(std::string_view text, std::int64_t otherwise = 0);

}  // namespace mektep::editor
