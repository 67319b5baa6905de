#include "editor/drafts/difference.h"

#include <catch2/catch.hpp>

namespace mektep::editor {
namespace {

std::string words(const std::vector<DiffWords>& side) {
  std::string text;
  for (const DiffWords& each : side) text += each.changed ? "[" + each.text + "]" : each.text;
  return text;
}

// One line a row: "field: before → after".
std::vector<std::string> rows(std::string_view path, const std::optional<std::string>& before,
                              const std::optional<std::string>& after, DiffView view = DiffView::readable) {
  std::vector<std::string> lines;
  for (const DiffRow& row : compare_files(path, before, after, view).rows) {
    if (row.kind == DiffRow::Kind::skipped) {
      lines.push_back(fmt::format("… {}", row.count));
    } else if (row.kind == DiffRow::Kind::same) {
      lines.push_back(words(row.before));
    } else {
      lines.push_back(fmt::format("{}: {} → {}", row.field, words(row.before), words(row.after)));
    }
  }
  return lines;
}

using Lines = std::vector<std::string>;

TEST_CASE("YAML is compared field by field, whatever its formatting") {
  CHECK(rows("a.yaml", "name: {ky: Бир эки, ru: Раз}\n# x\ntags: [a]\nold: 1\n",
             "name:\n  ky: Бир үч\n  ru: Раз\ntags: [a, b]\n") ==
        Lines{"old: [1] → ", "name/ky: Бир [эки] → Бир [үч]", "tags/2:  → [b]"});
}

TEST_CASE("text is compared by block, with the changed words marked and the rest left out") {
  CHECK(rows("a.md", "---\ntitle: T\n---\n# A\n\nOne.\n\nTwo.\n\nThree.\n\nFour five.\n",
             "---\ntitle: U\n---\n# A\n\nOne.\n\nTwo.\n\nThree.\n\nFour six.\n\nSeven.\n") ==
        Lines{"title: [T] → [U]", "… 3", "Three.", ": Four [five.] → Four [six.]", ":  → [Seven.]"});
}

TEST_CASE("the source view shows lines") {
  CHECK(rows("a.yaml", "a: 1 # x\nb: 2\n", "a: 1 # y\nb: 2\n", DiffView::source) ==
        Lines{": a: 1 # [x] → a: 1 # [y]", "b: 2"});
}

TEST_CASE("what cannot be read is shown by line, what is no text not at all") {
  CHECK(rows("a.yaml", "a: [\n", "a: [1\n") == Lines{": a: [[] → a: [[1]"});
  CHECK(compare_files("a.jpg", "\xFF", "\xFE", DiffView::readable).binary);
  CHECK(compare_files("a.md", std::nullopt, "x", DiffView::readable).added);
  CHECK(compare_files("a.md", "x", std::nullopt, DiffView::readable).removed);
  CHECK(rows("a.md", "same", "same").empty());
}

}  // namespace
}  // namespace mektep::editor
