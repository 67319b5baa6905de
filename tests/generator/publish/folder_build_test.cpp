// Builds into a folder again and again: always the same bytes as a build from nothing, and nothing done when
// there is nothing to do.
#include "publish/folder_build.h"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "build/rules.h"
#include "publish/output_folder/manifest.h"

using namespace mektep;
namespace fs = std::filesystem;

namespace {

using Files = std::map<std::string, std::string>;

std::string read_file(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

void write_file(const fs::path& path, std::string_view bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

Files files_in(const fs::path& folder) {
  Files files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string path = entry.path().lexically_relative(folder).string();
    if (entry.is_regular_file() && path != manifest_name) files[path] = read_file(entry.path());
  }
  return files;
}

// A school, Mektep's own files, a cache and output folders, all of them to be changed.
class Workshop {
 public:
  Workshop() {
    std::string pattern = (fs::temp_directory_path() / "mektep-folder-build-XXXXXX").string();
    if (!::mkdtemp(pattern.data())) std::abort();
    root_ = pattern;
    fs::create_directories(path("data"));
    fs::copy(MEKTEP_ROOT "/schema", path("data/schema"), fs::copy_options::recursive);
    // Layouts of a few words: rendering is not what is tested.
    fs::create_directories(path("data/themes/default"));
    for (const char* name : {"theme.yaml", "strings.yaml"})
      fs::copy(fs::path(MEKTEP_ROOT "/themes/default") / name, path("data/themes/default") / name);
    for (const auto& layout : fs::directory_iterator(MEKTEP_ROOT "/themes/default/layouts")) {
      const bool whole = layout.path().stem() == "redirect";
      write_file(path("data/themes/default/layouts") / layout.path().filename(),
                 whole ? read_file(layout.path())
                       : "{% include 'partials/head.html' %}{{ page.content }}{{ site.title }}\n");
    }
    write_file(path("data/themes/default/partials/head.html"), "<title>{{ page.title }}</title>\n");
    write_file(path("data/themes/default/assets/style.css"), "body { color: black }\n");
    write_file(path("school/site.yaml"),
               "title: {ky: Сыноо, ru: Проба}\nbase_url: https://example.kg/\nlocales: [ky, ru]\n");
    write_file(path("school/pages/a/index.ky.md"), "---\ntitle: А\n---\n\nБир [б](../b/).\n");
    write_file(path("school/pages/b/index.ky.md"), "---\ntitle: Б\n---\n\nЭки.\n");
  }
  ~Workshop() {
    std::error_code ignored;
    fs::remove_all(root_, ignored);
  }
  Workshop(const Workshop&) = delete;

  fs::path path(const std::string& name) const { return root_ / name; }

  BuildOptions options{};
  FolderBuild build(const std::string& out = "out", bool with_cache = true) const {
    FolderBuildOptions wanted{options, path(out).string(), rule_of_test, std::time(nullptr)};
    wanted.build.repository = path("school").string();
    wanted.build.data_folder = path("data").string();
    wanted.build.cache_folder = with_cache ? path("cache").string() : "";
    auto built = build_into_folder(wanted);
    REQUIRE(built);
    return std::move(*built);
  }

 private:
  // Findings are remembered by their rules' ids; which texts those have does not matter here.
  static const Rule* rule_of_test(std::string_view) { return &rules::build_no_theme; }

  fs::path root_;
};

BuildOptions draft() {
  BuildOptions options;
  options.today = Date{2026, 11, 21};
  options.draft = true;
  return options;
}

// Sets the old time of modification again, as `cp -p` and archives do.
void rewrite_with_old_time(const fs::path& file, std::string_view bytes) {
  const auto time = fs::last_write_time(file);
  write_file(file, bytes);
  fs::last_write_time(file, time);
}

}  // namespace

TEST_CASE("a second build of the same inputs has nothing to do and says the same") {
  Workshop workshop;
  workshop.options = draft();
  const FolderBuild first = workshop.build();
  CHECK(first.cause == BuildCause::first);
  const FolderBuild second = workshop.build();
  CHECK(second.cause == BuildCause::nothing);
  CHECK(second.published);
  CHECK(second.pages == first.pages);
  CHECK(second.written == 0);
  CHECK(second.unchanged == first.written);
  CHECK(second.findings.size() == first.findings.size());
  CHECK(second.snapshot->find("site.yaml"));
}

TEST_CASE("why there was something to do is told") {
  Workshop workshop;
  workshop.options = draft();
  workshop.build();
  write_file(workshop.path("school/pages/c/index.ky.md"), "---\ntitle: В\n---\n");
  workshop.options.today = Date{2026, 11, 22};
  const FolderBuild build = workshop.build();
  CHECK(build.cause == BuildCause::inputs);
  CHECK(build.changes == std::vector<InputChange>{{InputChange::Kind::changed, "--today"},
                                                  {InputChange::Kind::added, "pages/c/index.ky.md"}});
}

TEST_CASE("a folder that somebody changed is made whole again") {
  Workshop workshop;
  workshop.options = draft();
  workshop.build();
  const Files site = files_in(workshop.path("out"));
  fs::remove(workshop.path("out/a/index.html"));
  CHECK(workshop.build().cause == BuildCause::folder);
  CHECK(files_in(workshop.path("out")) == site);
  write_file(workshop.path("out/b/index.html"), "somebody's");
  CHECK(workshop.build().cause == BuildCause::folder);
  CHECK(files_in(workshop.path("out")) == site);
  fs::remove_all(workshop.path("out"));
  CHECK(workshop.build().cause == BuildCause::folder);
  CHECK(files_in(workshop.path("out")) == site);
}

TEST_CASE("a file changed under its old size and time of modification is noticed") {
  Workshop workshop;
  workshop.options = draft();
  workshop.build();
  rewrite_with_old_time(workshop.path("school/pages/b/index.ky.md"), "---\ntitle: Б\n---\n\nҮчү.\n");
  CHECK(workshop.build().cause == BuildCause::inputs);
  CHECK(read_file(workshop.path("out/b/index.html")).find("Үчү") != std::string::npos);
}

// More rounds: MEKTEP_EDITS=10000 build/dev/tests/test_publish "random edits*"
TEST_CASE("random edits: a build over the last one gives the bytes of a build from nothing") {
  Workshop workshop;
  workshop.options = draft();
  workshop.build();
  std::mt19937 chance(20261127);
  const auto up_to = [&](std::size_t most) { return static_cast<std::size_t>(chance() % most); };
  const auto any_page = [&] {
    return fmt::format("school/pages/{}/index.{}.md", "abcde"[up_to(5)], up_to(3) == 0 ? "ru" : "ky");
  };
  const auto text = [&] { return fmt::format("---\ntitle: Т{}\n---\n\nСөз {}.\n", up_to(9), up_to(9)); };
  const auto any_output = [&] {
    const Files files = files_in(workshop.path("out"));
    return workshop.path("out") / std::next(files.begin(), static_cast<long>(up_to(files.size())))->first;
  };
  std::vector<std::pair<std::string, std::string>> undo;
  const std::vector<std::function<void()>> edits{
      [&] { write_file(workshop.path(any_page()), text()); },
      [&] { write_file(workshop.path(any_page()), text()); },
      [&] {
        const fs::path page = workshop.path(any_page());
        if (!fs::exists(page)) return;
        undo.emplace_back(page.string(), read_file(page));
        fs::remove(page);
      },
      [&] {
        if (undo.empty()) return;
        write_file(undo.back().first, undo.back().second);
        undo.pop_back();
      },
      [&] {
        const fs::path page = workshop.path(any_page());
        if (fs::exists(page)) rewrite_with_old_time(page, text());
      },
      [&] { workshop.options.today = Date{2026, 11, static_cast<unsigned char>(20 + up_to(3))}; },
      [&] { workshop.options.base_url = up_to(2) == 0 ? "" : "https://other.kg/x/"; },
      [&] { workshop.options.links = up_to(2) == 0 ? LinkForm::folders : LinkForm::files; },
      [&] {
        write_file(workshop.path("data/themes/default/partials/head.html"),
                   fmt::format("<title>{{{{ page.title }}}} {}</title>\n", up_to(4)));
      },
      [&] {
        write_file(workshop.path("school/theme/partials/head.html"), fmt::format("<b>{}</b>\n", up_to(4)));
      },
      [&] { fs::remove_all(workshop.path("school/theme")); },
      [&] {
        write_file(workshop.path("data/themes/default/assets/style.css"),
                   fmt::format("/* {} */\n", up_to(4)));
      },
      [&] {
        write_file(
            workshop.path("school/site.yaml"),
            fmt::format("title: {{ky: Сыноо{}, ru: Проба}}\nbase_url: https://example.kg/\n", up_to(4)));
      },
      [&] { fs::remove(any_output()); },
      [&] { write_file(any_output(), "somebody's"); },
      [&] { fs::remove_all(workshop.path("cache")); },
      [] {},
      [] {},
  };
  const char* asked = std::getenv("MEKTEP_EDITS");
  const std::size_t rounds = asked ? std::stoul(asked) : 120;
  std::size_t idle = 0;
  for (std::size_t round = 0; round < rounds; ++round) {
    INFO("round " << round);
    edits[up_to(edits.size())]();
    idle += workshop.build().cause == BuildCause::nothing ? 1 : 0;
    fs::remove_all(workshop.path("fresh"));
    workshop.build("fresh", false);
    const Files site = files_in(workshop.path("out")), fresh = files_in(workshop.path("fresh"));
    for (const auto& [file, bytes] : fresh) {
      INFO(file);
      REQUIRE(site.contains(file));
      REQUIRE(site.at(file) == bytes);
    }
    REQUIRE(site.size() == fresh.size());
  }
  CHECK(idle > rounds / 20);
}
