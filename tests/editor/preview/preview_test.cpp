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

// What is made of pictures and documents, once for all tests.
struct Cache {
  std::string folder = (std::filesystem::temp_directory_path() / "mektep-previews-XXXXXX").string();
  Cache() { REQUIRE(::mkdtemp(folder.data())); }
  ~Cache() { std::filesystem::remove_all(folder); }
};
const std::string& cache() {
  static const Cache made;
  return made.folder;
}

std::shared_ptr<const Snapshot> school() {
  static const std::shared_ptr<const Snapshot> opened = open_working_tree(MEKTEP_ROOT "/content").value();
  return opened;
}

const std::string news = "news/2026/mugalimder-kunu/index.ky.md";

PreviewView unchanged() {
  return PreviewView("of the school");
}

PreviewView with_text(const std::string& path, const std::string& text) {
  return PreviewView("of the school", {{path, text}});
}

PreviewOptions options_of_school() {
  return {.repository = MEKTEP_ROOT "/content",
          .data_folder = MEKTEP_ROOT,
          .cache_folder = cache(),
          .snapshot = [](const std::string&) { return school(); }};
}

std::shared_ptr<const Snapshot> files_of(const PreviewView& view) {
  return make_overlay(school(), *view.edits);
}

std::string whole_build(const std::shared_ptr<const Snapshot>& snapshot, std::string_view file,
                        const std::string& repository = MEKTEP_ROOT "/content") {
  BuildOptions options;
  options.repository = repository;
  options.data_folder = MEKTEP_ROOT;
  options.cache_folder = cache();
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
  Preview preview(options_of_school(), machine);
  const std::string text = school()->read(*school()->find(news)).value();
  const auto first = preview.pages_of(unchanged(), "news/2026/mugalimder-kunu").value();
  CHECK(first[0] == "/news/2026/mugalimder-kunu/");
  CHECK(first[1] == "/ru/news/2026/mugalimder-kunu/");
  for (const std::string typed : {"Жаңы сүйлөм.", "Жаңы сүйлөм. Дагы бири."}) {
    const auto view = with_text(news, text + "\n" + typed + "\n");
    const std::string file = "news/2026/mugalimder-kunu/index.html";
    const auto page = preview.file(view, file).value();
    REQUIRE(page);
    CHECK(page->find(typed) != page->npos);
    CHECK(*page == whole_build(files_of(view), file));
    CHECK(*preview.file(view, "index.html").value() == whole_build(files_of(view), "index.html"));
  }
}

TEST_CASE("an edit of the school's facts is shown, too") {
  Clock clock;
  const Machine machine = clock.machine();
  Preview preview(options_of_school(), machine);
  REQUIRE(preview.file(unchanged(), "index.html").value());
  const std::string path = "site.yaml";
  const std::string text = school()->read(*school()->find(path)).value();
  const auto view = with_text(path, text + "# \n");
  CHECK(*preview.file(view, "index.html").value() == whole_build(files_of(view), "index.html"));
  CHECK_FALSE(preview.file(view, "no/such/page/index.html").value());
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
    Preview preview(
        {.repository = bare,
         .data_folder = MEKTEP_ROOT,
         .cache_folder = cache(),
         .snapshot = [&](const std::string& revision) { return *repository->snapshot(revision); }},
        machine);
    REQUIRE(preview.file(PreviewView(repository->head()), "index.html").value());
    for (const std::string& path : {news, std::string("pages/parents/index.ky.md")}) {
      now += 86'400;
      const std::string text = repository->read(path).value().value() + "\nСакталды.\n";
      REQUIRE(repository->commit({"", {{path, text}}, {"a", "a@b"}, "Save"}));
      const auto snapshot = repository->snapshot().value();
      const std::string page = path.substr(path.starts_with("pages/") ? 6 : 0);
      for (const std::string& file : {std::string("disclosure.json"), std::string("index.html"),
                                      page.substr(0, page.rfind('/')) + "/index.html"}) {
        INFO(file);
        CHECK(*preview.file(PreviewView(repository->head()), file).value() ==
              whole_build(snapshot, file, bare));
      }
    }
  }
  std::filesystem::remove_all(folder);
}

TEST_CASE("a broken text does not take the preview away") {
  Clock clock;
  const Machine machine = clock.machine();
  Preview preview(options_of_school(), machine);
  CHECK(preview.file(with_text(news, "---\ntitle: [\n---\n\xff"), "index.html").value());
  CHECK(preview.file(unchanged(), "news/2026/mugalimder-kunu/index.html").value());
}

TEST_CASE("two versions side by side stay prepared, and none does when nobody looks") {
  Clock clock;
  const Machine machine = clock.machine();
  Preview preview(options_of_school(), machine);
  const auto facts = [](const std::string& name) {
    const std::string path = "school/organisation.yaml";
    std::string text = school()->read(*school()->find(path)).value();
    return PreviewView("of the school", {{path, text + "# " + name + "\n"}});
  };
  const PreviewView before = facts("before"), now = facts("now");
  for (int turn = 0; turn < 2; ++turn) {
    CHECK(preview.file(before, "index.html").value());
    CHECK(preview.file(now, "index.html").value());
  }
  CHECK(preview.sites() == 2);
  clock.milliseconds += 100'000;
  CHECK(preview.file(now, "index.html").value());
  clock.milliseconds += 100'000;
  preview.forget_idle();
  CHECK(preview.sites() == 1);
  clock.milliseconds += 180'000;
  preview.forget_idle();
  CHECK(preview.sites() == 0);
  CHECK(preview.file(now, "index.html").value());
}

TEST_CASE("of large sites the last one alone is kept") {
  Clock clock;
  const Machine machine = clock.machine();
  PreviewOptions options = options_of_school();
  options.most_entries = 10;
  Preview preview(std::move(options), machine);
  for (const char* day : {"2026-11-01", "2026-11-02", "2026-11-03"})
    CHECK(preview.file(PreviewView("of the school", {}, parse_date(day)), "index.html").value());
  CHECK(preview.sites() == 1);
}

TEST_CASE("a link shows what its owner writes, and ends") {
  Clock clock;
  const Machine machine = clock.machine();
  PreviewLinks links(machine);
  const std::string link = links.open(7, unchanged());
  CHECK(link.size() >= 40);
  CHECK(links.find(link)->edits->empty());
  CHECK_FALSE(links.find("guess"));
  const auto typed = with_text(news, "");
  CHECK_FALSE(links.show(link, 8, typed));
  CHECK(links.find(link)->edits->empty());
  CHECK(links.show(link, 7, typed));
  CHECK(*links.find(link) == typed);
  clock.milliseconds += preview_link_seconds * 1000;
  CHECK_FALSE(links.find(link));
  CHECK_FALSE(links.show(link, 7, typed));
}

TEST_CASE("logging out ends the links of an account") {
  Clock clock;
  const Machine machine = clock.machine();
  PreviewLinks links(machine);
  const std::string mine = links.open(7, unchanged()), other = links.open(8, unchanged());
  links.close(7);
  CHECK_FALSE(links.find(mine));
  CHECK(links.find(other));
}
