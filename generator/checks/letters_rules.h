// The rules about letters that do not belong where they stand.
#pragma once
#include "base/finding.h"

namespace mektep::rules {
extern const Rule letters_mixed;  // {found} the word, {letter} the wrong letter, {expected} the word repaired
extern const Rule letters_kyrgyz;      // the same
extern const Rule letters_hidden;      // {found}, {expected}
extern const Rule letters_decomposed;  // {found}, {expected}; once a file
}  // namespace mektep::rules
