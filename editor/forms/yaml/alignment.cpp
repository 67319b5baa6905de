#include "editor/forms/yaml/alignment.h"

#include <algorithm>

#include "editor/forms/yaml/patch.h"

namespace mektep::editor {

std::size_t entry_count(const Node& node) {
  return node.is_list() ? node.items.size() : node.members.size();
}
const Node& entry_value(const Node& node, std::size_t i) {
  return node.is_list() ? node.items[i] : node.members[i].value;
}
const std::string* entry_key(const Node& node, std::size_t i) {
  return node.is_list() ? nullptr : &node.members[i].key;
}

std::vector<std::size_t> origins(const Node& now, const Node& wanted) {
  std::vector<std::size_t> from(entry_count(wanted), none);
  std::vector<bool> taken(entry_count(now), false);
  auto match = [&](auto&& is_same) {
    for (std::size_t i = 0; i < from.size(); ++i) {
      for (std::size_t k = 0; k < taken.size() && from[i] == none; ++k) {
        if (!taken[k] && is_same(i, k)) from[i] = k, taken[k] = true;
      }
    }
  };
  if (wanted.is_map()) {
    match([&](std::size_t i, std::size_t k) { return now.members[k].key == wanted.members[i].key; });
    return from;
  }
  match([&](std::size_t i, std::size_t k) {
    return wanted.items[i].mark.line != 0 && wanted.items[i].mark == now.items[k].mark;
  });
  match([&](std::size_t i, std::size_t k) {
    return wanted.items[i].mark.line == 0 && means(now.items[k], wanted.items[i]);
  });
  // A value that was not made from this text: its items are compared by their places.
  if (std::ranges::none_of(wanted.items, [](const Node& item) { return item.mark.line != 0; })) {
    match([&](std::size_t i, std::size_t k) { return i == k && now.items[k].kind == wanted.items[i].kind; });
  }
  return from;
}

std::vector<bool> staying(const std::vector<std::size_t>& from) {
  std::vector<std::size_t> length(from.size(), 0), before(from.size(), none);
  std::size_t best = none;
  for (std::size_t i = 0; i < from.size(); ++i) {
    if (from[i] == none) continue;
    length[i] = 1;
    for (std::size_t k = 0; k < i; ++k) {
      if (from[k] != none && from[k] < from[i] && length[k] + 1 > length[i])
        length[i] = length[k] + 1, before[i] = k;
    }
    if (best == none || length[i] > length[best]) best = i;
  }
  std::vector<bool> stays(from.size(), false);
  for (; best != none; best = before[best]) stays[best] = true;
  return stays;
}

}  // namespace mektep::editor
