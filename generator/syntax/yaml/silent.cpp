// What people do wrong in YAML that is no fault to the library: it reads something else than the author
// meant.
#include "base/text.h"
#include "syntax/rules.h"
#include "syntax/yaml/reader.h"

namespace mektep {
namespace {

std::size_t line_end(std::string_view text, std::size_t at) {
  return std::min(text.find('\n', at), text.size());
}

std::string rest_of_line(std::string_view text, std::size_t at) {
  return std::string(trim(text.substr(at, std::min<std::size_t>(line_end(text, at) - at, 400))));
}

// `Мектеп #5`: the number is a comment, and would be lost. Nobody begins a comment with a number.
std::optional<YamlFault> fault_of_number_sign(std::string_view text, std::size_t at, std::string_view value) {
  if (text.substr(at, value.size()) != value) return std::nullopt;
  const std::size_t sign = text.find_first_not_of(' ', at + value.size());
  if (sign == std::string_view::npos || text[sign] != '#' || sign + 1 >= text.size()) return std::nullopt;
  if (text[sign + 1] < '0' || text[sign + 1] > '9') return std::nullopt;
  return YamlFault{&rules::yaml_number_sign, sign, rest_of_line(text, at)};
}

}  // namespace

std::optional<YamlFault> fault_of_plain(std::string_view text, std::size_t at, std::string_view value,
                                        bool own_line) {
  if (own_line) {
    for (const std::string_view sign : {"– ", "— ", "• ", "· ", "− "}) {
      if (value.starts_with(sign)) return YamlFault{&rules::yaml_long_dash, at, rest_of_line(text, at)};
    }
    if (value.starts_with("\xC2\xA0")) return YamlFault{&rules::yaml_space, at, "U+00A0"};
  }
  if (auto fault = fault_of_number_sign(text, at, value)) return fault;
  // A text of several lines may be a list.
  const std::size_t feed = line_end(text, at);
  if (feed >= text.size() || value.size() <= feed - at) return std::nullopt;
  const std::size_t below = text.find_first_not_of(" \r\n", feed);
  if (below == std::string_view::npos || text[below] != '-') return std::nullopt;
  const std::string line = rest_of_line(text, below);
  if (value.find(" " + line) == std::string_view::npos) return std::nullopt;
  if (value.size() > 1 && value[0] == '-')
    return YamlFault{&rules::yaml_dash_space, at, rest_of_line(text, at)};
  if (line.size() > 1 && line[1] != ' ' && line[1] != '-')
    return YamlFault{&rules::yaml_dash_space, below, line};
  if (line.starts_with("- ")) return YamlFault{&rules::yaml_list_beside_key, at, rest_of_line(text, at)};
  return std::nullopt;
}

const Rule* fault_of_key(std::string_view key) {
  if (key.starts_with("\xC2\xA0")) return &rules::yaml_space;
  for (const std::string_view quote : {"“", "”", "„", "«"}) {
    if (key.starts_with(quote)) return &rules::yaml_typographic_quotes;
  }
  return nullptr;
}

std::optional<YamlFault> fault_of_lone_key(std::string_view text, std::size_t at, std::string_view key,
                                           bool follows) {
  if (key.empty() || text.substr(at, key.size()) != key) return std::nullopt;
  const std::size_t behind = text.find_first_not_of(" \r\n", at + key.size());
  if (behind == std::string_view::npos || text[behind] == ':') return std::nullopt;
  const std::size_t colon = key.find(':');
  if (colon != std::string_view::npos && colon > 0 && colon + 1 < key.size() && key.find(' ') > colon &&
      key[colon + 1] != '/')
    return YamlFault{&rules::yaml_colon_space, at + colon, std::string(key)};
  if (!follows) return YamlFault{&rules::yaml_no_colon, at, std::string(key)};
  return YamlFault{&rules::yaml_comma_in_text, at, std::string(key)};
}

}  // namespace mektep
