// Three-way merge of a file that two people changed: YAML by field, front matter by field, Markdown by block.
// Never loses a word: whatever one of them wrote is in the merged text or, with the other's, in a conflict.
// Pure functions, safe in every thread.
#pragma once
#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mektep::editor {

// A place that both changed, and not to the same. The texts are the source of that place, empty where the
// side has nothing there.
struct MergeConflict {
  enum class Kind : std::uint8_t {
    text,   // blocks of Markdown: any text may replace them
    field,  // a value of YAML: one side or the other
    file,   // the whole file: it is no text, was removed by one side, or cannot be taken apart
  };
  Kind kind = Kind::text;
  std::string field;  // "contacts/phones/0" of Kind::field
  std::string base, mine, theirs;
};

// The merged text in order: each part is text, or a conflict in its place.
struct MergePart {
  std::string text;
  std::optional<MergeConflict> conflict;
};

struct Merge {
  std::vector<MergePart> parts;

  bool clean() const;        // no conflict
  std::string text() const;  // of all parts; of conflicts their `mine`
  std::vector<const MergeConflict*> conflicts() const&;
  std::vector<const MergeConflict*> conflicts() const&& = delete;  // they point into the parts
};

// By the name of the file: *.yaml, *.md, anything else as a whole.
Merge merge_file(std::string_view path, std::string_view base, std::string_view mine,
                 std::string_view theirs);

// What somebody decided about a conflict.
struct Resolution {
  enum class Take : std::uint8_t { mine, theirs, both, own };  // `both`: of Kind::text, mine first
  Take take = Take::mine;
  std::string own;  // of Take::own, for Kind::text
};
// The text after all conflicts were decided, in their order; nullopt when there are not as many decisions as
// conflicts, or a decision does not suit its conflict.
std::optional<std::string> resolve(const Merge& merge, std::span<const Resolution> resolutions);

}  // namespace mektep::editor
