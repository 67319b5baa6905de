#include "outputs/statistics/chart.h"

#include <fmt/format.h>

#include "base/text.h"

namespace mektep {
namespace {

std::string open(const std::string& id, int height, const std::string& title,
                 const std::string& description) {
  return fmt::format(
      "<figure class=\"chart\"><svg width=\"100%\" height=\"{0}\" role=\"img\" aria-labelledby=\"{1}-t "
      "{1}-d\" "
      "font-size=\"15\" fill=\"currentColor\"><title id=\"{1}-t\">{2}</title><desc id=\"{1}-d\">{3}</desc>\n",
      height, id, escape_html(title), escape_html(description));
}

std::string close(const std::string& title) {
  return fmt::format("</svg><figcaption>{}</figcaption></figure>\n", escape_html(title));
}

// 453 → "45.3", a length in per cent.
std::string percent(std::int64_t tenths) {
  return fmt::format("{}.{}", tenths / 10, tenths % 10);
}

}  // namespace

std::string bar_chart(const std::string& id, const std::string& title, const std::string& description,
                      const std::vector<Bar>& bars) {
  constexpr int row = 46;
  constexpr std::int64_t full = 8;  // tenths of the width for 100 %: the number stands behind the bar
  std::string out = open(id, static_cast<int>(bars.size()) * row + 2, title, description);
  out += fmt::format(
      "<defs><pattern id=\"{0}-p\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
      "patternTransform=\"rotate(45)\"><rect class=\"chart-fill\" width=\"3\" "
      "height=\"6\"/></pattern></defs>\n",
      id);
  int y = 0;
  for (const Bar& bar : bars) {
    out += fmt::format("<text x=\"0\" y=\"{}\">{}</text>", y + 15, escape_html(bar.label));
    out += fmt::format("<rect class=\"chart-room\" x=\"0\" y=\"{}\" width=\"80%\" height=\"16\" rx=\"2\"/>",
                       y + 22);
    const std::string length = percent(std::max<std::int64_t>(bar.tenths, 0) * full / 10);
    if (bar.tenths < 0)
      out += fmt::format(
          "<rect x=\".5\" y=\"{}.5\" width=\"80%\" height=\"15\" rx=\"2\" fill=\"none\" "
          "stroke=\"currentColor\" "
          "stroke-dasharray=\"3 4\"/>",
          y + 22);
    else
      out += fmt::format("<rect {} x=\"0\" y=\"{}\" width=\"{}%\" height=\"16\" rx=\"2\"/>",
                         bar.coded ? fmt::format("fill=\"url(#{}-p)\"", id) : "class=\"chart-fill\"", y + 22,
                         length);
    out += fmt::format("<text x=\"{}%\" dx=\"8\" y=\"{}\" font-weight=\"bold\">{}</text>\n",
                       bar.tenths < 0 ? "80" : length, y + 35, escape_html(bar.text));
    y += row;
  }
  return out + close(title);
}

std::string trend_chart(const std::string& id, const std::string& title, const std::string& description,
                        const std::vector<TrendTerm>& terms, const std::vector<Series>& series) {
  constexpr int top = 14, plot = 190;
  const int legend = 24 * static_cast<int>(series.size());
  const auto x = [&](std::size_t i) {  // between 10 and 94 % of the width
    return percent(terms.size() < 2 ? 500
                                    : 100 + static_cast<std::int64_t>(i) * 840 /
                                                static_cast<std::int64_t>(terms.size() - 1));
  };
  const auto y = [&](std::int64_t tenths) { return top + plot - static_cast<int>(tenths * plot / 1000); };
  constexpr std::array<std::string_view, 3> dashes{"", "7 4", "2 4"};
  const auto mark = [&](std::size_t which, const std::string& at_x, int at_y) {
    switch (which % 3) {
      case 0:
        return fmt::format("<circle class=\"chart-{}\" cx=\"{}%\" cy=\"{}\" r=\"5\"/>", which, at_x, at_y);
      case 1:
        return fmt::format(
            "<svg class=\"chart-{}\" x=\"{}%\" y=\"{}\" overflow=\"visible\"><rect x=\"-5\" y=\"-5\" "
            "width=\"10\" height=\"10\"/></svg>",
            which, at_x, at_y);
      default:
        return fmt::format(
            "<svg class=\"chart-{}\" x=\"{}%\" y=\"{}\" overflow=\"visible\"><path d=\"M0-6 6 "
            "5H-6z\"/></svg>",
            which, at_x, at_y);
    }
  };
  std::string out = open(id, top + plot + 46 + legend, title, description);
  for (const int level : {0, 25, 50, 75, 100})
    out += fmt::format(
        "<line class=\"chart-grid\" x1=\"7%\" x2=\"100%\" y1=\"{0}\" y2=\"{0}\"/><text class=\"chart-soft\" "
        "x=\"0\" y=\"{1}\" font-size=\"12\">{2}</text>\n",
        y(level * 10), y(level * 10) + 4, level);
  for (std::size_t s = 0; s < series.size(); ++s) {
    for (std::size_t i = 0; i + 1 < terms.size(); ++i)
      if (series[s].tenths[i] >= 0 && series[s].tenths[i + 1] >= 0)
        out += fmt::format(
            "<line class=\"chart-line chart-line-{}\" stroke-dasharray=\"{}\" x1=\"{}%\" y1=\"{}\" "
            "x2=\"{}%\" y2=\"{}\"/>",
            s, dashes[s % 3], x(i), y(series[s].tenths[i]), x(i + 1), y(series[s].tenths[i + 1]));
    for (std::size_t i = 0; i < terms.size(); ++i)
      if (series[s].tenths[i] >= 0) out += mark(s, x(i), y(series[s].tenths[i]));
    out += '\n';
  }
  for (std::size_t i = 0; i < terms.size(); ++i)
    out += fmt::format(
        "<text class=\"chart-soft\" text-anchor=\"middle\" font-size=\"12\" x=\"{0}%\" y=\"{1}\">{2}</text>"
        "<text class=\"chart-soft\" text-anchor=\"middle\" font-size=\"12\" x=\"{0}%\" "
        "y=\"{3}\">{4}</text>\n",
        x(i), top + plot + 18, escape_html(terms[i].period), top + plot + 33, escape_html(terms[i].year));
  for (std::size_t s = 0; s < series.size(); ++s) {
    const int line = top + plot + 58 + 24 * static_cast<int>(s);
    out += mark(s, "2", line - 5) +
           fmt::format("<text x=\"5%\" y=\"{}\">{}</text>\n", line, escape_html(series[s].name));
  }
  return out + close(title);
}

}  // namespace mektep
