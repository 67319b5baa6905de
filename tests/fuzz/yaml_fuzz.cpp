// module: syntax
// YAML: no crash, no endless work; the quick reader agrees with the library; marks lie inside the text.
#include <cstdint>
#include <cstdlib>

#include "syntax/yaml/reader.h"
#include "syntax/yaml/yaml.h"

namespace {

using mektep::Node;

bool same(const Node& a, const Node& b) {
  if (a.kind != b.kind || a.quoted != b.quoted || a.mark != b.mark || a.text != b.text) return false;
  if (a.items.size() != b.items.size() || a.members.size() != b.members.size()) return false;
  for (std::size_t i = 0; i < a.items.size(); ++i) {
    if (!same(a.items[i], b.items[i])) return false;
  }
  for (std::size_t i = 0; i < a.members.size(); ++i) {
    const Node::Member &x = a.members[i], &y = b.members[i];
    if (x.key != y.key || x.mark != y.mark || !same(x.value, y.value)) return false;
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  mektep::Findings findings;
  mektep::parse_yaml(text, "a.yaml", findings);
  for (const auto& finding : findings) {
    if (finding.rule->id == "text-invalid-utf8" || finding.rule->id == "text-control-character" ||
        text.starts_with("\xEF\xBB\xBF")) {
      return 0;
    }
    if (finding.place.mark.column > size + 1 || finding.place.mark.line > size + 1) std::abort();
  }
  Node quick;
  const mektep::YamlOptions options;
  if (mektep::read_plain_yaml(text, options, quick)) {
    mektep::Findings none;
    const Node slow = mektep::read_yaml_with_library(text, "a.yaml", none, options);
    if (!none.empty() || !same(quick, slow)) std::abort();
  }
  return 0;
}
