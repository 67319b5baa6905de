// Lines of text for places that cannot wrap by themselves (SVG), by the widths of a generous sans-serif face.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace mektep {

// Width in pixels at `size` pixels. Fonts of readers differ; this is about the widest that they have (DejaVu,
// Verdana), so that text fits its box with all others, too.
double text_width(std::string_view text, double size, bool bold);

// At least one line. Breaks at spaces and after hyphens and slashes; a word longer than a line is cut between
// syllables with a hyphen.
std::vector<std::string> wrap_text(std::string_view text, double width, double size, bool bold);

}  // namespace mektep
