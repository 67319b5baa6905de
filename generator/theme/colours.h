// Colours of a theme: the custom properties of its style sheet, read scheme by scheme, and whether text is
// readable on what lies behind it (WCAG 2.2, 1.4.3 and 1.4.11).
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "syntax/node.h"

namespace mektep {

struct Colour {
  int red = 0, green = 0, blue = 0;  // 0–255
  std::string hex() const;           // "#0b4f79"
};
// #rgb, #rrggbb, black and white; nullopt for anything else.
std::optional<Colour> parse_colour(std::string_view text);
// 1–21.
double contrast(Colour a, Colour b);
// `colour` made darker or lighter, as little as needed, until it is readable on `ground`.
Colour readable(Colour colour, Colour ground, double least);

// The custom properties under one condition: what the base says, with what the condition says laid over it.
struct Scheme {
  std::string condition;  // "" = the base; "@media (prefers-color-scheme: dark)", "[data-scheme=…]" …
  std::map<std::string, std::string, std::less<>> values;  // by name without the hyphens: "ink" → "#221d18"
};
// The base first, then each condition in the order of the sheet.
std::vector<Scheme> read_schemes(std::string_view css);

// What theme.yaml wants under `contrast`: which colours must be readable on which.
struct ContrastPair {
  std::string text, ground;
  double least = 4.5;
  Mark mark;
};
std::vector<ContrastPair> read_contrast(const Node& manifest);

// A finding for each pair that is too weak in some scheme and for each name that no scheme has. `only`: pairs
// that hold one of these names; empty = all. Findings stand at `place`, or at the pair's mark in it.
struct ContrastCheck {
  const std::vector<Scheme>& schemes;
  const std::vector<ContrastPair>& pairs;
  std::string file;
  std::map<std::string, Mark, std::less<>> only;  // with the place where each is set
};
void check_contrast(const ContrastCheck& check, Findings& findings);

}  // namespace mektep
