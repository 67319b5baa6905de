// module: syntax
// Front matter: no crash; the body is part of the input and begins at the line that is said.
#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "syntax/front_matter.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  mektep::Findings findings;
  const mektep::FrontMatter page = mektep::parse_front_matter(text, "a.md", findings);
  if (page.body.data() < text.data() || page.body.data() + page.body.size() != text.data() + text.size()) {
    std::abort();
  }
  const std::string_view before = text.substr(0, text.size() - page.body.size());
  const bool open = std::any_of(findings.begin(), findings.end(), [](const mektep::Finding& finding) {
    return finding.rule->id == "front-matter-open";
  });
  const auto lines = std::count(before.begin(), before.end(), '\n');
  if (!open && !page.body.empty() && lines + 1 != page.body_line) std::abort();
  if (!page.data.is_null() && !page.data.is_map()) std::abort();
  return 0;
}
