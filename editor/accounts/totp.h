// Codes of six digits that change every 30 seconds (RFC 6238, SHA-1, as every authenticator application
// does).
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "editor/store/machine.h"

namespace mektep::editor {

std::string make_totp_secret(const Machine& machine);  // 160 bits in Base32, 32 characters
std::string totp_code(std::string_view base32_secret, std::int64_t step);
constexpr std::int64_t totp_step(std::int64_t unix_seconds) {
  return unix_seconds / 30;
}
// The step that `code` belongs to: now, one before or one after, and later than `last_used`; nullopt: none.
std::optional<std::int64_t> find_totp_step(std::string_view base32_secret, std::string_view code,
                                           std::int64_t unix_seconds, std::int64_t last_used);
// What the QR code says to the application.
std::string totp_address(std::string_view base32_secret, std::string_view email, std::string_view issuer);

std::string base32(std::string_view bytes);
std::string from_base32(std::string_view text);

}  // namespace mektep::editor
