// Diagrams: wrapped text, two drawings, and the school's structure drawn from what it discloses.
#include "outputs/diagram/diagram.h"

#include <catch2/catch.hpp>

#include "base/text.h"
#include "facts/facts.h"
#include "outputs/diagram/wrap.h"
#include "outputs/structure.h"
#include "support/school.h"

using namespace mektep;
using namespace mektep::test;

namespace {

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++found;
  return found;
}

// A school of two people, of whom only the director has agreed to be named.
Files files(std::string governance) {
  return {
      {"site.yaml", site_yaml},
      {"people/aigul-sadykova.yaml",
       "name: {surname: {ky: Садыкова, ru: Садыкова}, given: {ky: Айгүл, ru: Айгуль}}\nkind: administration\n"
       "post: {ky: Директор, ru: Директор}\nconsent: c-1\n"},
      {"people/secret-person.yaml",
       "name: {surname: {ky: Жашырова, ru: Жашырова}, given: {ky: Сыр, ru: Сыр}}\nkind: administration\n"
       "post: {ky: Орун басар, ru: Заместитель}\nconsent: refused\n"},
      {"consents/c-1.yaml", "person: aigul-sadykova\nscopes: [internet]\ncovers: [name]\nfrom: 2026-01-01\n"},
      {"school/director.yaml", "person: aigul-sadykova\ndeputies: [secret-person]\n"},
      {"school/governance.yaml", std::move(governance)}};
}

const std::string two_bodies =
    "bodies:\n"
    "  - {name: {ky: Педагогикалык кеңеш, ru: Педагогический совет}, head_post: {ky: Төрага, ru: "
    "Председатель}, "
    "head: secret-person}\n"
    "  - {name: {ky: Камкорчулар кеңеши, ru: Попечительский совет}}\n";

struct Made {
  LoadedSchool school;
  Catalogue catalogue;
  Facts facts;
  Media media;
  Theme theme;
  std::unique_ptr<SiteContext> site;
  explicit Made(Files from) : school(load_school(std::move(from))) {
    FactOptions options;
    options.today = Date{2026, 11, 21};
    facts = compute_facts(school.model, project_schemas(), catalogue, std::move(options));
    site = std::make_unique<SiteContext>(*school.snapshot, school.model, facts, media, theme,
                                         project_schemas(), catalogue,
                                         SiteOptions{"https://school.example/", false, "Mektep test"});
  }
  std::string drawing(std::string_view shape, Locale locale) const {
    const Value value = structure_value(*site, locale);
    return value.is_object() ? std::string(value.as_object().get(shape).as_string()) : std::string();
  }
};

}  // namespace

TEST_CASE("text is wrapped between words and after hyphens and loses nothing") {
  const std::string text = "Табигый-математикалык предметтердин усулдук бирикмеси";
  const auto lines = wrap_text(text, 180, 15, false);
  CHECK(lines.size() > 1);
  std::string joined;
  for (const std::string& line : lines) {
    CHECK(text_width(line, 15, false) <= 180);
    joined += line + (line.ends_with('-') ? "" : " ");
  }
  CHECK(trim(joined) == text);
}

TEST_CASE("a word longer than a line is cut between syllables") {
  const auto lines = wrap_text("кызматташтыктарыбыздагылардан", 120, 15, false);
  REQUIRE(lines.size() > 1);
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    CHECK(lines[i].ends_with('-'));
    CHECK(text_width(lines[i], 15, false) <= 120);
  }
}

TEST_CASE("no width is too small and no text too short") {
  CHECK(wrap_text("", 100, 15, false) == std::vector<std::string>{""});
  CHECK(!wrap_text("ааа бббббббб", 1, 15, true).empty());
}

TEST_CASE("both drawings show every box once and link it") {
  Diagram diagram{"A & B", "…", Locale::ky, {{{"Top", "note", "/top/", Locale::ky}}}, {}, 2};
  diagram.groups.push_back({{"Head", "", "", Locale::ky}, {{"<One>", "", "/one/", Locale::ru}}});
  diagram.groups.push_back({{"Other", "", "", Locale::ky}, {}});
  diagram.groups.push_back({{"Third", "", "", Locale::ky}, {{"Two", "", "", Locale::ky}}});
  for (const std::string& svg : {draw_wide(diagram), draw_narrow(diagram)}) {
    CHECK(count(svg, "<rect ") == 6);
    CHECK(count(svg, "<a href=") == 2);
    CHECK(svg.find("<title>A &amp; B</title>") != svg.npos);
    CHECK(svg.find("&lt;One&gt;") != svg.npos);
    CHECK(svg.find("<g lang=\"ru\"><a href=\"/one/\">") != svg.npos);
    CHECK(svg.find(" id=") == svg.npos);
    CHECK(svg.find("style") == svg.npos);
  }
}

TEST_CASE("the structure names people only by consent") {
  const Made made(files(two_bodies));
  for (const char* shape : {"wide", "narrow"}) {
    const std::string svg = made.drawing(shape, Locale::ky);
    CHECK(svg.find("Садыкова Айгүл") != svg.npos);
    CHECK(svg.find("/people/aigul-sadykova/") != svg.npos);
    CHECK(svg.find("Орун басар") != svg.npos);
    CHECK(svg.find("Педагогикалык кеңеш") != svg.npos);
    CHECK(svg.find("Жашырова") == svg.npos);
    CHECK(svg.find("secret-person") == svg.npos);
  }
  CHECK(made.drawing("wide", Locale::ru).find("Педагогический совет") != std::string::npos);
}

TEST_CASE("a school that discloses no governing body has no diagram of it") {
  CHECK(Made(files("units: {absent: {reason: {ky: Чакан мектеп, ru: Малая школа}}}\n"))
            .drawing("wide", Locale::ky)
            .empty());
}

TEST_CASE("what is missing in a language is shown in the other and marked") {
  const Made made(files("bodies: [{name: {ky: Кеңеш}}]\n"));
  CHECK(made.drawing("narrow", Locale::ru).find("<g lang=\"ky\">") != std::string::npos);
}
