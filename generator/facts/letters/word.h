// A word as small numbers, one a letter. Inner part of letters.h.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace mektep::letters {

// а…я are 1…32; then ё and the three letters that only Kyrgyz has.
inline constexpr std::uint8_t no_code = 0, a = 1, b = 2, v = 3, g = 4, d = 5, e = 6, zh = 7, z = 8, i = 9,
                              j = 10, k = 11, l = 12, m = 13, n = 14, o = 15, p = 16, r = 17, s = 18, t = 19,
                              u = 20, f = 21, h = 22, c = 23, ch = 24, sh = 25, shch = 26, hard = 27, y = 28,
                              soft = 29, eh = 30, yu = 31, ya = 32, yo = 33, ng = 34, oe = 35, ue = 36,
                              codes = 37;

constexpr std::uint8_t fold(std::uint8_t code) {
  return code == ng ? n : code == oe ? o : code == ue ? u : code;
}
constexpr bool is_front(std::uint8_t code) {
  return code == e || code == i || code == eh || code == oe || code == ue;
}
constexpr bool is_back(std::uint8_t code) {
  return code == a || code == y || code == o || code == u || code == ya || code == yu || code == yo;
}
constexpr bool is_vowel(std::uint8_t code) {
  return is_front(code) || is_back(code);
}
constexpr std::uint8_t fronted(std::uint8_t code) {
  return code == u ? ue : code == o ? oe : code;
}

// The code of a lower-case or capital letter; 0 for letters that neither Kyrgyz nor Russian has.
std::uint8_t code_of(char32_t letter);
char32_t letter_of(std::uint8_t code);

inline constexpr std::size_t longest_word = 40;
using Codes = std::array<std::uint8_t, longest_word>;

struct CodedWord {
  Codes at{};
  std::size_t size = 0;
  bool capital = false;            // begins with a capital letter
  std::uint64_t letters() const {  // a bit for every code in it
    std::uint64_t set = 0;
    for (std::size_t number = 0; number < size; ++number) set |= std::uint64_t{1} << at[number];
    return set;
  }
  std::span<const std::uint8_t> span() const { return {at.data(), size}; }
};

// The word with ү ө ң where it lacks them; nullopt when nothing is surely wrong. In `repaired` a word that
// breaks vowel harmony but cannot be mended by rule is returned unchanged.
std::optional<CodedWord> repair_kyrgyz(const CodedWord& word);

// Whether `rest` (folded or not) is a chain of Kyrgyz endings; the empty chain too.
bool are_endings(std::span<const std::uint8_t> rest);

// What breaks vowel harmony whatever the stem is: «берууну», «жонундо», «иштоо», «келиниз».
std::optional<CodedWord> repair_by_harmony(const CodedWord& word);
// Only the last of these: ң in «-ңыз», which no stem forbids.
std::optional<CodedWord> repair_polite(const CodedWord& word);

// Stems as written, separated by white space; `=` marks a whole word that takes no endings.
std::string_view stems_with_kyrgyz_letters();
// Words that look like one of those without its Kyrgyz letters, but are right as they stand.
std::string_view right_as_they_stand();

}  // namespace mektep::letters
