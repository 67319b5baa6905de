#include "base/finding.h"

#include "base/text.h"

namespace mektep {
namespace {

std::string_view text_of(const Param& param, Language language) {
  if (const auto* text = std::get_if<std::string>(&param.value)) return *text;
  return std::get<Label>(param.value).in(language);
}

std::strong_ordering compare(const Param& a, const Param& b) {
  if (const auto order = a.name <=> b.name; order != 0) return order;
  for (const Language language : {Language::ky, Language::ru, Language::en}) {
    if (const auto order = text_of(a, language) <=> text_of(b, language); order != 0) return order;
  }
  return std::strong_ordering::equal;
}

std::strong_ordering compare(const Finding& a, const Finding& b) {
  if (const auto order = a.place <=> b.place; order != 0) return order;
  if (const auto order = a.rule->id <=> b.rule->id; order != 0) return order;
  if (const auto order = a.field <=> b.field; order != 0) return order;
  if (const auto order = a.found <=> b.found; order != 0) return order;
  for (std::size_t i = 0; i < a.params.size() && i < b.params.size(); ++i) {
    if (const auto order = compare(a.params[i], b.params[i]); order != 0) return order;
  }
  if (const auto order = a.params.size() <=> b.params.size(); order != 0) return order;
  if (const auto order = a.severity <=> b.severity; order != 0) return order;
  return a.clauses <=> b.clauses;
}

// Invisible characters that change how the text around them looks: zero width, direction marks, BOM.
bool is_hidden(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

void append_visible(std::string& out, char32_t c) {
  if (c < 0x20) {
    append_utf8(out, 0x2400 + c);  // ␊ and its like
  } else if (c == 0x7F) {
    append_utf8(out, 0x2421);
  } else if ((c > 0x7F && c < 0xA0) || is_hidden(c)) {
    out += fmt::format("[U+{:04X}]", static_cast<std::uint32_t>(c));
  } else {
    append_utf8(out, c);
  }
}

}  // namespace

Finding::Finding(const Rule& the_rule, Place the_place, std::string the_field, std::string what_stands,
                 std::vector<Param> parameters)
    : rule(&the_rule),
      place(std::move(the_place)),
      field(std::move(the_field)),
      found(std::move(what_stands)),
      params(std::move(parameters)),
      severity(the_rule.severity) {}

std::string Finding::fill(const Message& text, Language language) const {
  const std::string_view pattern = text.in(language);
  std::string out;
  out.reserve(pattern.size() + 32);
  std::size_t at = 0;
  while (at < pattern.size()) {
    const std::size_t first = pattern.find('{', at);
    const std::size_t close = first == std::string_view::npos ? first : pattern.find('}', first);
    if (close == std::string_view::npos) break;
    const std::size_t open = pattern.rfind('{', close);  // {{< person id="{person}" >}}
    out += pattern.substr(at, open - at);
    const std::string_view name = pattern.substr(open + 1, close - open - 1);
    const auto param = std::ranges::find(params, name, &Param::name);
    if (param != params.end()) {
      out += text_of(*param, language);
    } else if (name == "found") {
      out += found;
    } else if (name == "field") {
      out += field;
    } else {
      out += pattern.substr(open, close - open + 1);
    }
    at = close + 1;
  }
  out += pattern.substr(at);
  return out;
}

void sort_findings(Findings& findings) {
  std::ranges::sort(findings, [](const Finding& a, const Finding& b) { return compare(a, b) < 0; });
  const auto repeated =
      std::ranges::unique(findings, [](const Finding& a, const Finding& b) { return compare(a, b) == 0; });
  findings.erase(repeated.begin(), repeated.end());
}

bool any_blocks(const Findings& findings) {
  return std::ranges::any_of(findings, &Finding::blocks);
}

void append(Findings& to, Findings&& from) {
  if (to.empty()) {
    to = std::move(from);
  } else {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  }
  from.clear();
}

std::string excerpt(std::string_view text, std::size_t limit) {
  std::string out;
  std::size_t at = 0;
  std::size_t shown = 0;
  // Valid stretches are copied code point by code point, a byte that is not UTF-8 is shown as \xNN.
  std::size_t valid_until = 0;
  while (at < text.size()) {
    if (shown == limit) return out + "…";
    if (at >= valid_until) {
      const std::string_view rest = text.substr(at, 4 * (limit - shown) + 4);
      valid_until = at + find_invalid_utf8(rest).value_or(rest.size());
    }
    if (at < valid_until) {
      append_visible(out, next_code_point(text, at));
    } else {
      out += fmt::format("\\x{:02X}", static_cast<unsigned char>(text[at++]));
    }
    ++shown;
  }
  return out;
}

}  // namespace mektep
