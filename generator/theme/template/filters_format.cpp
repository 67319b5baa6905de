// Filters that change the form of a value: numbers, HTML, JSON, addresses.
#include <charconv>
#include <cmath>

#include "base/text.h"
#include "theme/template/json.h"
#include "theme/template/literal.h"
#include "theme/template/operators.h"
#include "theme/template/output.h"

namespace mektep::templates {

namespace {

using Values = std::span<const Value>;

std::string_view stripped(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\n\r\f\v");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\n\r\f\v") - begin + 1);
}

std::optional<std::int64_t> parse_whole(std::string_view text, int base) {
  std::string digits;
  text = stripped(text);
  bool negative = false;
  if (text.starts_with('-') || text.starts_with('+')) {
    negative = text[0] == '-';
    text.remove_prefix(1);
  }
  const std::string_view prefix = base == 16 ? "0x" : base == 8 ? "0o" : base == 2 ? "0b" : "";
  if (!prefix.empty() && text.size() > 2 && text[0] == '0' && (text[1] | 0x20) == prefix[1])
    text.remove_prefix(2);
  if (text.empty() || text.front() == '_' || text.back() == '_' || text.find("__") != std::string_view::npos)
    return {};
  if (negative) digits = "-";
  for (const char c : text) {
    if (c != '_') digits += c;
  }
  if (digits.find_last_of("+-") != (negative ? 0 : std::string::npos)) return {};
  std::int64_t number = 0;
  const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
  if (parsed.ec != std::errc() || parsed.ptr != digits.data() + digits.size()) return {};
  return number;
}

std::optional<double> parse_real(std::string_view text) {
  text = stripped(text);
  if (text.starts_with('+')) {
    text.remove_prefix(1);
    if (text.starts_with('-')) return {};
  }
  std::string plain;
  for (const char c : text) {
    if (c != '_') plain += c;
  }
  if (plain.empty() || plain.find_first_of("xXpP(") != std::string::npos) return {};
  double number = 0;
  const auto parsed = std::from_chars(plain.data(), plain.data() + plain.size(), number);
  if (parsed.ec != std::errc() || parsed.ptr != plain.data() + plain.size()) return {};
  return number;
}

std::optional<std::int64_t> cut_off(double number) {
  if (!(std::fabs(number) < 9.2e18)) return {};
  return static_cast<std::int64_t>(number);
}

Result filter_int(Host&, Values v) {
  const Value fallback = v[1].is_undefined() ? Value(0) : v[1];
  const auto base = v[2].is_integer() ? v[2].as_integer() : 10;
  if (base < 2 || base > 36) return error("int: the base must be 2…36");
  if (v[0].is_integer()) return v[0];
  if (v[0].is_bool()) return v[0].as_bool() ? 1 : 0;
  std::optional<std::int64_t> number;
  if (v[0].is_float()) number = cut_off(v[0].as_float());
  if (v[0].is_string()) {
    number = parse_whole(v[0].as_string(), static_cast<int>(base));
    if (!number) {
      if (const auto real = parse_real(v[0].as_string())) number = cut_off(*real);
    }
  }
  return number ? Value(*number) : fallback;
}

Result filter_float(Host&, Values v) {
  Value fallback = v[1].is_undefined() ? Value(0.0) : v[1];
  if (v[0].is_float()) return v[0];
  if (v[0].is_integer()) return static_cast<double>(v[0].as_integer());
  if (v[0].is_bool()) return v[0].as_bool() ? 1.0 : 0.0;
  if (v[0].is_string()) {
    if (const auto number = parse_real(v[0].as_string())) return *number;
  }
  return fallback;
}

Result filter_abs(Host&, Values v) {
  if (v[0].is_float()) return std::fabs(v[0].as_float());
  if (v[0].is_bool()) return v[0].as_bool() ? 1 : 0;
  if (v[0].is_integer()) return v[0].as_integer() < 0 ? negate(v[0]) : Result(v[0]);
  return error(fmt::format("abs: a number is expected, not {}", kind_name(v[0])));
}

// Half to even on the decimal digits, as round() of Python.
double round_to(double number, int precision) {
  if (!std::isfinite(number)) return number;
  if (precision >= 0) {
    if (precision > 300) return number;
    const std::string text = fmt::format("{:.{}f}", number, precision);
    double rounded = 0;
    std::from_chars(text.data(), text.data() + text.size(), rounded);
    return rounded;
  }
  const double power = std::pow(10.0, -precision);
  const double scaled = number / power;
  double rounded = std::round(scaled);
  if (std::fabs(scaled - rounded) == 0.5) rounded = 2.0 * std::round(scaled / 2.0);
  return rounded * power;
}

Result filter_round(Host&, Values v) {
  const std::int64_t precision = v[1].is_integer() ? v[1].as_integer() : 0;
  const std::string_view method = v[2].is_string() ? v[2].as_string() : "common";
  if (precision < -300 || precision > 300) return error("round: a precision of -300…300 expected");
  if (method != "common" && method != "ceil" && method != "floor")
    return error("round: common, ceil or floor");
  if (!v[0].is_float() && !v[0].is_integer() && !v[0].is_bool()) {
    return error(fmt::format("round: a number is expected, not {}", kind_name(v[0])));
  }
  const bool whole = !v[0].is_float();
  const double number = !whole           ? v[0].as_float()
                        : v[0].is_bool() ? (v[0].as_bool() ? 1.0 : 0.0)
                                         : static_cast<double>(v[0].as_integer());
  if (method == "common") {
    if (whole && precision >= 0) return v[0].is_bool() ? Value(v[0].as_bool() ? 1 : 0) : v[0];
    const double rounded = round_to(number, static_cast<int>(precision));
    if (!whole) return rounded;
    const auto back = cut_off(rounded);
    return back ? Result(*back) : error("round: the number is too large");
  }
  const double power = std::pow(10.0, static_cast<double>(precision));
  return (method == "ceil" ? std::ceil(number * power) : std::floor(number * power)) / power;
}

Result filter_format(Host& host, Values v) {
  const auto format = to_string(v[0], host.budget());
  if (!format) return format;
  Values values = v.subspan(1);
  if (!values.empty() && values.back().is_object() && values.size() == 1) {
    return format_percent(*format, {}, &values.back(), host.budget());
  }
  return format_percent(*format, values, nullptr, host.budget());
}

Result filter_escape(Host& host, Values v) {
  const auto text = to_string(v[0], host.budget());
  if (!text || text->is_safe()) return text;
  return Value::safe(escaped(text->as_string()));
}

Result filter_forceescape(Host& host, Values v) {
  const auto text = to_string(v[0], host.budget());
  if (!text) return text;
  return Value::safe(escaped(text->as_string()));
}

Result filter_safe(Host& host, Values v) {
  const auto text = to_string(v[0], host.budget());
  if (!text || text->is_safe()) return text;
  return Value::safe(std::string(text->as_string()));
}

Result filter_striptags(Host& host, Values v) {
  const auto text = to_string(v[0], host.budget());
  if (!text) return text;
  return Value(strip_tags(text->as_string()));
}

void append_percent(std::string& out, std::string_view text, bool query) {
  static constexpr std::string_view hex = "0123456789ABCDEF";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '.' || c == '_' || c == '~' || (c == '/' && !query);
    if (plain) {
      out += c;
    } else if (query && c == ' ') {
      out += '+';
    } else {
      out += '%';
      out += hex[byte >> 4];
      out += hex[byte & 15];
    }
  }
}

Result filter_urlencode(Host& host, Values v) {
  std::string out;
  if (!v[0].is_object() && !v[0].is_list()) {
    const auto text = to_string(v[0], host.budget());
    if (!text) return text;
    append_percent(out, text->as_string(), false);
    return Value(std::move(out));
  }
  const auto add = [&](const Value& name, const Value& value) -> std::expected<void, TemplateError> {
    const auto key = to_string(name, host.budget());
    const auto text = to_string(value, host.budget());
    if (!key || !text) return error("urlencode: texts and numbers expected");
    if (!out.empty()) out += '&';
    append_percent(out, key->as_string(), true);
    out += '=';
    append_percent(out, text->as_string(), true);
    return {};
  };
  if (v[0].is_object()) {
    for (const std::string& name : v[0].as_object().names()) {
      if (auto done = add(Value(name), v[0].as_object().get(name)); !done)
        return std::unexpected(done.error());
    }
    return Value(std::move(out));
  }
  for (const Value& pair : v[0].as_list()) {
    if (!pair.is_list() || pair.as_list().size() != 2)
      return error("urlencode: pairs of name and value expected");
    if (auto done = add(pair.as_list()[0], pair.as_list()[1]); !done) return std::unexpected(done.error());
  }
  return Value(std::move(out));
}

Result filter_xmlattr(Host& host, Values v) {
  if (!v[0].is_object()) return error(fmt::format("xmlattr: an object is expected, not {}", kind_name(v[0])));
  std::string out;
  for (const std::string& name : v[0].as_object().names()) {
    const Value value = v[0].as_object().get(name);
    if (value.is_none() || value.is_undefined()) continue;
    if (name.find_first_of(" \t\n\r\f\v/>=") != std::string::npos) {
      return error(fmt::format("xmlattr: invalid character in the attribute name \"{}\"", name));
    }
    const auto text = to_string(value, host.budget());
    if (!text) return text;
    if (!out.empty()) out += ' ';
    append_escaped(out, name);
    out += "=\"";
    if (text->is_safe()) {
      append_within_quotes(out, text->as_string(), '"');
    } else {
      append_escaped(out, text->as_string());
    }
    out += '"';
  }
  const bool space = v[1].is_undefined() || v[1].truthy();
  if (space && !out.empty()) out.insert(0, 1, ' ');
  return Value::safe(std::move(out));
}

Result filter_tojson(Host& host, Values v) {
  std::string out;
  std::string indent;
  if (v[1].is_integer()) {
    indent.assign(static_cast<std::size_t>(std::clamp<std::int64_t>(v[1].as_integer(), 0, 16)), ' ');
  } else if (v[1].is_string()) {
    indent = v[1].as_string();
  }
  const bool lines = v[1].is_integer() || v[1].is_string();
  if (auto done = append_json(out, v[0], lines ? &indent : nullptr, host.budget()); !done)
    return std::unexpected(done.error());
  return Value::safe(std::move(out));
}

constexpr Builtin format_table[] = {
    {"abs", "", filter_abs},
    {"e", "", filter_escape},
    {"escape", "", filter_escape},
    {"float", "default?", filter_float},
    {"forceescape", "", filter_forceescape},
    {"format", "*,**", filter_format},
    {"int", "default?,base?", filter_int},
    {"round", "precision?,method?", filter_round},
    {"safe", "", filter_safe},
    {"striptags", "", filter_striptags},
    {"tojson", "indent?", filter_tojson},
    {"urlencode", "", filter_urlencode},
    {"xmlattr", "autospace?", filter_xmlattr},
};

}  // namespace

std::span<const Builtin> format_filters() {
  return format_table;
}

}  // namespace mektep::templates
