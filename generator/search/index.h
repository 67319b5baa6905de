// The search index of one language, as a script that calls mektepSearch(DATA): a script can be loaded where
// pages cannot be fetched, from a disk. The browser's half is themes/default/scripts/search/.
//
// DATA is an object. Pages are numbered in the order given. Numbers are written in printable characters, see
// number() in index.cpp; a page has one in each string, postings have one each.
//   version   1
//   parts     how many files the index has; the first one is index.js, then index-1.js…
//   texts     how many files hold the texts: text-<texts>-0.js…
//   locale    "ky", "ru"
//   endings   slots of Kyrgyz endings (search/stemmer.h)
//   kinds     a character a page: n news, d document, p person, s other pages
//   days      numbers, a page each: days since 2000-01-01, 0 = no date
//   sizes     numbers, a page each: binary logarithm of the count of words
//   paths     site paths below the root of the language, one a line
//   titles    one a line
//   terms     stems in the order of their bytes; each is a letter that says how many letters it shares with
//   the one
//             before (A = 0, B = 1…) and the rest of it
//   counts    numbers, a term each: on how many pages it stands
//   gaps      numbers, a posting each: distance to the page before (the first one: from -1), less 1; terms on
//   many pages
//             first, those on equally many in the order of `terms`
//   levels    in the same order, three postings a number: 0 once in the text, 1 up to three times, 2 more
//   often, 3 in the title
// A damaged file is no JavaScript, or lacks members: then the box leads to the site map.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/locale.h"

namespace mektep {

enum class SearchKind : char { news = 'n', document = 'd', person = 'p', page = 's' };

struct SearchPage {
  std::string path;   // below the root of its language: "news/2026/first-bell/"
  std::string title;  // one line
  std::string text;   // plain
  SearchKind kind = SearchKind::page;
  std::optional<Date> date;
};

struct SearchFiles {
  std::size_t parts = 1;  // of the index
  std::size_t texts = 1;  // a power of two
};

// One part of the index. Thread-safe; the bytes depend on the arguments only.
std::string write_search_index(Locale locale, std::span<const SearchPage> pages, SearchFiles files);

// Pages of one part: keeps a part below 150 KB compressed.
inline constexpr std::size_t search_part_pages = 1000;

// In which of `count` files (a power of two) the text of a page stands. A page that comes or goes moves no
// other.
std::size_t search_text_file(std::string_view path, std::size_t count);
// The file: a script that calls mektepText({path: text…}), for snippets; long texts are cut.
std::string write_search_texts(std::span<const SearchPage> pages);

}  // namespace mektep
