// A node: a value as it is written in YAML or JSON, with its position. Scalars are text until the schema
// types them: `0312` is a telephone number and `no` is a word.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"

namespace mektep {

class Node {
 public:
  enum class Kind : std::uint8_t { null, scalar, list, map };
  struct Member;

  Kind kind = Kind::null;
  bool quoted = false;          // scalar in quotes or a block: can only be text
  Mark mark;                    // where the value begins
  std::string text;             // of a scalar
  std::vector<Node> items;      // of a list
  std::vector<Member> members;  // of a map, in the order of the file, keys unique

  bool is_null() const { return kind == Kind::null; }
  bool is_scalar() const { return kind == Kind::scalar; }
  bool is_list() const { return kind == Kind::list; }
  bool is_map() const { return kind == Kind::map; }

  // The value under `key` of a map; nullptr when this is no map or has no such key.
  const Node* get(std::string_view key) const;
  // The same, but an absent or null value is nullptr too.
  const Node* given(std::string_view key) const;
  // Text of the scalar under `key`, or `otherwise`.
  std::string_view text_of(std::string_view key, std::string_view otherwise = {}) const;
  // By a path such as "contacts/phones/0"; nullptr when some step fails.
  const Node* at(std::string_view path) const;
};

struct Node::Member {
  std::string key;
  Mark mark;  // of the key
  Node value;
};

}  // namespace mektep
