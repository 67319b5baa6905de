#include "editor/messages/inbox.h"

#include <catch2/catch.hpp>

#include "tests/editor/repository/scratch.h"

namespace mektep::editor {
namespace {

struct World {
  testing::Scratch scratch;
  std::int64_t now = 1'793'000'000;
  Machine machine{.milliseconds = [this] { return now * 1000; },
                  .random_bytes = [](std::size_t count) { return std::string(count, 'r'); }};
  std::unique_ptr<Database> database = [this] {
    const std::array migrations{message_migrations()};
    return std::move(*Database::open(scratch.path("state.sqlite"), migrations));
  }();
  Inbox inbox{*database, machine, {.of_one_address = 2, .of_all = 3}};
};

TEST_CASE("the contact form is closed until somebody opens it") {
  World world;
  CHECK_FALSE(*world.inbox.open());
  REQUIRE(world.inbox.set_open(true));
  CHECK(*world.inbox.open());
}

TEST_CASE("an address and all addresses together have to wait after some messages") {
  World world;
  CHECK(world.inbox.admit("10.0.0.1"));
  CHECK(world.inbox.admit("10.0.0.1"));
  CHECK_FALSE(world.inbox.admit("10.0.0.1"));
  CHECK(world.inbox.admit("10.0.0.2"));
  CHECK_FALSE(world.inbox.admit("10.0.0.3"));
  world.now += 3601;
  CHECK(world.inbox.admit("10.0.0.1"));
}

TEST_CASE("a message is kept, answered, set aside and removed after a year") {
  World world;
  const auto id = world.inbox.receive("Азамат", "+996 555 000 000", "Мектеп качан ачылат?");
  REQUIRE(id);
  CHECK(*world.inbox.fresh() == 1);
  REQUIRE(world.inbox.answer(*id, "1-сентябрда", "Айгүл", "pages/questions"));
  const auto message = world.inbox.find(*id);
  CHECK((*message)->state == VisitorMessage::State::answered);
  CHECK((*message)->answer == "1-сентябрда");
  CHECK((*message)->published == "pages/questions");
  REQUIRE(world.inbox.set_state(*id, VisitorMessage::State::set_aside));
  CHECK(world.inbox.list(VisitorMessage::State::set_aside, 10)->size() == 1);
  CHECK(*world.inbox.fresh() == 0);
  world.now += 366 * 86400;
  CHECK(*world.inbox.remove_old() == 1);
  CHECK_FALSE(world.inbox.find(*id)->has_value());
}

}  // namespace
}  // namespace mektep::editor
