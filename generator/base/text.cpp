#include "base/text.h"

#include <bit>
#include <cstring>

namespace mektep {
namespace {

unsigned byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

bool is_continuation(std::string_view text, std::size_t at) {
  return at < text.size() && (byte_at(text, at) & 0xC0U) == 0x80U;
}

std::uint64_t load8(const char* from) {
  std::uint64_t word = 0;
  std::memcpy(&word, from, sizeof word);
  return word;
}

constexpr std::uint64_t high_bits = 0x8080808080808080;

// Four letters of two bytes whose first is 0xD0…0xDF, as all Cyrillic ones are.
bool are_four_letters(const char* from) {
  if constexpr (std::endian::native != std::endian::little) return false;
  return (load8(from) & 0xC0F0'C0F0'C0F0'C0F0) == 0x80D0'80D0'80D0'80D0;
}

// Length of the valid sequence of two bytes or more at `at`, 0 when there is none (Unicode 15, table 3-7).
std::size_t sequence_length(std::string_view text, std::size_t at) {
  const unsigned lead = byte_at(text, at);
  if (lead >= 0xC2 && lead <= 0xDF) return is_continuation(text, at + 1) ? 2 : 0;
  if (lead < 0xE0 || lead > 0xF4 || !is_continuation(text, at + 1) || !is_continuation(text, at + 2))
    return 0;
  const unsigned second = byte_at(text, at + 1);
  if (lead <= 0xEF) {
    const bool overlong = lead == 0xE0 && second < 0xA0;
    const bool surrogate = lead == 0xED && second > 0x9F;
    return overlong || surrogate ? 0 : 3;
  }
  const bool overlong = lead == 0xF0 && second < 0x90;
  const bool too_high = lead == 0xF4 && second > 0x8F;
  return overlong || too_high || !is_continuation(text, at + 3) ? 0 : 4;
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  const std::size_t size = text.size();
  std::size_t at = 0;
  while (at < size) {
    // Markup is ASCII: 16 bytes a step. Words are Cyrillic: two bytes a letter, tested inline.
    while (at + 16 <= size && ((load8(text.data() + at) | load8(text.data() + at + 8)) & high_bits) == 0)
      at += 16;
    while (at < size && byte_at(text, at) < 0x80) ++at;
    while (at + 8 <= size && are_four_letters(text.data() + at)) at += 8;
    while (at + 1 < size && byte_at(text, at) >= 0xC2 && byte_at(text, at) <= 0xDF) {
      if (!is_continuation(text, at + 1)) return at;
      at += 2;
    }
    if (at < size && byte_at(text, at) >= 0x80) {
      const std::size_t length = sequence_length(text, at);
      if (length == 0) return at;
      at += length;
    }
  }
  return std::nullopt;
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const unsigned lead = byte_at(text, at++);
  if (lead < 0x80) return lead;
  auto next = [&]() -> char32_t { return at < text.size() ? byte_at(text, at++) & 0x3FU : 0; };
  if (lead < 0xE0) return (char32_t{lead & 0x1FU} << 6) | next();
  if (lead < 0xF0) {
    const char32_t high = (char32_t{lead & 0x0FU} << 12) | (next() << 6);
    return high | next();
  }
  char32_t high = (char32_t{lead & 0x07U} << 18) | (next() << 12);
  high |= next() << 6;
  return high | next();
}

void append_utf8(std::string& out, char32_t c) {
  auto put = [&](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n\f\v";
  constexpr std::string_view no_break_space = "\u00A0";
  for (;;) {
    if (const std::size_t first = text.find_first_not_of(blanks); first != 0) {
      text.remove_prefix(std::min(first, text.size()));
    }
    if (!text.starts_with(no_break_space)) break;
    text.remove_prefix(no_break_space.size());
  }
  for (;;) {
    text = text.substr(0, text.find_last_not_of(blanks) + 1);
    if (!text.ends_with(no_break_space)) break;
    text.remove_suffix(no_break_space.size());
  }
  return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0;;) {
    const std::size_t end = text.find(separator, at);
    parts.push_back(text.substr(at, end - at));
    if (end == std::string_view::npos) return parts;
    at = end + 1;
  }
}

std::string join(std::span<const std::string> parts, std::string_view separator) {
  std::string out;
  for (const std::string& part : parts) {
    if (&part != parts.data()) out += separator;
    out += part;
  }
  return out;
}

std::string replace_all(std::string_view text, std::string_view from, std::string_view to) {
  if (from.empty()) return std::string(text);
  std::string out;
  out.reserve(text.size());
  std::size_t at = 0;
  for (std::size_t hit = 0; (hit = text.find(from, at)) != std::string_view::npos; at = hit + from.size()) {
    out += text.substr(at, hit - at);
    out += to;
  }
  out += text.substr(at);
  return out;
}

}  // namespace mektep
