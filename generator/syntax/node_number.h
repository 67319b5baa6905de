// Numbers of JSON that the program itself has written.
#pragma once
#include <charconv>
#include <string_view>

#include "syntax/node.h"

namespace mektep {

// The number that `key` holds, in this base; 0 when there is none.
template <class Number>
Number number_of(const Node& node, std::string_view key, int base = 10) {
  Number number = 0;
  const std::string_view text = node.text_of(key);
  std::from_chars(text.data(), text.data() + text.size(), number, base);
  return number;
}

}  // namespace mektep
