#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <thread>

#include "base/digest.h"
#include "repository.h"
#include "source/lfs.h"
#include "source/rules.h"

#if defined(__SANITIZE_ADDRESS__)
// libgit2 1.5 itself forgets a buffer when it meets a damaged loose object.
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libgit2.so";
}
#endif

using namespace mektep;
using namespace mektep::testing;
using Names = std::vector<std::string>;

namespace {
const Rule* error_of(const std::string& folder, const std::string& revision = "HEAD") {
  const auto snapshot = open_git_tree(folder, revision);
  return snapshot ? nullptr : snapshot.error().rule;
}
std::string pointer_to(const std::string& bytes) {
  return "version https://git-lfs.github.com/spec/v1\noid sha256:" + sha256_hex(bytes) + "\nsize " +
         std::to_string(bytes.size()) + "\n";
}
void damage(const std::string& path) {
  std::filesystem::permissions(path, std::filesystem::perms::owner_all);
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(2);
  file << "damage";
}
}  // namespace

TEST_CASE("a commit is read by branch, tag and id, not the working tree") {
  const Folder folder;
  folder.init();
  folder.write("news/a.md", "old");
  folder.write("news-b.md", "B");
  folder.write("news/2026/c.md", "C");
  const std::string first = folder.commit();
  folder.git("tag -a v1 -m v1");
  folder.write("news/a.md", "new");
  const std::string second = folder.commit();
  folder.write("news/a.md", "unsaved");
  for (const std::string& revision : {first, std::string("v1"), std::string("HEAD~1"), first.substr(0, 10)}) {
    const auto snapshot = open_git_tree(folder.path(), revision);
    REQUIRE(snapshot.has_value());
    CHECK((*snapshot)->revision() == first);
    CHECK(paths(**snapshot) == Names{"news-b.md", "news/2026/c.md", "news/a.md"});
    CHECK(text(**snapshot, "news/a.md") == "old");
  }
  const auto snapshot = open_git_tree(folder.path(), "main");
  REQUIRE(snapshot.has_value());
  CHECK(text(**snapshot, "news/a.md") == "new");
  CHECK((*snapshot)->find("news/a.md")->size == 3);
  CHECK((*snapshot)->find("news/a.md")->blob == folder.git("rev-parse HEAD:news/a.md"));
  CHECK((*snapshot)->revision() == second);
}

TEST_CASE("bare and packed repositories and sub-folders are read alike") {
  const Folder folder;
  folder.init();
  folder.write("content/a.md", "A");
  folder.write("other/b.md", "B");
  folder.commit();
  const Folder bare;
  bare.git("clone -q --bare '" + folder.path() + "' site.git");
  bare.git("--git-dir=site.git repack -adq");
  const auto packed = open_git_tree(bare.path("site.git"), "main");
  REQUIRE(packed.has_value());
  CHECK(paths(**packed) == Names{"content/a.md", "other/b.md"});
  CHECK(text(**packed, "other/b.md") == "B");
  const auto below = open_git_tree(folder.path("content"), "HEAD");
  REQUIRE(below.has_value());
  CHECK(paths(**below) == Names{"a.md"});
  CHECK(text(**below, "a.md") == "A");
}

TEST_CASE("symlinks, submodules and treacherous names in a tree are findings") {
  const Folder folder;
  folder.init();
  folder.write("a.md", "A");
  folder.write("A.md", "A");
  std::filesystem::create_symlink("/etc/passwd", folder.path("link"));
  folder.commit();
  folder.git("update-index --add --cacheinfo 160000,1234567890123456789012345678901234567890,module");
  folder.git("update-index --add --cacheinfo 100644," + folder.git("rev-parse HEAD:a.md") + ",'a\\b'");
  folder.git("update-index --add --cacheinfo 100644," + folder.git("rev-parse HEAD:a.md") + ",.gitmodules");
  folder.git("commit -q -m y");
  const auto snapshot = open_git_tree(folder.path(), "HEAD");
  REQUIRE(snapshot.has_value());
  CHECK(paths(**snapshot) == Names{"a.md"});
  CHECK(told(**snapshot) == Names{"source-git-inside .gitmodules", "source-name-twin A.md",
                                  "source-name-character a\\b", "source-symlink link",
                                  "source-submodule module"});
}

TEST_CASE("what is wrong with a repository is told apart") {
  const Folder folder;
  CHECK(error_of(folder.path("nowhere")) == &rules::source_not_a_folder);
  CHECK(error_of(folder.path()) == &rules::source_not_a_repository);
  folder.init();
  CHECK(error_of(folder.path()) == &rules::source_empty_repository);
  folder.write("a.md", "A");
  folder.commit();
  CHECK(error_of(folder.path()) == nullptr);
  CHECK(error_of(folder.path(), "nobranch") == &rules::source_unknown_revision);
  CHECK(error_of(folder.path(), "HEAD:a.md") == &rules::source_unknown_revision);
  CHECK(error_of(folder.path(), "") == &rules::source_unknown_revision);
  CHECK(error_of(folder.path(), "0123456789012345678901234567890123456789") ==
        &rules::source_unknown_revision);
}

TEST_CASE("a repository of another owner is explained") {
  if (::geteuid() != 0) return;  // only root can give a folder away
  const Folder folder;
  folder.init();
  folder.write("a.md", "A");
  folder.commit();
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path())) {
    REQUIRE(::lchown(entry.path().c_str(), 12345, 12345) == 0);
  }
  REQUIRE(::chown(folder.path().c_str(), 12345, 12345) == 0);
  CHECK(error_of(folder.path()) == &rules::source_foreign_repository);
  CHECK(open_working_tree(folder.path()).error().rule == &rules::source_foreign_repository);
  const Folder bare;
  bare.git("init -q --bare x.git");
  REQUIRE(::chown(bare.path("x.git").c_str(), 12345, 12345) == 0);
  CHECK(error_of(bare.path("x.git")) == &rules::source_foreign_repository);
}

TEST_CASE("damaged and missing objects are errors, never other content") {
  const Folder folder;
  folder.init();
  folder.write("a.md", "some content that is long enough to be damaged");
  folder.write("b.md", "B");
  folder.write("f/c.md", "C");
  folder.commit();
  const auto object = [&](const std::string& name) {
    const std::string id = folder.git("rev-parse " + name);
    return folder.path(".git/objects/" + id.substr(0, 2) + "/" + id.substr(2));
  };
  const std::string blob = object("HEAD:a.md"), gone = object("HEAD:b.md"), tree = object("HEAD:f"),
                    head = object("HEAD");
  damage(blob);
  std::filesystem::remove(gone);
  const auto snapshot = open_git_tree(folder.path(), "HEAD");
  REQUIRE(snapshot.has_value());
  CHECK(text(**snapshot, "a.md") == "(source-damaged-object)");
  CHECK(text(**snapshot, "b.md") == "(source-damaged-object)");
  CHECK(text(**snapshot, "f/c.md") == "C");
  damage(tree);
  CHECK(error_of(folder.path()) == &rules::source_damaged_object);
  std::filesystem::remove(head);
  CHECK(error_of(folder.path()) == &rules::source_damaged_object);
}

TEST_CASE("many threads read one tree") {
  const Folder folder;
  folder.init();
  for (int i = 0; i < 200; ++i)
    folder.write("f" + std::to_string(i),
                 std::string(static_cast<std::size_t>(i * 7), 'x') + std::to_string(i));
  folder.commit();
  folder.git("repack -adq");
  const auto snapshot = open_git_tree(folder.path(), "HEAD");
  REQUIRE(snapshot.has_value());
  std::atomic<int> wrong = 0;
  {
    std::vector<std::jthread> threads;
    for (int t = 0; t < 8; ++t) {
      threads.emplace_back([&] {
        for (int i = 0; i < 200; ++i) {
          const std::string expected = std::string(static_cast<std::size_t>(i * 7), 'x') + std::to_string(i);
          if (text(**snapshot, "f" + std::to_string(i)) != expected) ++wrong;
        }
      });
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("an LFS pointer is replaced by bytes that match it") {
  const std::string photo(5000, 'p');
  const Folder folder;
  folder.init();
  folder.write("photo.jpg", pointer_to(photo));
  folder.write("gone.jpg", pointer_to("gone"));
  folder.write("bad.jpg", pointer_to("bad"));
  folder.write("short.jpg", pointer_to("short"));
  folder.write("plain.txt", "plain");
  folder.commit();
  const auto store = [&](const std::string& of, const std::string& bytes) {
    folder.write(lfs_path(".git/lfs/objects", sha256_hex(of)), bytes);
  };
  store(photo, photo);
  store("bad", "bod");
  store("short", "shor");
  for (const bool working : {false, true}) {
    auto opened = working ? open_working_tree(folder.path()) : open_git_tree(folder.path(), "HEAD");
    REQUIRE(opened.has_value());
    const std::shared_ptr<const Snapshot> base = std::move(*opened);
    const auto overlay = make_overlay(base, {{"new.jpg", pointer_to(photo)}});
    CHECK(overlay->read_asset(*overlay->find("new.jpg")) == photo);
    for (const Snapshot* snapshot : {base.get(), static_cast<const Snapshot*>(overlay.get())}) {
      CHECK(snapshot->read_asset(*snapshot->find("photo.jpg")) == photo);
      CHECK(snapshot->read_asset(*snapshot->find("plain.txt")) == "plain");
      CHECK(text(*snapshot, "photo.jpg") == pointer_to(photo));
      CHECK(snapshot->read_asset(*snapshot->find("gone.jpg")).error().rule == &rules::source_lfs_missing);
      CHECK(snapshot->read_asset(*snapshot->find("bad.jpg")).error().rule == &rules::source_lfs_damaged);
      CHECK(snapshot->read_asset(*snapshot->find("short.jpg")).error().rule == &rules::source_lfs_damaged);
    }
  }
  const auto memory = make_memory_snapshot({{"a.jpg", pointer_to(photo)}});
  CHECK(memory->read_asset(*memory->find("a.jpg")).error().rule == &rules::source_lfs_missing);
}

TEST_CASE("only the exact form is an LFS pointer") {
  const std::string good = pointer_to("x");
  REQUIRE(parse_lfs_pointer(good).has_value());
  CHECK(parse_lfs_pointer(good)->size == 1);
  CHECK(parse_lfs_pointer(good)->oid == sha256_hex("x"));
  std::string extended = good;
  extended.insert(extended.find("oid"), "ext-0-foo sha256:" + sha256_hex("y") + "\n");
  CHECK(parse_lfs_pointer(extended).has_value());
  for (std::size_t cut = 0; cut < good.size(); ++cut)
    CHECK_FALSE(parse_lfs_pointer(good.substr(0, cut)).has_value());
  for (const std::string& bad : std::vector<std::string>{
           good + "x", good + "\n", " " + good,
           "version https://git-lfs.github.com/spec/v1\noid sha256:xyz\nsize 1\n",
           "version https://git-lfs.github.com/spec/v1\nsize 1\noid sha256:" + sha256_hex("x") + "\n",
           "version https://git-lfs.github.com/spec/v1\noid sha256:" + sha256_hex("x") + "\nsize -1\n",
           "version https://git-lfs.github.com/spec/v1\noid sha256:" + sha256_hex("x") +
               "\nsize 99999999999999999999\n"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_lfs_pointer(bad).has_value());
  }
}
