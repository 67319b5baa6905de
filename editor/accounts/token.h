// Tokens that are worth an identity: session ids, links, keys of the API. Only their hashes are stored.
#pragma once
#include <string>
#include <string_view>

#include "editor/store/machine.h"

namespace mektep::editor {

// 256 random bits in 43 characters of [A-Za-z0-9_-].
std::string make_token(const Machine& machine);
// What is stored instead of a token (SHA-256, hexadecimal).
std::string token_hash(std::string_view token);
// Of a purpose and a secret: what a form carries to show that it comes from us.
std::string derived_token(std::string_view key, std::string_view purpose, std::string_view secret);
std::string base64_url(std::string_view bytes);

}  // namespace mektep::editor
