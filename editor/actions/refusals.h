// Refusals that many actions share.
#pragma once
#include "editor/actions/outcome.h"
#include "editor/store/database.h"

namespace mektep::editor {

Refusal failed(const StoreError& error);  // the machine could not; nothing is lost
Refusal not_found();
Refusal wait_first(std::int64_t seconds);  // throttled
// A field of the input that will not do; the rule says why.
Refusal invalid(const Rule& rule, std::string field, std::string found = {});

// The value of a stored result, or a refusal out of the function.
//   auto account = stored(services.accounts.find(id)); if (!account) return std::unexpected(account.error());
template <class Value>
Outcome<Value> stored(Stored<Value> result) {
  if (!result) return std::unexpected(failed(result.error()));
  if constexpr (std::is_void_v<Value>)
    return {};
  else
    return std::move(*result);
}

}  // namespace mektep::editor
