// Letters that do not belong where they stand: a Latin letter that looks like a Cyrillic one inside a
// Cyrillic word, Russian у о н typed for Kyrgyz ү ө ң, characters that nobody sees. Words are judged one by
// one, without dictionaries of whole languages: what is not surely wrong is left alone. Pure functions; safe
// in every thread.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/locale.h"

namespace mektep {

enum class LetterFaultKind : std::uint8_t {
  latin,       // a Latin (or Greek) letter in a Cyrillic word: «Мектeп»
  cyrillic,    // a Cyrillic letter in a Latin word or Roman numeral: «ХXI»
  digit,       // a digit for a letter: «б0луп»
  foreign,     // a letter of another Cyrillic or Latin alphabet that looks like ө ү ң: «жүгүртмѳсү»
  russian,     // у о н where Kyrgyz writes ү ө ң: «онуктуруу»
  hidden,      // a soft hyphen or a zero-width character inside a word
  decomposed,  // й or ё written as two characters
};

// Offsets count bytes of the text that was searched.
struct LetterFault {
  LetterFaultKind kind = LetterFaultKind::latin;
  std::size_t word = 0, size = 0;  // the whole word
  std::size_t letter = 0;          // its first wrong character
  char32_t wrong = 0;
  std::string repaired;  // the word as it ought to be; empty = not known
};

// Appends the faults of `text` (valid UTF-8) in the order of the text, one for a word. `language` says
// whether Kyrgyz letters are missed; nullopt for texts that belong to no language. Addresses (with "://",
// "www." or "@") are left out.
void find_letter_faults(std::string_view text, std::optional<Locale> language,
                        std::vector<LetterFault>& faults);

}  // namespace mektep
