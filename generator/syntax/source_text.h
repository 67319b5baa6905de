// The bytes of a text file on their way into a reader: checked once, and byte offsets turned into marks.
// Internal to this module.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"

namespace mektep {

// `bytes` without its byte-order mark, if it is text that a reader may look at: not too long, valid UTF-8, no
// control characters but tab and line ends. Otherwise a finding and nullopt. A byte-order mark and CRLF are
// noted at most.
enum class FormNotes : std::uint8_t { give, omit };
std::optional<std::string_view> accept_text(std::string_view bytes, std::size_t max_bytes,
                                            const std::string& file, std::uint32_t first_line,
                                            Findings& findings, FormNotes notes = FormNotes::give);

// Without a leading byte-order mark.
std::string_view skip_byte_order_mark(std::string_view bytes);

// Marks of byte offsets. Asking in roughly rising order costs time linear in the text, even on one long line:
// the answer is counted from the last one. Not thread-safe; `text` must be valid UTF-8 and outlive it.
class Marks {
 public:
  explicit Marks(std::string_view text, std::uint32_t first_line = 1);
  Mark at(std::size_t offset);
  std::size_t line_start(std::size_t offset) const;  // offset of the first byte of its line
  std::size_t line_end(std::size_t offset) const;    // offset of the line feed behind it, or the text's end

 private:
  std::string_view text_;
  std::uint32_t first_line_;
  std::vector<std::size_t> starts_;
  std::size_t last_line_ = 0;
  std::size_t last_offset_ = 0;
  std::uint32_t last_column_ = 1;
};

}  // namespace mektep
