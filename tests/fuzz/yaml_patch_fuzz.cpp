// module: editor_forms
// Patches of YAML: whatever the text and the edits are, there is no crash, and a patch that is given reads as
// wanted. The first byte is the number of bytes that choose edits; the text follows them.
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <string>
#include <string_view>

#include "editor/forms/yaml/patch.h"
#include "syntax/yaml/yaml.h"

namespace {

using mektep::Node;

void collect(Node& node, std::vector<Node*>& all) {
  all.push_back(&node);
  for (Node& item : node.items) collect(item, all);
  for (Node::Member& member : node.members) collect(member.value, all);
}

void edit(Node& root, unsigned char choice, std::string_view rest) {
  std::vector<Node*> all;
  collect(root, all);
  Node& node = *all[choice / 4 % all.size()];
  Node fresh;
  fresh.kind = Node::Kind::scalar;
  fresh.quoted = true;
  fresh.text = std::string(rest.substr(0, choice % 16));
  switch (choice % 4) {
    case 0:
      if (node.is_scalar()) node.text = fresh.text;
      break;
    case 1:
      if (!node.items.empty())
        node.items.erase(node.items.begin() + choice % static_cast<long>(node.items.size()));
      if (!node.members.empty()) node.members.erase(node.members.begin());
      break;
    case 2:
      if (node.is_list()) node.items.insert(node.items.begin(), fresh);
      if (node.is_map() && node.get("new") == nullptr) node.members.push_back({"new", {}, fresh});
      break;
    default:
      if (node.items.size() > 1) std::swap(node.items.front(), node.items.back());
      if (node.members.size() > 1) std::swap(node.members.front(), node.members.back());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t edits = std::min<std::size_t>(data[0] % 8, size - 1);
  const std::string_view choices = bytes.substr(1, edits), text = bytes.substr(1 + edits);
  mektep::Findings findings;
  Node wanted = mektep::parse_yaml(text, "", findings);
  if (mektep::any_blocks(findings)) return 0;
  const auto same = mektep::editor::patch_yaml(text, wanted);
  if (!same || *same != text) std::abort();
  for (const char choice : choices) edit(wanted, static_cast<unsigned char>(choice), "ж: [0312]\n#");
  const auto patched = mektep::editor::patch_yaml(text, wanted);
  if (!patched) return 0;
  mektep::Findings none;
  if (!mektep::editor::means(mektep::parse_yaml(*patched, "", none), wanted) || mektep::any_blocks(none))
    std::abort();
  return 0;
}
