#include "editor/upkeep/upkeep.h"

#include <catch2/catch.hpp>

#include "editor/accounts/tables.h"
#include "tests/editor/repository/scratch.h"

namespace mektep::editor {
namespace {

using namespace testing;
namespace fs = std::filesystem;
using Kind = UpkeepReport::Kind;

constexpr std::int64_t hour = 3600, day = 24 * hour;

// A school whose clock stands at noon of 1 September 2026 in Bishkek.
struct School {
  School() : scratch(Files{{"site.yaml", "name: a\n"}}) {
    machine.milliseconds = [this] { return now * 1000; };
    const std::array migrations{account_migrations(), draft_migrations(), upkeep_migrations()};
    database = std::move(*Database::open(scratch.path("state.db"), migrations));
    audit = std::move(*AuditLog::open(scratch.path("audit.jsonl"), machine));
    drafts.emplace(*database, machine);
    upkeep.emplace(UpkeepParts{.machine = machine,
                               .database = *database,
                               .audit = *audit,
                               .drafts = *drafts,
                               .repository = scratch.bare()});
  }
  std::string loose_object() const {
    const std::string id = scratch.git("rev-parse main");
    return scratch.path("school.git/objects/" + id.substr(0, 2) + "/" + id.substr(2));
  }

  Scratch scratch;
  std::int64_t now = 1'788'242'400;
  Machine machine;
  std::unique_ptr<Database> database;
  std::unique_ptr<AuditLog> audit;
  std::optional<Drafts> drafts;
  std::optional<Upkeep> upkeep;
};

TEST_CASE("a night is done once, and one that was missed is made up for") {
  School school;
  CHECK(school.upkeep->is_due());
  CHECK(school.upkeep->work(Kind::night).faults.empty());
  CHECK_FALSE(school.upkeep->is_due());
  school.now += 14 * hour;  // two at night
  CHECK_FALSE(school.upkeep->is_due());
  school.now += hour + 60;
  CHECK(school.upkeep->is_due());
  school.upkeep->work(Kind::night);
  school.now += 10 * day;  // switched off
  CHECK(school.upkeep->is_due());
}

TEST_CASE("a look at the start does not count as the night") {
  School school;
  school.upkeep->work(Kind::start);
  CHECK(school.upkeep->latest()->kind == Kind::start);
  CHECK(school.upkeep->is_due());
}

TEST_CASE("a clock that ran ahead and was set back does not stop the nights") {
  School school;
  school.now += 400 * day;
  school.upkeep->work(Kind::night);
  school.now -= 400 * day;
  CHECK(school.upkeep->is_due());
  school.upkeep->work(Kind::night);
  CHECK_FALSE(school.upkeep->is_due());
}

TEST_CASE("what has run out is forgotten at night, what has not stays") {
  School school;
  REQUIRE(school.drafts->save({1, "news/a", "b", 0, {{"news/a/index.ky.md", "old"}}}).has_value());
  REQUIRE(school.drafts->discard(1, "news/a").has_value());
  school.now += (copy_days - 1) * day;
  REQUIRE(school.drafts->save({1, "news/b", "b", 0, {{"news/b/index.ky.md", "new"}}}).has_value());
  REQUIRE(school.drafts->discard(1, "news/b").has_value());
  REQUIRE(school.database->change("INSERT INTO attempts VALUES ('a', ?)", {school.now - day}).has_value());
  school.now += 2 * day;
  school.upkeep->work(Kind::night);
  const auto copies = school.drafts->all_copies(1).value();
  REQUIRE(copies.size() == 1);
  CHECK(copies[0].entry == "news/b");
  CHECK(school.database->query("SELECT * FROM attempts")->empty());
}

TEST_CASE("damage is reported, kept over a restart and logged, and nothing is packed") {
  School school;
  const std::string site = school.scratch.git("rev-parse main:site.yaml");
  fs::remove(school.scratch.path("school.git/objects/" + site.substr(0, 2) + "/" + site.substr(2)));
  const UpkeepReport report = school.upkeep->work(Kind::night);
  REQUIRE_FALSE(report.faults.empty());
  CHECK(school.upkeep->latest()->faults == report.faults);
  CHECK_FALSE(school.audit->latest(1)[0].event.allowed);
  CHECK(fs::exists(school.loose_object()));  // nothing was packed
}

TEST_CASE("a log that somebody changed is a fault") {
  School school;
  school.audit->append({.what = "login"});
  school.audit->append({.what = "logout"});
  std::fstream file(school.scratch.path("audit.jsonl"), std::ios::in | std::ios::out);
  file.seekp(12);
  file << '7';
  file.close();
  CHECK(school.upkeep->work(Kind::night).faults.size() == 1);
}

TEST_CASE("the thread looks at the start, makes up for the night, and stops at once") {
  School school;
  school.upkeep->start();
  for (int i = 0; i < 1000 && school.upkeep->is_due(); ++i) ::usleep(10'000);
  school.upkeep->stop();
  CHECK_FALSE(school.upkeep->is_due());
  CHECK(school.database->query("SELECT kind FROM upkeep ORDER BY id")->front().text(0) == "start");
}

}  // namespace
}  // namespace mektep::editor
