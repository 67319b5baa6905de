// Python's % formatting: %s %r %d %i %f %F %e %g %x %X %o %c %% with flags, width, precision and (names).
#include <cmath>

#include "base/text.h"
#include "theme/template/literal.h"
#include "theme/template/operators.h"
#include "theme/template/output.h"

namespace mektep::templates {

namespace {

struct Directive {
  bool left = false, zero = false, plus = false, blank = false, alternate = false;
  std::size_t width = 0;
  int precision = -1;
  char kind = 's';
};

constexpr std::size_t widest = 10'000;

std::size_t digits(std::string_view text, std::size_t& at) {
  std::size_t number = 0;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') {
    number = std::min(number * 10 + static_cast<std::size_t>(text[at++] - '0'), widest);
  }
  return number;
}

std::string signed_text(const Directive& directive, bool negative, const std::string& body) {
  const std::string sign = negative ? "-" : directive.plus ? "+" : directive.blank ? " " : "";
  if (directive.zero && !directive.left && sign.size() + body.size() < directive.width) {
    return sign + std::string(directive.width - sign.size() - body.size(), '0') + body;
  }
  return sign + body;
}

Result whole_number(const Directive& directive, const Value& value) {
  std::int64_t number = 0;
  if (value.is_integer()) {
    number = value.as_integer();
  } else if (value.is_bool()) {
    number = value.as_bool() ? 1 : 0;
  } else if (value.is_float() && (directive.kind == 'd' || directive.kind == 'i') &&
             std::fabs(value.as_float()) < 9e18) {
    number = static_cast<std::int64_t>(value.as_float());
  } else {
    return error(fmt::format("%{}: a number is required, not {}", directive.kind, kind_name(value)));
  }
  const std::uint64_t size =
      number < 0 ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
  std::string body;
  switch (directive.kind) {
    case 'x':
      body = fmt::format("{}{:x}", directive.alternate ? "0x" : "", size);
      break;
    case 'X':
      body = fmt::format("{}{:X}", directive.alternate ? "0X" : "", size);
      break;
    case 'o':
      body = fmt::format("{}{:o}", directive.alternate ? "0o" : "", size);
      break;
    default:
      body = fmt::format("{}", size);
  }
  if (directive.precision > static_cast<int>(body.size())) {
    body.insert(0, static_cast<std::size_t>(directive.precision) - body.size(), '0');
  }
  return Value(signed_text(directive, number < 0, body));
}

Result real_number(const Directive& directive, const Value& value) {
  if (!value.is_integer() && !value.is_float() && !value.is_bool()) {
    return error(fmt::format("%{}: a number is required, not {}", directive.kind, kind_name(value)));
  }
  const double number = value.is_float()  ? value.as_float()
                        : value.is_bool() ? (value.as_bool() ? 1.0 : 0.0)
                                          : static_cast<double>(value.as_integer());
  const int precision = directive.precision < 0 ? 6 : directive.precision;
  const double size = std::fabs(number);
  std::string body;
  switch (directive.kind) {
    case 'e':
      body = fmt::format("{:.{}e}", size, precision);
      break;
    case 'E':
      body = fmt::format("{:.{}E}", size, precision);
      break;
    case 'g':
      body = fmt::format("{:.{}g}", size, std::max(precision, 1));
      break;
    case 'G':
      body = fmt::format("{:.{}G}", size, std::max(precision, 1));
      break;
    default:
      body = fmt::format("{:.{}f}", size, precision);
  }
  return Value(signed_text(directive, std::signbit(number), body));
}

Result text_value(const Directive& directive, const Value& value, bool safe, Budget& budget) {
  std::string text;
  if (directive.kind == 'r') {
    const Value list(ValueList{value});
    if (auto done = print(text, list, budget); !done) return std::unexpected(done.error());
    text = text.substr(1, text.size() - 2);
  } else if (auto done = print(text, value, budget); !done) {
    return std::unexpected(done.error());
  }
  if (safe && !value.is_safe()) text = escaped(text);
  if (directive.precision >= 0)
    text.resize(code_point_offset(text, static_cast<std::size_t>(directive.precision)));
  return Value(std::move(text));
}

Result convert(const Directive& directive, const Value& value, bool safe, Budget& budget) {
  switch (directive.kind) {
    case 'd':
    case 'i':
    case 'u':
    case 'x':
    case 'X':
    case 'o':
      return whole_number(directive, value);
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
      return real_number(directive, value);
    case 's':
    case 'r':
      return text_value(directive, value, safe, budget);
    case 'c':
      if (value.is_integer() && value.as_integer() >= 0 && value.as_integer() < 0xD800) {
        std::string text;
        append_utf8(text, static_cast<char32_t>(value.as_integer()));
        return Value(safe ? escaped(text) : text);
      }
      return text_value(directive, value, safe, budget);
    default:
      return error(fmt::format("unsupported format character '{}'", directive.kind));
  }
}

}  // namespace

Result format_percent(const Value& format, std::span<const Value> values, const Value* named,
                      Budget& budget) {
  const std::string_view pattern = format.as_string();
  std::string out;
  std::size_t next = 0;
  for (std::size_t at = 0; at < pattern.size();) {
    if (pattern[at] != '%') {
      out += pattern[at++];
      continue;
    }
    ++at;
    Directive directive;
    Value value;
    bool by_name = false;
    if (at < pattern.size() && pattern[at] == '(') {
      const std::size_t close = pattern.find(')', at);
      if (close == std::string_view::npos || named == nullptr) return error("format requires a mapping");
      value = named->as_object().get(pattern.substr(at + 1, close - at - 1));
      by_name = true;
      at = close + 1;
    }
    for (; at < pattern.size(); ++at) {
      bool* flag = pattern[at] == '-'   ? &directive.left
                   : pattern[at] == '0' ? &directive.zero
                   : pattern[at] == '+' ? &directive.plus
                   : pattern[at] == ' ' ? &directive.blank
                   : pattern[at] == '#' ? &directive.alternate
                                        : nullptr;
      if (flag == nullptr) break;
      *flag = true;
    }
    directive.width = digits(pattern, at);
    if (at < pattern.size() && pattern[at] == '.')
      directive.precision = static_cast<int>(std::min<std::size_t>(digits(pattern, ++at), 300));
    if (at >= pattern.size()) return error("incomplete format");
    directive.kind = pattern[at++];
    if (directive.kind == '%') {
      out += '%';
      continue;
    }
    if (!by_name) {
      if (next >= values.size()) return error("not enough arguments for the format");
      value = values[next++];
    }
    const auto text = convert(directive, value, format.is_safe(), budget);
    if (!text) return text;
    const std::string_view written = text->as_string();
    const std::size_t length = count_code_points(written);
    const std::size_t padding = length < directive.width ? directive.width - length : 0;
    if (!directive.left) out.append(padding, ' ');
    out += written;
    if (directive.left) out.append(padding, ' ');
    if (!budget.room(out.size())) return error("the text becomes too long");
  }
  if (named == nullptr && next < values.size()) return error("not all arguments converted by the format");
  return text_like(format, std::move(out));
}

}  // namespace mektep::templates
