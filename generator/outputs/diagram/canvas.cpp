#include "outputs/diagram/canvas.h"

#include "base/text.h"
#include "outputs/diagram/wrap.h"

namespace mektep {

namespace {

constexpr int title_size = 15, note_size = 13, title_step = 19, note_step = 17, pad_x = 10, pad_y = 9,
              note_gap = 2;

}  // namespace

BrokenBox::BrokenBox(const DiagramBox& of, int wide, BoxKind what) : box(of), width(wide), kind(what) {
  title = wrap_text(box.title, width - 2 * pad_x, title_size, kind == BoxKind::head);
  if (!box.note.empty()) note = wrap_text(box.note, width - 2 * pad_x, note_size, false);
}

int BrokenBox::height() const {
  const int titles = static_cast<int>(title.size()), notes = static_cast<int>(note.size());
  return 2 * pad_y + titles * title_step + (notes != 0 ? note_gap + notes * note_step : 0);
}

void Canvas::draw(const BrokenBox& box, int x, int y) {
  const bool head = box.kind == BoxKind::head;
  boxes_ +=
      box.box.lang == locale_ ? std::string("\n<g>") : fmt::format("\n<g lang=\"{}\">", code(box.box.lang));
  if (!box.box.url.empty()) {
    boxes_ += "<a href=\"";
    append_html(boxes_, encode_url(box.box.url));
    boxes_ += "\">";
  }
  // Half pixels keep thin frames sharp.
  boxes_ += fmt::format(
      R"(<rect class="{}" x="{}.5" y="{}.5" width="{}" height="{}" rx="5" fill="none" stroke="currentColor"{}/>)",
      head ? "diagram-box diagram-head" : "diagram-box", x, y, box.width - 1, box.height() - 1,
      head ? " stroke-width=\"2\"" : "");
  const auto text = [&](const std::vector<std::string>& lines, int size, int step, int top,
                        std::string_view attributes, std::string_view underline) {
    if (lines.empty()) return;
    boxes_ += fmt::format("<text{}>", attributes);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      // Joined again, the lines are the text: a space between them (never underlined), none after a hyphen.
      if (i > 0 && !lines[i - 1].ends_with('-')) boxes_ += ' ';
      boxes_ += fmt::format(R"(<tspan x="{}" y="{}"{}>)", x + pad_x, top + static_cast<int>(i) * step + size,
                            underline);
      append_html(boxes_, lines[i]);
      boxes_ += "</tspan>";
    }
    boxes_ += "</text>";
  };
  text(box.title, title_size, title_step, y + pad_y, head ? " font-weight=\"700\"" : "",
       box.box.url.empty() ? "" : " text-decoration=\"underline\"");
  text(box.note, note_size, note_step, y + pad_y + note_gap + static_cast<int>(box.title.size()) * title_step,
       " class=\"diagram-note\" font-size=\"13\"", "");
  if (!box.box.url.empty()) boxes_ += "</a>";
  boxes_ += "</g>";
}

void Canvas::line(int x1, int y1, int x2, int y2) {
  lines_ += fmt::format("M{}.5 {}.5", x1, y1);
  lines_ += x1 == x2 ? fmt::format("V{}.5", y2) : fmt::format("H{}.5", x2);
}

std::string Canvas::finish(const Diagram& diagram, std::string_view shape, int height) const {
  std::string svg = fmt::format(
      "<svg class=\"diagram diagram-{}\" role=\"group\" viewBox=\"0 0 {} {}\" width=\"{}\" height=\"{}\" "
      "fill=\"currentColor\" font-size=\"{}\"><title>",
      shape, width_, height, width_, height, title_size);
  append_html(svg, diagram.title);
  svg += "</title><desc>";
  append_html(svg, diagram.description);
  svg += fmt::format(
      "</desc>\n<path class=\"diagram-line\" fill=\"none\" stroke=\"currentColor\" stroke-opacity=\".6\" "
      "d=\"{}\"/>",
      lines_);
  svg += boxes_ + "\n</svg>";
  return svg;
}

}  // namespace mektep
