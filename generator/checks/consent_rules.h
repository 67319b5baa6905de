// The rules about the consent register, and about people who come to be named.
#pragma once
#include "base/finding.h"

namespace mektep::rules {
extern const Rule consent_unknown;
extern const Rule consent_of_another;
extern const Rule consent_not_in_force;  // {person}
extern const Rule consent_ends_soon;     // {person}: whose it is, or the consent's id
extern const Rule consent_unknown_person;
extern const Rule consent_unknown_explainer;
extern const Rule consent_dates;           // {expected}
extern const Rule consent_future;          // {found}
extern const Rule consent_paper;           // {found}, {expected}: the date of the paper
extern const Rule consent_subject;         // {expected}
extern const Rule consent_no_effect;       // {found}, {expected}
extern const Rule consent_overlap;         // {other}
extern const Rule consent_contradicts;     // {other}
extern const Rule consent_entered_again;   // {other}
extern const Rule consent_text_withheld;   // {consent}
extern const Rule consent_named_withheld;  // {person}
extern const Rule person_leaves_soon;
extern const Rule person_has_left;
}  // namespace mektep::rules
