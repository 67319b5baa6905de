#include "editor/actions/send_entry.h"

#include <catch2/catch.hpp>

#include "editor/actions/ownership.h"
#include "editor/actions/save_writing.h"
#include "tests/editor/actions/desk.h"

namespace mektep::editor {
namespace {

using namespace testing;
using Result = SendEntry::Result;

const Files school{{"news/2026/bell/index.ky.md", "---\ntitle: Коңгуроо\n---\n\nТекст.\n"},
                   {"people/asan.yaml", "name: Асан"}};
const std::string own = "news/2026/own";

Outcome<SavedWriting> write(Desk& desk, const Actor& actor, const std::string& entry) {
  SaveWriting action;
  action.entry = entry;
  action.base = desk.repository->head();
  action.values = {{"ky.title", "Менин кабарым"}, {"ky.body", actor.name + " жазды.\n"}};
  return action.execute(*desk.services, actor);
}

TEST_CASE("an editor's news goes to the readers at once, mandatory information to the director first") {
  Desk desk(school);
  CHECK(SendEntry{"news/2026/bell"}.execute(*desk.services, desk.aigul).value() == Result::published);
  CHECK_FALSE(desk.services->ledger.newest(1)->empty());
  CHECK(SendEntry{"people/asan"}.execute(*desk.services, desk.aigul).value() == Result::asked);
  CHECK(SendEntry{"people/asan"}.execute(*desk.services, desk.aigul).value() == Result::asked);
  CHECK(desk.services->reviews.open()->size() == 1);  // the second click asked nothing new
  CHECK_FALSE(SendEntry{"news/2026/bell"}.execute(*desk.services, desk.director));
}

TEST_CASE("a contributor saves what nobody else has written to, and sends it for approval") {
  Desk desk(school);
  REQUIRE(write(desk, desk.nurgul, own));
  CHECK(owner_of(*desk.services, desk.nurgul, own) == desk.nurgul.account);
  CHECK(SendEntry{own}.execute(*desk.services, desk.nurgul).value() == Result::asked);
  REQUIRE(write(desk, desk.aigul, own));
  CHECK(owner_of(*desk.services, desk.nurgul, own) == 0);
  CHECK(write(desk, desk.nurgul, own).error().kind == Refusal::Kind::forbidden);
}

TEST_CASE("a contributor writes to nothing of the school's") {
  Desk desk(school);
  CHECK(write(desk, desk.nurgul, "news/2026/bell").error().kind == Refusal::Kind::forbidden);
  CHECK(owner_of(*desk.services, desk.nurgul, "people/asan") == 0);
  CHECK(owner_of(*desk.services, desk.nurgul, "people/new") == 0);
  CHECK(owner_of(*desk.services, desk.director, own) == 0);
}

}  // namespace
}  // namespace mektep::editor
