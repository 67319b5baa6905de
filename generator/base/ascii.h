// Kinds of single bytes, whatever the locale of the process (std::isdigit and its kind ask it).
#pragma once

namespace mektep {

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
// Latin letters without accents.
constexpr bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace mektep
