#include "syntax/front_matter.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/text.h"
#include "syntax/rules.h"
#include "syntax/source_text.h"
#include "syntax/yaml/yaml.h"

namespace mektep {
namespace {

// A line without its end; moves `at` behind that.
std::string_view take_line(std::string_view text, std::size_t& at) {
  const void* feed = at < text.size() ? std::memchr(text.data() + at, '\n', text.size() - at) : nullptr;
  const std::size_t end =
      feed != nullptr ? static_cast<std::size_t>(static_cast<const char*>(feed) - text.data()) : text.size();
  std::string_view line = text.substr(at, end - at);
  at = feed != nullptr ? end + 1 : end;
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::string_view without_spaces_behind(std::string_view line) {
  while (line.ends_with(' ') || line.ends_with('\t')) line.remove_suffix(1);
  return line;
}

bool is_border(std::string_view line) {
  return line.starts_with("---") && without_spaces_behind(line) == "---";
}

// `—`, `–––`, `-----`, ` ---`: meant as a border.
bool resembles_border(std::string_view line) {
  line = trim(line);
  std::size_t signs = 0, long_signs = 0;
  for (std::size_t at = 0; at < line.size(); ++signs) {
    if (line[at] == '-') {
      ++at;
    } else if (line.substr(at).starts_with("—") || line.substr(at).starts_with("–")) {
      at += 3;
      ++long_signs;
    } else {
      return false;
    }
  }
  return long_signs > 0 || (signs >= 2 && signs <= 8);
}

bool resembles_member(std::string_view line) {
  constexpr std::array<std::string_view, 6> names{"title", "date", "summary", "tags", "draft", "start"};
  const std::size_t colon = line.find(':');
  return std::find(names.begin(), names.end(), line.substr(0, colon)) != names.end();
}

// Without a border in the first line: is one meant? Only then there is something to say about it.
bool find_meant_border(std::string_view text, std::size_t& at, std::uint32_t& line, const std::string& file,
                       Findings& findings) {
  std::size_t next = 0;
  std::uint32_t number = 1;
  std::string_view first = take_line(text, next);
  while (trim(first).empty() && next < text.size() && number < 100) {
    first = take_line(text, next);
    ++number;
  }
  if (is_border(first)) {
    // A rule between paragraphs looks the same; a member behind it tells them apart.
    std::size_t probe = next;
    const std::string_view second = take_line(text, probe);
    if (!resembles_member(second)) return false;
    findings.emplace_back(rules::front_matter_not_first, Place{file, {number, 1}});
  } else if (resembles_border(first)) {
    std::size_t probe = next;
    const std::string_view second = take_line(text, probe);
    if (!resembles_member(second)) return false;
    findings.emplace_back(rules::front_matter_line, Place{file, {number, 1}}, "", excerpt(first));
  } else if (resembles_member(first)) {
    // The upper border is missing altogether; without a lower one this is merely text.
    std::size_t probe = next;
    for (int i = 0; i < 50 && probe < text.size(); ++i) {
      if (!is_border(take_line(text, probe))) continue;
      findings.emplace_back(rules::front_matter_line, Place{file, {number, 1}}, "", excerpt(first));
      at = static_cast<std::size_t>(first.data() - text.data());
      line = number;
      return true;
    }
    return false;
  } else {
    return false;
  }
  at = next;
  line = number + 1;
  return true;
}

}  // namespace

FrontMatter parse_front_matter(std::string_view text, const std::string& file, Findings& findings) {
  FrontMatter out;
  const std::string_view bytes = text;
  text = skip_byte_order_mark(text);
  if (text.size() != bytes.size()) findings.emplace_back(rules::text_byte_order_mark, Place{file, {1, 1}});
  out.body = text;

  std::size_t at = 0;
  std::uint32_t first_line = 2;
  const std::string_view first = take_line(text, at);
  if (!is_border(first)) {
    at = 0;
    if (!find_meant_border(text, at, first_line, file, findings)) return out;
  }

  const std::size_t begin = at;
  std::uint32_t number = first_line;
  for (; at < text.size(); ++number) {
    const std::size_t start = at;
    const std::string_view line = take_line(text, at);
    // Cheap first: nearly every line begins with a letter.
    if (line.empty() || (line.front() != '-' && static_cast<unsigned char>(line.front()) != 0xE2)) continue;
    if (!is_border(line)) {
      if (line.starts_with("- ") || line == "-" || !resembles_border(line)) continue;
      findings.emplace_back(rules::front_matter_line, Place{file, {number, 1}}, "", excerpt(line));
    }
    YamlOptions options;
    options.first_line = first_line;
    out.data = parse_yaml(text.substr(begin, start - begin), file, findings, options);
    out.body = text.substr(at);
    out.body_line = number + 1;
    if (out.data.is_null()) {
      out.data.kind = Node::Kind::map;
      out.data.mark = {first_line, 1};
    } else if (!out.data.is_map()) {
      findings.emplace_back(rules::front_matter_not_map, Place{file, out.data.mark});
      out.data = {};
      out.data.kind = Node::Kind::map;
      out.data.mark = {first_line, 1};
    }
    return out;
  }
  // Where the text begins nobody can tell: none of it is shown, rather than fields as text.
  findings.emplace_back(rules::front_matter_open, Place{file, {first_line - 1, 1}});
  out.body = text.substr(text.size());
  out.body_line = number;
  return out;
}

}  // namespace mektep
