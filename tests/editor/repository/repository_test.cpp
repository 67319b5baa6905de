#include "editor/repository/repository.h"

#include <catch2/catch.hpp>
#include <thread>

#include "tests/editor/repository/scratch.h"

namespace mektep::editor {
namespace {

using namespace testing;
namespace fs = std::filesystem;
using Strings = std::vector<std::string>;

const Files school{{"site.yaml", "name: a\n"},
                   {"news/2026/bell/index.ky.md", "Коңгуроо\n"},
                   {"news/2026/bell/index.ru.md", "Звонок\n"},
                   {"people/asanova.yaml", "name: Асанова\n"}};

Files changed(Files files, const std::string& path, const std::optional<std::string>& bytes) {
  if (bytes) {
    files[path] = *bytes;
  } else {
    files.erase(path);
  }
  return files;
}

Fault fault_of(const std::expected<std::string, RepositoryError>& result) {
  REQUIRE_FALSE(result.has_value());
  return result.error().fault;
}

Strings messages(const std::vector<Commit>& commits) {
  Strings all;
  for (const Commit& commit : commits) all.push_back(commit.message.substr(0, commit.message.find('\n')));
  return all;
}

TEST_CASE("what was saved is the head, with its author, and git reads it") {
  Scratch scratch(school);
  auto repository = scratch.open();
  const std::string before = repository->head();
  auto request = change("people/asanova.yaml", "name: Асанова А.\n", before);
  request.author = {"Бакыт <x>\nуулу", "b@example.kg\r\nX: y"};
  request.message = "Асанова\r\nэкинчи сап\n";
  const auto id = repository->commit(request);
  REQUIRE(id.has_value());
  CHECK(repository->head() == *id);
  CHECK(files_of(**repository->snapshot()) == changed(school, "people/asanova.yaml", "name: Асанова А.\n"));
  CHECK(files_of(**repository->snapshot(before)) == school);
  CHECK(scratch.git("show main:people/asanova.yaml") == "name: Асанова А.");
  CHECK(scratch.git("log -1 --format='%an|%ae|%cn|%s|%b'") ==
        "Бакыт x уулу|b@example.kg  X: y|Бакыт x уулу|Асанова экинчи сап|");
  CHECK(scratch.git("fsck --strict --no-dangling") == "");
  const auto commit = repository->find(*id);
  REQUIRE(commit.has_value());
  CHECK(commit->parents == Strings{before});
  CHECK(commit->paths == Strings{"people/asanova.yaml"});
  CHECK(commit->seconds == start_time + 60);
}

TEST_CASE("files are added, removed and moved in one commit, and empty folders go") {
  Scratch scratch(school);
  auto repository = scratch.open();
  CommitRequest request{.base = repository->head(),
                        .edits = {{"news/2026/bell/index.ky.md", std::nullopt},
                                  {"news/2026/bell/index.ru.md", std::nullopt},
                                  {"news/2027/bell/index.ky.md", "Коңгуроо\n"},
                                  {"a.yaml", "a"}},
                        .author = {"a", "a"},
                        .message = "x"};
  REQUIRE(repository->commit(request).has_value());
  CHECK(files_of(**repository->snapshot()) == Files{{"site.yaml", "name: a\n"},
                                                    {"people/asanova.yaml", "name: Асанова\n"},
                                                    {"news/2027/bell/index.ky.md", "Коңгуроо\n"},
                                                    {"a.yaml", "a"}});
  CHECK(scratch.git("ls-tree --name-only main news/") == "news/2027");
}

TEST_CASE("an edit of what somebody else changed since the base is refused with its paths") {
  Scratch scratch(school);
  auto repository = scratch.open();
  const std::string base = repository->head();
  const auto theirs = repository->commit(change("site.yaml", "name: b\n", base));
  REQUIRE(theirs.has_value());
  const auto mine = repository->commit(change("site.yaml", "name: c\n", base));
  REQUIRE_FALSE(mine.has_value());
  CHECK(mine.error().fault == Fault::changed_meanwhile);
  CHECK(mine.error().paths == Strings{"site.yaml"});
  CHECK(repository->head() == *theirs);
  SECTION("another file is no conflict") {
    CHECK(repository->commit(change("people/asanova.yaml", "x", base)).has_value());
    CHECK(repository->read("site.yaml") == "name: b\n");
  }
  SECTION("the same bytes are no conflict and make no commit: a form sent twice") {
    CHECK(repository->commit(change("site.yaml", "name: b\n", base)) == *theirs);
  }
}

TEST_CASE("paths that no content repository may hold are refused") {
  Scratch scratch(school);
  auto repository = scratch.open();
  const std::string head = repository->head();
  for (const std::string& path : Strings{"",
                                         "/a",
                                         "a/",
                                         "a//b",
                                         "../a",
                                         "a/../b",
                                         "a\\b",
                                         ".git/config",
                                         "a/.GIT/x",
                                         ".gitmodules",
                                         ".gitattributes",
                                         "a/.gitignore",
                                         "con",
                                         "a/nul.txt",
                                         "a.",
                                         std::string("a\0b", 3),
                                         "a\nb",
                                         "\xFF",
                                         "site.yaml/x",
                                         "news",
                                         "news/2026",
                                         "Site.yaml",
                                         "people/ASANOVA.yaml",
                                         std::string(500, 'a')}) {
    CAPTURE(path);
    CHECK(fault_of(repository->commit(change(path, "x"))) == Fault::bad_path);
  }
  CommitRequest request = change("x", "1");
  request.edits.push_back({"x", "2"});
  CHECK(fault_of(repository->commit(request)) == Fault::bad_path);
  request.edits[1].path = "x/y";
  CHECK(fault_of(repository->commit(request)) == Fault::bad_path);
  request.edits = {{"Q.md", "1"}, {"q.md", "2"}};
  CHECK(fault_of(repository->commit(request)) == Fault::bad_path);
  request.edits.clear();
  CHECK(fault_of(repository->commit(request)) == Fault::bad_path);
  CHECK(repository->head() == head);
  SECTION("the twin may come when the old spelling goes") {
    request.edits = {{"site.yaml", std::nullopt}, {"Site.yaml", "x"}};
    CHECK(repository->commit(request).has_value());
  }
  SECTION("a file may make room for a folder") {
    request.edits = {{"site.yaml", std::nullopt}, {"site.yaml/x", "x"}};
    CHECK(repository->commit(request).has_value());
    CHECK(repository->read("site.yaml/x") == "x");
  }
}

TEST_CASE("the history of an entry holds its commits only, newest first, page by page") {
  Scratch scratch(school);
  auto repository = scratch.open();
  for (const std::string& bytes : Strings{"1", "2", "3"}) {
    auto request = change("news/2026/bell/index.ky.md", bytes);
    request.message = "bell " + bytes;
    REQUIRE(repository->commit(request).has_value());
    REQUIRE(repository->commit(change("people/asanova.yaml", bytes)).has_value());
  }
  const auto bell = repository->history("news/2026/bell", 2);
  REQUIRE(bell.has_value());
  CHECK(messages(*bell) == Strings{"bell 3", "bell 2"});
  CHECK(messages(*repository->history("news/2026/bell", 9, bell->back().id)) ==
        Strings{"bell 1", "Сайттын башталышы"});
  CHECK(repository->history("", 100)->size() == 7);
  CHECK(repository->history("news/2026/be", 100)->empty());
  CHECK(repository->history("", 1, std::string(40, '0')).error().fault == Fault::no_such_revision);
  REQUIRE(repository->commit(change("news/2026/bell/index.ky.md", std::nullopt)).has_value());
  CHECK(repository->history("news/2026/bell", 100)->size() == 5);
}

TEST_CASE("a server that stops waits for no index of the history") {
  Scratch scratch(school);
  const auto repository = scratch.open();
  REQUIRE(repository->history("", 10));
  repository->stop_history();
  CHECK(repository->history("", 10));  // it is known already
  REQUIRE(repository->commit({"", {{"site.yaml", "title: Башка\n"}}, {"a", "a@b"}, "Save"}));
  CHECK_FALSE(repository->history("", 10));
}

TEST_CASE("the site of a date is the commit that was the head then") {
  Scratch scratch(school);
  auto repository = scratch.open();
  const std::string first = repository->head();
  const auto second = repository->commit(change("site.yaml", "2"));
  scratch.now -= 1000;  // the clock is set back
  const auto third = repository->commit(change("site.yaml", "3"));
  CHECK(repository->revision_at(start_time - 1) == std::nullopt);
  CHECK(repository->revision_at(start_time) == first);
  CHECK(repository->revision_at(start_time + 59) == first);
  CHECK(repository->revision_at(start_time + 60) == *third);
  CHECK(repository->find(*third)->seconds == repository->find(*second)->seconds);
}

TEST_CASE("a push from outside is picked up, merged with what does not touch it, refused where it does") {
  Scratch scratch(school);
  auto repository = scratch.open();
  const std::string base = repository->head();
  scratch.git("clone -q school.git clone", ".");
  scratch.write("clone/site.yaml", "name: pushed\n");
  scratch.git("commit -qam pushed && git push -q origin main", "clone");
  CHECK(repository->head() != base);
  CHECK(repository->read("site.yaml") == "name: pushed\n");
  CHECK(files_of(**repository->snapshot())["site.yaml"] == "name: pushed\n");
  CHECK(fault_of(repository->commit(change("site.yaml", "name: mine\n", base))) == Fault::changed_meanwhile);
  CHECK(repository->commit(change("people/asanova.yaml", "x", base)).has_value());
  CHECK(messages(*repository->history("", 9)) ==
        Strings{"Change people/asanova.yaml", "pushed", "Сайттын башталышы"});
  CHECK_THROWS(scratch.git("push -q --force origin HEAD~1:main", "clone"));
  CHECK_THROWS(scratch.git("push -q origin :main", "clone"));
}

TEST_CASE("history that was rewritten behind the editor's back is followed") {
  Scratch scratch(school);
  auto repository = scratch.open();
  const std::string first = repository->head();
  REQUIRE(repository->commit(change("site.yaml", "2")).has_value());
  CHECK(repository->history("", 9)->size() == 2);
  scratch.git("update-ref refs/heads/main " + first);
  CHECK(repository->head() == first);
  CHECK(repository->history("", 9)->size() == 1);
  REQUIRE(repository->commit(change("site.yaml", "3")).has_value());
  CHECK(messages(*repository->history("site.yaml", 9)).size() == 2);
  CHECK(files_of(**repository->snapshot())["site.yaml"] == "3");
}

TEST_CASE("only one process writes, and a lock left by a killed one is cleared") {
  Scratch scratch(school);
  {
    auto repository = scratch.open();
    const auto second = Repository::open(scratch.bare());
    REQUIRE_FALSE(second.has_value());
    CHECK(second.error().fault == Fault::locked);
  }
  scratch.write("school.git/refs/heads/main.lock", "");
  scratch.write("school.git/config.lock", "");
  scratch.write("school.git/objects/00/tmp_object_git2_a1b2c3", "x");
  auto repository = scratch.open();
  CHECK(repository->commit(change("site.yaml", "2")).has_value());
  CHECK_FALSE(fs::exists(scratch.path("school.git/config.lock")));
  CHECK_FALSE(fs::exists(scratch.path("school.git/objects/00/tmp_object_git2_a1b2c3")));
  SECTION("one that a killed push leaves while the editor runs, too") {
    scratch.write("school.git/refs/heads/main.lock", "");
    CHECK(repository->commit(change("site.yaml", "3")).has_value());
  }
}

TEST_CASE("a disk below the reserve takes no commit") {
  Scratch scratch(school);
  auto opened = Repository::open(scratch.bare(), {.reserve_bytes = 1ull << 60});
  REQUIRE(opened.has_value());
  const std::string head = (*opened)->head();
  CHECK(fault_of((*opened)->commit(change("site.yaml", "2"))) == Fault::disk_full);
  CHECK((*opened)->head() == head);
}

TEST_CASE("tags are annotated and never move") {
  Scratch scratch(school);
  auto repository = scratch.open();
  const std::string head = repository->head();
  REQUIRE(repository->tag("publication/2026-09-01T08-00-00Z", head, {"Директор", "d@example.kg"}, "Чыкты"));
  CHECK(scratch.git("cat-file -t publication/2026-09-01T08-00-00Z") == "tag");
  CHECK(scratch.git("rev-parse publication/2026-09-01T08-00-00Z^{commit}") == head);
  const auto again = repository->tag("publication/2026-09-01T08-00-00Z", head, {"a", "a"}, "x");
  REQUIRE_FALSE(again.has_value());
  CHECK(again.error().fault == Fault::changed_meanwhile);
  CHECK_FALSE(repository->tag("../x", head, {"a", "a"}, "x").has_value());
}

TEST_CASE("what is no repository, or another's, is told apart") {
  Scratch scratch;
  CHECK(Repository::open(scratch.path("nothing")).error().fault == Fault::not_a_repository);
  scratch.create(school);
  if (::geteuid() != 0) return;  // only root may give files away
  REQUIRE(::chown(scratch.bare().c_str(), 12345, 12345) == 0);
  CHECK(Repository::open(scratch.bare()).error().fault == Fault::foreign_owner);
}

TEST_CASE("a damaged object is told, never read as something else") {
  Scratch scratch(school);
  auto repository = scratch.open();
  const std::string blob = scratch.git("rev-parse main:site.yaml");
  const std::string file = "school.git/objects/" + blob.substr(0, 2) + "/" + blob.substr(2);
  const std::string other = scratch.git("rev-parse main:people/asanova.yaml");
  fs::permissions(scratch.path(file), fs::perms::owner_all);
  fs::copy_file(scratch.path("school.git/objects/" + other.substr(0, 2) + "/" + other.substr(2)),
                scratch.path(file), fs::copy_options::overwrite_existing);
  CHECK(repository->read("site.yaml").error().fault == Fault::damaged);
  CHECK(files_of(**repository->snapshot())["site.yaml"] == "(source-damaged-object)");
}

TEST_CASE("a missing branch of a repository that had one is damage, not a beginning") {
  Scratch scratch(school);
  auto repository = scratch.open();
  fs::remove(scratch.path("school.git/refs/heads/main"));
  CHECK(repository->head().empty());
  CHECK(fault_of(repository->commit(change("site.yaml", "2"))) == Fault::damaged);
  CHECK_FALSE(fs::exists(scratch.path("school.git/refs/heads/main")));
}

TEST_CASE("threads that write at once lose nothing") {
  Scratch scratch(school);
  auto repository = scratch.open();
  constexpr int threads = 6;
  constexpr int rounds = 10;
  {
    std::vector<std::jthread> writers;
    for (int t = 0; t < threads; ++t) {
      writers.emplace_back([&, t] {
        for (int i = 0; i < rounds; ++i) {
          const std::string path = fmt::format("pages/p{}/n{}.md", t, i);
          if (!repository->commit(change(path, path))) std::abort();
          if (repository->read(path) != path) std::abort();
        }
      });
    }
  }
  CHECK((*repository->snapshot())->files().size() == school.size() + threads * rounds);
  CHECK(repository->history("", 1000)->size() == 1 + threads * rounds);
}

TEST_CASE("the index of the history is kept from one start to the next") {
  Scratch scratch({{"site.yaml", "title: a\n"}, {"news/2026/bell/index.ky.md", "a\n"}});
  const std::string kept = scratch.bare() + "/mektep-history";
  REQUIRE(scratch.open()->commit(change("news/2026/bell/index.ky.md", "b\n")));
  REQUIRE(scratch.open()->history("", 9)->size() == 2);
  REQUIRE(fs::exists(kept));
  {
    // Without it the next question would need the index, and nobody makes one any longer.
    const auto repository = scratch.open();
    repository->stop_history();
    CHECK(repository->history("", 9)->size() == 2);
    const auto bell = repository->history("news/2026/bell", 9);
    REQUIRE(bell->size() == 2);
    CHECK(bell->front().paths == std::vector<std::string>{"news/2026/bell/index.ky.md"});
  }
  const auto size = fs::file_size(kept);
  REQUIRE(scratch.open()->commit(change("news/2026/bell/index.ky.md", "c\n")));
  CHECK(scratch.open()->history("news/2026/bell", 9)->size() == 3);
  CHECK(fs::file_size(kept) > size);
  CHECK(fs::file_size(kept) < size + 100);  // one commit more, of a path that is known
}

TEST_CASE("an index of the history that is cut short or damaged anywhere costs nothing but its making") {
  Scratch scratch(Files{{"site.yaml", "title: a\n"}});
  for (const char* text : {"b", "c", "d"})
    REQUIRE(scratch.open()->commit(change(std::string("pages/") + text + "/index.ky.md", text)));
  const std::string kept = scratch.bare() + "/mektep-history";
  REQUIRE(scratch.open()->history("", 9)->size() == 4);
  std::ifstream file(kept, std::ios::binary);
  const std::string whole(std::istreambuf_iterator<char>(file), {});
  const auto check = [&](const std::string& bytes) {
    std::ofstream(kept, std::ios::binary) << bytes;
    const auto repository = scratch.open();
    CHECK(repository->history("", 9)->size() == 4);
    CHECK(repository->history("pages/c", 9)->size() == 1);
    std::ifstream now(kept, std::ios::binary);
    CHECK(std::string(std::istreambuf_iterator<char>(now), {}) == whole);
  };
  for (std::size_t end = 0; end < whole.size(); end += 7) {
    check(whole.substr(0, end));
    std::string damaged = whole;
    damaged[end] ^= 1;
    check(damaged);
  }
  check(std::string(1000, '\0'));
  check(whole + "0123456789abcdef 99999999999999999999 x\n");
}

TEST_CASE("an index of the history that was stopped half-way goes on from there") {
  Scratch scratch(Files{{"site.yaml", "title: a\n"}});
  for (const char* text : {"b", "c", "d"}) REQUIRE(scratch.open()->commit(change("site.yaml", text)));
  REQUIRE(scratch.open()->history("", 9)->size() == 4);
  const std::string kept = scratch.bare() + "/mektep-history";
  std::ifstream file(kept, std::ios::binary);
  std::string first_half;
  for (std::string line; first_half.find("commit") == std::string::npos && std::getline(file, line);)
    first_half += line + "\n";
  std::ofstream(kept, std::ios::binary) << first_half;
  scratch.git("branch side HEAD~2");
  CHECK(scratch.open()->history("site.yaml", 9)->size() == 4);
}

}  // namespace
}  // namespace mektep::editor
