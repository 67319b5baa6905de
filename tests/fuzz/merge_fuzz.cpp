// module: editor_drafts
// Three texts, between bytes 0x1E, are merged as YAML or Markdown: what nobody changed stays, what one side
// changed is taken, and whatever is decided about conflicts is readable again where all three were.
#include <array>
#include <cstdint>
#include <cstdlib>

#include "editor/drafts/difference.h"
#include "editor/drafts/merge.h"
#include "syntax/yaml/yaml.h"

namespace {

using namespace mektep;
using namespace mektep::editor;

void require(bool holds) {
  if (!holds) std::abort();
}

bool reads_well(std::string_view text) {
  Findings findings;
  parse_yaml(text, "x.yaml", findings);
  return !any_blocks(findings);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  const bool yaml = rest[0] % 2 == 0;
  const std::string_view path = yaml ? "x.yaml" : "x.md";
  rest.remove_prefix(1);
  std::array<std::string_view, 3> texts;
  for (std::string_view& text : texts) {
    text = rest.substr(0, rest.find('\x1E'));
    rest.remove_prefix(std::min(text.size() + 1, rest.size()));
  }
  const auto& [base, mine, theirs] = texts;
  require(merge_file(path, base, mine, base).text() == mine);
  require(merge_file(path, base, base, theirs).text() == theirs);
  require(merge_file(path, base, mine, mine).text() == mine);
  const Merge merge = merge_file(path, base, mine, theirs);
  const bool all_read = yaml && reads_well(base) && reads_well(mine) && reads_well(theirs);
  for (const auto take : {Resolution::Take::mine, Resolution::Take::theirs}) {
    const auto text = resolve(merge, std::vector<Resolution>(merge.conflicts().size(), {take, {}}));
    require(text.has_value());
    require(!all_read || reads_well(*text));
  }
  compare_files(path, std::string(mine), std::string(theirs), DiffView::readable);
  compare_files(path, std::string(mine), std::string(theirs), DiffView::source);
  return 0;
}
