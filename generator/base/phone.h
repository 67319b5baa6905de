// Telephone numbers of Kyrgyzstan.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace mektep {

// E.164 ("+996312123456") of a number written in any local habit, "(0312) 12-34-56" included; nullopt when it
// does not come to nine digits after +996, or is an emergency number.
std::optional<std::string> parse_phone(std::string_view text);
// "+996 312 123 456" of an E.164 number; four-digit area codes as "+996 3922 12345".
std::string format_phone(std::string_view e164);
// Whether the prefix is one that the national plan knows; unknown ones are a warning, never an error.
bool is_known_prefix(std::string_view e164);

}  // namespace mektep
