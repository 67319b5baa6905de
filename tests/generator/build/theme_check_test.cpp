// mektep theme check: each fault that a theme can have is told, with its place; a sound theme is not blamed.
#include "build/theme_check/theme_check.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "base/text.h"
#include "build/theme_check/page_lint.h"
#include "theme/colours.h"

using namespace mektep;
namespace fs = std::filesystem;

namespace {

// A copy of the default theme in a folder of its own.
class ThemeFolder {
 public:
  ThemeFolder() : folder_(fs::temp_directory_path() / fmt::format("mektep-theme-{}", counter_++) / "copy") {
    fs::remove_all(folder_.parent_path());
    fs::create_directories(folder_.parent_path());
    fs::copy(MEKTEP_ROOT "/themes/default", folder_, fs::copy_options::recursive);
    append("theme.yaml", "extends: default\n");  // for the scripts
  }
  ~ThemeFolder() { fs::remove_all(folder_.parent_path()); }
  std::string read(const std::string& file) const {
    std::ifstream stream(folder_ / file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
  }
  void change(const std::string& file, std::string_view from, std::string_view to) const {
    const std::string text = read(file);
    REQUIRE(text.find(from) != text.npos);
    std::ofstream(folder_ / file, std::ios::binary) << replace_all(text, from, to);
  }
  void append(const std::string& file, std::string_view text) const {
    std::ofstream(folder_ / file, std::ios::binary | std::ios::app) << text;
  }
  void remove(const std::string& file) const { REQUIRE(fs::remove(folder_ / file)); }

  // "rule place found".
  std::vector<std::string> check() const {
    BuildOptions options;
    options.repository = MEKTEP_ROOT "/content";
    options.data_folder = MEKTEP_ROOT;
    options.theme_folder = folder_.string();
    options.today = Date{2026, 11, 21};
    options.jobs = 2;
    const auto answer = check_theme(std::move(options));
    REQUIRE(answer);
    std::vector<std::string> lines;
    for (const Finding& finding : answer->findings)
      lines.push_back(fmt::format("{} {} {}", finding.rule->id, finding.place.file, finding.found));
    return lines;
  }

 private:
  static inline int counter_ = static_cast<int>(::getpid()) * 100;
  fs::path folder_;
};

bool tells(const std::vector<std::string>& lines, const std::string& line) {
  UNSCOPED_INFO("wanted: " << line << "\ntold:\n" << join(lines, "\n"));
  return std::ranges::any_of(lines, [&](const std::string& one) { return one.starts_with(line); });
}

std::vector<std::string> lint(std::string_view html) {
  Findings findings;
  lint_page({"page.html", html}, {}, findings);
  std::vector<std::string> lines;
  for (const Finding& finding : findings)
    lines.push_back(fmt::format("{}:{} {}", finding.rule->id, finding.place.mark.line, finding.found));
  return lines;
}
std::string page(std::string_view body) {
  return fmt::format(
      "<!DOCTYPE html>\n<html "
      "lang=\"ky\"><head><title>T</title></head>\n<body><h1>T</h1>\n{}\n</body></html>",
      body);
}

}  // namespace

TEST_CASE("the themes that come with Mektep keep the contract") {
  for (const fs::directory_entry& entry : fs::directory_iterator(MEKTEP_ROOT "/themes")) {
    if (!entry.is_directory()) continue;
    BuildOptions options;
    options.repository = MEKTEP_ROOT "/content";
    options.data_folder = MEKTEP_ROOT;
    options.theme_folder = entry.path().string();
    options.today = Date{2026, 11, 21};
    options.jobs = 2;
    const auto answer = check_theme(std::move(options));
    REQUIRE(answer);
    for (const Finding& finding : answer->findings) {
      INFO(finding.rule->id << " " << finding.place.file << ":" << finding.place.mark.line << " "
                            << finding.found);
      CHECK(finding.severity != Severity::blocks);
    }
  }
}

TEST_CASE("what a style sheet fetches from another server is told with its place") {
  const ThemeFolder theme;
  theme.append("assets/style.css",
               "@font-face {font-family: x; src: url( 'https://fonts.example/x.woff2')}\n"
               "@import \"//sheets.example/a.css\";\n.a {background: url(\"data:image/png;base64,AA==\")}\n");
  const auto told = theme.check();
  const std::string at = "theme-html-foreign themes/copy/assets/style.css ";
  CHECK(tells(told, at + "https://fonts.example/x.woff2"));
  CHECK(tells(told, at + "//sheets.example/a.css"));
  CHECK(told.size() == 2);
}

TEST_CASE("a partial that is not there is told, and no name that nobody wrote") {
  const ThemeFolder theme;
  theme.change("layouts/album.html", "partials/heading.html", "partials/headign.html");
  for (const std::string& line : theme.check()) CHECK_FALSE(line.starts_with("theme-unknown-name"));
}

TEST_CASE("names, words and files that do not exist are told with the likely one") {
  const ThemeFolder theme;
  theme.append("partials/footer.html",
               "{% if false %}{{ page.titel }}{{ site.tilte }}{{ pge.title }}{{ t.skip_to_contents }}"
               "{{ assets['stile.css'] }}{{ strings['ru'].not_found_titel }}{% endif %}");
  const auto told = theme.check();
  const std::string at = " themes/copy/partials/footer.html ";
  CHECK(tells(told, "theme-unknown-name" + at + "page.titel"));
  CHECK(tells(told, "theme-unknown-name" + at + "site.tilte"));
  CHECK(tells(told, "theme-unknown-name" + at + "pge"));
  CHECK(tells(told, "theme-unknown-string" + at + "skip_to_contents"));
  CHECK(tells(told, "theme-unknown-string" + at + "not_found_titel"));
  CHECK(tells(told, "theme-unknown-asset" + at + "stile.css"));
}

TEST_CASE("unknown filters and missing partials are told") {
  const ThemeFolder theme;
  theme.append("partials/footer.html", "{{ page.title | uper }}");
  theme.append("partials/header.html", "{% include 'partials/fotter.html' %}");
  const auto told = theme.check();
  CHECK(tells(told, "template-unknown-filter themes/copy/partials/footer.html uper"));
  CHECK(tells(told, "template-missing themes/copy/partials/header.html partials/fotter.html"));
}

TEST_CASE("a name that is missing in a value shows when the pages are made") {
  const ThemeFolder theme;
  theme.change("layouts/person.html", "{% block main %}", "{% block main %}{{ person.telephon }}");
  CHECK(tells(theme.check(), "template-unknown-attribute themes/copy/layouts/person.html telephon"));
}

TEST_CASE("missing layouts, an incomplete manifest, words without a language or a use are told") {
  const ThemeFolder theme;
  theme.change("theme.yaml", "extends: default\n", "");  // else its layouts stand in
  theme.remove("layouts/tags.html");
  theme.change("theme.yaml", "engine: 1", "engine: 9");
  theme.append("strings.yaml", "lonely: {ky: Жалгыз}\n");
  const auto told = theme.check();
  CHECK(tells(told, "theme-no-layout themes/copy/layouts/tags.html"));
  CHECK(tells(told, "theme-manifest themes/copy/theme.yaml 9"));
  CHECK(tells(told, "theme-string-language themes/copy/strings.yaml ru"));
  CHECK(tells(told, "theme-string-unused themes/copy/strings.yaml lonely"));
}

TEST_CASE("weak colours are told in the scheme where they are weak") {
  const ThemeFolder theme;
  theme.append("assets/style.css",
               "@media (prefers-color-scheme: dark) { :root { --ink: #333; --paper: #222; } }");
  CHECK(tells(theme.check(), "theme-contrast themes/copy/theme.yaml ink / paper"));
}

TEST_CASE("the mark-up of finished pages is looked at") {
  CHECK(lint(page("<p>a<ul><li>b<li>c</ul><br><img src=\"/a.png\" alt=\"\"><svg><path/></svg>")).empty());
  using Lines = std::vector<std::string>;
  CHECK(lint(page("<div><b>a</div>")) == Lines{"theme-html-unbalanced:4 </div>"});
  CHECK(lint(page("<div>")) == Lines{"theme-html-unbalanced:5 </body>"});
  CHECK(lint(page("<i id=\"a\"></i><i id='a'></i>")) == Lines{"theme-html-repeated-id:4 a"});
  CHECK(lint(page("<img src=\"/a.png\">")) == Lines{"theme-html-no-alt:4 <img>"});
  CHECK(lint(page("<h1>b</h1>")) == Lines{"theme-html-heading:0 <h1>: 2"});
  CHECK(lint(page("<p style=\"color: red\" onclick=\"x()\">a</p>")) ==
        Lines{"theme-html-inline:4 p style", "theme-html-inline:4 p onclick"});
  CHECK(lint(page("<script>x()</script><script type=\"application/ld+json\">{}</script>")) ==
        Lines{"theme-html-inline:4 script"});
  CHECK(lint(page("<img alt=\"\" src=\"https://elsewhere.example/a.png\">")) ==
        Lines{"theme-html-foreign:4 https://elsewhere.example/a.png"});
  CHECK(lint("<!DOCTYPE html><html><head></head><body><h1>a</h1></body></html>") ==
        Lines{"theme-html-no-lang:1 <html>", "theme-html-no-title:0 <title>"});
  std::string many;
  for (int i = 0; i < 6; ++i) many += fmt::format("<link rel=\"stylesheet\" href=\"/{}.css\">", i);
  CHECK(lint(page(many)) == Lines{"theme-page-requests:0 7 > 6"});
  CHECK(lint(page(std::string(100'000, 'a'))).at(0).starts_with("theme-page-size:0"));
  CHECK(lint("<a<b <<! </ <p =x> <!-- <title").size() >= 1);  // no crash on what is hardly HTML
}

TEST_CASE("contrast is WCAG's") {
  CHECK(contrast({0, 0, 0}, {255, 255, 255}) == Approx(21.0));
  CHECK(contrast(*parse_colour("#777"), {255, 255, 255}) == Approx(4.48).margin(0.01));
  CHECK_FALSE(parse_colour("#12345"));
  CHECK_FALSE(parse_colour("rebeccapurple"));
  const Colour better = readable(*parse_colour("#9c938a"), {255, 255, 255}, 4.5);
  CHECK(contrast(better, {255, 255, 255}) >= 4.5);
}

TEST_CASE("schemes are read from a style sheet with what lies under them") {
  const auto schemes = read_schemes(
      "/* --no: #000 */ :root { --ink: #111; --paper: #fff } a::before { content: '}--x: #000' }\n"
      "@media (prefers-color-scheme: dark) { :root { --ink: #eee; } }\n:root[data-scheme=yellow] { --paper: "
      "#ff0; }");
  REQUIRE(schemes.size() == 3);
  CHECK(schemes[0].values.at("ink") == "#111");
  CHECK(schemes[1].condition == "@media (prefers-color-scheme: dark)");
  CHECK(schemes[1].values.at("ink") == "#eee");
  CHECK(schemes[1].values.at("paper") == "#fff");
  CHECK(schemes[2].values.at("paper") == "#ff0");
  CHECK(schemes[2].values.at("ink") == "#111");
  const auto layered = read_schemes("@layer base { :root { --ink: #123 !important } }");
  CHECK(layered.at(0).values.at("ink") == "#123");
}
