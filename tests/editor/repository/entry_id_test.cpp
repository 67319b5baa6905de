#include "editor/repository/entry_id.h"

#include <catch2/catch.hpp>

using namespace mektep;
using namespace mektep::editor;

TEST_CASE("every file belongs to the entry that people see") {
  CHECK(entry_of("news/2026/first-bell/index.ky.md") == "news/2026/first-bell");
  CHECK(entry_of("news/2026/first-bell/photo.jpg.yaml") == "news/2026/first-bell");
  CHECK(entry_of("pages/about/history/index.ru.md") == "pages/about/history");
  CHECK(entry_of("documents/charter/charter.pdf") == "documents/charter");
  CHECK(entry_of("people/asanova.yaml") == "people/asanova");
  CHECK(entry_of("people/asanova.jpg.yaml") == "people/asanova");
  CHECK(entry_of("consents/c-017.yaml") == "consents/c-017");
  CHECK(entry_of("school/licences.yaml") == "school/licences");
  CHECK(entry_of("statistics/2025-2026/q1/marks.csv") == "statistics/2025-2026");
  CHECK(entry_of("statistics/2025-2026/q1/earlier/2025-11-05/marks.csv") == "statistics/2025-2026");
  CHECK(entry_of("statistics/settings.yaml") == "statistics");
  CHECK(entry_of("theme/partials/header.html") == "theme");
  CHECK(entry_of("site.yaml") == "site");
  CHECK(entry_of("").empty());
}

TEST_CASE("the files of an entry are its own and not those of a longer name") {
  const auto snapshot = make_memory_snapshot({{"people/asan.yaml", "a"},
                                              {"people/asan.jpg", "b"},
                                              {"people/asanova.yaml", "c"},
                                              {"pages/about/index.ky.md", "d"},
                                              {"pages/about/history/index.ky.md", "e"}});
  std::vector<std::string> paths;
  for (const SourceFile* file : files_of_entry(*snapshot, "people/asan")) paths.push_back(file->path);
  CHECK(paths == std::vector<std::string>{"people/asan.jpg", "people/asan.yaml"});
  CHECK(files_of_entry(*snapshot, "pages/about").size() == 1);
  CHECK(files_of_entry(*snapshot, "pages/gone").empty());
}

TEST_CASE("the digest of a removed entry says so") {
  const auto snapshot = make_memory_snapshot({{"site.yaml", "a"}});
  CHECK(digest_of_entry(*snapshot, "people/asan") == "absent");
  CHECK(digest_of_entry(*snapshot, "site") != "absent");
}
