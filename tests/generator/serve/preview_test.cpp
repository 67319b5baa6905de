#include "serve/preview.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <random>

#include "build/render.h"
#include "serve/answers.h"

using namespace mektep;

namespace {

namespace fs = std::filesystem;

// A school in a folder of its own, with its own copy of the themes.
struct School {
  School() {
    std::string name = fs::temp_directory_path() / "mektep-preview-XXXXXX";
    folder = ::mkdtemp(name.data());
    fs::create_directories(folder / "data");
    for (const char* part : {"schema", "themes"})
      fs::copy(fs::path(MEKTEP_ROOT) / part, folder / "data" / part, fs::copy_options::recursive);
    fs::copy(fs::path(MEKTEP_ROOT) / "schema/starter", folder / "school", fs::copy_options::recursive);
    write("school/pages/about/index.ky.md", "---\ntitle: Биз\n---\n\nМектеп.\n");
    write("school/pages/about/index.ru.md", "---\ntitle: О нас\n---\n\nШкола.\n");
  }
  School(const School&) = delete;
  School& operator=(const School&) = delete;
  ~School() { fs::remove_all(folder); }

  void write(const std::string& file, const std::string& text) const {
    fs::create_directories((folder / file).parent_path());
    std::ofstream(folder / file, std::ios::binary) << text;
  }
  std::string read(const std::string& file) const {
    std::ifstream stream(folder / file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
  }
  BuildOptions options() const {
    BuildOptions options;
    options.repository = folder / "school";
    options.data_folder = folder / "data";
    options.today = Date{2026, 11, 21};
    options.jobs = 2;
    options.base_url = "http://127.0.0.1:8000/";
    options.draft = true;
    return options;
  }

  fs::path folder;
};

struct Files final : SiteSink {
  std::expected<void, Finding> write(const std::string& file, std::string_view bytes) override {
    const std::lock_guard lock(mutex);
    files.emplace(file, bytes);
    return {};
  }
  std::mutex mutex;
  std::map<std::string, std::string> files;
};

// The site as a build writes it.
std::map<std::string, std::string> built(const BuildOptions& options) {
  const auto site = prepare_site(options).value();
  Files sink;
  REQUIRE(render_site(*site, sink));
  return sink.files;
}

std::string shown(const Preview& preview, std::string_view file) {
  const auto state = preview.state();
  const std::string* bytes = state->site ? state->site->file(file) : nullptr;
  return bytes ? *bytes : "";
}

}  // namespace

TEST_CASE("a_page_is_there_before_the_site_is_complete_and_findings_come_after") {
  const School school;
  Preview preview(school.options(), 0);
  preview.refresh();
  CHECK_FALSE(preview.is_complete());
  CHECK(preview.state()->findings.empty());
  CHECK(shown(preview, "about/index.html").find("<h1>Биз</h1>") != std::string::npos);
  preview.complete();
  CHECK(preview.is_complete());
  CHECK_FALSE(preview.state()->findings.empty());  // a new school lacks much
  CHECK_FALSE(preview.state()->outdated);
}

TEST_CASE("what_is_shown_after_any_edits_is_what_a_build_writes") {
  const School school;
  const BuildOptions options = school.options();
  Preview preview(options, 0);
  std::mt19937 random(3);
  const std::vector<std::function<void(int)>> edits{
      [&](int n) {
        school.write("school/pages/about/index.ky.md",
                     fmt::format("---\ntitle: Биз {}\n---\n\nТекст {}.\n", n, n));
      },
      [&](int n) {
        for (const char* locale : {"ky", "ru"}) {
          school.write(
              fmt::format("school/news/2026/news-{}/index.{}.md", n % 3, locale),
              fmt::format("---\ntitle: Кабар {}\ndate: 2026-11-{:02}\n---\n\nТекст.\n", n, 1 + n % 20));
        }
      },
      [&](int n) { fs::remove_all(school.folder / fmt::format("school/news/2026/news-{}", n % 3)); },
      [&](int n) {
        school.write("school/theme/partials/footer.html", fmt::format("<footer>{}</footer>\n", n));
      },
      [&](int) { fs::remove_all(school.folder / "school/theme"); },
      [&](int n) {
        const std::string sheet = "data/themes/default/assets/style.css";
        school.write(sheet, school.read(sheet) + fmt::format("\n.a{} {{color: red}}\n", n));
      },
  };
  for (int round = 0; round < 12; ++round) {
    for (unsigned count = 1 + random() % 2; count > 0; --count) edits[random() % edits.size()](round);
    preview.refresh();
    const bool asked_first = random() % 2 == 0;
    if (asked_first) CHECK_FALSE(shown(preview, "index.html").empty());
    if (round % 3 != 0) preview.complete();  // otherwise the next change is there before
    const auto expected = built(options);
    const auto state = preview.state();
    for (const auto& [file, bytes] : expected) {
      INFO(round << " " << file);
      REQUIRE(state->site->contains(file));
      CHECK((shown(preview, file) == bytes));
    }
  }
}

TEST_CASE("a_page_that_cannot_be_made_leaves_the_whole_site_as_it_was") {
  const School school;
  Preview preview(school.options(), 0);
  preview.refresh();
  preview.complete();
  const std::string before = shown(preview, "about/index.html"), number = "/.mektep/state/0/about/";
  const auto told = [&] { return answer(preview, number, Language::en, std::chrono::milliseconds(0)).body; };
  const std::string layout = school.read("data/themes/default/layouts/page.html");
  school.write("school/theme/layouts/page.html", layout + "{% set a = 1 %}{{ a.b.c }}");
  preview.refresh();
  if (!preview.is_complete())
    CHECK(told().find("\"page\":\"\"") != std::string::npos);  // nobody is sent there
  preview.complete();
  CHECK(preview.state()->outdated);
  CHECK(shown(preview, "about/index.html") == before);
  CHECK(told().find("layouts/page.html") != std::string::npos);
  fs::remove_all(school.folder / "school/theme");
  preview.refresh();
  preview.complete();
  CHECK_FALSE(preview.state()->outdated);
  CHECK(shown(preview, "about/index.html") == before);
}

TEST_CASE("a_page_learns_that_it_has_changed_from_its_digest_and_others_do_not_reload") {
  const School school;
  Preview preview(school.options(), 0);
  preview.refresh();
  preview.complete();
  const auto page_of = [&](std::string_view path) {
    const std::string body =
        answer(preview, fmt::format("/.mektep/state/0{}", path), Language::en, std::chrono::milliseconds(0))
            .body;
    const std::size_t at = body.find("\"page\":\"") + 8;
    return body.substr(at, body.find('"', at) - at);
  };
  const std::string about = page_of("/about/"), lost = page_of("/nothing/");
  CHECK(about != lost);
  CHECK(answer(preview, "/about/", Language::en, {}).body.find("data-page=\"" + about + "\"") !=
        std::string::npos);
  school.write("school/pages/about/index.ky.md", "---\ntitle: Биз\n---\n\nБашка текст.\n");
  preview.refresh();
  CHECK(page_of("/about/") != about);
  CHECK(page_of("/nothing/") == lost);
}
