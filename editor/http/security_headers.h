// The headers that every answer of the editor carries (security lines 17 and 18).
#pragma once
#include <string>

#include "editor/http/message.h"

namespace mektep::editor {

struct HeaderOptions {
  bool secure = false;      // behind TLS: HSTS
  std::string preview_url;  // an origin that may stand in a frame; empty = none
};

void add_security_headers(Response& response, const HeaderOptions& options);

}  // namespace mektep::editor
