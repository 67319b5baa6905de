#include "outputs/diagram/diagram.h"

#include "outputs/diagram/canvas.h"

namespace mektep {

namespace {

std::vector<BrokenBox> broken(const std::vector<DiagramBox>& boxes, int width, BoxKind kind) {
  std::vector<BrokenBox> all;
  all.reserve(boxes.size());
  for (const DiagramBox& box : boxes) all.emplace_back(box, width, kind);
  return all;
}

// Levels centred below each other, then rows of groups; a trunk in the middle joins them all.
class Wide {
 public:
  explicit Wide(Locale locale) : canvas_(width, locale) {}
  std::string draw(const Diagram& diagram) {
    for (const auto& level : diagram.levels) this->level(level);
    const auto columns = static_cast<std::size_t>(diagram.columns);
    for (std::size_t at = 0; at < diagram.groups.size(); at += columns) {
      const std::size_t end = std::min(at + columns, diagram.groups.size());
      row(std::span(diagram.groups).subspan(at, end - at), diagram.columns);
    }
    return canvas_.finish(diagram, "wide", bottom_);
  }

 private:
  static constexpr int width = 960, middle = width / 2, gap = 24, between = 30, indent = 22, step = 8;

  // From where the trunk has got to, down to the bus above something new at `tops`.
  int bus(std::span<const int> centres) {
    if (bottom_ == 0) return 0;
    const int y = bottom_ + between / 2;
    canvas_.line(middle, trunk_, middle, y);
    const int left = std::min(middle, std::ranges::min(centres));
    const int right = std::max(middle, std::ranges::max(centres));
    if (left != right) canvas_.line(left, y, right, y);
    for (const int x : centres) canvas_.line(x, y, x, bottom_ + between);
    trunk_ = y;
    return bottom_ + between;
  }

  void level(const std::vector<DiagramBox>& boxes) {
    const int count = static_cast<int>(boxes.size());
    const int box_width = count == 1 ? 360 : 304;
    const int whole = count * box_width + (count - 1) * gap;
    std::vector<int> lefts, centres;
    for (int i = 0; i < count; ++i) {
      lefts.push_back(middle - whole / 2 + i * (box_width + gap));
      centres.push_back(lefts.back() + box_width / 2);
    }
    const int y = bus(centres);
    int lowest = y, under_trunk = -1;
    const auto all = broken(boxes, box_width, BoxKind::head);
    for (std::size_t i = 0; i < all.size(); ++i) {
      canvas_.draw(all[i], lefts[i], y);
      lowest = std::max(lowest, y + all[i].height());
      if (centres[i] == middle) under_trunk = y + all[i].height();
    }
    if (under_trunk >= 0) trunk_ = under_trunk;
    bottom_ = lowest;
  }

  void row(std::span<const DiagramGroup> groups, int columns) {
    const int column = (width - (columns - 1) * gap) / columns;
    std::vector<int> lefts, centres;
    for (std::size_t i = 0; i < groups.size(); ++i) {
      lefts.push_back(static_cast<int>(i) * (column + gap));
      centres.push_back(lefts.back() + column / 2);
    }
    const int top = bus(centres);
    for (std::size_t i = 0; i < groups.size(); ++i)
      bottom_ = std::max(bottom_, group(groups[i], lefts[i], top, column));
  }

  // Returns where it ends.
  int group(const DiagramGroup& group, int x, int y, int column) {
    const BrokenBox head(group.head, column, BoxKind::head);
    canvas_.draw(head, x, y);
    const int rail = x + indent / 2, first = y + head.height();
    y = first;
    int last = first;
    for (const BrokenBox& box : broken(group.boxes, column - indent, BoxKind::plain)) {
      y += step;
      last = y + box.height() / 2;
      canvas_.line(rail, last, x + indent, last);
      canvas_.draw(box, x + indent, y);
      y += box.height();
    }
    if (last != first) canvas_.line(rail, first, rail, last);
    return y;
  }

  Canvas canvas_;
  int bottom_ = 0;  // of what is drawn
  int trunk_ = 0;   // where the trunk ends
};

// A tree: single boxes below each other, everything else indented under the last of them.
class Narrow {
 public:
  explicit Narrow(Locale locale) : canvas_(width, locale) {}
  std::string draw(const Diagram& diagram) {
    int parent = 0;  // bottom of the box that the main rail hangs from
    int last = 0;    // where the rail reaches
    for (const auto& level : diagram.levels) {
      if (level.size() == 1 && last == parent) {
        if (y_ != 0) {
          canvas_.line(indent / 2, y_, indent / 2, y_ + gap);
          y_ += gap;
        }
        box(level.front(), 0, BoxKind::head);
        parent = last = y_;
        continue;
      }
      for (const DiagramBox& one : level) last = child(one, indent, BoxKind::head);
    }
    for (const DiagramGroup& group : diagram.groups) {
      last = child(group.head, indent, BoxKind::head);
      const int top = y_;
      int end = top;
      for (const DiagramBox& one : group.boxes) end = child(one, 2 * indent, BoxKind::plain);
      if (end != top) canvas_.line(indent + indent / 2, top, indent + indent / 2, end);
    }
    if (last != parent) canvas_.line(indent / 2, parent, indent / 2, last);
    return canvas_.finish(diagram, "narrow", y_);
  }

 private:
  static constexpr int width = 288, indent = 14, gap = 8;

  void box(const DiagramBox& one, int x, BoxKind kind) {
    const BrokenBox lines(one, width - x, kind);
    canvas_.draw(lines, x, y_);
    y_ += lines.height();
  }
  // Returns the height of its joint with the rail.
  int child(const DiagramBox& one, int x, BoxKind kind) {
    y_ += gap;
    const int top = y_;
    box(one, x, kind);
    const int joint = (top + y_) / 2;
    canvas_.line(x - indent / 2, joint, x, joint);
    return joint;
  }

  Canvas canvas_;
  int y_ = 0;
};

}  // namespace

std::string draw_wide(const Diagram& diagram) {
  return Wide(diagram.locale).draw(diagram);
}
std::string draw_narrow(const Diagram& diagram) {
  return Narrow(diagram.locale).draw(diagram);
}

}  // namespace mektep
