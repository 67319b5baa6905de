#include "theme/template/literal.h"

#include <charconv>
#include <cmath>

#include "base/ascii.h"
#include "base/text.h"

namespace mektep::templates {

namespace {

int digit_value(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return 99;
}

// Digits with single underscores between them; the end of them.
std::size_t skip_digits(std::string_view text, std::size_t at, int base) {
  while (at < text.size()) {
    if (digit_value(text[at]) < base) {
      ++at;
    } else if (text[at] == '_' && at + 1 < text.size() && digit_value(text[at + 1]) < base) {
      at += 2;
    } else {
      break;
    }
  }
  return at;
}

std::string without_underscores(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c != '_') digits += c;
  }
  return digits;
}

bool read_hex(std::string_view text, std::size_t at, std::size_t count, std::uint32_t& value) {
  if (at + count > text.size()) return false;
  value = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    const int digit = digit_value(text[i]);
    if (digit >= 16) return false;
    value = value * 16 + static_cast<std::uint32_t>(digit);
  }
  return true;
}

}  // namespace

Literal read_number(std::string_view text, bool after_dot) {
  Literal literal;
  int base = 10;
  std::size_t begin = 0;
  if (!after_dot && text.size() > 2 && text[0] == '0') {
    const char sign = static_cast<char>(text[1] | 0x20);
    base = sign == 'x' ? 16 : sign == 'o' ? 8 : sign == 'b' ? 2 : 10;
    if (base != 10) begin = 2;
  }
  std::size_t end = skip_digits(text, begin, base);
  literal.is_integer = true;
  if (base == 10 && !after_dot) {
    if (end + 1 < text.size() && text[end] == '.' && is_digit(text[end + 1])) {
      literal.is_integer = false;
      end = skip_digits(text, end + 1, 10);
    }
    if (end < text.size() && (text[end] == 'e' || text[end] == 'E')) {
      std::size_t exponent = end + 1;
      if (exponent < text.size() && (text[exponent] == '+' || text[exponent] == '-')) ++exponent;
      if (exponent < text.size() && is_digit(text[exponent])) {
        literal.is_integer = false;
        end = skip_digits(text, exponent, 10);
      }
    }
  }
  literal.written = text.substr(0, end);
  const std::string digits = without_underscores(text.substr(begin, end - begin));
  const char* last = digits.data() + digits.size();
  if (literal.is_integer) {
    const auto parsed = std::from_chars(digits.data(), last, literal.integer, base);
    const bool leading_zero = base == 10 && digits.size() > 1 && digits[0] == '0' && literal.integer != 0;
    literal.valid = parsed.ec == std::errc() && parsed.ptr == last && (!leading_zero || after_dot);
  } else {
    const auto parsed = std::from_chars(digits.data(), last, literal.number);
    literal.valid = parsed.ec == std::errc() && parsed.ptr == last;
  }
  return literal;
}

bool decode_string(std::string_view inside, std::string& out) {
  static constexpr std::string_view letters = "abfnrtv\\'\"", meanings = "\a\b\f\n\r\t\v\\'\"";
  for (std::size_t i = 0; i < inside.size();) {
    if (inside[i] != '\\' || i + 1 >= inside.size()) {
      out += inside[i++];
      continue;
    }
    const char sign = inside[i + 1];
    i += 2;
    const std::size_t width = sign == 'x' ? 2 : sign == 'u' ? 4 : sign == 'U' ? 8 : 0;
    if (width != 0) {
      std::uint32_t code = 0;
      if (!read_hex(inside, i, width, code) || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
        return false;
      append_utf8(out, code);
      i += width;
    } else if (sign >= '0' && sign <= '7') {
      std::uint32_t code = static_cast<std::uint32_t>(sign - '0');
      for (int n = 0; n < 2 && i < inside.size() && inside[i] >= '0' && inside[i] <= '7'; ++n) {
        code = code * 8 + static_cast<std::uint32_t>(inside[i++] - '0');
      }
      append_utf8(out, code);
    } else if (sign == '\n') {
      continue;
    } else if (const std::size_t known = letters.find(sign); known != std::string_view::npos) {
      out += meanings[known];
    } else {
      out += '\\';
      out += sign;
    }
  }
  return true;
}

void append_integer(std::string& out, std::int64_t number) {
  char buffer[24];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, number).ptr;
  out.append(buffer, end);
}

void append_float(std::string& out, double number) {
  if (std::isnan(number)) {
    out += "nan";
    return;
  }
  if (std::isinf(number)) {
    out += number < 0 ? "-inf" : "inf";
    return;
  }
  char buffer[40];
  const double size = std::fabs(number);
  const bool plain = size == 0 || (size >= 1e-4 && size < 1e16);
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, number,
                                 plain ? std::chars_format::fixed : std::chars_format::scientific)
                       .ptr;
  const std::string_view written(buffer, static_cast<std::size_t>(end - buffer));
  out += written;
  if (plain && written.find('.') == std::string_view::npos) out += ".0";
}

void append_quoted(std::string& out, std::string_view text) {
  const bool single = text.find('\'') == std::string_view::npos || text.find('"') != std::string_view::npos;
  const char quote = single ? '\'' : '"';
  out += quote;
  for (const char c : text) {
    if (c == quote || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\r') {
      out += "\\r";
    } else if (c == '\t') {
      out += "\\t";
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      static constexpr std::string_view digits = "0123456789abcdef";
      out += "\\x";
      out += digits[static_cast<unsigned char>(c) >> 4];
      out += digits[static_cast<unsigned char>(c) & 15];
    } else {
      out += c;
    }
  }
  out += quote;
}

}  // namespace mektep::templates
