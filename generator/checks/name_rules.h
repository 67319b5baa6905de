// The rules about what is personal in texts.
#pragma once
#include <span>

#include "base/finding.h"

namespace mektep::rules {
extern const Rule consent_name_in_text;     // {person}
extern const Rule consent_name_in_address;  // {person}
extern const Rule name_unknown;             // {words}: fingerprint for answers.yaml
extern const Rule name_of_pupil;            // {words}
extern const Rule file_withheld;
extern const Rule pupil_without_consent;  // {person}: pseudonym
extern const Rule pupil_not_listed;       // {person}, {consent}
extern const Rule personal_phone;         // {words}
extern const Rule personal_number;        // {words}
extern const Rule personal_address;       // {words}
extern const Rule answer_consent;         // {found}
}  // namespace mektep::rules
