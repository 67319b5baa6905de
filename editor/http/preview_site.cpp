#include "editor/http/preview_site.h"

namespace mektep::editor {

namespace {
constexpr std::string_view script_path = "/preview.js";
}

std::pair<std::string, std::string> split_preview_path(std::string_view path) {
  path.remove_prefix(path.starts_with('/') ? 1 : 0);
  const std::size_t slash = path.find('/');
  if (slash == std::string_view::npos) return {std::string(path), {}};
  std::string file(path.substr(slash + 1));
  if (file.empty() || file.ends_with('/')) file += "index.html";
  return {std::string(path.substr(0, slash)), std::move(file)};
}

std::string_view type_of_site_file(std::string_view file) {
  static constexpr std::pair<std::string_view, std::string_view> types[] = {
      {".html", "text/html; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".svg", "image/svg+xml"},
      {".webp", "image/webp"},
      {".jpg", "image/jpeg"},
      {".png", "image/png"},
      {".ico", "image/x-icon"},
      {".pdf", "application/pdf"},
      {".json", "application/json"},
      {".xml", "application/xml"},
      {".webmanifest", "application/manifest+json"},
      {".ics", "text/calendar; charset=utf-8"},
      {".csv", "text/csv; charset=utf-8"},
      {".txt", "text/plain; charset=utf-8"}};
  for (const auto& [ending, type] : types)
    if (file.ends_with(ending)) return type;
  return "application/octet-stream";
}

PreviewSite::PreviewSite(Services& services, std::string script, std::string editor_origin)
    : services_(services), script_(std::move(script)), editor_origins_(std::move(editor_origin)) {}

void PreviewSite::allow_frames_of(int port) {
  if (editor_origins_.empty())
    editor_origins_ = fmt::format("http://127.0.0.1:{0} http://localhost:{0}", port);
}

std::expected<std::size_t, Response> PreviewSite::admit(const Request& head) {
  if (head.method != "GET" && head.method != "HEAD") return std::unexpected(fault(405));
  return std::size_t{0};
}

Response PreviewSite::answer(Request request) {
  Response response;
  if (request.path == script_path) {
    response.type = "text/javascript; charset=utf-8";
    response.body = script_;
    return finish(std::move(response));
  }
  const auto [link, file] = split_preview_path(request.path);
  const auto view = file.empty() ? std::nullopt : services_.preview_links.find(link);
  if (!view) return fault(404);
  auto bytes = services_.preview.file(*view, file);
  if (!bytes) {
    response.status = 500;
    response.type = "text/plain; charset=utf-8";
    response.body = bytes.error().message(Language::ky) + "\n";
    return finish(std::move(response));
  }
  if (!*bytes) return fault(404);
  response.type = type_of_site_file(file);
  response.body = std::move(**bytes);
  if (file.ends_with(".html")) {
    const std::size_t end = response.body.rfind("</head>");
    if (end != std::string::npos)
      response.body.insert(end, fmt::format("<script defer src=\"{}\"></script>", script_path));
  }
  return finish(std::move(response));
}

Response PreviewSite::fault(int status) {
  Response response;
  response.status = status;
  response.type = "text/plain; charset=utf-8";
  response.body = fmt::format("{}\n", status);
  return finish(std::move(response));
}

// The link is a secret: it must not travel in a Referer, and no cache may keep what it shows.
Response PreviewSite::finish(Response response) const {
  response.headers.emplace_back(
      "Content-Security-Policy",
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; "
      "frame-ancestors " +
          editor_origins_);
  response.headers.emplace_back("X-Content-Type-Options", "nosniff");
  response.headers.emplace_back("Referrer-Policy", "no-referrer");
  response.headers.emplace_back("X-Robots-Tag", "noindex, nofollow");
  response.headers.emplace_back("Cache-Control", "no-store");
  return response;
}

}  // namespace mektep::editor
