#include "theme/template/json.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "base/text.h"
#include "theme/template/literal.h"

namespace mektep::templates {

namespace {

std::unexpected<TemplateError> refuse(std::string message) {
  return std::unexpected(TemplateError{std::move(message)});
}

void append_json_string(std::string& out, std::string_view text) {
  static constexpr std::string_view hex = "0123456789abcdef";
  out += '"';
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const auto byte = static_cast<unsigned char>(c);
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      case '\b':
        out += "\\b";
        break;
      case '\f':
        out += "\\f";
        break;
      default:
        if (byte < 0x20 || c == '<' || c == '>' || c == '&' || c == '\'') {
          out += "\\u00";
          out += hex[byte >> 4];
          out += hex[byte & 15];
        } else if (text.substr(i, 3) == "\xE2\x80\xA8" || text.substr(i, 3) == "\xE2\x80\xA9") {
          out += text[i + 2] == '\xA8' ? "\\u2028" : "\\u2029";
          i += 2;
        } else {
          out += c;
        }
    }
  }
  out += '"';
}

class Writer {
 public:
  Writer(std::string& out, const std::string* indent, Budget& budget)
      : out_(out), indent_(indent), budget_(budget) {}

  std::expected<void, TemplateError> write(const Value& value, unsigned depth) {
    if (depth > Budget::max_value_depth) return refuse("tojson: the value is nested too deeply");
    if (!budget_.charge(1) || out_.size() > budget_.bytes()) return refuse("tojson: the text is too long");
    switch (value.kind()) {
      case Value::Kind::missing:
      case Value::Kind::undefined:
        return refuse("tojson: the value is undefined");
      case Value::Kind::none:
        out_ += "null";
        return {};
      case Value::Kind::boolean:
        out_ += value.as_bool() ? "true" : "false";
        return {};
      case Value::Kind::integer:
        append_integer(out_, value.as_integer());
        return {};
      case Value::Kind::floating:
        if (!std::isfinite(value.as_float())) return refuse("tojson: not a finite number");
        append_float(out_, value.as_float());
        return {};
      case Value::Kind::view:
      case Value::Kind::text:
      case Value::Kind::html:
        append_json_string(out_, value.as_string());
        return {};
      case Value::Kind::list:
        return list(value.as_list(), depth);
      case Value::Kind::object:
        return object(value.as_object(), depth);
    }
    return {};
  }

 private:
  void line(unsigned depth) {
    if (indent_ == nullptr) return;
    out_ += '\n';
    for (unsigned i = 0; i < depth; ++i) out_ += *indent_;
  }
  void separate(bool& first, unsigned depth) {
    if (!std::exchange(first, false)) out_ += indent_ == nullptr ? ", " : ",";
    line(depth);
  }

  std::expected<void, TemplateError> list(const ValueList& items, unsigned depth) {
    out_ += '[';
    bool first = true;
    for (const Value& item : items) {
      separate(first, depth + 1);
      if (auto done = write(item, depth + 1); !done) return done;
    }
    if (!items.empty()) line(depth);
    out_ += ']';
    return {};
  }

  std::expected<void, TemplateError> object(const ValueObject& object, unsigned depth) {
    if (!object.printable()) return refuse("tojson: this object has no JSON form; name its members");
    auto names = object.names();
    std::sort(names.begin(), names.end());
    out_ += '{';
    bool first = true;
    for (const std::string& name : names) {
      separate(first, depth + 1);
      append_json_string(out_, name);
      out_ += ": ";
      if (auto done = write(object.get(name), depth + 1); !done) return done;
    }
    if (!names.empty()) line(depth);
    out_ += '}';
    return {};
  }

  std::string& out_;
  const std::string* indent_;
  Budget& budget_;
};

// The references that school texts hold; anything else stays as it is.
void append_reference(std::string& out, std::string_view name) {
  static constexpr std::pair<std::string_view, std::string_view> known[] = {
      {"amp", "&"},         {"lt", "<"},    {"gt", ">"},         {"quot", "\""},  {"apos", "'"},
      {"nbsp", "\xC2\xA0"}, {"laquo", "«"}, {"raquo", "»"},      {"mdash", "—"},  {"ndash", "–"},
      {"hellip", "…"},      {"copy", "©"},  {"shy", "\xC2\xAD"}, {"bdquo", "„"},  {"ldquo", "“"},
      {"rdquo", "”"},       {"deg", "°"},   {"times", "×"},      {"middot", "·"}, {"bull", "•"}};
  for (const auto& [reference, text] : known) {
    if (reference == name) {
      out += text;
      return;
    }
  }
  if (name.size() > 1 && name[0] == '#') {
    const bool hex = (name[1] | 0x20) == 'x';
    std::uint32_t code = 0;
    bool valid = name.size() > (hex ? 2U : 1U) && name.size() < 10;
    for (const char c : name.substr(hex ? 2 : 1)) {
      const char small = static_cast<char>(c | 0x20);
      const int digit = c >= '0' && c <= '9'                  ? c - '0'
                        : hex && small >= 'a' && small <= 'f' ? small - 'a' + 10
                                                              : 99;
      valid = valid && digit < (hex ? 16 : 10);
      code = code * (hex ? 16 : 10) + static_cast<std::uint32_t>(digit);
    }
    if (valid && code != 0 && code <= 0x10FFFF && (code < 0xD800 || code >= 0xE000)) {
      append_utf8(out, code);
      return;
    }
  }
  out += '&';
  out += name;
  out += ';';
}

// The next `sign` of a text at or behind places that only rise: runs of "<" without ">" stay linear.
class Next {
 public:
  Next(std::string_view text, std::string_view sign) : text_(text), sign_(sign) {}

  std::size_t from(std::size_t place) {
    if (found_ != std::string_view::npos && (fresh_ || found_ < place)) found_ = text_.find(sign_, place);
    fresh_ = false;
    return found_;
  }

 private:
  std::string_view text_, sign_;
  std::size_t found_ = 0;
  bool fresh_ = true;
};

}  // namespace

std::expected<void, TemplateError> append_json(std::string& out, const Value& value,
                                               const std::string* indent, Budget& budget) {
  return Writer(out, indent, budget).write(value, 0);
}

std::string strip_tags(std::string_view html) {
  std::string bare;
  Next comment_end(html, "-->"), tag_end(html, ">");
  for (std::size_t at = 0; at < html.size();) {
    if (html.substr(at, 4) == "<!--") {
      const std::size_t end = comment_end.from(at + 4);
      if (end != std::string_view::npos) {
        at = end + 3;
        continue;
      }
    }
    if (html[at] == '<') {
      const std::size_t end = tag_end.from(at);
      if (end != std::string_view::npos) {
        at = end + 1;
        continue;
      }
    }
    bare += html[at++];
  }
  std::string joined;
  bool gap = false;
  for (const char c : bare) {
    if (c == ' ' || (c >= 9 && c <= 13)) {
      gap = true;
      continue;
    }
    if (gap && !joined.empty()) joined += ' ';
    gap = false;
    joined += c;
  }
  std::string text;
  Next reference_end(joined, ";");
  for (std::size_t at = 0; at < joined.size();) {
    const std::size_t end = joined[at] == '&' ? reference_end.from(at) : std::string::npos;
    if (end != std::string::npos && end - at < 12) {
      append_reference(text, std::string_view(joined).substr(at + 1, end - at - 1));
      at = end + 1;
    } else {
      text += joined[at++];
    }
  }
  return text;
}

}  // namespace mektep::templates
