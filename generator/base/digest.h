// Digests: SHA-256 for documents and whatever an auditor checks, a fast one for change detection.
#pragma once
#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace mektep {

std::string sha256_hex(std::string_view bytes);  // 64 lower-case hexadecimal digits

// 128 bits of XXH3: equal bytes ⇔ equal digest for our purposes, no protection against an attacker.
struct Digest {
  std::uint64_t high = 0, low = 0;
  auto operator<=>(const Digest&) const = default;
  std::string hex() const;  // 32 digits
};
Digest digest(std::string_view bytes);

}  // namespace mektep
