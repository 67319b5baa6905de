#include "editor/accounts/totp.h"

#include "base/text.h"
#include "editor/accounts/mac.h"

namespace mektep::editor {
namespace {

constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

std::string percent_encoded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       c == '-' || c == '.' || c == '_';
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

}  // namespace

std::string base32(std::string_view bytes) {
  std::string out;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char byte : bytes) {
    bits = (bits << 8) | static_cast<unsigned char>(byte);
    count += 8;
    while (count >= 5) {
      count -= 5;
      out += digits[(bits >> count) & 31];
    }
  }
  if (count > 0) out += digits[(bits << (5 - count)) & 31];
  return out;
}

std::string from_base32(std::string_view text) {
  std::string out;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    const std::size_t value = digits.find(c);
    if (value == std::string_view::npos) continue;
    bits = (bits << 5) | static_cast<std::uint32_t>(value);
    count += 5;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>((bits >> count) & 255);
  }
  return out;
}

std::string make_totp_secret(const Machine& machine) {
  return base32(machine.random_bytes(20));
}

std::string totp_code(std::string_view base32_secret, std::int64_t step) {
  std::string counter(8, '\0');
  for (std::size_t i = 0; i < 8; ++i)
    counter[7 - i] = static_cast<char>(static_cast<std::uint64_t>(step) >> (8 * i));
  const std::string mac = hmac_sha1(from_base32(base32_secret), counter);
  const std::size_t offset = static_cast<unsigned char>(mac[19]) & 15;
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < 4; ++i) number = (number << 8) | static_cast<unsigned char>(mac[offset + i]);
  return fmt::format("{:06}", (number & 0x7fffffffu) % 1'000'000);
}

std::optional<std::int64_t> find_totp_step(std::string_view base32_secret, std::string_view code,
                                           std::int64_t unix_seconds, std::int64_t last_used) {
  std::optional<std::int64_t> found;
  const std::int64_t now = totp_step(unix_seconds);
  for (const std::int64_t step : {now - 1, now, now + 1})
    if (same_secret(totp_code(base32_secret, step), code) && step > last_used) found = step;
  return found;
}

std::string totp_address(std::string_view base32_secret, std::string_view email, std::string_view issuer) {
  return fmt::format("otpauth://totp/{}:{}?secret={}&issuer={}", percent_encoded(issuer),
                     percent_encoded(email), base32_secret, percent_encoded(issuer));
}

}  // namespace mektep::editor
