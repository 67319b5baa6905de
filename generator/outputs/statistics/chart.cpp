#include <fmt/format.h>

#include "base/text.h"
#include "outputs/statistics/page_text.h"

namespace mektep {

// 288 units wide, so that it is readable on 320 pixels; colours come from the text around it.
std::string bar_chart(const std::string& id, const std::string& title, const std::string& description,
                      const std::vector<Bar>& bars) {
  constexpr int width = 288, row = 40, full = 200;
  std::string out = fmt::format(
      "<figure><svg width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" role=\"img\" "
      "aria-labelledby=\"{2}-t {2}-d\" "
      "font-size=\"14\" fill=\"currentColor\"><title id=\"{2}-t\">{3}</title><desc id=\"{2}-d\">{4}</desc>\n"
      "<defs><pattern id=\"{2}-p\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
      "patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" fill=\"currentColor\" "
      "fill-opacity=\".25\"/>"
      "<rect width=\"3\" height=\"6\" fill=\"currentColor\" fill-opacity=\".6\"/></pattern></defs>\n",
      width, static_cast<int>(bars.size()) * row + 4, id, escape_html(title), escape_html(description));
  int y = 0;
  for (const Bar& bar : bars) {
    out += fmt::format("<text x=\"0\" y=\"{}\">{}</text>", y + 14, escape_html(bar.label));
    const int length = bar.tenths < 0 ? full : static_cast<int>(bar.tenths * full / 1000);
    if (bar.tenths < 0)
      out += fmt::format(
          "<rect x=\".5\" y=\"{}\" width=\"{}\" height=\"13\" fill=\"none\" stroke=\"currentColor\" "
          "stroke-dasharray=\"3 3\"/>",
          y + 20, length);
    else
      out += fmt::format(
          "<rect x=\".5\" y=\"{}\" width=\"{}\" height=\"13\" fill=\"url(#{}-p)\" stroke=\"currentColor\"/>",
          y + 20, length, id);
    out += fmt::format("<text x=\"{}\" y=\"{}\">{}</text>\n", length + 8, y + 32, escape_html(bar.text));
    y += row;
  }
  return out + fmt::format("</svg><figcaption>{}</figcaption></figure>\n", escape_html(title));
}

}  // namespace mektep
