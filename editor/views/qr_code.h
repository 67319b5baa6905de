// A QR code as SVG for an HTML page: black on white whatever the colours around it, with a quiet zone.
#pragma once
#include <string>
#include <string_view>

namespace mektep::editor {

// `label` is its text alternative. Empty when `text` is too long for a code.
std::string qr_code_svg(const std::string& text, std::string_view label);

}  // namespace mektep::editor
