#include "editor/repository/lfs_store.h"

#include <catch2/catch.hpp>

#include "tests/editor/repository/scratch.h"

namespace mektep::editor {
namespace {

using namespace testing;

TEST_CASE("an object is kept under its digest, read back, and erased for good") {
  const Scratch scratch;
  LfsStore store(scratch.path("lfs/objects"));
  const auto pointer = store.put("photo");
  REQUIRE(pointer.has_value());
  CHECK(pointer->size == 5);
  CHECK(store.read(*pointer) == "photo");
  CHECK(store.put("photo")->oid == pointer->oid);
  CHECK(store.list().size() == 1);
  CHECK(parse_lfs_pointer(format_lfs_pointer(*pointer))->oid == pointer->oid);
  REQUIRE(store.remove(pointer->oid).has_value());
  CHECK_FALSE(store.holds(pointer->oid));
  CHECK(store.remove(pointer->oid).has_value());
  CHECK(store.read(*pointer).error().fault == Fault::damaged);
}

TEST_CASE("a damaged object is told, and mended by putting it again") {
  const Scratch scratch;
  LfsStore store(scratch.path("lfs/objects"));
  const auto pointer = store.put("photo");
  REQUIRE(pointer.has_value());
  std::ofstream(lfs_path(scratch.path("lfs/objects"), pointer->oid)) << "phot0";
  CHECK(store.read(*pointer).error().fault == Fault::damaged);
  CHECK(store.put("photo").has_value());
  CHECK(store.read(*pointer) == "photo");
}

TEST_CASE("names that are no digests reach no file") {
  const Scratch scratch;
  LfsStore store(scratch.path("lfs/objects"));
  CHECK_FALSE(store.holds("../../../etc/passwd"));
  CHECK_FALSE(store.remove("../../../etc/passwd").has_value());
  CHECK_FALSE(store.read({"../../../etc/passwd", 1}).has_value());
}

TEST_CASE("a disk below the reserve takes no object") {
  const Scratch scratch;
  LfsStore store(scratch.path("lfs/objects"), 1ull << 60);
  CHECK(store.put("photo").error().fault == Fault::disk_full);
  CHECK(store.list().empty());
}

TEST_CASE("pictures of a new repository go to the store; git-lfs finds them there") {
  const Scratch scratch;
  scratch.create({{"site.yaml", "a: b\n"}, {"news/x/photo.jpg", "bytes of a photo"}});
  const std::string pointer = scratch.git("show main:news/x/photo.jpg");
  const auto parsed = parse_lfs_pointer(pointer + "\n");
  REQUIRE(parsed.has_value());
  CHECK(LfsStore(scratch.path("school.git/lfs/objects")).read(*parsed) == "bytes of a photo");
  CHECK(scratch.git("lfs fsck") == "Git LFS fsck OK");
  CHECK(scratch.git("show main:.gitattributes").starts_with("*.jpg filter=lfs diff=lfs merge=lfs -text"));
}

TEST_CASE("a school may begin with nothing") {
  Scratch scratch(Files{});
  auto repository = scratch.open();
  CHECK(repository->commit(change("site.yaml", "name: a\n")).has_value());
}

TEST_CASE("no repository is made over files, or of files that no site may hold") {
  const Scratch scratch;
  scratch.write("school.git/mine.txt", "mine");
  CHECK_THROWS(scratch.create({{"site.yaml", "a"}}));
  CHECK(std::filesystem::exists(scratch.path("school.git/mine.txt")));
  const auto bad = make_memory_snapshot({{"a\\b", "x"}});
  CHECK(create_repository(scratch.path("other.git"), *bad, {}).error().fault == Fault::bad_path);
  CHECK_FALSE(std::filesystem::exists(scratch.path("other.git")));
}

}  // namespace
}  // namespace mektep::editor
