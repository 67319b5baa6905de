// Keyed digests, and comparing secrets without telling where they differ.
#pragma once
#include <string>
#include <string_view>

namespace mektep::editor {

std::string hmac_sha256(std::string_view key, std::string_view text);  // 32 bytes
std::string hmac_sha1(std::string_view key, std::string_view text);    // 20 bytes, for TOTP only
// Takes the same time wherever the difference lies.
bool same_secret(std::string_view a, std::string_view b);

}  // namespace mektep::editor
