// module: editor_http
// Requests: whatever is read holds no control characters and no steps upwards; forms and cookies never crash.
#include <cstdint>
#include <cstdlib>

#include "editor/http/form.h"
#include "editor/http/head.h"

using namespace mektep::editor;

namespace {

void demand(bool holds) {
  if (!holds) std::abort();
}

void look_at(const Request& request) {
  demand(request.path.starts_with('/'));
  demand(request.path.find("/../") == std::string::npos && !request.path.ends_with("/.."));
  for (const unsigned char c : request.path) demand(c >= 0x20 && c != 0x7f && c != '\\');
  for (const auto& [name, value] : request.headers) demand(value.find_first_of("\r\n") == std::string::npos);
  if (const auto cookie = request.cookie("mektep")) demand(cookie->find(';') == std::string_view::npos);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto end = end_of_head(text);
  if (!end) return 0;
  const auto head = parse_head(text.substr(0, *end), {});
  if (!head) {
    demand(head.error() >= 400 && head.error() < 600);
    return 0;
  }
  look_at(head->request);
  constexpr std::size_t most = 50;
  if (const auto form = parse_form(text.substr(*end), head->request.header("content-type"), most))
    demand(form->fields.size() + form->files.size() <= most);
  return 0;
}
