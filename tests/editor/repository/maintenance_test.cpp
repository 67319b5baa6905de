// Consistency and packing.
#include <catch2/catch.hpp>
#include <thread>

#include "editor/repository/consistency.h"
#include "editor/repository/lfs_store.h"
#include "editor/repository/repack.h"
#include "tests/editor/repository/scratch.h"

namespace mektep::editor {
namespace {

using namespace testing;
namespace fs = std::filesystem;

const Files school{
    {"site.yaml", "name: a\n"}, {"news/x/index.ky.md", "Салам\n"}, {"news/x/photo.jpg", "photo"}};

std::vector<std::string> told(const Scratch& scratch, const ConsistencyOptions& options = {}) {
  const auto report = check_consistency(scratch.bare(), options);
  REQUIRE(report.has_value());
  std::vector<std::string> all;
  for (const Finding& finding : report->findings)
    all.push_back(std::string(finding.rule->id) + " " + finding.place.file);
  return all;
}

using Lines = std::vector<std::string>;

std::string file_of(const Scratch& scratch, const std::string& object) {
  const std::string id = scratch.git("rev-parse " + object);
  return scratch.path("school.git/objects/" + id.substr(0, 2) + "/" + id.substr(2));
}

TEST_CASE("a whole repository has nothing to tell, and counts what it has") {
  Scratch scratch(school);
  {
    auto repository = scratch.open();
    REQUIRE(repository->commit(change("site.yaml", "name: b\n")).has_value());
    REQUIRE(repository->tag("publication/x", repository->head(), {"a", "a"}, "x").has_value());
    CHECK(told(scratch).empty());  // beside an editor at work
  }
  const auto report = check_consistency(scratch.bare());
  CHECK(report->commits == 2);
  CHECK(report->lfs_objects == 1);
  CHECK(report->files == 5);
}

TEST_CASE("an object that was cut short is damage, wherever it was cut, and keeps nobody waiting") {
  for (const char* object : {"main", "main^{tree}", "main:site.yaml", "main~1", "main~1:site.yaml"}) {
    for (const std::uintmax_t left : {0U, 1U, 5U, 17U}) {
      Scratch scratch(school);
      {
        auto repository = scratch.open();
        REQUIRE(repository->commit(change("site.yaml", "name: b\n")).has_value());
      }
      const std::string file = file_of(scratch, object);
      fs::permissions(file, fs::perms::owner_write, fs::perm_options::add);
      fs::resize_file(file, left);
      INFO(object << " of " << left << " bytes");
      const auto report = check_consistency(scratch.bare());
      CHECK((!report || !report->findings.empty()));
      const auto repository = Repository::open(scratch.bare(), {.patience = 50});
      if (repository) (void)(*repository)->history("", 10);
      CHECK((!repack(scratch.bare(), {.least_loose = 1}) || std::string(object) == "main"));
    }
  }
}

TEST_CASE("damage is told where it is, in the history too") {
  Scratch scratch(school);
  {
    auto repository = scratch.open();
    REQUIRE(repository->commit(change("site.yaml", "name: b\n")).has_value());
  }
  SECTION("an older version of a file") {
    fs::remove(file_of(scratch, "main~1:site.yaml"));
    CHECK(told(scratch) == Lines{"source-damaged-object site.yaml"});
    CHECK(told(scratch, {.history = false}).empty());
  }
  SECTION("a folder") {
    fs::remove(file_of(scratch, "main:news/x"));
    CHECK_FALSE(told(scratch).empty());
  }
  SECTION("a commit") {
    fs::remove(file_of(scratch, "main~1"));
    CHECK_FALSE(told(scratch).empty());
  }
  SECTION("bytes that are not those of the id") {
    const std::string file = file_of(scratch, "main:site.yaml");
    fs::permissions(file, fs::perms::owner_all);
    fs::copy_file(file_of(scratch, "main:news/x/index.ky.md"), file, fs::copy_options::overwrite_existing);
    CHECK(told(scratch) == Lines{"source-damaged-object site.yaml"});
  }
  SECTION("a picture") {
    LfsStore store(scratch.path("school.git/lfs/objects"));
    const std::string oid = store.list()[0].oid;
    std::ofstream(lfs_path(scratch.path("school.git/lfs/objects"), oid)) << "other";
    CHECK(told(scratch) == Lines{"source-lfs-damaged news/x/photo.jpg"});
    REQUIRE(store.remove(oid).has_value());
    CHECK(told(scratch) == Lines{"source-lfs-missing news/x/photo.jpg"});
  }
}

TEST_CASE("an erased picture of the past is no damage") {
  Scratch scratch(school);
  auto repository = scratch.open();
  REQUIRE(repository->commit(change("news/x/photo.jpg", std::nullopt)).has_value());
  LfsStore store(repository->lfs_folder());
  REQUIRE(store.remove(store.list()[0].oid).has_value());
  CHECK(told(scratch).empty());
}

TEST_CASE("packing keeps everything, and what is read or saved meanwhile") {
  Scratch scratch(school);
  auto repository = scratch.open();
  const std::string first = repository->head();
  for (int i = 0; i < 30; ++i)
    REQUIRE(
        repository->commit(change(fmt::format("pages/p{}/index.ky.md", i), std::to_string(i))).has_value());
  CHECK(repack(scratch.bare(), {.least_loose = 1000})->packed == 0);
  const auto report = repack(scratch.bare(), {.least_loose = 10});
  REQUIRE(report.has_value());
  CHECK(report->packed == report->loose);
  CHECK(scratch.git("count-objects -v").starts_with("count: 0\n"));
  CHECK(scratch.git("fsck --strict --no-dangling") == "");
  CHECK(repository->read("pages/p7/index.ky.md") == "7");
  CHECK(repository->snapshot(first).has_value());
  CHECK(repository->history("", 100)->size() == 31);
  REQUIRE(repository->commit(change("site.yaml", "name: c\n")).has_value());
  CHECK(told(scratch).empty());
  SECTION("many packs become one") {
    for (int i = 0; i < 4; ++i) {
      REQUIRE(repository->commit(change("site.yaml", std::to_string(i))).has_value());
      REQUIRE(repack(scratch.bare(), {.least_loose = 1, .most_packs = 3}).has_value());
    }
    CHECK(scratch.git("count-objects -v").contains("packs: 1\n"));
    CHECK(repository->history("site.yaml", 100)->size() == 6);
    CHECK(told(scratch).empty());
  }
}

TEST_CASE("saves and reads go on while packs are made") {
  Scratch scratch(school);
  auto repository = scratch.open();
  std::atomic<bool> done = false;
  {
    std::jthread packer([&] {
      while (!done) {
        if (!repack(scratch.bare(), {.least_loose = 1, .most_packs = 2})) std::abort();
      }
    });
    for (int i = 0; i < 60; ++i) {
      const std::string path = fmt::format("pages/p{}/index.ky.md", i % 7);
      REQUIRE(repository->commit(change(path, std::to_string(i))).has_value());
      CHECK(repository->read(path) == std::to_string(i));
      CHECK(repository->snapshot().has_value());
    }
    done = true;
  }
  CHECK(told(scratch).empty());
  CHECK(repository->history("", 100)->size() == 61);
}

}  // namespace
}  // namespace mektep::editor
