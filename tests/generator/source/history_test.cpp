#include "source/history.h"

#include <catch2/catch.hpp>

#include "repository.h"

using namespace mektep;
using namespace mektep::testing;

TEST_CASE("each file has the last commit that changed it") {
  const Folder folder;
  folder.init();
  folder.write("a.md", "1");
  folder.write("news/b.md", "1");
  folder.write("news/c.md", "1");
  const std::string first = folder.commit("2026-09-01T10:00:00+0600");
  folder.write("news/b.md", "2");
  const std::string second = folder.commit("2026-09-02T10:00:00+0300");
  folder.write("d.md", "1");
  std::filesystem::remove(folder.path("news/c.md"));
  const std::string third = folder.commit("2026-09-03T10:00:00+0600");
  folder.write("uncommitted.md", "1");
  const auto changes = last_changes(folder.path(), "HEAD",
                                    {"a.md", "news/b.md", "news/c.md", "d.md", "uncommitted.md", "nowhere"});
  REQUIRE(changes.size() == 3);
  CHECK(changes.at("a.md").commit == first);
  CHECK(changes.at("news/b.md").commit == second);
  CHECK(changes.at("d.md").commit == third);
  CHECK(changes.at("a.md").seconds == 1788235200);
  CHECK(changes.at("news/b.md").offset_minutes == 180);
  CHECK_FALSE(changes.at("a.md").at_least);
  CHECK(last_changes(folder.path(), first, {"news/c.md", "d.md"}).size() == 1);
}

TEST_CASE("a change made on a side branch is dated by its own commit, not by the merge") {
  const Folder folder;
  folder.init();
  folder.write("a.md", "1");
  folder.write("b.md", "1");
  const std::string root = folder.commit("2026-09-01T10:00:00+0600");
  folder.git("checkout -q -b side");
  folder.write("a.md", "2");
  const std::string side = folder.commit("2026-09-02T10:00:00+0600");
  folder.git("checkout -q main");
  folder.write("c.md", "1");
  const std::string main = folder.commit("2026-09-03T10:00:00+0600");
  folder.git("merge -q --no-ff -m merge side");
  const auto changes = last_changes(folder.path(), "HEAD", {"a.md", "b.md", "c.md"});
  REQUIRE(changes.size() == 3);
  CHECK(changes.at("a.md").commit == side);
  CHECK(changes.at("b.md").commit == root);
  CHECK(changes.at("c.md").commit == main);
}

TEST_CASE("the history of a sub-folder has its own paths") {
  const Folder folder;
  folder.init();
  folder.write("content/news/a.md", "1");
  folder.write("contents.md", "1");
  const std::string first = folder.commit();
  folder.write("other/news/a.md", "1");
  folder.commit();
  const auto changes = last_changes(folder.path("content"), "HEAD", {"news/a.md", "contents.md"});
  REQUIRE(changes.size() == 1);
  CHECK(changes.at("news/a.md").commit == first);
}

TEST_CASE("behind the end of a shallow clone a file is at least that old") {
  const Folder folder;
  folder.init();
  folder.write("a.md", "1");
  folder.commit("2026-09-01T10:00:00+0600");
  folder.write("b.md", "1");
  const std::string second = folder.commit("2026-09-02T10:00:00+0600");
  folder.write("c.md", "1");
  const std::string third = folder.commit("2026-09-03T10:00:00+0600");
  const Folder clone;
  clone.git("clone -q --depth 2 'file://" + folder.path() + "' .");
  const auto snapshot = open_git_tree(clone.path(), "HEAD");
  REQUIRE(snapshot.has_value());
  CHECK((*snapshot)->files().size() == 3);
  const auto changes = last_changes(clone.path(), "HEAD", {"a.md", "b.md", "c.md"});
  REQUIRE(changes.size() == 3);
  CHECK(changes.at("c.md").commit == third);
  CHECK_FALSE(changes.at("c.md").at_least);
  CHECK(changes.at("a.md").commit == second);
  CHECK(changes.at("a.md").at_least);
}

TEST_CASE("without a repository nothing has a history") {
  const Folder folder;
  folder.write("a.md", "1");
  CHECK(last_changes(folder.path(), "HEAD", {"a.md"}).empty());
  folder.init();
  CHECK(last_changes(folder.path(), "HEAD", {"a.md"}).empty());
}
