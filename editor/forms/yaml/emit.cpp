#include "editor/forms/yaml/emit.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace mektep::editor {
namespace {

constexpr std::size_t widest_line = 110;  // of maps and lists in brackets

// Words that YAML 1.1 or 1.2 takes for something else than a text.
bool is_special_word(std::string_view text) {
  static constexpr std::array<std::string_view, 16> words{"null", "~",     "true",  "false", "yes", "no",
                                                          "on",   "off",   "y",     "n",     "<<",  "=",
                                                          ".inf", "-.inf", "+.inf", ".nan"};
  const std::string folded = lower(text);
  return std::ranges::find(words, folded) != words.end();
}
// 0312, -5, 08:30, 1e3, 0x1F, 2026-09-01: of digits and the signs of numbers and dates only.
bool looks_like_number(std::string_view text) {
  const std::size_t digit = text.find_first_of("0123456789");
  if (digit > 1 || text.find_first_not_of("0123456789abcdefxoABCDEFT:+-._ Z") != std::string_view::npos)
    return false;
  return digit == 0 || text[0] == '+' || text[0] == '-' || text[0] == '.';
}

bool has_control(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF) return true;
  }
  return false;
}

// The form of a plain scalar: whatever its characters mean.
bool may_be_plain(std::string_view text, bool in_flow) {
  if (text.empty() || text.front() == ' ' || text.back() == ' ' || has_control(text)) return false;
  constexpr std::string_view indicators = "-?:,[]{}#&*!|>'\"%@`<=~";
  const bool negative = text.size() > 1 && text[0] == '-' && text[1] >= '0' && text[1] <= '9';
  if (indicators.find(text.front()) != std::string_view::npos && !negative) return false;
  // Spaces and dashes that our reader takes for slips of the keyboard.
  for (const std::string_view sign : {"\xC2\xA0", "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\xA2", "\xC2\xB7",
                                      "\xE2\x88\x92", "\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x9E"}) {
    if (text.starts_with(sign)) return false;
  }
  if (text.starts_with("---") || text.starts_with("...")) return false;
  if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos ||
      text.back() == ':') {
    return false;
  }
  return !in_flow || text.find_first_of(",[]{}:?#") == std::string_view::npos;
}

std::string double_quoted(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const char32_t c = next_code_point(text, at);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += static_cast<char>(c);
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c == '\r') {
      out += "\\r";
    } else if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF) {
      out += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(c));
    } else {
      out += text.substr(from, at - from);
    }
  }
  return out + '"';
}

// Whether it can stand as a block of literal lines.
bool may_be_block(std::string_view text) {
  if (text.find_first_not_of(" \n") == std::string_view::npos) return false;
  std::string flat(text);
  std::ranges::replace(flat, '\n', ' ');
  return !has_control(flat);
}

std::string literal(std::string_view text, const EmitContext& context) {
  std::string out = "|";
  if (text.front() == ' ' || text.front() == '\n') out += '2';
  if (!text.ends_with('\n')) {
    out += '-';
  } else if (text.ends_with("\n\n")) {
    out += '+';
  }
  const std::string indent(context.column + 2, ' ');
  if (text.ends_with('\n')) text.remove_suffix(1);
  for (const std::string_view line : split(text, '\n')) {
    out += context.eol;
    if (!line.empty()) out.append(indent).append(line);
  }
  return out;
}

bool has_line_end(const Node& node) {
  if (node.text.find('\n') != std::string::npos) return true;
  return std::ranges::any_of(node.items, has_line_end) ||
         std::ranges::any_of(node.members,
                             [](const Node::Member& member) { return has_line_end(member.value); });
}
bool is_collection(const Node& node) {
  return (node.is_list() && !node.items.empty()) || (node.is_map() && !node.members.empty());
}
bool holds_collection(const Node& node) {
  return std::ranges::any_of(node.items, is_collection) ||
         std::ranges::any_of(node.members,
                             [](const Node::Member& member) { return is_collection(member.value); });
}
// A list of maps gets a line for each of them; a row of a list may hold a map of two languages.
bool fits_in_flow(const Node& node, const EmitContext& context) {
  if (!is_collection(node)) return true;
  if (has_line_end(node)) return false;
  if (node.is_list() ? holds_collection(node) : holds_collection(node) && !context.behind_dash) return false;
  for (const Node::Member& member : node.members) {
    if (holds_collection(member.value)) return false;
  }
  return context.used + count_code_points(emit_flow(node)) <= widest_line;
}

}  // namespace

std::string emit_scalar(const Node& node, ScalarStyle style, const EmitContext& context) {
  const std::string& text = node.text;
  const bool lines = text.find('\n') != std::string::npos;
  if (!context.in_flow && (lines || style == ScalarStyle::block) && may_be_block(text))
    return literal(text, context);
  if (!lines && style == ScalarStyle::single_quoted && !has_control(text)) {
    return fmt::format("'{}'", replace_all(text, "'", "''"));
  }
  const bool misread = node.quoted ? is_ambiguous(text) : lower(text) == "null" || text == "~";
  const bool plain = may_be_plain(text, context.in_flow) && !misread;
  if (plain && (style != ScalarStyle::double_quoted || !node.quoted)) return text;
  return double_quoted(text);
}

bool is_ambiguous(std::string_view text) {
  return is_special_word(text) || looks_like_number(text);
}

std::string emit_key(std::string_view key, bool in_flow) {
  const bool plain = may_be_plain(key, in_flow) && (key == "y" || !is_ambiguous(key)) &&
                     !key.starts_with("\xC2") && !key.starts_with("\xE2");
  return plain ? std::string(key) : double_quoted(key);
}

std::string emit_flow(const Node& node) {
  const EmitContext inside{.in_flow = true};
  switch (node.kind) {
    case Node::Kind::null:
      return "null";
    case Node::Kind::scalar:
      return emit_scalar(node, ScalarStyle::plain, inside);
    case Node::Kind::list: {
      std::string out = "[";
      for (const Node& item : node.items) out.append(out.size() > 1 ? ", " : "").append(emit_flow(item));
      return out + "]";
    }
    case Node::Kind::map:
      break;
  }
  std::string out = "{";
  for (const Node::Member& member : node.members) {
    out.append(out.size() > 1 ? ", " : "").append(emit_key(member.key, true)).append(": ");
    out.append(emit_flow(member.value));
  }
  return out + "}";
}

std::string emit_value(const Node& node, const EmitContext& context) {
  if (node.is_null()) return " null";
  if (node.is_scalar()) return " " + emit_scalar(node, ScalarStyle::plain, context);
  if (context.in_flow || fits_in_flow(node, context)) return " " + emit_flow(node);
  const std::size_t column = context.column + 2;
  std::string block = emit_block(node, column, context.eol);
  if (context.behind_dash) return " " + block;
  return fmt::format("{}{}{}", context.eol, std::string(column, ' '), block);
}

std::string emit_entry(const Node& value, const std::string* key, std::size_t column, std::string_view eol) {
  std::string out = key != nullptr ? emit_key(*key, false) + ":" : "-";
  const EmitContext context{.column = column,
                            .behind_dash = key == nullptr,
                            .eol = eol,
                            .used = column + count_code_points(out) + 1};
  return out += emit_value(value, context);
}

std::string emit_block(const Node& node, std::size_t column, std::string_view eol) {
  std::string out;
  const std::string next = fmt::format("{}{}", eol, std::string(column, ' '));
  for (const Node& item : node.items) {
    if (!out.empty()) out += next;
    out += emit_entry(item, nullptr, column, eol);
  }
  for (const Node::Member& member : node.members) {
    if (!out.empty()) out += next;
    out += emit_entry(member.value, &member.key, column, eol);
  }
  return out;
}

}  // namespace mektep::editor
