#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "repository.h"
#include "source/rules.h"

using namespace mektep;
using namespace mektep::testing;
using Names = std::vector<std::string>;

namespace {
std::unique_ptr<Snapshot> open(const Folder& folder) {
  auto snapshot = open_working_tree(folder.path());
  REQUIRE(snapshot.has_value());
  return std::move(*snapshot);
}
}  // namespace

TEST_CASE("a plain folder is read in the order of paths") {
  const Folder folder;
  for (const auto* name : {"news/2026/b.md", "news-a.md", "news/a.md", "site.yaml", "empty"})
    folder.write(name, name);
  folder.write("empty", "");
  folder.write("large", std::string(300000, 'x'));
  const auto snapshot = open(folder);
  CHECK(paths(*snapshot) == Names{"empty", "large", "news-a.md", "news/2026/b.md", "news/a.md", "site.yaml"});
  CHECK(text(*snapshot, "news/a.md") == "news/a.md");
  CHECK(text(*snapshot, "empty").empty());
  CHECK(text(*snapshot, "large") == std::string(300000, 'x'));
  CHECK(snapshot->find("large")->size == 300000);
  CHECK(snapshot->find("large")->modified_ns > 0);
  CHECK(snapshot->revision().empty());
}

TEST_CASE("a file that grew after the listing is read whole") {
  const Folder folder;
  folder.write("a", "1");
  const auto snapshot = open(folder);
  folder.write("a", std::string(200000, 'y'));
  CHECK(text(*snapshot, "a") == std::string(200000, 'y'));
  folder.write("a", "");
  CHECK(text(*snapshot, "a").empty());
}

TEST_CASE("links, pipes and nested repositories are findings and are not followed") {
  const Folder folder;
  const Folder outside;
  outside.write("secret", "s");
  folder.write("a.md", "A");
  std::filesystem::create_symlink(outside.path("secret"), folder.path("link"));
  std::filesystem::create_directory_symlink(outside.path(), folder.path("folder-link"));
  std::filesystem::create_symlink("nowhere", folder.path("dangling"));
  REQUIRE(::mkfifo(folder.path("pipe").c_str(), 0600) == 0);
  folder.write("module/x.md", "x");
  folder.write("module/.git", "gitdir: elsewhere");
  const auto snapshot = open(folder);
  CHECK(paths(*snapshot) == Names{"a.md"});
  CHECK(told(*snapshot) == Names{"source-symlink dangling", "source-symlink folder-link",
                                 "source-symlink link", "source-submodule module/",
                                 "source-special-file pipe"});
}

TEST_CASE("a file or folder that turns into a link after the listing is not read") {
  const Folder folder;
  const Folder outside;
  outside.write("secret", "s");
  folder.write("a", "1");
  folder.write("f/secret", "1");
  const auto snapshot = open(folder);
  std::filesystem::remove(folder.path("a"));
  std::filesystem::create_symlink(outside.path("secret"), folder.path("a"));
  std::filesystem::remove_all(folder.path("f"));
  std::filesystem::create_directory_symlink(outside.path(), folder.path("f"));
  CHECK(text(*snapshot, "a") == "(source-unreadable)");
  CHECK(text(*snapshot, "f/secret") == "(source-unreadable)");
}

TEST_CASE("a name that is not UTF-8 is a finding with a printable place") {
  const Folder folder;
  folder.write("\xCF\xF0\xE8", "x");
  const auto snapshot = open(folder);
  CHECK(paths(*snapshot).empty());
  CHECK(told(*snapshot) == Names{"source-name-not-utf8 \\xCF\\xF0\\xE8"});
}

TEST_CASE("what .gitignore names is left out, what git tracks is not") {
  const Folder folder;
  folder.init();
  folder.write("tracked.tmp", "t");
  folder.write("a.md", "A");
  const std::string head = folder.commit();
  folder.write(".gitignore", "*.tmp\n/build/\n");
  folder.write("b.tmp", "x");
  folder.write("build/out.html", "x");
  folder.write("new/c.md", "x");
  folder.write("new/.gitignore", "secret*\n");
  folder.write("new/secret.md", "x");
  const auto snapshot = open(folder);
  CHECK(paths(*snapshot) == Names{"a.md", "new/c.md", "tracked.tmp"});
  CHECK(snapshot->findings().empty());
  CHECK(snapshot->revision() == head);
}

TEST_CASE("a site may be a folder of a repository, or lie in one that ignores it") {
  const Folder folder;
  folder.init();
  folder.write(".gitignore", "*.tmp\n/scratch/\n");
  folder.write("content/a.md", "A");
  folder.write("content/b.tmp", "B");
  folder.write("scratch/site/a.tmp", "A");
  const std::string head = folder.commit();
  const auto content = open_working_tree(folder.path("content"));
  REQUIRE(content.has_value());
  CHECK(paths(**content) == Names{"a.md"});
  CHECK((*content)->revision() == head);
  const auto scratch = open_working_tree(folder.path("scratch/site"));
  REQUIRE(scratch.has_value());
  CHECK(paths(**scratch) == Names{"a.tmp"});
  CHECK((*scratch)->revision().empty());
}

TEST_CASE("a folder of many files comes out the same in several threads") {
  const Folder folder;
  folder.init();
  folder.write(".gitignore", "*.tmp\n");
  for (int i = 0; i < 700; ++i) {
    const std::string name = std::to_string(i * 7919 % 1000);
    folder.write("news/" + name + "/index.md", name);
    if (i % 3 == 0) folder.write("news/" + name + "/draft.tmp", name);
    if (i % 50 == 0) std::filesystem::create_symlink("index.md", folder.path("news/" + name + "/link"));
  }
  const auto alone = open_working_tree(folder.path(), 1), together = open_working_tree(folder.path(), 4);
  REQUIRE((alone && together));
  CHECK(paths(**alone).size() == 700);
  CHECK(paths(**alone) == paths(**together));
  CHECK(told(**alone).size() == 14);
  CHECK(told(**alone) == told(**together));
}

TEST_CASE("of files that came with the program none is ignored") {
  const Folder folder;
  folder.init();
  folder.write(".gitignore", "*.css\n");
  folder.write("assets/style.css", "x");
  const auto files = open_data_folder(folder.path());
  REQUIRE(files.has_value());
  CHECK(paths(**files) == Names{"assets/style.css"});
  CHECK((*files)->revision().empty());
  CHECK(open_data_folder(folder.path("nowhere")).error().rule == &rules::source_not_a_folder);
}

TEST_CASE("a repository without a commit is a working tree all the same") {
  const Folder folder;
  folder.init();
  folder.write("a.md", "A");
  CHECK(paths(*open(folder)) == Names{"a.md"});
}

TEST_CASE("what is not a folder is said to be none") {
  const Folder folder;
  folder.write("file", "x");
  CHECK(open_working_tree(folder.path("nowhere")).error().rule == &rules::source_not_a_folder);
  CHECK(open_working_tree(folder.path("file")).error().rule == &rules::source_not_a_folder);
}
