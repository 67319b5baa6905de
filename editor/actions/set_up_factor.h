// Setting up the second factor: the code of the application proves that it took the secret.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "editor/actions/log_in.h"

namespace mektep::editor {

struct FactorSetUp {
  std::vector<std::string> recovery_codes;  // shown once
  std::optional<LoggedIn> session;          // when the set-up was a part of logging in
};

struct SetUpFactor {
  std::string code;
  Outcome<FactorSetUp> execute(Services& services, const Session& session, const Visitor& visitor) const;
};

}  // namespace mektep::editor
