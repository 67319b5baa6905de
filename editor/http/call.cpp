#include "editor/http/json_answer.h"

namespace mektep::editor {
Response Call::page(std::string_view name, Values values, int status) const {
  Frame frame;
  frame.language = language;
  frame.actor = actor;
  frame.csrf = csrf;
  frame.path = request.path;
  for (const Section& section : sections)
    if (actor && may(actor->role, section.ability)) frame.sections.push_back(section);
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
