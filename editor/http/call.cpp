#include "editor/http/router.h"

namespace mektep::editor {
namespace {

int status_of(Refusal::Kind kind) {
  switch (kind) {
    case Refusal::Kind::forbidden:
      return 403;
    case Refusal::Kind::not_found:
      return 404;
    case Refusal::Kind::invalid:
      return 422;
    case Refusal::Kind::conflict:
      return 409;
    case Refusal::Kind::too_many:
      return 429;
    case Refusal::Kind::failed:
      break;
  }
  return 503;
}

}  // namespace

Response Call::page(std::string_view name, Values values, int status) const {
  Frame frame;
  frame.language = language;
  frame.actor = actor;
  frame.csrf = csrf;
  frame.path = request.path;
  if (const std::string_view done = request.parameter("done"); !done.empty()) {
    const std::string key = "done_" + std::string(done);
    if (const std::string_view said = views.word(key, language); said != key) frame.notice = said;
  }
  Response response;
  response.status = status;
  auto body = views.render(name, frame, std::move(values));
  if (body) {
    response.body = std::move(*body);
  } else {
    response.status = 500;
    response.type = "text/plain; charset=utf-8";
    response.body = body.error().message(Language::en) + "\n";
  }
  return response;
}

Response Call::refused(const Refusal& refusal) const {
  const int status = status_of(refusal.kind);
  return page("error.html", {{"status", status}, {"message", refusal.message.in(language)}}, status);
}

Response Call::done(std::string path, std::string_view notice) const {
  if (!notice.empty())
    path += (path.find('?') == std::string::npos ? "?done=" : "&done=") + std::string(notice);
  return Response::redirect(std::move(path));
}

}  // namespace mektep::editor
