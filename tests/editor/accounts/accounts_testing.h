// An empty database in memory's place, a clock that tests set, and cheap password hashes.
#pragma once
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

#include "editor/accounts/accounts.h"
#include "editor/accounts/sessions.h"
#include "editor/accounts/tables.h"

namespace mektep::editor {

struct AccountsAtHand {
  AccountsAtHand() {
    std::string pattern = std::filesystem::temp_directory_path() / "mektep-accounts-XXXXXX";
    folder = ::mkdtemp(pattern.data());
    machine = this_machine();
    machine.milliseconds = [this] { return now * 1000; };
    const std::array migrations{account_migrations()};
    database = std::move(*Database::open(folder + "/editor.sqlite", migrations));
    accounts = std::make_unique<Accounts>(*database, machine, PasswordCost{.memory_kib = 8});
  }
  ~AccountsAtHand() { std::filesystem::remove_all(folder); }

  Account add(Role role, const std::string& email) {
    return *accounts->add({email, "Айгүл", role, Language::ky}, "correct horse battery");
  }

  std::int64_t now = 1'800'000'000;
  std::string folder;
  Machine machine;
  std::unique_ptr<Database> database;
  std::unique_ptr<Accounts> accounts;
};

}  // namespace mektep::editor
