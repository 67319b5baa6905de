// The register of documents, a page for each, and the files themselves.
#include "base/localise.h"
#include "outputs/labels.h"
#include "outputs/passes.h"
#include "outputs/plan.h"
#include "outputs/values.h"

namespace mektep {

namespace {

Value make_documents(const SiteContext& site, Locale locale) {
  // Groups in the order in which schema/ lists the kinds of documents.
  ValueList groups;
  for (const std::string& type : choices_of(site.schemas, "document.yaml", "type")) {
    std::vector<const Document*> found;
    for (const Document& document : site.model.documents) {
      if (document.type == type) found.push_back(&document);
    }
    if (found.empty()) continue;
    std::ranges::sort(found, [&](const Document* a, const Document* b) {
      const int order = collate(a->title.best(locale), b->title.best(locale), locale);
      return order != 0 ? order < 0 : a->id < b->id;
    });
    ValueList documents;
    for (const Document* document : found) documents.push_back(document_value(site, *document, locale));
    groups.push_back(
        make_record({{"id", type},
                     {"title", choice_label(site.schemas, "document.yaml", "type", type, locale)},
                     {"documents", std::move(documents)}}));
  }
  return make_record({{"groups", std::move(groups)}, {"total", site.model.documents.size()}});
}

}  // namespace

void plan_documents(const SiteContext& site, PageSet& pages, Findings&) {
  std::vector<std::string> files;
  for (const Document& document : site.model.documents) files.push_back(document.file);
  for (const Locale locale : site.locales()) {
    PageInfo list = list_page(site, "documents", "documents", "documents/",
                              std::string(word(Word::documents, locale)), locale);
    add_page(site, pages, std::move(list), {"documents", {}}, files,
             [&site, locale] { return Names{{"documents", make_documents(site, locale)}}; });
    for (const Document& document : site.model.documents) {
      PageInfo page = list_page(site, "document", "document", fmt::format("documents/{}/", document.id),
                                document.title.best(locale), locale);
      page.lang =
          document.title.in(locale).empty() ? (locale == Locale::ky ? Locale::ru : Locale::ky) : locale;
      for (const Locale other : all_locales) page.exact[index(other)] = !document.title.in(other).empty();
      page.updated = site.facts.changed(site.model, document.file);
      page.breadcrumbs.push_back(
          {std::string(word(Word::documents, locale)), list_path("documents", locale)});
      add_page(site, pages, std::move(page), document.place(), {document.file}, [&site, &document, locale] {
        return Names{{"document", document_value(site, document, locale)}};
      });
    }
  }
}

}  // namespace mektep
