#include "base/digest.h"

#include <openssl/sha.h>
#include <xxhash.h>

namespace mektep {
namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";

std::string hex_of(std::uint64_t value) {
  std::string text(16, '0');
  for (std::size_t i = 16; i-- > 0; value >>= 4) text[i] = hex_digits[value & 15];
  return text;
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> raw{};
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), raw.data());
  std::string text;
  text.reserve(2 * raw.size());
  for (const unsigned char byte : raw) {
    text += hex_digits[byte >> 4];
    text += hex_digits[byte & 15];
  }
  return text;
}

std::string Digest::hex() const {
  return hex_of(high) + hex_of(low);
}

Digest digest(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return {hash.high64, hash.low64};
}

}  // namespace mektep
