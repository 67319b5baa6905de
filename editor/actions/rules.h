// What may be wrong with the input of actions on accounts.
#pragma once
#include <span>

#include "base/finding.h"

namespace mektep::editor::rules {

extern const Rule account_email;
extern const Rule account_email_taken;
extern const Rule account_name;
extern const Rule account_last_administrator;
extern const Rule account_self;
extern const Rule password_short;
extern const Rule password_long;
extern const Rule password_common;
extern const Rule password_own_names;
extern const Rule password_wrong;
extern const Rule code_wrong;
extern const Rule link_over;

std::span<const Rule* const> actions();

}  // namespace mektep::editor::rules
