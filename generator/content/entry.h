// An entry: a source item of text (page, news, event, album), with its translations.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/finding.h"
#include "base/locale.h"
#include "syntax/markdown/markdown.h"
#include "syntax/node.h"

namespace mektep {

enum class Collection : std::uint8_t { pages, news, events, albums };
inline constexpr std::array<Collection, 4> all_collections{Collection::pages, Collection::news,
                                                           Collection::events, Collection::albums};
std::string_view folder_of(Collection collection);  // "pages", "news"…

// An entry in one locale: one Markdown file.
struct Translation {
  std::string file;  // "news/2026/first-bell/index.ky.md"
  std::string title;
  std::string summary;  // as given; empty = none
  std::string slug;     // own slug; empty = the folder's name
  std::string menu_title;
  std::vector<std::string> aliases;
  std::string digest;           // of title, summary and text; what a translation made from this one remembers
  std::string translated_from;  // the digest that this one remembers; empty = not stated
  Markdown body;
  Node data;  // the front matter, for positions
  // The place of the value under `key`, or the top of the file.
  Place place(std::string_view key = {}) const;
};

// What the translations of an entry share; from the Kyrgyz file, or else from the Russian one.
struct SharedFields {
  Collection collection = Collection::pages;
  std::optional<DateTime> date;
  std::optional<DateTime> start, end;  // events
  std::optional<Date> until;           // announcements: the last day on which they are news
  std::optional<Date> shown_until;     // the last day on the site; none = it stays
  bool announcement = false;
  bool draft = false;
  int order = 0;  // pages: among their siblings; 0 = behind the ordered ones
  std::vector<std::string> tags;
  std::vector<std::string> consents;  // of people whom the text names (ICT-22)
  std::string image;                  // path of an asset in the repository; empty = none
  Bilingual location;                 // events
};

struct Entry : SharedFields {
  std::string path;  // "news/2026/first-bell": its identity, and the folder of its assets
  std::array<std::optional<Translation>, 2> translations;
  // The days on which all of its consents are in force and cover a name in a text; an entry is published
  // on no other day. Without consents: always.
  Date named_from{0, 0, 0}, named_until{9999, 12, 31};

  const Translation* in(Locale locale) const;
  const Translation& any() const;  // Kyrgyz, or else Russian: an entry has at least one
  // The translation shown in `locale`: its own, or else the other one.
  const Translation& best(Locale locale) const;
  Locale shown_in(Locale locale) const {
    return in(locale) ? locale : locale == Locale::ky ? Locale::ru : Locale::ky;
  }
  // The last part of the path: "first-bell".
  std::string_view name() const;
};

}  // namespace mektep
