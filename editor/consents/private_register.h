// The private side of the consent register: who is behind a pseudonym, and withdrawals that are not through
// yet. It lives in the editor's database (0600) and never in the repository, a log or a site (ICT-20).
#pragma once
#include <atomic>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "consent/traces.h"
#include "editor/store/database.h"
#include "editor/store/machine.h"
#include "names/private_name.h"

namespace mektep::editor {

// A consent that was taken back. Its traces are kept until a publication without them is shown.
struct WithdrawalRecord {
  std::int64_t id = 0;
  std::string consent;           // "c-0031"
  std::int64_t time = 0;         // Unix time
  std::string by;                // name of the account
  std::int64_t publication = 0;  // that takes it off the site; 0 = nothing was public
  std::int64_t confirmed = 0;    // Unix time of the search that found nothing; 0 = not yet
  Traces traces;                 // empty once confirmed
  std::string forgets;           // a pseudonym whose name goes with it; empty = no name, or one still needed
  std::string stays;             // what the editor itself keeps: "accounts: 1\nlog: 3"; set with `confirmed`
};

// Every member may be called from any thread.
class PrivateRegister {
 public:
  PrivateRegister(Database& database, const Machine& machine) : database_(database), machine_(machine) {}

  Stored<PrivateNames> names() const;  // sorted by pseudonym
  Stored<std::optional<PrivateName>> find(std::string_view pseudonym) const;
  Stored<void> set(const PrivateName& name);  // an empty surname removes it
  // Rises with every change: what was checked with other names is to be checked anew.
  std::int64_t version() const { return version_; }

  Stored<std::int64_t> begin(const WithdrawalRecord& record);
  Stored<std::vector<WithdrawalRecord>> open() const;  // not confirmed, the oldest first
  Stored<std::optional<WithdrawalRecord>> newest_of(std::string_view consent) const;
  // Nothing was found any longer: forgets the traces, and the name behind the pseudonym.
  Stored<void> confirm(const WithdrawalRecord& record, std::string_view stays);

 private:
  Stored<std::vector<WithdrawalRecord>> read(std::string_view where, std::vector<Cell> arguments) const;

  Database& database_;
  const Machine& machine_;
  std::atomic<std::int64_t> version_ = 0;
};

std::span<const Migration> consent_migrations();

}  // namespace mektep::editor
