#include "editor/http/security_headers.h"

namespace mektep::editor {

void add_security_headers(Response& response, const HeaderOptions& options) {
  std::string policy =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
      "connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";
  if (!options.preview_url.empty()) policy += "; frame-src " + options.preview_url;
  response.headers.emplace_back("Content-Security-Policy", std::move(policy));
  response.headers.emplace_back("X-Content-Type-Options", "nosniff");
  response.headers.emplace_back("Referrer-Policy", "same-origin");
  response.headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
  response.headers.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
  response.headers.emplace_back("Permissions-Policy",
                                "geolocation=(), microphone=(), camera=(self), usb=(), "
                                "payment=(), browsing-topics=()");
  if (options.secure)
    response.headers.emplace_back("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
}

}  // namespace mektep::editor
