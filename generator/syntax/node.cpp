#include "syntax/node.h"

#include <charconv>

namespace mektep {

const Node* Node::get(std::string_view key) const {
  // Maps are as short as a person writes them; a scan beats any index here.
  for (const Member& member : members) {
    if (member.key == key) return &member.value;
  }
  return nullptr;
}

const Node* Node::given(std::string_view key) const {
  const Node* node = get(key);
  return node != nullptr && !node->is_null() ? node : nullptr;
}

std::string_view Node::text_of(std::string_view key, std::string_view otherwise) const {
  const Node* node = get(key);
  return node != nullptr && node->is_scalar() ? std::string_view(node->text) : otherwise;
}

const Node* Node::at(std::string_view path) const {
  const Node* node = this;
  while (node != nullptr && !path.empty()) {
    const std::size_t slash = path.find('/');
    const std::string_view step = path.substr(0, slash);
    path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
    if (node->is_list()) {
      std::size_t position = 0;
      const auto [end, error] = std::from_chars(step.data(), step.data() + step.size(), position);
      const bool whole = error == std::errc() && end == step.data() + step.size();
      node = whole && position < node->items.size() ? &node->items[position] : nullptr;
    } else {
      node = node->get(step);
    }
  }
  return node;
}

}  // namespace mektep
