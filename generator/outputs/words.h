// The words that the generator itself puts into pages, feeds and addresses of lists. Themes have their own.
#pragma once
#include <cstdint>
#include <string_view>

#include "base/locale.h"

namespace mektep {

enum class Word : std::uint8_t {
  home,
  news,
  events,
  albums,
  people,
  documents,
  disclosure,
  tags,
  statistics,
  site_map,
  search,
  not_found,
  administration,
  teachers,
  staff,
  page_n,
  year_n,
  tag_n,
  calendar,
  learners,
  school_year_numbers,
  more_documents,
  absent,
  for_parents,
  for_auditors,
  size_note,
  site_map_description,
  more_n,
  other_pages,
  structure,
  structure_description,
  founder,
  governing_bodies,
  units,
  founded,
  classrooms,
  library_books
};
std::string_view word(Word word, Locale locale);

}  // namespace mektep
