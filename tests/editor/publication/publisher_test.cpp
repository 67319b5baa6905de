#include "editor/publication/publisher.h"

#include <catch2/catch.hpp>

#include "editor/publication/reviews.h"
#include "editor/publication/selection.h"
#include "editor/repository/entry_id.h"
#include "tests/editor/publication/school.h"

namespace mektep::editor {
namespace {

using namespace testing;
using Kind = Publication::Kind;
using State = Publication::State;

const Files start{{"news/a/index.ky.md", "1"}, {"people/asan.yaml", "Асан"}, {"consents/c1.yaml", "бар"}};

PublishingSchool& taken_over(PublishingSchool& school) {
  const std::string head = school.repository->head();
  REQUIRE(school.approvals->take_over(**school.repository->snapshot(head), head));
  return school;
}

TEST_CASE("nothing that nobody approved is shown, except consents") {
  PublishingSchool school(start);
  CHECK(school.publish().state == State::shown);
  CHECK(school.site() == "consents/c1.yaml=бар\n");
}

TEST_CASE("what was on the site before it had an editor is shown") {
  PublishingSchool school(start);
  taken_over(school).publish();
  CHECK(school.site() == "consents/c1.yaml=бар\nnews/a/index.ky.md=1\npeople/asan.yaml=Асан\n");
}

TEST_CASE("a change waits for its approval, and the version approved before stays meanwhile") {
  PublishingSchool school(start);
  taken_over(school).publish();
  school.save("news/a/index.ky.md", "2");
  school.save("news/b/index.ky.md", "жаңы");
  const Publication held = school.publish();
  CHECK(held.changes.empty());
  CHECK(school.site().find("news/a/index.ky.md=1\n") != std::string::npos);
  CHECK(school.site().find("news/b") == std::string::npos);

  school.approve("news/a");
  CHECK(school.publish().changes == std::vector<std::string>{"news/a"});
  CHECK(school.site().find("news/a/index.ky.md=2\n") != std::string::npos);

  school.save("news/a/index.ky.md", "3");  // after the approval: asks again
  school.publish();
  CHECK(school.site().find("news/a/index.ky.md=2\n") != std::string::npos);
}

TEST_CASE("a removal waits for its approval as well") {
  PublishingSchool school(start);
  taken_over(school);
  school.save("people/asan.yaml", std::nullopt);
  const auto approvals = school.approvals->all(school.scratch.now);
  const auto selection = select_content(*school.repository, school.repository->head(), *approvals);
  REQUIRE(selection);
  CHECK(selection->held == std::vector<Held>{{"people/asan", Held::Why::removed}});
  school.publish();
  CHECK(school.site().find("Асан") != std::string::npos);
  school.approve("people/asan");
  school.publish();
  CHECK(school.site().find("Асан") == std::string::npos);
}

TEST_CASE("a consent that was withdrawn stays withdrawn in a roll-back and on a new day") {
  PublishingSchool school(start);
  const Publication first = taken_over(school).publish();
  school.save("consents/c1.yaml", "алынган");
  school.save("news/a/index.ky.md", "2");
  school.approve("news/a");
  school.publish();
  const Publication back = school.publish(Kind::roll_back, first.revision);
  CHECK(back.state == State::shown);
  CHECK(school.site() == "consents/c1.yaml=алынган\nnews/a/index.ky.md=1\npeople/asan.yaml=Асан\n");
  school.save("consents/c1.yaml", std::nullopt);
  school.publish(Kind::daily);
  CHECK(school.site() == "news/a/index.ky.md=1\npeople/asan.yaml=Асан\n");
}

TEST_CASE("a failing build leaves the site and the branch of publications as they are") {
  PublishingSchool school(start);
  const Publication first = taken_over(school).publish();
  const std::string before = school.site();
  school.save("news/a/index.ky.md", "2");
  school.approve("news/a");
  school.fails = true;
  CHECK(school.publish().state == State::failed);
  CHECK(school.site() == before);
  CHECK(school.repository->published() == first.revision);
  CHECK(school.releases->list().size() == 1);
  school.fails = false;
  CHECK(school.publish().state == State::shown);
  CHECK(school.site() != before);
}

TEST_CASE("a scheduled approval is shown when its moment has come, by itself") {
  PublishingSchool school(start);
  taken_over(school).publish();
  school.save("news/a/index.ky.md", "2");
  school.approve("news/a", school.scratch.now + 3600);
  school.publish();
  CHECK(school.site().find("news/a/index.ky.md=1\n") != std::string::npos);
  school.publisher->work();
  CHECK(school.site().find("news/a/index.ky.md=1\n") != std::string::npos);
  school.scratch.now += 3700;
  school.publisher->work();
  CHECK(school.site().find("news/a/index.ky.md=2\n") != std::string::npos);
  const auto newest = school.ledger->newest(1);
  CHECK(newest->front().kind == Kind::scheduled);
  school.publisher->work();
  CHECK(school.ledger->newest(1)->front().id == newest->front().id);
}

TEST_CASE("a new day publishes the same content once more") {
  PublishingSchool school(start);
  taken_over(school).publish();
  school.save("news/a/index.ky.md", "2");
  school.approve("news/a");  // approved, but nobody pressed the button yet
  school.scratch.now += 24 * 3600;
  school.publisher->work();
  CHECK(school.ledger->newest(1)->front().kind == Kind::daily);
  CHECK(school.site().find("news/a/index.ky.md=1\n") != std::string::npos);
}

TEST_CASE("a second click while the first one waits is the same wish") {
  PublishingSchool school(start);
  const auto one = school.ledger->ask(Kind::by_hand, &school.director);
  const auto two = school.ledger->ask(Kind::by_hand, &school.director);
  CHECK(*one == *two);
}

TEST_CASE("a publication that a killed process had begun is done after the next start") {
  PublishingSchool school(start);
  taken_over(school);
  const auto id = school.ledger->ask(Kind::by_hand, &school.director);
  REQUIRE(school.ledger->begin(*id));
  school.publisher->start();
  for (int i = 0; i < 500 && (*school.ledger->find(*id))->state != State::shown; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  school.publisher->stop();
  CHECK((*school.ledger->find(*id))->state == State::shown);
}

TEST_CASE("a publication that is being built when the server stops waits for the next start") {
  PublishingSchool school(start);
  taken_over(school);
  school.stops_meanwhile = true;
  const Publication begun = school.publish();
  CHECK(begun.state == State::building);
  CHECK(school.releases->shown().empty());
  school.stops_meanwhile = false;
  school.publisher = school.make_publisher();
  REQUIRE(school.ledger->recover());
  school.publisher->work();
  CHECK((*school.ledger->find(begun.id))->state == State::shown);
}

TEST_CASE("publications are commits, tags and lines of the log") {
  PublishingSchool school(start);
  const Publication shown = taken_over(school).publish();
  CHECK(school.repository->published() == shown.revision);
  CHECK(school.scratch.git("tag --list 'publication/*'").ends_with("-000001"));
  const auto events = school.audit->latest(1);
  REQUIRE(events.size() == 1);
  CHECK(events[0].event.what == "site.publish");
  CHECK(events[0].event.name == "Бакыт Осмонов");
}

TEST_CASE("only the newest releases are kept, and what is shown always") {
  PublishingSchool school(start);
  taken_over(school);
  for (int i = 0; i < 13; ++i) school.publish();
  CHECK(school.releases->list().size() == 10);
  CHECK(school.releases->list().back() == school.releases->shown());
  school.releases->drop(school.releases->shown());
  CHECK_FALSE(school.site().empty());
}

TEST_CASE("a review is opened once, follows the newest version and is closed once") {
  PublishingSchool school(start);
  Reviews reviews(*school.database, school.machine);
  const Actor author{3, "Айгүл", "a@example.kg", Role::editor, Language::ky};
  const auto id = reviews.ask(author, "news/a", "d1", "r1", 7);
  CHECK(*reviews.ask(author, "news/a", "d2", "r2", 7) == *id);
  CHECK((*reviews.open_of("news/a"))->digest == "d2");
  REQUIRE(reviews.comment(school.director, *id, "Датасын текшериңиз"));
  CHECK(reviews.comments(*id)->front().text == "Датасын текшериңиз");
  CHECK(*reviews.close(*id, Review::State::returned));
  CHECK_FALSE(*reviews.close(*id, Review::State::approved));
  CHECK(reviews.open()->empty());
  CHECK(*reviews.ask(author, "news/a", "d3", "r3", 0) != *id);
}

}  // namespace
}  // namespace mektep::editor
