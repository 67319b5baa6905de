// The one cookie of the editor: the token of the session (security line 7).
#pragma once
#include <string>
#include <string_view>

namespace mektep::editor {

// With the prefix that only secure origins may set, when `secure`.
std::string_view session_cookie(bool secure);
// The value of Set-Cookie. An empty token ends the cookie.
std::string set_session_cookie(bool secure, std::string_view token);

}  // namespace mektep::editor
