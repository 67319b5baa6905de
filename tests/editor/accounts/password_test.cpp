#include "editor/accounts/password.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "editor/accounts/password_rules.h"

using namespace mektep::editor;

namespace {

const PasswordRules& rules() {
  static const PasswordRules all = [] {
    std::ifstream in(MEKTEP_ROOT "/editor/accounts/common-passwords.txt", std::ios::binary);
    return PasswordRules(std::string(std::istreambuf_iterator<char>(in), {}));
  }();
  return all;
}

}  // namespace

TEST_CASE("passwords_are_argon2id_of_the_parameters_asked_for") {  // security line 1
  const PasswordHasher hasher;
  const auto hash = hasher.hash("жети кара бодо кыштак");
  REQUIRE(hash);
  CHECK(hash->starts_with("$argon2id$v=19$m=47104,t=1,p=1$"));
  CHECK(hasher.verify(*hash, "жети кара бодо кыштак"));
  CHECK_FALSE(hasher.verify(*hash, "жети кара бодо кыштаk"));
  CHECK_FALSE(hasher.is_outdated(*hash));
}

TEST_CASE("a_hash_of_older_parameters_is_outdated") {  // security line 1
  const PasswordHasher cheap({.memory_kib = 8});
  const PasswordHasher dear;
  const auto hash = cheap.hash("correct horse battery");
  REQUIRE(hash);
  CHECK(dear.is_outdated(*hash));
  CHECK(dear.verify(*hash, "correct horse battery"));
}

TEST_CASE("a_damaged_hash_lets_nobody_in") {
  const PasswordHasher hasher({.memory_kib = 8});
  for (const std::string& hash : {std::string(), std::string("$argon2id$"), std::string(500, 'x')})
    CHECK_FALSE(hasher.verify(hash, ""));
}

TEST_CASE("passwords_of_twelve_characters_and_more_are_taken_whole") {  // security line 2
  CHECK(rules().judge("elevenchars") == PasswordFault::too_short);
  CHECK(rules().judge("өзгөчөсөздө") == PasswordFault::too_short);
  CHECK(rules().judge("тоо суу жел от") == PasswordFault::none);
  const std::string base = "кызыл алма үстөлдө жатат ";
  std::string long_one;
  for (int i = 0; i < 8; ++i) long_one += base + std::to_string(i * 7919);
  CHECK(rules().judge(long_one) == PasswordFault::none);
  const PasswordHasher hasher({.memory_kib = 8});
  CHECK_FALSE(hasher.verify(*hasher.hash(long_one), long_one + "x"));
  CHECK(rules().judge(std::string(1001, 'a')) == PasswordFault::too_long);
}

TEST_CASE("common_passwords_are_refused_in_their_usual_disguises") {  // security line 2
  for (const char* common : {"password1234", "PASSWORD1234", "1234password", "qwertyuiop12", "123456789012",
                             "aaaaaaaaaaaa", "abcabcabcabc", "йцукенгшщзхъ", "qazwsxqazwsx"})
    CHECK(rules().judge(common) == PasswordFault::common);
  for (const char* good :
       {"correct horse battery", "жети кара бодо кыштак", "w8Rj2mQx77Lp", "password of my own cow"})
    CHECK(rules().judge(good) == PasswordFault::none);
}

TEST_CASE("names_of_the_school_and_the_person_make_no_password") {  // security line 2
  const std::vector<std::string> names{"Ала-Тоо мектеби", "Нурлан Асанов", "nurlan school5 kg"};
  CHECK(rules().judge("асанов2026!!", names) == PasswordFault::own_names);
  CHECK(rules().judge("Nurlan-school5", names) == PasswordFault::own_names);
  CHECK(rules().judge("асанов жайлоодо он кой кайтарды", names) == PasswordFault::none);
}
