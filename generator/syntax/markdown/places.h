// Where the parts of a Markdown text begin in its source. The library leaves some nodes without a place and
// is some columns off on others (lazy lines of block quotes), so what it says and what stands next in the
// source are compared with the text, else it is looked for, not far. Ask in the order of the text.
#pragma once
#include <cstddef>
#include <string_view>

#include "syntax/markdown/source.h"

namespace mektep {

// The place that the library gives, both counted from 1; line 0 = none.
struct Said {
  int line = 0, column = 0;
};

class Places {
 public:
  explicit Places(const MarkdownSource& source) : source_(source) {}

  // Where `text` begins.
  std::size_t locate(Said said, std::string_view text);
  // Where a part begins that starts with one of `marks`.
  std::size_t locate_mark(Said said, std::string_view marks);

  std::size_t cursor = 0;  // in the source, behind the last text placed

 private:
  const MarkdownSource& source_;
};

}  // namespace mektep
