#include "editor/accounts/totp.h"

#include <catch2/catch.hpp>

using namespace mektep::editor;

TEST_CASE("codes_are_those_of_rfc_6238") {  // security line 4
  // Appendix B, SHA-1, the last six of eight digits.
  const std::string secret = base32("12345678901234567890");
  CHECK(secret == "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  CHECK(from_base32(secret) == "12345678901234567890");
  const std::pair<std::int64_t, const char*> vectors[] = {{59, "287082"},         {1111111109, "081804"},
                                                          {1111111111, "050471"}, {1234567890, "005924"},
                                                          {2000000000, "279037"}, {20000000000, "353130"}};
  for (const auto& [time, code] : vectors) CHECK(totp_code(secret, totp_step(time)) == code);
}

TEST_CASE("a_code_counts_half_a_minute_early_or_late_and_never_twice") {  // security line 4
  const std::string secret = make_totp_secret(this_machine());
  const std::int64_t now = 1'800'000'000;
  const std::int64_t step = totp_step(now);
  CHECK(find_totp_step(secret, totp_code(secret, step), now, 0) == step);
  CHECK(find_totp_step(secret, totp_code(secret, step - 1), now, 0) == step - 1);
  CHECK(find_totp_step(secret, totp_code(secret, step + 1), now, 0) == step + 1);
  CHECK_FALSE(find_totp_step(secret, totp_code(secret, step - 2), now, 0));
  CHECK_FALSE(find_totp_step(secret, totp_code(secret, step), now, step));
  CHECK_FALSE(find_totp_step(secret, "", now, 0));
}

TEST_CASE("the_address_in_the_qr_code_escapes_what_it_must") {
  CHECK(totp_address("ABC", "a+b@school.kg", "Mektep") ==
        "otpauth://totp/Mektep:a%2Bb%40school.kg?secret=ABC&issuer=Mektep");
}
