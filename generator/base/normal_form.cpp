// NFC by utf8proc; nearly every text of ours is recognised as NFC without asking it.
#include <utf8proc.h>

#include <cstdlib>

#include "base/text.h"

namespace mektep {
namespace {

// Whether NFC leaves `text` alone for certain: only code points below U+0300, Cyrillic without combining
// signs, and the dashes, quotes and thin spaces of U+2002…U+203F.
bool is_plainly_nfc(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0xCC) continue;  // ASCII, continuation bytes, leads of U+0080…U+02FF
    const auto next = static_cast<unsigned char>(at + 1 < text.size() ? text[at + 1] : 0);
    if (byte == 0xD0 || byte == 0xD1 || byte == 0xD3) continue;
    if (byte == 0xD2 && (next < 0x83 || next > 0x87)) continue;
    const auto third = static_cast<unsigned char>(at + 2 < text.size() ? text[at + 2] : 0);
    if (byte == 0xE2 && next == 0x80 && third >= 0x82) continue;
    return false;
  }
  return true;
}

}  // namespace

std::string to_nfc(std::string_view text) {
  if (is_plainly_nfc(text)) return std::string(text);
  utf8proc_uint8_t* mapped = nullptr;
  const utf8proc_ssize_t size = utf8proc_map(
      reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
      &mapped, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  if (size < 0) return std::string(text);  // not UTF-8: find_invalid_utf8 says so
  std::string out(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size));
  std::free(mapped);  // NOLINT: utf8proc allocates with malloc
  return out;
}

bool is_nfc(std::string_view text) {
  return is_plainly_nfc(text) || to_nfc(text) == text;
}

}  // namespace mektep
