// Forms as browsers send them: application/x-www-form-urlencoded and multipart/form-data.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "editor/http/message.h"

namespace mektep::editor {

// nullopt: not valid, or more than `max_fields` fields. Line ends become "\n".
std::optional<std::vector<std::pair<std::string, std::string>>> parse_urlencoded(std::string_view text,
                                                                                 std::size_t max_fields);
// `type` is the Content-Type with its boundary. nullopt likewise; no nesting, no encodings.
std::optional<Form> parse_multipart(std::string_view body, std::string_view type, std::size_t max_fields);

// A form of either kind; nullopt: faulty, or of another type.
std::optional<Form> parse_form(std::string_view body, std::string_view type, std::size_t max_fields);

}  // namespace mektep::editor
