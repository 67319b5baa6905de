// Help for each screen, open to those who cannot log in as well.
#include "editor/views/help.h"

#include "editor/http/routes/routes.h"

namespace mektep::editor {
namespace {

Response show(Call& call, const Help* help, std::string_view name) {
  const HelpPage* page = help ? help->find(name, call.language) : nullptr;
  if (!page) {
    return call.refused({.kind = Refusal::Kind::not_found,
                         .message = {"Мындай жардам барагы жок.", "Такой страницы помощи нет.",
                                     "There is no such page of help."}});
  }
  ValueList pages;
  for (const HelpPage* other : help->list(call.language))
    pages.push_back(make_record({{"name", other->name}, {"title", other->title}}));
  return call.page("help.html", {{"page", make_record({{"name", page->name},
                                                       {"title", page->title},
                                                       {"locale", std::string(code(page->locale))},
                                                       {"html", page->html}})},
                                 {"pages", std::move(pages)}});
}

}  // namespace

void add_help_routes(Router& router, Services& services) {
  auto loaded = Help::load(services.data_folder + "/editor/views/help");
  const std::shared_ptr<const Help> help = loaded ? std::move(*loaded) : nullptr;
  constexpr RouteOptions open{.access = Access::anyone};
  router.get("/help", [help](Call& call) { return show(call, help.get(), "start"); }, open);
  router.get(
      "/help/{page}", [help](Call& call) { return show(call, help.get(), call.request.capture("page")); },
      open);
}

}  // namespace mektep::editor
