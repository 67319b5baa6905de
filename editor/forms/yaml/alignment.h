// Which entries of a value that is wanted are made from which entries of the value that is there. Internal to
// the patches of YAML.
#pragma once
#include <string>
#include <vector>

#include "syntax/node.h"

namespace mektep::editor {

inline constexpr std::size_t none = std::string::npos;

// Lists and maps alike: how many entries, the value of one, its key (nullptr in a list).
std::size_t entry_count(const Node& node);
const Node& entry_value(const Node& node, std::size_t i);
const std::string* entry_key(const Node& node, std::size_t i);

// For each entry of `wanted` the one of `now` that it is made from, or `none`.
std::vector<std::size_t> origins(const Node& now, const Node& wanted);

// Which of `from` may stay where they are while the others move: a longest rising sequence.
std::vector<bool> staying(const std::vector<std::size_t>& from);

}  // namespace mektep::editor
