// Pages of the preview are those of a build; links to it are nobody else's and end.
#include "editor/preview/preview.h"

#include <filesystem>

#include "build/render.h"
#include "editor/preview/preview_links.h"
#include "editor/repository/create.h"
#include "editor/repository/repository.h"

using namespace mektep;
using namespace mektep::editor;

namespace {

// A clock that tests set, and bytes that differ from one call to the next.
struct Clock {
  std::int64_t milliseconds = 1795219200000;  // 2026-11-21 in Bishkek
  std::string bytes = "a";
  Machine machine() {
    return {[this] { return milliseconds; },
            [this](std::size_t size) {
              ++bytes[0];
              return std::string(size, bytes[0]);
            }};
  }
};

std::shared_ptr<const Snapshot> school() {
  static const std::shared_ptr<const Snapshot> opened = open_working_tree(MEKTEP_ROOT "/content").value();
  return opened;
}

const std::string news = "news/2026/mugalimder-kunu/index.ky.md";

std::shared_ptr<const Snapshot> with_text(const std::string& path, const std::string& text) {
  return make_overlay(school(), {{path, text}});
}

std::string whole_build(const std::shared_ptr<const Snapshot>& snapshot, std::string_view file,
                        const std::string& repository = MEKTEP_ROOT "/content") {
  BuildOptions options;
  options.repository = repository;
  options.data_folder = MEKTEP_ROOT;
  options.today = Date{2026, 11, 21};
  options.draft = true;
  const auto site = prepare_site(std::move(options), snapshot).value();
  const PlannedOutput* output = site->pages.find(file);
  REQUIRE(output);
  std::string bytes;
  REQUIRE(render_file(*site, *output, bytes));
  return bytes;
}

}  // namespace

TEST_CASE("an unsaved text is shown as a build would show it") {
  Clock clock;
  const Machine machine = clock.machine();
  Preview preview({MEKTEP_ROOT "/content", MEKTEP_ROOT, {}}, machine);
  const std::string text = school()->read(*school()->find(news)).value();
  const auto first = preview.pages_of(school(), "news/2026/mugalimder-kunu").value();
  CHECK(first[0] == "/news/2026/mugalimder-kunu/");
  CHECK(first[1] == "/ru/news/2026/mugalimder-kunu/");
  for (const std::string typed : {"Жаңы сүйлөм.", "Жаңы сүйлөм. Дагы бири."}) {
    const auto snapshot = with_text(news, text + "\n" + typed + "\n");
    const std::string file = "news/2026/mugalimder-kunu/index.html";
    const auto page = preview.file(snapshot, file).value();
    REQUIRE(page);
    CHECK(page->find(typed) != page->npos);
    CHECK(*page == whole_build(snapshot, file));
    CHECK(*preview.file(snapshot, "index.html").value() == whole_build(snapshot, "index.html"));
  }
}

TEST_CASE("an edit of the school's facts is shown, too") {
  Clock clock;
  const Machine machine = clock.machine();
  Preview preview({MEKTEP_ROOT "/content", MEKTEP_ROOT, {}}, machine);
  REQUIRE(preview.file(school(), "index.html").value());
  const std::string path = "site.yaml";
  const std::string text = school()->read(*school()->find(path)).value();
  const auto snapshot = with_text(path, text + "# \n");
  CHECK(*preview.file(snapshot, "index.html").value() == whole_build(snapshot, "index.html"));
  CHECK_FALSE(preview.file(snapshot, "no/such/page/index.html").value());
}

TEST_CASE("what others save meanwhile is shown, with its revision and its day") {
  Clock clock;
  const Machine machine = clock.machine();
  std::string folder = (std::filesystem::temp_directory_path() / "mektep-preview-XXXXXX").string();
  REQUIRE(::mkdtemp(folder.data()));
  const std::string bare = folder + "/school.git";
  REQUIRE(create_repository(bare, *school(), {.author = {"a", "a@example.kg"}, .now = 1'790'000'000}));
  {
    std::int64_t now = 1'795'000'000;
    RepositoryOptions options;
    options.now = [&now] { return now; };
    const auto repository = Repository::open(bare, options).value();
    Preview preview({bare, MEKTEP_ROOT, {}}, machine);
    REQUIRE(preview.file(repository->snapshot().value(), "index.html").value());
    for (const std::string& path : {news, std::string("pages/parents/index.ky.md")}) {
      now += 86'400;
      const std::string text = repository->read(path).value().value() + "\nСакталды.\n";
      REQUIRE(repository->commit({"", {{path, text}}, {"a", "a@b"}, "Save"}));
      const auto snapshot = repository->snapshot().value();
      const std::string page = path.substr(path.starts_with("pages/") ? 6 : 0);
      for (const std::string& file : {std::string("disclosure.json"), std::string("index.html"),
                                      page.substr(0, page.rfind('/')) + "/index.html"}) {
        INFO(file);
        CHECK(*preview.file(snapshot, file).value() == whole_build(snapshot, file, bare));
      }
    }
  }
  std::filesystem::remove_all(folder);
}

TEST_CASE("a broken text does not take the preview away") {
  Clock clock;
  const Machine machine = clock.machine();
  Preview preview({MEKTEP_ROOT "/content", MEKTEP_ROOT, {}}, machine);
  CHECK(preview.file(with_text(news, "---\ntitle: [\n---\n\xff"), "index.html").value());
  CHECK(preview.file(school(), "news/2026/mugalimder-kunu/index.html").value());
}

TEST_CASE("a link shows what its owner writes, and ends") {
  Clock clock;
  const Machine machine = clock.machine();
  PreviewLinks links(machine);
  const std::string link = links.open(7, school());
  CHECK(link.size() >= 40);
  CHECK(links.find(link)->snapshot == school());
  CHECK_FALSE(links.find("guess"));
  const auto typed = with_text(news, "");
  CHECK_FALSE(links.show(link, 8, typed));
  CHECK(links.find(link)->snapshot == school());
  CHECK(links.show(link, 7, typed));
  CHECK(links.find(link)->snapshot == typed);
  clock.milliseconds += preview_link_seconds * 1000;
  CHECK_FALSE(links.find(link));
  CHECK_FALSE(links.show(link, 7, typed));
}

TEST_CASE("logging out ends the links of an account") {
  Clock clock;
  const Machine machine = clock.machine();
  PreviewLinks links(machine);
  const std::string mine = links.open(7, school()), other = links.open(8, school());
  links.close(7);
  CHECK_FALSE(links.find(mine));
  CHECK(links.find(other));
}
