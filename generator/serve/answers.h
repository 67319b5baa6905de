// What the preview answers to a browser: files of the site, the script that reloads pages and shows findings,
// and the state that it waits for. Files come out of memory by their exact name, so no path leads anywhere
// else.
#pragma once
#include <string>
#include <string_view>

#include "serve/preview.h"

namespace mektep {

struct PreviewAnswer {
  int status = 200;
  std::string type;  // "text/html; charset=utf-8"
  std::string body;
  std::string location;  // of a redirect
};

// `path` is decoded: "/ru/новости/". Waits at most `patience` when the state is asked for.
PreviewAnswer answer(const Preview& preview, std::string_view path, Language language,
                     std::chrono::milliseconds patience);

// Whether a Host header names this machine: other names may be somebody else's that lead here (DNS
// rebinding).
bool is_local_host(std::string_view host);

std::string_view content_type(std::string_view file);

// The script, from overlay.js.
std::string_view overlay_script();

}  // namespace mektep
