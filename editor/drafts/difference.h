// What differs between two versions of a file, for people: YAML by field, text by block with the words
// marked. Pure functions, safe in every thread.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mektep::editor {

// A stretch of words of one side.
struct DiffWords {
  std::string text;
  bool changed = false;  // the other side does not have it
};

struct DiffRow {
  enum class Kind : std::uint8_t {
    same,     // on both sides, for orientation
    changed,  // `before` became `after`
    added,    // `before` is empty
    removed,  // `after` is empty
    skipped,  // `count` blocks that are the same
  };
  Kind kind = Kind::same;
  std::string field;  // "name/ky" of a value of YAML; empty for text
  std::vector<DiffWords> before, after;
  std::size_t count = 0;
};
std::string_view code(DiffRow::Kind kind);

enum class DiffView : std::uint8_t {
  readable,  // fields and blocks
  source,    // lines
};

struct FileDiff {
  std::string path;
  bool added = false, removed = false;  // the whole file
  bool binary = false;                  // then there are no rows
  std::vector<DiffRow> rows;            // empty: no difference that this view shows
};

// Two texts with the words marked that only one of them has.
DiffRow compare_words(std::string field, std::string_view before, std::string_view after);

// nullopt: the file does not exist on that side.
FileDiff compare_files(std::string_view path, const std::optional<std::string>& before,
                       const std::optional<std::string>& after, DiffView view);

}  // namespace mektep::editor
