#include "editor/accounts/accounts.h"

#include <sys/stat.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <thread>

#include "base/text.h"
#include "editor/accounts/accounts_testing.h"
#include "editor/accounts/second_factor.h"
#include "editor/accounts/throttle.h"
#include "editor/accounts/token.h"
#include "editor/accounts/totp.h"
#include "editor/accounts/usage.h"

using namespace mektep;
using namespace mektep::editor;

TEST_CASE("there_is_no_account_before_somebody_makes_one") {  // security line 3
  AccountsAtHand school;
  CHECK(*school.accounts->empty());
  CHECK(school.accounts->list()->empty());
}

TEST_CASE("a_one_time_link_works_once_and_for_a_while") {  // security line 3
  AccountsAtHand school;
  const auto secret =
      school.accounts->make_link({.purpose = OneTimeLink::Purpose::setup, .expires = school.now + 24 * 3600});
  REQUIRE(secret);
  CHECK(school.accounts->look_at_link(*secret)->has_value());
  CHECK_FALSE(school.accounts->look_at_link(*secret + "x")->has_value());
  std::atomic<int> winners = 0;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 8; ++i)
      threads.emplace_back([&] { winners += *school.accounts->use_link(*secret) ? 1 : 0; });
  }
  CHECK(winners == 1);
  const auto other =
      school.accounts->make_link({.purpose = OneTimeLink::Purpose::setup, .expires = school.now + 24 * 3600});
  school.now += 24 * 3600;
  CHECK_FALSE(school.accounts->look_at_link(*other)->has_value());
  CHECK_FALSE(*school.accounts->use_link(*other));
}

TEST_CASE("a_new_link_makes_the_older_one_for_the_same_person_invalid") {
  AccountsAtHand school;
  OneTimeLink link{.purpose = OneTimeLink::Purpose::invitation,
                   .invited = {"b@school.kg", "Бакыт", Role::editor, Language::ru},
                   .expires = school.now + 100};
  const auto first = school.accounts->make_link(link);
  const auto second = school.accounts->make_link(link);
  CHECK_FALSE(school.accounts->look_at_link(*first)->has_value());
  const auto read = school.accounts->look_at_link(*second);
  REQUIRE(read->has_value());
  CHECK((*read)->invited.name == "Бакыт");
  CHECK((*read)->invited.role == Role::editor);
}

TEST_CASE("only_the_right_password_of_an_enabled_account_verifies") {  // security line 5
  AccountsAtHand school;
  const Account account = school.add(Role::editor, "A@School.kg");
  CHECK(account.email == "a@school.kg");
  CHECK(school.accounts->verify(" A@school.KG ", "correct horse battery")->has_value());
  CHECK_FALSE(school.accounts->verify("a@school.kg", "correct horse batter")->has_value());
  CHECK_FALSE(school.accounts->verify("nobody@school.kg", "correct horse battery")->has_value());
  REQUIRE(school.accounts->set_disabled(account.id, true));
  CHECK_FALSE(school.accounts->verify("a@school.kg", "correct horse battery")->has_value());
}

TEST_CASE("a_login_hashes_anew_when_the_parameters_have_changed") {  // security line 1
  AccountsAtHand school;
  school.add(Role::editor, "a@school.kg");
  Accounts stronger(*school.database, school.machine, PasswordCost{.memory_kib = 64});
  REQUIRE(stronger.verify("a@school.kg", "correct horse battery")->has_value());
  const auto rows = school.database->query("SELECT password FROM accounts");
  CHECK(rows->front().text(0).find("m=64,") != std::string::npos);
}

TEST_CASE("sessions_are_stored_hashed_and_end_by_idleness_age_and_a_clock_set_back") {  // lines 6 and 8
  AccountsAtHand school;
  const Account account = school.add(Role::editor, "a@school.kg");
  Sessions sessions(*school.database, school.machine);
  const std::string token = *sessions.start(account.id, Session::Stage::full, "127.0.0.1", "Firefox");
  CHECK(token.size() == 43);  // 256 bits
  CHECK(school.database->query("SELECT hash FROM sessions")->front().text(0) == token_hash(token));
  school.now += 29 * 60;
  CHECK(sessions.find(token)->has_value());
  school.now += 29 * 60;
  CHECK(sessions.find(token)->has_value());
  school.now += 31 * 60;
  CHECK_FALSE(sessions.find(token)->has_value());

  const std::string busy = *sessions.start(account.id, Session::Stage::full, "", "");
  for (int i = 0; i < 23; ++i) {
    school.now += 20 * 60;
    CHECK(sessions.find(busy)->has_value());
  }
  school.now += 20 * 60;
  CHECK_FALSE(sessions.find(busy)->has_value());  // eight hours

  const std::string early = *sessions.start(account.id, Session::Stage::full, "", "");
  school.now -= 3600;
  CHECK_FALSE(sessions.find(early)->has_value());
}

TEST_CASE("a_session_that_waits_for_its_second_factor_waits_ten_minutes") {
  AccountsAtHand school;
  const Account account = school.add(Role::administrator, "a@school.kg");
  Sessions sessions(*school.database, school.machine);
  const std::string token = *sessions.start(account.id, Session::Stage::code, "", "");
  CHECK((*sessions.find(token))->stage == Session::Stage::code);
  school.now += 10 * 60;
  CHECK_FALSE(sessions.find(token)->has_value());
}

TEST_CASE("all_sessions_of_an_account_end_but_the_one_kept") {  // security line 9
  AccountsAtHand school;
  const Account account = school.add(Role::editor, "a@school.kg");
  Sessions sessions(*school.database, school.machine);
  const std::string kept = *sessions.start(account.id, Session::Stage::full, "", "");
  const std::string gone = *sessions.start(account.id, Session::Stage::full, "", "");
  REQUIRE(sessions.list(account.id)->size() == 2);
  REQUIRE(sessions.end_all(account.id, (*sessions.find(kept))->id));
  CHECK(sessions.find(kept)->has_value());
  CHECK_FALSE(sessions.find(gone)->has_value());
  // Nobody ends the session of somebody else.
  REQUIRE(sessions.end(account.id + 1, (*sessions.find(kept))->id));
  CHECK(sessions.find(kept)->has_value());
}

TEST_CASE("guessing_is_slowed_down_and_never_locked_out") {  // security line 5
  AccountsAtHand school;
  Throttle throttle(*school.database, school.machine);
  for (int i = 0; i < 5; ++i) CHECK(*throttle.begin("a@school.kg", "10.0.0." + std::to_string(i)) == 0);
  CHECK(*throttle.begin("a@school.kg", "10.0.0.9") == 2);
  school.now += 2;
  CHECK(*throttle.begin("a@school.kg", "10.0.0.9") == 0);
  CHECK(*throttle.begin("a@school.kg", "10.0.0.9") == 4);  // growing
  CHECK(*throttle.begin("b@school.kg", "10.0.0.9") == 0);  // others are not touched
  school.now += 15 * 60;
  CHECK(*throttle.begin("a@school.kg", "10.0.0.9") == 0);
  REQUIRE(throttle.clear("a@school.kg", "10.0.0.9"));
  for (int i = 0; i < 5; ++i) CHECK(*throttle.begin("a@school.kg", "10.0.1." + std::to_string(i)) == 0);
}

TEST_CASE("one_address_has_twenty_tries") {  // security line 5
  AccountsAtHand school;
  Throttle throttle(*school.database, school.machine);
  for (int i = 0; i < 20; ++i) CHECK(*throttle.begin("a" + std::to_string(i), "10.0.0.1") == 0);
  CHECK(*throttle.begin("another", "10.0.0.1") > 0);
  CHECK(*throttle.begin("another", "10.0.0.2") == 0);
}

TEST_CASE("many_guesses_at_once_win_nothing") {  // security line 5
  AccountsAtHand school;
  Throttle throttle(*school.database, school.machine);
  std::atomic<int> admitted = 0;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 16; ++i)
      threads.emplace_back([&, i] { admitted += *throttle.begin("a", "10.0.0." + std::to_string(i)) == 0; });
  }
  CHECK(admitted == 5);
}

TEST_CASE("the_second_factor_takes_each_code_once_and_recovery_codes_hashed") {  // security line 4
  AccountsAtHand school;
  const Account account = school.add(Role::administrator, "a@school.kg");
  SecondFactor factors(*school.database, school.machine);
  const std::string secret = **factors.pending_secret(account.id);
  CHECK(**factors.pending_secret(account.id) == secret);
  CHECK_FALSE(*factors.verify(account.id, totp_code(secret, totp_step(school.now))));  // not confirmed yet
  CHECK_FALSE(factors.confirm(account.id, "000000")->has_value());
  const auto codes = factors.confirm(account.id, totp_code(secret, totp_step(school.now)));
  REQUIRE(codes->has_value());
  CHECK((*codes)->size() == 10);
  CHECK_FALSE(factors.pending_secret(account.id)->has_value());
  CHECK((*school.accounts->find(account.id))->has_totp);

  CHECK_FALSE(*factors.verify(account.id, totp_code(secret, totp_step(school.now))));  // used by confirm
  school.now += 30;
  CHECK(*factors.verify(account.id, totp_code(secret, totp_step(school.now))));
  CHECK_FALSE(*factors.verify(account.id, totp_code(secret, totp_step(school.now))));

  const std::string recovery = (*codes)->front();
  const auto rows = school.database->query("SELECT hash FROM recovery_codes");
  for (const Row& row : *rows) CHECK(row.text(0).size() == 64);
  CHECK(*factors.verify(account.id, lower(recovery)));
  CHECK_FALSE(*factors.verify(account.id, recovery));
  CHECK(*factors.recovery_codes_left(account.id) == 9);
  REQUIRE(factors.reset(account.id));
  CHECK_FALSE((*school.accounts->find(account.id))->has_totp);
}

TEST_CASE("use_is_counted_by_account_and_day") {  // EMIS-17
  AccountsAtHand school;
  Usage usage(*school.database, school.machine);
  usage.count(1, "login");
  usage.count(1, "save");
  usage.count(1, "save");
  school.now += 86'400;
  usage.count(1, "save");
  const auto used = usage.since(school.now - 30 * 86'400);
  REQUIRE(used->size() == 1);
  CHECK(used->front().days == 2);
  CHECK(used->front().logins == 1);
  CHECK(used->front().saves == 3);
  CHECK(usage.since(school.now)->front().saves == 1);
}

TEST_CASE("addresses_that_are_none_are_refused") {
  for (const char* wrong : {"", "a", "@b", "a@", "a@b@c", "a b@c", "a@b\nBcc: c", "<a@b>", "a\"@b", "a,b@c"})
    CHECK(normal_email(wrong).empty());
  CHECK(normal_email("  Айгүл@Мектеп.КГ ") == "айгүл@мектеп.кг");
}
