// Words of more than one alphabet. Inner part of letters.h.
#pragma once
#include <optional>
#include <string_view>

#include "facts/letters/letters.h"
#include "facts/letters/word.h"

namespace mektep::letters {

// Characters that nobody sees.
constexpr bool is_hidden(char32_t sign) {
  return sign == 0xAD || (sign >= 0x200B && sign <= 0x200F) || (sign >= 0x2028 && sign <= 0x202E) ||
         (sign >= 0x2060 && sign <= 0x206F) || sign == 0xFEFF;
}
// Those of them that let a text be read in another order than it is written: never wanted in Kyrgyz or
// Russian.
constexpr bool turns_direction(char32_t sign) {
  return (sign >= 0x202A && sign <= 0x202E) || (sign >= 0x2066 && sign <= 0x2069);
}

// The fault of `word` (places count from its beginning) that holds letters of several alphabets, digits,
// look-alikes or hidden characters; nullopt for «PDFти», «3D», «IV» and all that people write so on purpose.
std::optional<LetterFault> find_mixed(std::string_view word, std::optional<Locale> language);

// `word` with its letters of a Kyrgyz word repaired, upper case kept.
std::string rewrite(std::string_view word, const CodedWord& repaired);
CodedWord code_word(
    std::string_view word);  // size 0 when it holds anything but Kyrgyz letters, or is too long

}  // namespace mektep::letters
