#include "editor/accounts/token.h"

#include "base/digest.h"
#include "editor/accounts/mac.h"

namespace mektep::editor {

std::string base64_url(std::string_view bytes) {
  static constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::string out;
  out.reserve(bytes.size() * 4 / 3 + 3);
  std::uint32_t bits = 0;
  int count = 0;
  for (const char byte : bytes) {
    bits = (bits << 8) | static_cast<unsigned char>(byte);
    count += 8;
    while (count >= 6) {
      count -= 6;
      out += digits[(bits >> count) & 63];
    }
  }
  if (count > 0) out += digits[(bits << (6 - count)) & 63];
  return out;
}

std::string make_token(const Machine& machine) {
  return base64_url(machine.random_bytes(32));
}

std::string token_hash(std::string_view token) {
  return sha256_hex(token);
}

std::string derived_token(std::string_view key, std::string_view purpose, std::string_view secret) {
  std::string text(purpose);
  text += '\0';
  text += secret;
  return base64_url(hmac_sha256(key, text));
}

}  // namespace mektep::editor
