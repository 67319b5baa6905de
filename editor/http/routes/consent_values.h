// What the screens of the consent register and its JSON API say of a consent alike.
#pragma once
#include "consent/report.h"
#include "consent/withdrawal.h"
#include "editor/http/router.h"
#include "facts/consent.h"

namespace mektep::editor {

inline constexpr int notice_days = 30;  // before an end that is told

// "holds", "soon" (ends within notice_days), "later", "ended", "withdrawn", "faulty".
std::string_view state_of(const Consent& consent, const ConsentRegister& consents, Date today);
// Whose it is, for somebody who knows `names`.
std::string whose(const ContentModel& model, const Consent& consent, const PrivateNames& names);
// The names behind pseudonyms that the person who asks may know.
PrivateNames names_for(const Call& call);
std::string_view code_of(WithdrawalStep::Kind kind);
// Of the day `at` of the query, else of today (ICT-24).
Outcome<ConsentReport> consent_report_of(const Call& call);

}  // namespace mektep::editor
