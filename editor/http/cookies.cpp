#include "editor/http/cookies.h"

namespace mektep::editor {

std::string_view session_cookie(bool secure) {
  return secure ? "__Host-mektep" : "mektep";
}

std::string set_session_cookie(bool secure, std::string_view token) {
  return fmt::format("{}={}; Path=/; HttpOnly; SameSite=Lax{}{}", session_cookie(secure), token,
                     secure ? "; Secure" : "", token.empty() ? "; Max-Age=0" : "");
}

}  // namespace mektep::editor
