// What a PDF says and how its first page looks, as the programs of poppler see it, where they are installed.
#pragma once
#include <expected>
#include <string>
#include <string_view>

#include "media/child.h"
#include "media/pixels.h"

namespace mektep {

// Absolute paths; empty = not installed.
struct PdfTools {
  std::string text;     // pdftotext
  std::string picture;  // pdftoppm
};
PdfTools find_pdf_tools();  // in the folders of Debian's packages

// The text in reading order, NFC, U+000C behind each page. A damaged or encrypted file is `failed`. Safe in
// every thread, like the next.
std::expected<std::string, ChildFault> pdf_text(const PdfTools& tools, std::string_view bytes,
                                                const ChildLimits& limits = {});
// The first page, its longer side `side` pixels long.
std::expected<Pixels, ChildFault> pdf_first_page(const PdfTools& tools, std::string_view bytes,
                                                 std::uint32_t side, const ChildLimits& limits = {});

}  // namespace mektep
