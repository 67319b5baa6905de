#include "editor/actions/withdraw_consent.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "tests/editor/actions/desk.h"

namespace mektep::editor {
namespace {

using namespace testing;
using Kind = Refusal::Kind;

constexpr const char* consent = "consents/c-0991.yaml";
constexpr const char* bell = "news/2026/bell/index.ky.md";

const Files school{
    {"site.yaml", "name: {ky: Мектеп, ru: Школа}\nurl: https://school.example\nlocales: [ky, ru]\n"},
    {consent,
     "subject: pupil\npseudonym: pupil-0042\nrepresentative: parent\nscopes: [news]\ncovers: [name]\n"
     "from: 2026-01-12\nevidence: {number: \"01-91\", date: 2026-01-12}\n"
     "risks_explained: {by: nurbek, on: 2026-01-12}\n"},
    {bell,
     "---\ntitle: Мелдеш\ndate: 2026-01-20\nconsents: [c-0991]\n---\n\nЧомоева Бегимай биринчи орунду "
     "алды.\n"},
    {"news/2026/frost/index.ky.md", "---\ntitle: Суук\ndate: 2026-01-21\n---\n\nКүн суук.\n"}};

Outcome<Withdrawal> withdraw(Desk& desk, const Actor& actor, const std::string& id = "c-0991") {
  return WithdrawConsent{id}.execute(*desk.services, actor);
}

TEST_CASE("whoever may publish takes a consent back, nobody else, and refusals are logged") {
  Desk desk(school);
  for (const Actor* actor : {&desk.nurgul, &desk.director})
    CHECK(withdraw(desk, *actor).error().kind == Kind::forbidden);
  CHECK(desk.text(consent) == school.at(consent));
  CHECK(desk.services->audit.latest(10, "c-0991").front().event.allowed == false);
  CHECK(withdraw(desk, desk.bakyt, "c-0992").error().kind == Kind::not_found);
}

TEST_CASE("what a withdrawal would touch is told, and nothing changes") {
  Desk desk(school);
  const std::string head = desk.repository->head();
  const auto plan = WithdrawConsent{"c-0991"}.plan(*desk.services, desk.bakyt);
  REQUIRE(plan);
  const auto has = [&](WithdrawalStep::Kind kind, std::string_view what) {
    return std::ranges::any_of(plan->steps, [&](const WithdrawalStep& step) {
      return step.kind == kind && step.what.find(what) != std::string::npos;
    });
  };
  CHECK(has(WithdrawalStep::Kind::record, consent));
  CHECK(has(WithdrawalStep::Kind::text, "news/2026/bell"));
  CHECK(desk.repository->head() == head);
  CHECK(desk.services->private_register.newest_of("c-0991")->has_value() == false);
}

TEST_CASE("a withdrawal is written into the record, says by whom, and cannot be done twice") {
  Desk desk(school);
  REQUIRE(desk.services->private_register.set({"pupil-0042", "Чомоева", "Бегимай", ""}));
  const auto done = withdraw(desk, desk.aigul);
  REQUIRE(done);
  CHECK(desk.text(consent).find("withdrawn: 20") != std::string::npos);
  CHECK(desk.text("news/2026/frost/index.ky.md") == school.at("news/2026/frost/index.ky.md"));
  CHECK(desk.repository->history(consent, 1)->front().author.name == desk.aigul.name);
  const auto record = desk.services->private_register.newest_of("c-0991").value();
  REQUIRE(record);
  CHECK(record->by == desk.aigul.name);
  const auto logged = desk.services->audit.latest(1, "c-0991").front().event;
  CHECK((logged.allowed && logged.what == "consent.withdraw"));
  CHECK(withdraw(desk, desk.aigul).error().kind == Kind::conflict);
}

TEST_CASE(
    "when nothing was public a withdrawal is confirmed at once, and what was searched for is forgotten") {
  Desk desk(school);
  REQUIRE(withdraw(desk, desk.bakyt));
  const auto record = desk.services->private_register.newest_of("c-0991").value();
  REQUIRE(record);
  CHECK(record->publication == 0);
  CHECK(record->confirmed > 0);
  CHECK(record->traces.bytes.empty());
  CHECK(desk.services->private_register.open()->empty());
}

// Names of files below the state of the editor that hold a piece of text; the repository is left out.
std::vector<std::string> files_with(const Desk& desk, std::string_view text) {
  std::vector<std::string> found;
  for (const auto& file : std::filesystem::recursive_directory_iterator(desk.scratch.path(""))) {
    const std::string name = file.path().string();
    if (!file.is_regular_file() || name.find("school.git") != std::string::npos) continue;
    std::ifstream stream(file.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    if (bytes.find(text) != std::string::npos) found.push_back(name);
  }
  return found;
}

void write(const Desk& desk, const std::string& name, std::string_view bytes) {
  const std::filesystem::path path = desk.scratch.path(name);
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

TEST_CASE(
    "of whoever took a consent back no byte is left in drafts, comments, messages, caches, free pages") {
  Desk desk(school);
  Database& state = *desk.database;
  const std::string said = "Мелдеште **Чомоева** Бегимай жеңди. Чомоевага сыйлык! Калганы калсын.\n";
  const auto save = [&](const std::string& entry, const std::string& path) {
    REQUIRE(desk.services->drafts.save({1, entry, desk.repository->head(), 0, {{path, said}}}));
  };
  save("news/2026/frost", "news/2026/frost/index.ky.md");
  save("pages/thrown", "pages/thrown/index.ky.md");
  REQUIRE(desk.services->drafts.discard(1, "pages/thrown"));
  REQUIRE(desk.services->inbox.receive("Чомоева Бегимай", "begimai@example.kg", said));
  REQUIRE(state.change("INSERT INTO reviews VALUES (1, 'a', 'b', 'c', 'open', 1, 'Айгүл', 0, 1, 0)"));
  REQUIRE(state.change("INSERT INTO review_comments VALUES (1, 1, 1, 'Айгүл', 1, ?)", {said}));
  REQUIRE(state.change("INSERT INTO trash VALUES (1, 'a', 'b', ?, 1, 'Айгүл', 1)", {said}));
  // As an earlier version left them: free pages with bytes in them.
  REQUIRE(state.change("PRAGMA secure_delete=OFF"));
  REQUIRE(state.change("INSERT INTO trash VALUES (2, 'a', 'b', ?, 1, 'Айгүл', 1)",
                       {std::string(20000, 'x') + said}));
  REQUIRE(state.change("DELETE FROM trash WHERE id = 2"));
  REQUIRE(state.change("PRAGMA secure_delete=ON"));
  write(desk, "cache/text-1/ab/abcdef", said);
  write(desk, "uploads/1-0123", said);
  write(desk, "uploads/1-0123.info", "9\nwinner.png");
  REQUIRE(desk.services->private_register.set({"pupil-0042", "Чомоева", "Бегимай", ""}));
  REQUIRE_FALSE(files_with(desk, "Чомоева").empty());

  const auto plan = WithdrawConsent{"c-0991"}.plan(*desk.services, desk.bakyt);
  REQUIRE(plan);
  for (const std::string_view what :
       {"drafts: 1", "copies: 1", "messages: 2", "comments: 1", "trash: 1", "cache: 1", "uploads: 1"}) {
    INFO(what);
    CHECK(std::ranges::any_of(plan->steps, [&](const WithdrawalStep& step) {
      return step.kind == WithdrawalStep::Kind::state && step.what == what;
    }));
  }
  REQUIRE(withdraw(desk, desk.bakyt));
  CHECK(files_with(desk, "Чомоева") == std::vector<std::string>());
  CHECK(files_with(desk, "Бегимай") == std::vector<std::string>());
  CHECK(desk.services->private_register.newest_of("c-0991").value()->stays.empty());
  CHECK_FALSE(std::filesystem::exists(desk.scratch.path("uploads/1-0123.info")));
  // Nobody else's words are lost.
  const auto draft = desk.services->drafts.find(1, "news/2026/frost").value();
  REQUIRE(draft);
  CHECK(draft->files.front().bytes->find("Калганы калсын.") != std::string::npos);
}

TEST_CASE("a name is still known while another consent of the same pupil is in force") {
  Files files = school;
  files["consents/c-0990.yaml"] = school.at(consent);
  Desk desk(files);
  REQUIRE(desk.services->private_register.set({"pupil-0042", "Чомоева", "Бегимай", ""}));
  REQUIRE(withdraw(desk, desk.bakyt));
  CHECK(desk.services->private_register.find("pupil-0042")->has_value());
}

TEST_CASE("who has an account keeps it, and the page says so") {
  Desk desk(school);
  REQUIRE(desk.services->private_register.set({"pupil-0042", "Чомоева", "Бегимай", ""}));
  REQUIRE(desk.database->change(
      "INSERT INTO accounts (email, name, role, language, password, created) VALUES ('c@example.kg', "
      "'Чомоева Бегимай', 'contributor', 'ky', '', 1)"));
  REQUIRE(withdraw(desk, desk.bakyt));
  CHECK(desk.services->private_register.newest_of("c-0991").value()->stays == "accounts: 1");
}

TEST_CASE("what is public waits for a publication without the person before it is confirmed") {
  Desk desk(school);
  REQUIRE(desk.repository->publish(desk.repository->head()));
  REQUIRE(withdraw(desk, desk.bakyt));
  const auto record = desk.services->private_register.newest_of("c-0991").value();
  REQUIRE(record);
  CHECK(record->publication != 0);
  CHECK(record->confirmed == 0);
  CHECK(desk.services->private_register.open()->size() == 1);
  settle_withdrawals(desk.services->ledger, desk.services->releases, desk.services->private_register,
                     desk.services->state_traces);
  CHECK(desk.services->private_register.open()->size() == 1);
}

}  // namespace
}  // namespace mektep::editor
