// The page of search results and the index that the browser loads when somebody searches. Only what a page of
// the site shows to everybody goes in: published entries, people who agreed to be named, documents, disclosed
// values.
#include <bit>
#include <mutex>

#include "outputs/disclosure/disclosure.h"
#include "outputs/disclosure/value.h"
#include "outputs/labels.h"
#include "outputs/passes.h"
#include "outputs/plan.h"
#include "outputs/shortcodes.h"
#include "outputs/values.h"
#include "search/index.h"

namespace mektep {

namespace {

struct Searchable {
  std::string path;                  // below the root of the language
  std::string source;                // the file that it is made from
  std::function<SearchPage()> page;  // called in any thread
};
using Searchables = std::vector<Searchable>;

constexpr std::size_t texts_in_file = 16;
// Of a disclosed value or a shortcode: a long table is searched by its beginning.
constexpr std::size_t value_letters = 20'000;

// The words of a text. What Markdown says of pictures is left out: a picture without consent is not on the
// page either. What shortcodes show (tables, facts, captions) is taken from where the page has it, from the
// theme.
std::string words_of(const SiteContext& site, const Entry& entry, Locale locale) {
  const Translation& translation = entry.best(locale);
  const Markdown& text = translation.body;
  const ShortcodeContext context{site, translation, entry.shown_in(locale), locale};
  std::string words;
  std::vector<bool> in_picture(text.nodes.size());
  for (std::size_t i = 1; i < text.nodes.size(); ++i) {
    const MdNode& node = text.nodes[i];
    in_picture[i] = node.type == MdType::image || in_picture[node.parent];
    if (in_picture[i]) continue;
    if (node.type == MdType::text || node.type == MdType::code) {
      words += node.text;
    } else if (node.type == MdType::shortcode) {
      std::string html;  // a fault is told when the page is rendered
      if (!render_shortcode(context, text.shortcodes[node.number], node.flag, html)) continue;
      if (node.flag && !words.empty() && words.back() != ' ') words += ' ';
      words += value_summary(html, value_letters);
      if (node.flag) words += ' ';
    } else if (node.type < MdType::text || node.type == MdType::soft_break ||
               node.type == MdType::line_break) {
      if (!words.empty() && words.back() != ' ') words += ' ';
      if (node.type == MdType::code_block) words += node.text;
    }
  }
  while (words.ends_with(' ')) words.pop_back();
  return words;
}

void append_words(std::string& text, std::string_view more) {
  if (more.empty()) return;
  if (!text.empty()) text += text.ends_with('.') ? " " : ". ";
  text += more;
}

// Text of a PDF in one line; words divided at the end of a line are whole again.
std::string unbroken(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  for (const char c : text) {
    const bool space = static_cast<unsigned char>(c) <= ' ';
    if (c == '\n' && line.ends_with('-')) {
      line.pop_back();
    } else if (!space) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  return line;
}

// What the files of a document say: those in the language of the reader, or else all. Asked of the consent
// register like every file that is published.
std::string pdf_words(const SiteContext& site, const Document& document, Locale locale) {
  const auto own = [&](const DocumentFile& file) { return !file.language || *file.language == locale; };
  const bool any = std::ranges::any_of(document.files, own);
  std::string words;
  for (const auto* files : {&document.files, &document.annexes}) {
    for (const DocumentFile& file : *files) {
      const Asset* asset = site.model.asset(file.path);
      if ((any && !own(file)) || !asset || !site.facts.consents.publish(*asset)) continue;
      if (const std::string* text = site.media.pdf_text(file.path)) append_words(words, unbroken(*text));
    }
  }
  return words;
}

class Collector {
 public:
  Collector(const SiteContext& site, Locale locale) : site_(site), locale_(locale) {}

  // Pages that hardly change first, then news from new to old: so the first part of a large index holds what
  // is looked for most.
  Searchables all() {
    lists();
    for (const Entry* entry : site_.facts.taxonomy.pages) add_entry(*entry, SearchKind::page);
    people();
    documents();
    disclosure();
    const Taxonomy& by_kind = site_.facts.taxonomy;
    for (const auto* entries : {&by_kind.events, &by_kind.albums, &by_kind.news}) {
      for (const Entry* entry : *entries) add_entry(*entry, SearchKind::news);
    }
    return std::move(items_);
  }

 private:
  void add(std::string_view site_path, std::string source, std::function<SearchPage()> make) {
    std::string path(site_path.substr(locale_root(locale_).size()));
    items_.push_back({path, std::move(source), [path, make = std::move(make)] {
                        SearchPage page = make();
                        page.path = path;
                        return page;
                      }});
  }
  void add_titled(std::string_view site_path, std::string title, std::string text = {}) {
    add(site_path, "site.yaml", [title = std::move(title), text = std::move(text)] {
      return SearchPage{.title = title, .text = text};
    });
  }

  void lists() {
    add_titled(locale_root(locale_), site_.model.site.title.best(locale_),
               site_.model.site.description.best(locale_));
    static constexpr std::pair<std::string_view, Word> generated[] = {
        {"news", Word::news},           {"events", Word::events},
        {"albums", Word::albums},       {"people", Word::people},
        {"documents", Word::documents}, {"disclosure", Word::disclosure},
        {"sitemap", Word::site_map},    {"tags", Word::tags}};
    for (const auto& [name, title] : generated)
      add_titled(list_path(name, locale_), std::string(word(title, locale_)));
  }

  void add_entry(const Entry& entry, SearchKind kind) {
    add(site_.facts.permalinks.of(entry, locale_), entry.best(locale_).file,
        [this_site = &site_, &entry, kind, locale = locale_] {
          const Translation& text = entry.best(locale);
          SearchPage page{.title = text.title, .text = text.summary, .kind = kind};
          append_words(page.text, words_of(*this_site, entry, locale));
          append_words(page.text, entry.location.best(locale));
          for (const std::string& tag : entry.tags)
            append_words(page.text, this_site->model.site.tag_name(tag, locale));
          if (kind == SearchKind::news) {
            const auto& moment = entry.start ? entry.start : entry.date;
            if (moment) page.date = moment->date;
          }
          return page;
        });
  }

  // Who has not agreed is in no index (ICT-21): neither has such a person a page.
  void people() {
    for (const Person& person : site_.model.people) {
      const PublicPerson shown = site_.facts.consents.publish(person);
      if (shown.name_withheld()) continue;
      add(site_.facts.permalinks.of(person, locale_), person.file, [shown, locale = locale_] {
        SearchPage page{
            .title = shown.full_name(locale), .text = shown.post().best(locale), .kind = SearchKind::person};
        for (const Bilingual& subject : shown.subjects()) append_words(page.text, subject.best(locale));
        return page;
      });
    }
  }

  void documents() {
    for (const Document& document : site_.model.documents) {
      add(site_.facts.permalinks.of(document, locale_), document.file,
          [this_site = &site_, &document, locale = locale_] {
            SearchPage page{
                .title = document.title.best(locale), .kind = SearchKind::document, .date = document.date};
            append_words(page.text,
                         choice_label(this_site->schemas, "document.yaml", "type", document.type, locale));
            append_words(page.text, document.number);
            append_words(page.text, document.approved_by.best(locale));
            for (const auto* files : {&document.files, &document.annexes}) {
              for (const DocumentFile& file : *files) append_words(page.text, file.title.best(locale));
            }
            append_words(page.text, pdf_words(*this_site, document, locale));
            return page;
          });
    }
  }

  // The values of a group are made together, once, by the thread that comes first.
  struct Values {
    std::once_flag once;
    std::vector<std::string> html;
  };
  void disclosure() {
    for (const DisclosureGroup& group : site_.catalogue.groups) {
      const std::string path = disclosure_path(group, locale_);
      add_titled(path, group.label.in(locale_));
      const auto values = std::make_shared<Values>();
      for (std::size_t i = 0; i < group.items.size(); ++i) {
        const DisclosureItem& item = *site_.facts.disclosure.items[group.items[i]].item;
        add(path + "#" + item.id, "school", [this_site = &site_, &group, &item, values, i, locale = locale_] {
          std::call_once(values->once, [&] { values->html = disclosure_values(*this_site, group, locale); });
          return SearchPage{.title = item.label.in(locale),
                            .text = value_summary(values->html[i], value_letters)};
        });
      }
    }
  }

  const SiteContext& site_;
  const Locale locale_;
  Searchables items_;
};

// What some of the items are made from. Disclosed values come from all records of the school.
std::vector<std::string> sources_of(const SiteContext& site, const Searchables& items,
                                    std::span<const std::size_t> some) {
  std::set<std::string> files;
  for (const std::size_t i : some) files.insert(items[i].source);
  if (files.erase("school") > 0) {
    for (const auto& [unused, file] : site.model.school) files.insert(file.file);
  }
  return {files.begin(), files.end()};
}

void plan_index(const SiteContext& site, PageSet& pages, Locale locale) {
  const auto items = std::make_shared<const Searchables>(Collector(site, locale).all());
  const Place place{"site.yaml", {}};
  const std::string folder = output_file(list_path("search", locale));
  const auto name = [&](std::string_view file) {
    return folder.substr(0, folder.size() - std::string_view("index.html").size()) + std::string(file);
  };
  const SearchFiles made{.parts = (items->size() + search_part_pages - 1) / search_part_pages,
                         .texts = std::bit_ceil((items->size() + texts_in_file - 1) / texts_in_file)};
  const auto pages_of = [items](std::span<const std::size_t> own) {
    std::vector<SearchPage> some;
    for (const std::size_t i : own) some.push_back((*items)[i].page());
    return some;
  };
  for (std::size_t part = 0; part < made.parts; ++part) {
    std::vector<std::size_t> own;
    const std::size_t end = std::min(items->size(), (part + 1) * search_part_pages);
    for (std::size_t i = part * search_part_pages; i < end; ++i) own.push_back(i);
    auto sources = sources_of(site, *items, own);
    add_file(pages, name(part == 0 ? "index.js" : fmt::format("index-{}.js", part)), place,
             std::move(sources), [pages_of, own = std::move(own), locale, made] {
               return write_search_index(locale, pages_of(own), made);
             });
  }
  std::vector<std::vector<std::size_t>> texts(made.texts);
  for (std::size_t i = 0; i < items->size(); ++i)
    texts[search_text_file((*items)[i].path, made.texts)].push_back(i);
  for (std::size_t file = 0; file < made.texts; ++file) {
    auto sources = sources_of(site, *items, texts[file]);
    add_file(pages, name(fmt::format("text-{}-{}.js", made.texts, file)), place, std::move(sources),
             [pages_of, own = std::move(texts[file])] { return write_search_texts(pages_of(own)); });
  }
}

}  // namespace

void plan_search(const SiteContext& site, PageSet& pages, Findings&) {
  for (const Locale locale : site.locales()) {
    PageInfo page =
        list_page(site, "search", "search", "search/", std::string(word(Word::search, locale)), locale);
    add_page(site, pages, std::move(page), {"site.yaml", {}}, {"site.yaml"}, nullptr);
    plan_index(site, pages, locale);
  }
}

}  // namespace mektep
