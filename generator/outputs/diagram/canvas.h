// Boxes and lines on an SVG that grows downwards. Inner part of diagram.h.
#pragma once
#include <string>
#include <vector>

#include "outputs/diagram/diagram.h"

namespace mektep {

enum class BoxKind { head, plain };  // head: bold, with a thicker frame

// A box with its text broken into lines for a width; its height follows. Pixels throughout.
class BrokenBox {
 public:
  BrokenBox(const DiagramBox& box, int width, BoxKind kind);
  const DiagramBox& box;
  const int width;
  const BoxKind kind;
  std::vector<std::string> title, note;
  int height() const;
};

class Canvas {
 public:
  Canvas(int width, Locale locale) : width_(width), locale_(locale) {}
  void draw(const BrokenBox& box, int x, int y);
  void line(int x1, int y1, int x2, int y2);
  // The whole element; `shape` is its class beside `diagram`.
  std::string finish(const Diagram& diagram, std::string_view shape, int height) const;

 private:
  int width_;
  Locale locale_;  // of the page: boxes in another language say so
  std::string lines_, boxes_;
};

}  // namespace mektep
