#include <catch2/catch.hpp>

#include "editor/actions/approve_entry.h"
#include "editor/actions/publish_site.h"
#include "editor/actions/review_entry.h"
#include "editor/repository/entry_id.h"
#include "tests/editor/actions/desk.h"

namespace mektep::editor {
namespace {

using namespace testing;
using Kind = Refusal::Kind;

const Files school{{"news/a/index.ky.md", "1"}, {"people/asan.yaml", "Асан"}};

std::string digest_of(const Desk& desk, const std::string& entry) {
  return digest_of_entry(**desk.repository->snapshot(), entry);
}

// Somebody changes a file and saves it.
void save(const Desk& desk, const Actor& actor, const std::string& path, const std::string& bytes) {
  REQUIRE(desk.repository->commit(
      {.base = {}, .edits = {{path, bytes}}, .author = {actor.name, actor.email}, .message = "x"}));
}

Outcome<void> approve(Desk& desk, const Actor& actor, const std::string& entry, std::int64_t not_before = 0) {
  return ApproveEntry{entry, digest_of(desk, entry), not_before}.execute(*desk.services, actor);
}

TEST_CASE("the director approves, an editor only what holds no mandatory item, nobody else") {
  Desk desk(school);
  CHECK(approve(desk, desk.director, "people/asan"));
  CHECK(approve(desk, desk.aigul, "news/a"));
  CHECK(approve(desk, desk.aigul, "people/asan").error().kind == Kind::forbidden);
  CHECK(approve(desk, desk.nurgul, "news/a").error().kind == Kind::forbidden);
  CHECK(desk.services->audit.latest(10, "people/asan").front().event.allowed == false);
}

TEST_CASE("who wrote mandatory information does not approve it, whatever the role") {
  Desk desk(school);
  REQUIRE(approve(desk, desk.director, "people/asan"));
  save(desk, desk.bakyt, "people/asan.yaml", "Асан уулу");
  CHECK(wrote_it(*desk.services, desk.bakyt, "people/asan"));
  CHECK(approve(desk, desk.bakyt, "people/asan").error().kind == Kind::forbidden);
  CHECK(approve(desk, desk.director, "people/asan"));
  // What was approved before is done with: a later change of somebody else is hers to approve.
  save(desk, desk.director, "people/asan.yaml", "Асан кызы");
  CHECK(approve(desk, desk.bakyt, "people/asan"));
}

TEST_CASE("what changed while the director looked is not approved unseen") {
  Desk desk(school);
  const std::string seen = digest_of(desk, "news/a");
  save(desk, desk.aigul, "news/a/index.ky.md", "2");
  const auto late = ApproveEntry{"news/a", seen, 0}.execute(*desk.services, desk.director);
  REQUIRE_FALSE(late);
  CHECK(late.error().kind == Kind::conflict);
  CHECK(desk.services->approvals.of_entry("news/a")->empty());
}

TEST_CASE("an approval may wait for a moment in the future and be taken back until then") {
  Desk desk(school);
  CHECK(approve(desk, desk.director, "news/a", desk.now - 1).error().kind == Kind::invalid);
  REQUIRE(approve(desk, desk.director, "news/a", desk.now + 3600));
  CHECK(UnscheduleEntry{"news/a"}.execute(*desk.services, desk.nurgul).error().kind == Kind::forbidden);
  CHECK(UnscheduleEntry{"news/a"}.execute(*desk.services, desk.director));
  CHECK(UnscheduleEntry{"news/a"}.execute(*desk.services, desk.director).error().kind == Kind::not_found);
}

TEST_CASE("there is nothing to approve in an entry that never was") {
  Desk desk(school);
  CHECK(ApproveEntry{"news/none", "absent", 0}.execute(*desk.services, desk.director).error().kind ==
        Kind::not_found);
}

TEST_CASE(
    "an author asks, the director sends it back with a word, the author asks again and it is approved") {
  Desk desk(school);
  const auto asked = AskReview{"news/a", 0, "Карап бериңизчи"}.execute(*desk.services, desk.aigul);
  REQUIRE(asked);
  CHECK(ReturnReview{*asked, "жок"}.execute(*desk.services, desk.nurgul).error().kind == Kind::forbidden);
  CHECK(ReturnReview{*asked, " "}.execute(*desk.services, desk.director).error().kind == Kind::invalid);
  CHECK(ReturnReview{*asked, "Датасын текшериңиз"}.execute(*desk.services, desk.director));
  CHECK(CommentReview{*asked, "Оңдодум"}.execute(*desk.services, desk.aigul).error().kind == Kind::conflict);
  const auto again = AskReview{"news/a", 0, ""}.execute(*desk.services, desk.aigul);
  REQUIRE(again);
  CHECK(*again != *asked);
  CHECK(CommentReview{*again, "Оңдодум"}.execute(*desk.services, desk.aigul));
  REQUIRE(approve(desk, desk.director, "news/a"));
  CHECK(desk.services->reviews.open()->empty());
  CHECK(desk.services->reviews.comments(*asked)->size() == 2);
}

TEST_CASE("only who asked or an administrator takes a question back") {
  Desk desk(school);
  const auto asked = AskReview{"news/a", 0, ""}.execute(*desk.services, desk.aigul);
  REQUIRE(asked);
  CHECK(WithdrawReview{*asked}.execute(*desk.services, desk.nurgul).error().kind == Kind::forbidden);
  CHECK(WithdrawReview{*asked}.execute(*desk.services, desk.aigul));
  CHECK(WithdrawReview{99}.execute(*desk.services, desk.aigul).error().kind == Kind::not_found);
}

TEST_CASE("a contributor asks too, a director who only reads does not") {
  Desk desk(school);
  CHECK(AskReview{"news/a", 0, ""}.execute(*desk.services, desk.nurgul));
  CHECK(AskReview{"news/a", 0, ""}.execute(*desk.services, desk.director).error().kind == Kind::forbidden);
  CHECK(AskReview{"news/a", 77, ""}.execute(*desk.services, desk.aigul).error().kind == Kind::invalid);
}

TEST_CASE("publishing and rolling back are for those who publish") {
  Desk desk(school);
  CHECK(PublishSite{}.execute(*desk.services, desk.director).error().kind == Kind::forbidden);
  const auto one = PublishSite{}.execute(*desk.services, desk.aigul);
  const auto two = PublishSite{}.execute(*desk.services, desk.aigul);
  REQUIRE(one);
  CHECK(*one == *two);
  CHECK(RollBackSite{*one}.execute(*desk.services, desk.aigul).error().kind ==
        Kind::not_found);  // was not shown yet
  CHECK(RollBackSite{*one}.execute(*desk.services, desk.nurgul).error().kind == Kind::forbidden);
}

}  // namespace
}  // namespace mektep::editor
