// A diagram of boxes: a chain of levels from the top down, then groups of boxes below the last level. Drawn
// as inline SVG in two shapes, because no single drawing is readable both on a desk and on a telephone of 320
// pixels: `wide` beside each other, `narrow` as a tree. Text is wrapped here: SVG cannot (SITE-15).
#pragma once
#include <string>
#include <vector>

#include "base/locale.h"

namespace mektep {

struct DiagramBox {
  std::string title;
  std::string note;  // a second, smaller line; may be empty
  std::string url;   // address of the page that the whole box leads to; empty = no link
  Locale lang = Locale::ky;
};

struct DiagramGroup {
  DiagramBox head;
  std::vector<DiagramBox> boxes;
};

struct Diagram {
  std::string title, description;               // said by screen readers
  Locale locale = Locale::ky;                   // of the page
  std::vector<std::vector<DiagramBox>> levels;  // at most three boxes each; not empty
  std::vector<DiagramGroup> groups;
  int columns = 2;  // groups beside each other in the wide drawing: an even number, the trunk runs in between
};

// Whole <svg> elements. They carry no ids, scripts or styles: colours are currentColor, and classes
// (`diagram-box`, `diagram-head`, `diagram-line`, `diagram-note`) are hooks for the theme. Both may stand in
// one page, several times.
std::string draw_wide(const Diagram& diagram);
std::string draw_narrow(const Diagram& diagram);

}  // namespace mektep
