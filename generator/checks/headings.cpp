// Headings are the table of contents of somebody who cannot see the page: no level may be skipped
// (WCAG 1.3.1).
#include "checks/published_texts.h"
#include "checks/rules.h"
#include "outputs/text_html.h"

namespace mektep {

namespace {

std::string hashes(int level) {
  return std::string("######").substr(0, static_cast<std::size_t>(std::clamp(level, 1, 6)));
}

}  // namespace

void check_headings(const CheckInput& input, Findings& findings) {
  for_published_texts(input, findings, [](const Entry&, const Translation& text, Locale, Findings& found) {
    const int shift = heading_shift(text.body);
    int above = 1;  // the page's title
    for (const MdNode& node : text.body.nodes) {
      if (node.type != MdType::heading) continue;
      const int level = node.level + shift;
      if (level > above + 1) {
        found.emplace_back(rules::heading_skipped, Place{text.file, node.mark}, "", hashes(node.level),
                           std::vector<Param>{{"expected", hashes(above + 1 - shift)}});
      }
      above = level;
    }
  });
}

}  // namespace mektep
