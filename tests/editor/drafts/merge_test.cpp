#include "editor/drafts/merge.h"

#include <catch2/catch.hpp>

namespace mektep::editor {
namespace {

using Kind = MergeConflict::Kind;

std::string merged(std::string_view path, std::string_view base, std::string_view mine,
                   std::string_view theirs) {
  const Merge merge = merge_file(path, base, mine, theirs);
  return merge.clean() ? merge.text() : "(conflict)";
}

// "field: mine | theirs" of the only conflict.
std::string conflict(std::string_view path, std::string_view base, std::string_view mine,
                     std::string_view theirs) {
  const Merge merge = merge_file(path, base, mine, theirs);
  const auto conflicts = merge.conflicts();
  if (conflicts.size() != 1) return fmt::format("({} conflicts)", conflicts.size());
  return fmt::format("{}: {} | {}", conflicts[0]->field, conflicts[0]->mine, conflicts[0]->theirs);
}

TEST_CASE("what only one of them changed is taken byte for byte") {
  const std::string base = "a:  1 # x\n\n\nb: [1,2 ]";
  const std::string changed = "a:  2 # y\n\n\nb: [1,2 ]\r\n";
  for (const char* path : {"a.yaml", "a.md", "a.csv"}) {
    CHECK(merged(path, base, changed, base) == changed);
    CHECK(merged(path, base, base, changed) == changed);
    CHECK(merged(path, base, changed, changed) == changed);
  }
}

TEST_CASE("different fields of YAML are merged, comments and order kept") {
  const std::string base =
      "# School\nname: {ky: Мектеп, ru: Школа}\nphone: 0312\n# where\naddress:\n  city: Нарын\n  street: Х\n";
  CHECK(
      merged("s.yaml", base,
             "# School\nname: {ky: Мектеп №1, ru: Школа}\nphone: 0312\n# where\naddress:\n  city: Нарын\n  "
             "street: Ленин\n",
             "# School\nname: {ky: Мектеп, ru: Школа №1}\nphone: 0313\n# where is it\naddress:\n  city: Ош  "
             "# new\n  street: Х\n") ==
      "# School\nname: {ky: Мектеп №1, ru: Школа №1}\nphone: 0313\n# where is it\naddress:\n  city: Ош  # "
      "new\n  street: Ленин\n");
}

TEST_CASE("fields that were added and removed") {
  CHECK(merged("s.yaml", "a: 1\nb: 2\nc: 3\n", "a: 1\nx: mine\nb: 2\nc: 3\n", "a: 1\nc: 3\ny: theirs") ==
        "a: 1\nx: mine\nc: 3\ny: theirs");
  CHECK(merged("s.yaml", "a: {x: 1, y: 2}\n", "a: {x: 1, y: 2, z: 3}\n", "a: {y: 2}\n") ==
        "a: {y: 2, z: 3}\n");
  CHECK(merged("s.yaml", "a: {x: 1}\n", "a: {}\n", "a: {x: 1, y: 2}\n") == "a: { y: 2}\n");
  CHECK(conflict("s.yaml", "a: 1\nb: 2\n", "a: 1\nb: 3\n", "a: 1\n") == "b: b: 3\n | ");
  CHECK(conflict("s.yaml", "a: 1\n", "a: 1\nb: 3\n", "a: 1\nb: 4\n") == "b: b: 3\n | b: 4\n");
}

TEST_CASE("items of lists are merged, those of the same item field by field") {
  CHECK(merged("s.yaml", "- a: 1\n  b: 2\n- c\n", "- a: 10\n  b: 2\n- c\n", "- a: 1\n  b: 20\n- c\n- d") ==
        "- a: 10\n  b: 20\n- c\n- d");
  CHECK(merged("s.yaml", "t: [a, b, c]\n", "t: [a, b, c, d]\n", "t: [b, c]\n") == "t: [ b, c, d]\n");
  CHECK(merged("s.yaml", "k:\n- a\n- b\nz: 1\n", "k:\n- a\n- B\nz: 1\n", "k:\n- A\n- b\nz: 1\n") ==
        "k:\n- A\n- B\nz: 1\n");
  CHECK(conflict("s.yaml", "k:\n  - a\n", "k:\n  - x\n", "k:\n  - y\n") == "k/0: x\n | y\n");
  CHECK(conflict("s.yaml", "k: [a]\n", "k: [a, x]\n", "k: [a, y]\n") == "k/1:  x |  y");
}

TEST_CASE("a field that both changed keeps both texts") {
  const Merge merge = merge_file("s.yaml", "a:\n  ky: x\n  ru: y\n", "a:\n  ky: mine\n  ru: y\n",
                                 "a:\n  ky: theirs\n  ru: z\n");
  REQUIRE(merge.conflicts().size() == 1);
  CHECK(merge.conflicts()[0]->field == "a/ky");
  CHECK(merge.conflicts()[0]->kind == Kind::field);
  using Take = Resolution::Take;
  CHECK(resolve(merge, std::vector<Resolution>{{Take::mine, {}}}) == "a:\n  ky: mine\n  ru: z\n");
  CHECK(resolve(merge, std::vector<Resolution>{{Take::theirs, {}}}) == "a:\n  ky: theirs\n  ru: z\n");
  CHECK(resolve(merge, std::vector<Resolution>{{Take::both, {}}}) == std::nullopt);
  CHECK(resolve(merge, std::vector<Resolution>{}) == std::nullopt);
}

TEST_CASE("paragraphs, headings and items of lists are merged") {
  const std::string base = "# T\n\nOne\none.\n\nTwo.\n\n- a\n- b\n\nEnd.\n";
  CHECK(merged("t.md", base, "# T\n\nOne\nONE.\n\nTwo.\n\n- a\n- b\n- mine\n\nEnd.\n",
               "# T!\n\nOne\none.\n\nTwo!\n\n- A\n- b\n\nEnd.\n\nMore.\n") ==
        "# T!\n\nOne\nONE.\n\nTwo!\n\n- A\n- b\n- mine\n\nEnd.\n\nMore.\n");
}

TEST_CASE("a text that ended stands apart from what follows it now") {
  CHECK(merged("t.md", "A\n\nB", "A\n\nB!", "A\n\nB\n\nC") == "A\n\nB!\n\nC");
  CHECK(merged("t.md", "- a\n- b", "- a\n- b!", "- a\n- b\n- c") == "- a\n- b!\n- c");
}

TEST_CASE("a paragraph that both changed keeps both, and both may stay") {
  const Merge merge = merge_file("t.md", "A\n\nB\n\nC\n", "A\n\nmine\n\nC\n", "A\n\ntheirs\n\nC!\n");
  REQUIRE(merge.conflicts().size() == 1);
  CHECK(merge.conflicts()[0]->kind == Kind::text);
  CHECK(merge.conflicts()[0]->base == "B");
  using Take = Resolution::Take;
  CHECK(resolve(merge, std::vector<Resolution>{{Take::both, {}}}) == "A\n\nmine\n\ntheirs\n\nC!\n");
  CHECK(resolve(merge, std::vector<Resolution>{{Take::own, "ours"}}) == "A\n\nours\n\nC!\n");
}

TEST_CASE("fenced code is one block, blank lines in it and all") {
  CHECK(conflict("t.md", "```\na\n\nb\n```\n", "```\nA\n\nb\n```\n", "```\na\n\nB\n```\n") ==
        ": ```\nA\n\nb\n``` | ```\na\n\nB\n```");
}

TEST_CASE("front matter is merged by field, the text below by block") {
  CHECK(merged("n.md", "---\ntitle: T\ntags: [a]\n---\n\nX\n\nY\n",
               "---\ntitle: Mine\ntags: [a]\n---\n\nX\n\nY mine\n",
               "---\ntitle: T\ntags: [a, b]\n---\n\nX theirs\n\nY\n") ==
        "---\ntitle: Mine\ntags: [a, b]\n---\n\nX theirs\n\nY mine\n");
}

TEST_CASE("what cannot be taken apart with certainty is a conflict of the whole file") {
  for (const auto& [path, base, mine, theirs] :
       std::vector<std::array<std::string, 4>>{{"a.csv", "1", "2", "3"},
                                               {"a.yaml", "a: 1\n", "a: 2\n", "a: [\n"},
                                               {"a.yaml", "a: 1\n", "a: 2\na: 3\n", "a: 4\n"},
                                               {"a.md", "a", "\xFF", "b"}}) {
    const Merge merge = merge_file(path, base, mine, theirs);
    const auto conflicts = merge.conflicts();
    REQUIRE(conflicts.size() == 1);
    CHECK(conflicts[0]->kind == Kind::file);
    CHECK(conflicts[0]->mine == mine);
    CHECK(conflicts[0]->theirs == theirs);
  }
}

}  // namespace
}  // namespace mektep::editor
