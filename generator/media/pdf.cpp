#include "media/pdf.h"

#include <unistd.h>

#include <array>

#include "base/text.h"

namespace mektep {
namespace {

std::string find_program(std::string_view name) {
  for (const std::string_view folder : {"/usr/local/bin/", "/usr/bin/"}) {
    std::string path = std::string(folder) + std::string(name);
    if (::access(path.c_str(), X_OK) == 0) return path;
  }
  return {};
}

// The raw form of a portable pixmap, as pdftoppm writes it: P6, width, height, 255, pixels.
std::optional<Pixels> parse_pixmap(std::string_view bytes) {
  std::size_t at = 0;
  const auto word = [&] {
    while (at < bytes.size() && (bytes[at] == ' ' || bytes[at] == '\n')) ++at;
    const std::size_t begin = at;
    while (at < bytes.size() && bytes[at] != ' ' && bytes[at] != '\n') ++at;
    return bytes.substr(begin, at - begin);
  };
  const auto number = [&]() -> std::uint32_t {
    std::uint32_t value = 0;
    for (const char c : word()) {
      if (c < '0' || c > '9' || value > 100'000) return 0;
      value = value * 10 + static_cast<std::uint32_t>(c - '0');
    }
    return value;
  };
  if (word() != "P6") return std::nullopt;
  Pixels pixels;
  pixels.width = number();
  pixels.height = number();
  const bool known = number() == 255 && pixels.width > 0 && pixels.height > 0;
  const std::size_t size = std::size_t{3} * pixels.width * pixels.height;
  if (!known || bytes.size() != at + 1 + size) return std::nullopt;
  const std::string_view raw = bytes.substr(at + 1);
  pixels.bytes.assign(raw.begin(), raw.end());
  return pixels;
}

}  // namespace

PdfTools find_pdf_tools() {
  return {find_program("pdftotext"), find_program("pdftoppm")};
}

std::expected<std::string, ChildFault> pdf_text(const PdfTools& tools, std::string_view bytes,
                                                const ChildLimits& limits) {
  const std::array<std::string, 5> arguments{"-q", "-enc", "UTF-8", "-", "-"};
  auto text = run_child(tools.text, arguments, bytes, limits);
  if (!text) return text;
  if (find_invalid_utf8(*text)) return std::unexpected(ChildFault::failed);
  return to_nfc(*text);
}

std::expected<Pixels, ChildFault> pdf_first_page(const PdfTools& tools, std::string_view bytes,
                                                 std::uint32_t side, const ChildLimits& limits) {
  const std::array<std::string, 9> arguments{
      "-q", "-f", "1", "-l", "1", "-singlefile", "-scale-to", std::to_string(side), "-"};
  const auto pixmap = run_child(tools.picture, arguments, bytes, limits);
  if (!pixmap) return std::unexpected(pixmap.error());
  auto pixels = parse_pixmap(*pixmap);
  if (!pixels) return std::unexpected(ChildFault::failed);
  return std::move(*pixels);
}

}  // namespace mektep
