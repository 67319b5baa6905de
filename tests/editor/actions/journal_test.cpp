// Journals in the editor: what is stored is what was shown, by those who may, and nothing of a pupil stays.
#include "editor/actions/journal.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "editor/repository/entry_id.h"
#include "tests/editor/actions/desk.h"

namespace mektep::editor {
namespace {

using namespace testing;
using Kind = Refusal::Kind;

const Files school{{"site.yaml", "name: a\n"}};
constexpr std::string_view head = "класс;ученик;предмет;отметка\n";
constexpr const char* marks_path = "statistics/2025-2026/q1/marks.csv";

JournalFiles journal(std::string text, Period period = Period::q1) {
  return {.files = {{"marks.csv", std::move(text)}}, .year = SchoolYear{2025}, .period = period};
}
std::string marks(int last = 5) {
  return std::string(head) + "9-А;Үсөнов Өмүрбек;Алгебра;5\n9-А;Ботоева Жаңыл;Алгебра;4\n" +
         fmt::format("9-А;Калыкова Чынара;Алгебра;{}\n", last);
}

// Every byte below the folder of the test: state, log, repository, uploads.
std::string all_bytes(const std::string& folder) {
  std::string all;
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
    all += file.path().string() + '\n';
    if (!file.is_regular_file()) continue;
    std::ifstream in(file.path(), std::ios::binary);
    all.append(std::istreambuf_iterator<char>(in), {});
  }
  return all;
}

}  // namespace

TEST_CASE("counts are stored once they were shown and confirmed") {
  Desk desk(school);
  const std::string before = desk.repository->head();
  const auto made = preview_import(*desk.services, desk.bakyt, journal(marks()));
  REQUIRE(made);
  REQUIRE_FALSE(made->id.empty());
  CHECK(made->preview.change.files.at(marks_path).find("9-А,algebra,2,1,0,0,0,0,0,0") != std::string::npos);
  CHECK(desk.repository->head() == before);
  const auto stored = store_import(*desk.services, desk.bakyt, made->id, false);
  REQUIRE(stored);
  CHECK(stored->added == 2);  // of the marks, and of the levels of pupils
  CHECK(desk.text(marks_path) == made->preview.change.files.at(marks_path));
  CHECK(store_import(*desk.services, desk.bakyt, made->id, false).error().kind == Kind::not_found);
  const auto again = preview_import(*desk.services, desk.bakyt, journal(marks()));
  REQUIRE(again);
  CHECK(again->id.empty());
  CHECK_FALSE(again->preview.changes_anything());
}

TEST_CASE("a correction keeps what may have been published, unless it was not") {
  for (const bool unpublished : {false, true}) {
    Desk desk(school);
    REQUIRE(store_import(*desk.services, desk.bakyt,
                         preview_import(*desk.services, desk.bakyt, journal(marks()))->id, false));
    const auto made = preview_import(*desk.services, desk.bakyt, journal(marks(3)));
    REQUIRE(made);
    CHECK(made->preview.change.corrected == 2);
    REQUIRE(store_import(*desk.services, desk.bakyt, made->id, unpublished));
    CHECK(desk.text(marks_path).find("9-А,algebra,1,1,1,") != std::string::npos);
    const bool kept = files_of_entry(**desk.repository->snapshot(), "statistics/2025-2026").size() > 3;
    CHECK(kept != unpublished);
  }
}

TEST_CASE("what somebody else stored between preview and confirmation stays") {
  Desk desk(school);
  int made = 0;
  desk.machine.random_bytes = [&](std::size_t count) {
    return std::string(count, static_cast<char>(++made));
  };
  const auto mine = preview_import(*desk.services, desk.bakyt, journal(marks()));
  std::string other = "класс;предмет;n5;n4;n3;n2\n9-Б;Алгебра;5;6;7;0\n";
  const auto theirs = preview_import(*desk.services, desk.bakyt, journal(other));
  REQUIRE(store_import(*desk.services, desk.bakyt, theirs->id, false));
  REQUIRE(store_import(*desk.services, desk.bakyt, mine->id, false));
  CHECK(desk.text(marks_path).find("9-А,algebra,2,1,") != std::string::npos);
  CHECK(desk.text(marks_path).find("9-Б,algebra,5,6,7,") != std::string::npos);
}

TEST_CASE("only the administrator imports; the director inspects; others see no journal") {
  Desk desk(school);
  for (const Actor* actor : {&desk.aigul, &desk.nurgul, &desk.director}) {
    CHECK(preview_import(*desk.services, *actor, journal(marks())).error().kind == Kind::forbidden);
    CHECK(store_import(*desk.services, *actor, "any", false).error().kind == Kind::forbidden);
  }
  for (const Actor* actor : {&desk.aigul, &desk.nurgul})
    CHECK(inspect_journal(*desk.services, *actor, journal(marks())).error().kind == Kind::forbidden);
  for (const Actor* actor : {&desk.bakyt, &desk.director})
    CHECK(inspect_journal(*desk.services, *actor, journal(marks())));
  const auto made = preview_import(*desk.services, desk.bakyt, journal(marks()));
  Actor other = desk.bakyt;
  other.account = 99;
  CHECK(store_import(*desk.services, other, made->id, false).error().kind == Kind::not_found);
}

TEST_CASE("a faulty journal stores nothing and says where the fault is") {
  Desk desk(school);
  const auto made = preview_import(*desk.services, desk.bakyt, journal(marks(7)));
  REQUIRE(made);
  CHECK(made->id.empty());
  const Findings& findings = made->preview.findings;
  const auto fault = std::ranges::find_if(findings, &Finding::blocks);
  REQUIRE(fault != findings.end());
  CHECK(fault->rule->id == "statistics-not-a-mark");
  CHECK(fault->place.mark.line == 4);
  CHECK(preview_import(*desk.services, desk.bakyt, {}).error().kind == Kind::invalid);
}

TEST_CASE("the inspection finds lessons without a topic") {
  Desk desk(school);
  const auto inspection =
      inspect_journal(*desk.services, desk.director,
                      {.files = {{"lessons.csv", "класс;предмет;дата;тема\n9-А;Алгебра;16.09.2025;\n"}},
                       .year = SchoolYear{2025},
                       .period = Period::q1});
  REQUIRE(inspection);
  REQUIRE(inspection->findings.size() == 1);
  CHECK(inspection->findings[0].rule->id == "journal-no-topic");
}

TEST_CASE("nothing of a pupil reaches the state, the log or the repository") {
  Desk desk(school);
  REQUIRE(preview_import(*desk.services, desk.bakyt, journal(marks(7))));
  const auto made = preview_import(*desk.services, desk.bakyt, journal(marks()));
  REQUIRE(store_import(*desk.services, desk.bakyt, made->id, false));
  REQUIRE(inspect_journal(*desk.services, desk.director, journal(marks())));
  std::string seen = all_bytes(desk.scratch.path(""));
  const auto history = desk.repository->history({}, 100);
  REQUIRE(history);
  for (const Commit& commit : *history) seen += commit.message;
  const auto newest = desk.repository->snapshot();
  REQUIRE(newest);
  for (const SourceFile& file : (*newest)->files()) seen += (*newest)->read(file).value();
  CHECK(seen.find("journal.import") != std::string::npos);
  for (const char* name : {"Үсөнов", "Өмүрбек", "Ботоева", "Жаңыл", "Калыкова", "Чынара"})
    CHECK(seen.find(name) == std::string::npos);
}

}  // namespace mektep::editor
