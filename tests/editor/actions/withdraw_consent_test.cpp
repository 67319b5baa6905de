#include "editor/actions/withdraw_consent.h"

#include <catch2/catch.hpp>

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

TEST_CASE("what is public waits for a publication without the person before it is confirmed") {
  Desk desk(school);
  REQUIRE(desk.repository->publish(desk.repository->head()));
  REQUIRE(withdraw(desk, desk.bakyt));
  const auto record = desk.services->private_register.newest_of("c-0991").value();
  REQUIRE(record);
  CHECK(record->publication != 0);
  CHECK(record->confirmed == 0);
  CHECK(desk.services->private_register.open()->size() == 1);
  settle_withdrawals(desk.services->ledger, desk.services->releases, desk.services->private_register);
  CHECK(desk.services->private_register.open()->size() == 1);
}

}  // namespace
}  // namespace mektep::editor
