// The text of a Markdown body as the parser gets to see it: shortcodes are replaced by placeholders, and
// every place in it can be told as a place in the file. For one parse in one thread; `original` must outlive
// it.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"

namespace mektep {

class MarkdownSource {
 public:
  MarkdownSource(std::string_view original, std::uint32_t first_line);

  // U+FDD0, the number in decimal digits, U+FDD1: to Markdown a word. The body itself never holds these two.
  static constexpr std::string_view open = "\xEF\xB7\x90", close = "\xEF\xB7\x91";

  std::string_view text() const { return changed_.empty() ? original_ : std::string_view(changed_); }
  std::string_view original() const { return original_; }
  bool changed() const { return !edits_.empty(); }

  // Puts a placeholder, numbered from 0, in the place of original [begin, end); in ascending order, then
  // finish(). A literal one stands for the very text that it replaces.
  void replace(std::size_t begin, std::size_t end, bool literal = false);
  void finish();
  std::string_view replaced(std::uint32_t placeholder) const;

  // The placeholder that begins at `at` of `text`; moves `at` past it. `no_placeholder` when it is none.
  static constexpr std::uint32_t no_placeholder = UINT32_MAX;
  std::uint32_t placeholder(std::string_view text, std::size_t& at) const;
  // `text` with the original put back; line ends become spaces when `one_line`.
  std::string restore(std::string_view text, bool one_line) const { return restore(text, one_line, false); }
  bool has_literals() const { return has_literals_; }
  std::string restore_literals(std::string_view text) const { return restore(text, false, true); }

  std::size_t placeholder_offset(std::uint32_t placeholder) const {
    return edits_[placeholder].changed_begin;
  }

  // Offset into text() of a line from 1 and a byte column from 1, kept inside the line.
  std::size_t offset(int line, int column) const;
  std::size_t line_end(std::size_t offset) const;
  Mark mark(std::size_t offset) const;  // of an offset into text()
  Mark mark_of_original(std::size_t offset) const;

 private:
  struct Edit {
    std::size_t begin, end;  // in the original
    std::size_t changed_begin, changed_end;
    bool literal;
  };
  std::string restore(std::string_view text, bool one_line, bool literals_only) const;

  std::string_view original_;
  std::uint32_t first_line_;
  bool has_literals_ = false;
  std::string changed_;
  std::vector<Edit> edits_;
  std::vector<std::uint32_t> original_lines_, changed_lines_;  // offsets of line starts
  // Where the last mark was: columns are counted on from here.
  mutable std::size_t memo_line_ = 0, memo_offset_ = 0;
  mutable std::uint32_t memo_column_ = 1;
};

}  // namespace mektep
