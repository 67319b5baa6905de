// HTML and URL escaping. Pages are mostly text without a character to escape, so whole runs are found and
// copied.
#include "base/escape.h"

#include <cstring>

#include "base/text.h"

namespace mektep {
namespace {

// The reference of a byte that may not stand in HTML as it is.
constexpr std::string_view reference_of(char c, std::string_view quote) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return quote;
    default:
      return "&#39;";
  }
}

// Sixteen bytes compared at once (a vector type of GCC and Clang, SSE2 or NEON underneath).
using Bytes16 = unsigned char __attribute__((vector_size(16)));

bool any_special(const char* from) {
  Bytes16 bytes;
  std::memcpy(&bytes, from, sizeof bytes);
  // & and ' are 0x26 and 0x27, < and > are 0x3C and 0x3E: one comparison a pair.
  const auto hits = ((bytes | 1U) == 0x27) | ((bytes | 2U) == 0x3E) | (bytes == '"');
  std::uint64_t halves[2];
  std::memcpy(halves, &hits, sizeof halves);
  return (halves[0] | halves[1]) != 0;
}

constexpr std::array<bool, 256> special_bytes = [] {
  std::array<bool, 256> table{};
  for (const char c : {'&', '<', '>', '"', '\''}) table[static_cast<unsigned char>(c)] = true;
  return table;
}();

std::size_t find_special(std::string_view text, std::size_t at) {
  while (at + 16 <= text.size() && !any_special(text.data() + at)) at += 16;
  while (at < text.size() && !special_bytes[static_cast<unsigned char>(text[at])]) ++at;
  return at;
}

constexpr bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// RFC 3986: unreserved and reserved characters stand as they are.
constexpr std::array<bool, 256> url_bytes = [] {
  std::array<bool, 256> table{};
  for (const char c : std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                                       "-._~:/?#[]@!$&'()*+,;=")) {
    table[static_cast<unsigned char>(c)] = true;
  }
  return table;
}();

}  // namespace

void append_html(std::string& out, std::string_view text) {
  append_html(out, text, "&quot;");
}

void append_html(std::string& out, std::string_view text, std::string_view quote) {
  std::size_t at = 0;
  for (;;) {
    const std::size_t special = find_special(text, at);
    out.append(text.data() + at, special - at);
    if (special == text.size()) return;
    out += reference_of(text[special], quote);
    at = special + 1;
  }
}

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  append_html(out, text);
  return out;
}

std::string encode_url(std::string_view url) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  out.reserve(url.size());
  for (std::size_t i = 0; i < url.size(); ++i) {
    const auto byte = static_cast<unsigned char>(url[i]);
    const bool encoded = url[i] == '%' && i + 2 < url.size() && is_hex(url[i + 1]) && is_hex(url[i + 2]);
    if (url_bytes[byte] || encoded) {
      out += url[i];
    } else {
      out += '%';
      out += digits[byte >> 4];
      out += digits[byte & 15];
    }
  }
  return out;
}

}  // namespace mektep
