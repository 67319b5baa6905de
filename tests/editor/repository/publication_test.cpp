#include <catch2/catch.hpp>

#include "editor/repository/repository.h"
#include "tests/editor/repository/scratch.h"

namespace mektep::editor {
namespace {

using namespace testing;

const Files school{{"site.yaml", "name: a\n"}, {"people/asanova.yaml", "name: Асанова\n"}};

TEST_CASE("a publication is a commit of its own that git can build from") {
  Scratch scratch(school);
  auto repository = scratch.open();
  const std::string content = repository->head();
  CHECK(repository->published().empty());
  const auto first = repository->stage({.revision = content,
                                        .edits = {{"people/asanova.yaml", std::nullopt}},
                                        .author = {"Директор", "d@example.kg"},
                                        .message = "Биринчи жарыялоо"});
  REQUIRE(first.has_value());
  CHECK(repository->published().empty());
  REQUIRE(repository->publish(*first).has_value());
  CHECK(repository->published() == *first);
  CHECK(repository->head() == content);
  CHECK(scratch.git("ls-tree -r --name-only published -- people site.yaml") == "site.yaml");
  CHECK(repository->find(*first)->parents == std::vector{content});

  const auto second =
      repository->stage({.revision = content, .edits = {}, .author = {"Д", "d@example.kg"}, .message = "2"});
  REQUIRE(second.has_value());
  REQUIRE(repository->publish(*second).has_value());
  CHECK(repository->find(*second)->parents == std::vector{content, *first});
  CHECK(files_of(**repository->snapshot(*second)) == school);
  CHECK(scratch.git("fsck --strict --no-dangling").empty());
}

TEST_CASE("a publication that another one overtook is not put on top of it") {
  Scratch scratch(school);
  auto repository = scratch.open();
  const auto stage = [&](const std::string& message) {
    return *repository->stage(
        {.revision = repository->head(), .edits = {}, .author = {}, .message = message});
  };
  const std::string first = stage("1"), second = stage("2");
  REQUIRE(repository->publish(second).has_value());
  const auto late = repository->publish(first);
  REQUIRE_FALSE(late.has_value());
  CHECK(late.error().fault == Fault::changed_meanwhile);
  CHECK(repository->published() == second);
  CHECK(repository->publish(second).has_value());
}

TEST_CASE("a publication of an unknown revision or of a treacherous path is refused") {
  Scratch scratch(school);
  auto repository = scratch.open();
  CHECK(repository->stage({.revision = std::string(40, '0')}).error().fault == Fault::no_such_revision);
  CHECK(repository->stage({.revision = repository->head(), .edits = {{"../x", "y"}}}).error().fault ==
        Fault::bad_path);
  CHECK(repository->published().empty());
}

}  // namespace
}  // namespace mektep::editor
