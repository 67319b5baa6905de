#include "editor/journal/pending_imports.h"

#include <catch2/catch.hpp>

using namespace mektep;
using namespace mektep::editor;

namespace {

struct Clock {
  std::int64_t now = 1'700'000'000;
  int made = 0;
  Machine machine{
      .milliseconds = [this] { return now * 1000; },
      .random_bytes =
          [this](std::size_t count) { return std::string(count - 1, 'r') + static_cast<char>(++made); }};
  PendingImports imports{machine};
};

ImportPreview preview_of(const std::string& digest) {
  ImportPreview preview;
  preview.files.push_back({.profile = "marks", .digest = digest});
  return preview;
}

}  // namespace

TEST_CASE("an import is confirmed once, and by the account that uploaded it") {
  Clock clock;
  const std::string id = clock.imports.keep(7, preview_of("a"));
  CHECK_FALSE(clock.imports.take(8, id));
  CHECK_FALSE(clock.imports.take(7, "another"));
  const auto taken = clock.imports.take(7, id);
  REQUIRE(taken);
  CHECK(taken->files.at(0).digest == "a");
  CHECK_FALSE(clock.imports.take(7, id));
}

TEST_CASE("what nobody confirms within an hour is forgotten") {
  Clock clock;
  const std::string id = clock.imports.keep(7, preview_of("a"));
  clock.now += PendingImports::kept_seconds + 1;
  CHECK_FALSE(clock.imports.take(7, id));
}

TEST_CASE("when too many wait the oldest is forgotten") {
  Clock clock;
  const std::string first = clock.imports.keep(7, preview_of("a"));
  std::string last;
  for (std::size_t i = 0; i < PendingImports::most; ++i) {
    ++clock.now;
    last = clock.imports.keep(7, preview_of("b"));
  }
  CHECK_FALSE(clock.imports.take(7, first));
  CHECK(clock.imports.take(7, last));
}
