// The head of a request, read strictly: what two servers could understand differently is refused.
#pragma once
#include <cstddef>
#include <expected>
#include <optional>
#include <string_view>

#include "editor/http/limits.h"
#include "editor/http/message.h"

namespace mektep::editor {

struct Head {
  Request request;             // without body; path decoded, names of headers in lower case
  std::size_t body_bytes = 0;  // Content-Length
  bool has_length = false;     // there was one
  bool keep_alive = true;
  bool expects_continue = false;
};

// Where the head ends in `bytes` (behind the empty line); nullopt: not yet. A bare line feed ends it too, so
// that it is seen and refused.
std::optional<std::size_t> end_of_head(std::string_view bytes);
// The error is a status: 400, 413, 414, 417, 431, 501, 505.
std::expected<Head, int> parse_head(std::string_view bytes, const Limits& limits);

// Undoes %XX (and + when `plus`); nullopt: not valid, not UTF-8, or a control character.
std::optional<std::string> decode_url(std::string_view text, bool plus);

}  // namespace mektep::editor
