#include "editor/media/library.h"

using namespace mektep;
using namespace mektep::editor;

namespace {

std::unique_ptr<Snapshot> school() {
  const std::string pointer =
      "version https://git-lfs.github.com/spec/v1\noid sha256:" + std::string(64, 'a') + "\nsize 12345\n";
  return make_memory_snapshot(
      {{"news/2026/x/index.ky.md", "---\ntitle: А\nimage: bell.jpg\n---\n"},
       {"news/2026/x/bell.jpg", pointer},
       {"news/2026/x/bell.jpg.yaml", "alt: {ky: Коңгуроо, ru: Колокол}\npeople: nobody-recognisable\n"},
       {"news/2026/y/index.ky.md", "![](/news/2026/x/bell.jpg) bell.jpg"},
       {"news/2026/z/index.ky.md", "bell.jpg"},
       {"documents/charter/charter.pdf", "%PDF-1.7"},
       {"people/a.jpg", pointer},
       {"people/a.yaml", "photo: a.jpg\n"}});
}

}  // namespace

TEST_CASE("the library tells what is known of each file") {
  const auto snapshot = school();
  const std::vector<MediaItem> items = list_media(*snapshot);
  REQUIRE(items.size() == 3);
  CHECK(items[0].path == "documents/charter/charter.pdf");
  CHECK_FALSE(items[0].lacks_alt());
  const MediaItem& bell = items[1];
  CHECK(bell.entry == "news/2026/x");
  CHECK(bell.size == 12345);
  CHECK(bell.oid == std::string(64, 'a'));
  CHECK(bell.alt.in(Locale::ru) == "Колокол");
  CHECK_FALSE(bell.lacks_people());
  CHECK(items[2].lacks_alt());
  CHECK(items[2].lacks_people());
}

TEST_CASE("uses are found beside the file and from the top") {
  const auto snapshot = school();
  CHECK(uses_of(*snapshot, "news/2026/x/bell.jpg") ==
        std::vector<std::string>{"news/2026/x/index.ky.md", "news/2026/y/index.ky.md"});
  CHECK(uses_of(*snapshot, "people/a.jpg") == std::vector<std::string>{"people/a.yaml"});
}

TEST_CASE("duplicates are found by their digest") {
  const auto snapshot = school();
  CHECK(twins_of(*snapshot, std::string(64, 'a'), "people/a.jpg") ==
        std::vector<std::string>{"news/2026/x/bell.jpg"});
  CHECK(twins_of(*snapshot, std::string(64, 'b')).empty());
}

TEST_CASE("a name that is taken gets a number") {
  const auto snapshot = school();
  CHECK(free_path(*snapshot, "news/2026/x/", "bell.jpg") == "news/2026/x/bell-2.jpg");
  CHECK(free_path(*snapshot, "news/2026/x/", "new.jpg") == "news/2026/x/new.jpg");
}
