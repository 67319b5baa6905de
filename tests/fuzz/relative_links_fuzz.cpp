// module: outputs
// Relative links: any HTML on any page is worked through, and in one tag a second time there is nothing
// left to do.
#include <cstdint>
#include <cstdlib>

#include "outputs/relative_links.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace mektep;
  static constexpr std::string_view files[] = {"index.html", "ru/index.html", "ru/news/2026/x/index.html",
                                               "a.html"};
  static constexpr std::string_view bases[] = {"/", "/school/"};
  if (size == 0) return 0;
  const std::string_view html(reinterpret_cast<const char*>(data) + 1, size - 1);
  const PageAddress page{files[data[0] % 4], bases[data[0] / 4 % 2],
                         data[0] / 8 % 2 == 0 ? LinkForm::folders : LinkForm::files};
  std::string once, twice;
  append_with_relative_links(html, page, once);
  append_with_relative_links(once, page, twice);
  // Of one tag alone: a raw "<" in a value, which no theme may have, hides where a value ends.
  if (html.find('<') == html.rfind('<') && once != twice) std::abort();
  return 0;
}
