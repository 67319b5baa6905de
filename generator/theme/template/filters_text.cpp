// Filters on text: case, trimming, replacing, cutting.
#include "base/text.h"
#include "theme/template/operators.h"
#include "theme/template/output.h"

namespace mektep::templates {

namespace {

using Values = std::span<const Value>;

// What str.isspace() of Python accepts.
bool is_blank(char32_t c) {
  return c == ' ' || (c >= 9 && c <= 13) || (c >= 0x1C && c <= 0x1F) || c == 0x85 || c == 0xA0 ||
         c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
         c == 0x205F || c == 0x3000;
}

template <typename Map>
Result mapped(Host& host, const Value& value, Map map) {
  const auto text = to_string(value, host.budget());
  if (!text) return text;
  const std::string_view from = text->as_string();
  if (!host.budget().room(from.size())) return error("the text is too long");
  std::string to;
  to.reserve(from.size());
  for (std::size_t at = 0; at < from.size();) append_utf8(to, map(next_code_point(from, at)));
  return text_like(*text, std::move(to));
}

Result filter_upper(Host& host, Values v) {
  return mapped(host, v[0], to_upper);
}
Result filter_lower(Host& host, Values v) {
  return mapped(host, v[0], to_lower);
}

Result filter_capitalize(Host& host, Values v) {
  bool first = true;
  return mapped(host, v[0],
                [&](char32_t c) { return std::exchange(first, false) ? to_upper(c) : to_lower(c); });
}

Result filter_title(Host& host, Values v) {
  bool begins = true;
  auto titled = mapped(host, v[0], [&](char32_t c) {
    if (is_blank(c) || c == '-' || c == '(' || c == '{' || c == '[' || c == '<') {
      begins = true;
      return c;
    }
    return std::exchange(begins, false) ? to_upper(c) : to_lower(c);
  });
  // As in Jinja2 the result is plain text even when the value was safe.
  if (titled && titled->is_safe()) return Value(std::string(titled->as_string()));
  return titled;
}

Result filter_trim(Host& host, Values v) {
  const auto value = to_string(v[0], host.budget());
  if (!value) return value;
  std::vector<char32_t> set;
  const bool given = v[1].is_string();
  if (given) {
    const std::string_view characters = v[1].as_string();
    for (std::size_t at = 0; at < characters.size();) set.push_back(next_code_point(characters, at));
  }
  const auto drops = [&](char32_t c) {
    return given ? std::find(set.begin(), set.end(), c) != set.end() : is_blank(c);
  };
  const std::string_view text = value->as_string();
  std::size_t begin = 0, end = text.size();
  while (begin < end) {
    std::size_t next = begin;
    if (!drops(next_code_point(text, next))) break;
    begin = next;
  }
  while (end > begin) {
    std::size_t start = end - 1;
    while (start > begin && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) --start;
    std::size_t next = start;
    if (!drops(next_code_point(text, next))) break;
    end = start;
  }
  return text_like(*value, std::string(text.substr(begin, end - begin)));
}

Result filter_replace(Host& host, Values v) {
  auto value = to_string(v[0], host.budget());
  auto old = to_string(v[1], host.budget());
  auto with = to_string(v[2], host.budget());
  if (!value || !old || !with) return error("replace: texts expected");
  // Safe HTML stays so: what comes in is escaped.
  if (old->is_safe() || (with->is_safe() && !value->is_safe())) {
    if (!value->is_safe()) value = Value::safe(escaped(value->as_string()));
  }
  if (value->is_safe()) {
    if (!old->is_safe()) old = Value::safe(escaped(old->as_string()));
    if (!with->is_safe()) with = Value::safe(escaped(with->as_string()));
  }
  std::int64_t count = v[3].is_integer() ? v[3].as_integer() : -1;
  const std::string_view text = value->as_string(), from = old->as_string(), to = with->as_string();
  std::string result;
  std::size_t at = 0;
  while (count != 0) {
    std::size_t found = at;
    if (from.empty()) {
      if (at > text.size()) break;
    } else {
      found = text.find(from, at);
      if (found == std::string_view::npos) break;
    }
    result.append(text, at, found - at);
    result += to;
    if (!host.budget().charge(1 + to.size() / 64) || result.size() > host.budget().bytes())
      return error("the text is too long");
    --count;
    at = found + from.size();
    if (!from.empty()) continue;
    if (at >= text.size()) {
      at = text.size();
      break;
    }
    const std::size_t next = at + code_point_offset(text.substr(at), 1);
    result.append(text, at, next - at);
    at = next;
  }
  result.append(text, std::min(at, text.size()));
  if (!host.budget().room(result.size())) return error("the text is too long");
  return text_like(*value, std::move(result));
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return lines;
}

Result filter_indent(Host& host, Values v) {
  if (!v[0].is_string()) return error(fmt::format("indent: a text is expected, not {}", kind_name(v[0])));
  std::string indention(4, ' ');
  if (v[1].is_string()) {
    indention = v[1].as_string();
  } else if (v[1].is_integer()) {
    if (v[1].as_integer() > 10'000) return error("indent: too wide");
    indention.assign(static_cast<std::size_t>(std::max<std::int64_t>(v[1].as_integer(), 0)), ' ');
  }
  const bool first = v[2].truthy(), blank = v[3].truthy();
  const std::string text = std::string(v[0].as_string()) + "\n";
  std::string result;
  bool start = true;
  for (const std::string_view line : lines_of(text)) {
    if (!start) result += '\n';
    if (start ? first : (blank || !line.empty())) result += indention;
    start = false;
    result += line;
    if (!host.budget().charge(1) || result.size() > host.budget().bytes())
      return error("the text is too long");
  }
  return text_like(v[0], std::move(result));
}

Result filter_truncate(Host& host, Values v) {
  const auto value = to_string(v[0], host.budget());
  if (!value) return value;
  const std::int64_t length = v[1].is_integer() ? v[1].as_integer() : 255;
  const std::string end = v[3].is_string() ? std::string(v[3].as_string()) : "...";
  const std::int64_t leeway = v[4].is_integer() ? v[4].as_integer() : 5;
  const auto end_length = static_cast<std::int64_t>(count_code_points(end));
  if (length < end_length)
    return error(fmt::format("truncate: a length of at least {} expected, not {}", end_length, length));
  if (leeway < 0) return error("truncate: the leeway cannot be negative");
  const std::string_view text = value->as_string();
  const auto size = static_cast<std::int64_t>(count_code_points(text));
  if (size <= length || size - length <= leeway) return *value;
  std::string_view kept =
      text.substr(0, code_point_offset(text, static_cast<std::size_t>(length - end_length)));
  if (!v[2].truthy()) {
    if (const std::size_t blank = kept.rfind(' '); blank != std::string_view::npos)
      kept = kept.substr(0, blank);
  }
  const bool escape_end = value->is_safe() && !v[3].is_safe();
  return text_like(*value, std::string(kept) + (escape_end ? escaped(end) : end));
}

Result filter_wordcount(Host& host, Values v) {
  const auto value = to_string(v[0], host.budget());
  if (!value) return value;
  const std::string_view text = value->as_string();
  std::int64_t words = 0;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const bool word =
        is_letter(c) || (c >= '0' && c <= '9') || c == '_' || (c >= 0xC0 && to_lower(c) != to_upper(c));
    if (word && !inside) ++words;
    inside = word;
  }
  return words;
}

Result filter_string(Host& host, Values v) {
  return to_string(v[0], host.budget());
}

Result filter_center(Host& host, Values v) {
  const auto value = to_string(v[0], host.budget());
  if (!value) return value;
  const std::int64_t width = v[1].is_integer() ? v[1].as_integer() : 80;
  const auto size = static_cast<std::int64_t>(count_code_points(value->as_string()));
  if (width > 10'000) return error("center: too wide");
  if (width <= size) return *value;
  // Python puts the odd blank to the left when the width is odd.
  const std::int64_t padding = width - size;
  const std::int64_t left = padding / 2 + (padding & width & 1);
  return text_like(*value, std::string(static_cast<std::size_t>(left), ' ') +
                               std::string(value->as_string()) +
                               std::string(static_cast<std::size_t>(padding - left), ' '));
}

constexpr Builtin text_table[] = {
    {"capitalize", "", filter_capitalize},
    {"center", "width?", filter_center},
    {"indent", "width?,first?,blank?", filter_indent},
    {"lower", "", filter_lower},
    {"replace", "old,new,count?", filter_replace},
    {"string", "", filter_string},
    {"title", "", filter_title},
    {"trim", "chars?", filter_trim},
    {"truncate", "length?,killwords?,end?,leeway?", filter_truncate},
    {"upper", "", filter_upper},
    {"wordcount", "", filter_wordcount},
};

}  // namespace

std::span<const Builtin> text_filters() {
  return text_table;
}

}  // namespace mektep::templates
