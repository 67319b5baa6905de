// Words of more than one alphabet. Inner part of letters.h.
#pragma once
#include <optional>
#include <string_view>

#include "facts/letters/letters.h"
#include "facts/letters/word.h"

namespace mektep::letters {

// The fault of `word` (places count from its beginning) that holds letters of several alphabets, digits,
// look-alikes or hidden characters; nullopt for «PDFти», «3D», «IV» and all that people write so on purpose.
std::optional<LetterFault> find_mixed(std::string_view word, std::optional<Locale> language);

// `word` with its letters of a Kyrgyz word repaired, upper case kept.
std::string rewrite(std::string_view word, const CodedWord& repaired);
CodedWord code_word(
    std::string_view word);  // size 0 when it holds anything but Kyrgyz letters, or is too long

}  // namespace mektep::letters
