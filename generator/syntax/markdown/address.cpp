#include "syntax/markdown/address.h"

namespace mektep {

namespace {

// Bytes that may stand in href as they are; & and ' are written as references, the rest percent-encoded.
constexpr std::array<bool, 256> href_bytes = [] {
  std::array<bool, 256> table{};
  for (const char c :
       std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.+!*(),%#@?=;:/$~"))
    table[static_cast<unsigned char>(c)] = true;
  return table;
}();

bool is_skipped(unsigned char c) {
  return c <= 0x20 || c == 0x7F;
}

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// The head of an address with everything undone that hides characters: percent-encoding, references, white
// space. Twice, for what is hidden twice. Longer heads cannot be one of the allowed schemes.
struct Head {
  std::array<char, 64> bytes;
  std::size_t size = 0;
  void put(char c) {
    if (size < bytes.size() && !is_skipped(static_cast<unsigned char>(c))) bytes[size++] = c;
  }
  std::string_view view() const { return {bytes.data(), size}; }
};

// Decodes a character reference at `at` ('&'); returns how long it is, 0 when it is none that matters here.
std::size_t reference(std::string_view text, std::size_t at, char& c) {
  constexpr std::pair<std::string_view, char> names[] = {{"&colon;", ':'},    {"&tab;", '\t'},
                                                         {"&newline;", '\n'}, {"&sol;", '/'},
                                                         {"&bsol;", '\\'},    {"&nbsp;", ' '}};
  for (const auto& [name, value] : names) {
    const std::string_view here = text.substr(at, name.size());
    if (here.size() == name.size() && std::equal(here.begin(), here.end(), name.begin(),
                                                 [](char a, char b) { return (a | 0x20) == (b | 0x20); })) {
      c = value;
      return name.size();
    }
  }
  if (at + 2 >= text.size() || text[at + 1] != '#') return 0;
  std::size_t i = at + 2;
  const bool is_hex = (text[i] | 0x20) == 'x';
  i += is_hex;
  const std::size_t digits = i;
  unsigned value = 0;
  for (; i < text.size(); ++i) {
    const int digit = hex(text[i]);
    if (digit < 0 || (!is_hex && digit > 9)) break;
    value = std::min(value * (is_hex ? 16u : 10u) + static_cast<unsigned>(digit), 0x10FFFFu);
  }
  if (i == digits) return 0;
  i += i < text.size() && text[i] == ';';
  c = value < 0x80 ? static_cast<char>(value) : '_';
  return i - at;
}

Head undisguise(std::string_view text) {
  Head head;
  for (std::size_t i = 0; i < text.size() && head.size < head.bytes.size();) {
    char c = text[i];
    std::size_t length = 1;
    if (c == '%' && i + 2 < text.size() && hex(text[i + 1]) >= 0 && hex(text[i + 2]) >= 0) {
      c = static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2]));
      length = 3;
    } else if (c == '&') {
      if (const std::size_t n = reference(text, i, c)) length = n;
    }
    head.put(c);
    i += length;
  }
  return head;
}

}  // namespace

AddressKind classify_address(std::string_view address) {
  while (!address.empty() && is_skipped(static_cast<unsigned char>(address.front())))
    address.remove_prefix(1);
  if (address.empty()) return AddressKind::none;
  if (address.front() == '#') return AddressKind::fragment;
  const Head once = undisguise(address);
  const Head twice = undisguise(once.view());
  const std::string_view head = twice.view();
  const auto is_slash = [](char c) { return c == '/' || c == '\\'; };
  if (head.size() >= 2 && is_slash(head[0]) && is_slash(head[1])) return AddressKind::external;
  const std::size_t stop = head.find_first_of(":/?#\\");
  if (stop == std::string_view::npos) {
    // A head that fills the whole buffer hides what comes behind it.
    return address.find(':') != std::string_view::npos && head.size() == twice.bytes.size()
               ? AddressKind::refused
               : AddressKind::internal;
  }
  if (head[stop] != ':') return AddressKind::internal;
  std::string scheme(head.substr(0, stop));
  for (char& c : scheme) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  if (scheme == "http" || scheme == "https") return AddressKind::external;
  if (scheme == "mailto") return AddressKind::mail;
  if (scheme == "tel") return AddressKind::phone;
  return AddressKind::refused;
}

void append_href(std::string& out, std::string_view address) {
  for (const char c : address) {
    if (href_bytes[static_cast<unsigned char>(c)]) {
      out += c;
    } else if (c == '&') {
      out += "&amp;";
    } else if (c == '\'') {
      out += "&#39;";
    } else {
      constexpr std::string_view digits = "0123456789ABCDEF";
      out += '%';
      out += digits[static_cast<unsigned char>(c) >> 4];
      out += digits[static_cast<unsigned char>(c) & 15];
    }
  }
}

}  // namespace mektep
