// The origin of the preview: pages of the draft behind links that nobody can guess. Knows no cookies and
// changes nothing.
#pragma once
#include <string>

#include "editor/actions/services.h"
#include "editor/http/server.h"

namespace mektep::editor {

class PreviewSite final : public Responder {
 public:
  // `script` runs in its pages and lets them follow what is typed; only pages of `editor_origin` may frame
  // them.
  PreviewSite(Services& services, std::string script, std::string editor_origin);
  // Without an origin: the editor of this machine at `port`. Before the first request.
  void allow_frames_of(int port);

  std::expected<std::size_t, Response> admit(const Request& head) override;
  Response answer(Request request) override;
  Response fault(int status) override;

 private:
  Response finish(Response response) const;

  Services& services_;
  const std::string script_;
  std::string editor_origins_;
};

// "/<link>/ru/news/" → {"<link>", "ru/news/index.html"}.
std::pair<std::string, std::string> split_preview_path(std::string_view path);
std::string_view type_of_site_file(std::string_view file);

}  // namespace mektep::editor
