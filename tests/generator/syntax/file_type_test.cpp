#include "syntax/file_type.h"

#include <catch2/catch.hpp>

using namespace mektep;
using namespace std::string_view_literals;

namespace {

std::optional<std::pair<int, int>> size(std::string_view bytes) {
  const auto found = image_size(bytes);
  if (!found) return std::nullopt;
  return std::pair(static_cast<int>(found->width), static_cast<int>(found->height));
}
using Size = std::optional<std::pair<int, int>>;

const std::string_view png = "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\x02\x80\0\0\x01\xE0\x08\x02\0\0\0"sv;
const std::string_view gif = "GIF89a\x80\x02\xE0\x01\xF7\0\0"sv;
const std::string_view jpeg =
    "\xFF\xD8\xFF\xE0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0\xFF\xDB\0\x04xx\xFF\xFF\xC0\0\x11\x08\x01\xE0\x02\x80\x03xxxxxxxxx"sv;
const std::string_view webp_lossy =
    "RIFF\x20\0\0\0WEBPVP8 \x14\0\0\0\0\0\0\x9D\x01\x2A\x80\x02\xE0\x01\0\0"sv;
const std::string_view webp_lossless = "RIFF\x20\0\0\0WEBPVP8L\x14\0\0\0\x2F\x7F\xC2\x77\0\0\0\0\0\0\0\0\0"sv;
const std::string_view webp_extended = "RIFF\x20\0\0\0WEBPVP8X\x0A\0\0\0\0\0\0\0\x7F\x02\0\xDF\x01\0"sv;

}  // namespace

TEST_CASE("files are told apart by their bytes") {
  CHECK(sniff_file_type("%PDF-1.7\n") == FileType::pdf);
  CHECK(sniff_file_type(png) == FileType::png);
  CHECK(sniff_file_type(jpeg) == FileType::jpeg);
  CHECK(sniff_file_type(gif) == FileType::gif);
  CHECK(sniff_file_type(webp_lossy) == FileType::webp);
  CHECK(sniff_file_type("PK\3\4\x14\0\0\0word/document.xml") == FileType::zip);  // cut inside the header
  CHECK(sniff_file_type("PK\3\4\x14\0\6\0word/document.xml"sv) == FileType::docx);
  CHECK(sniff_file_type("PK\3\4" + std::string(100'000, 'x') + "xl/workbook.xml") == FileType::xlsx);
  CHECK(sniff_file_type("PK\3\4\x14mimetypeapplication/vnd.oasis.opendocument.text") == FileType::odt);
  CHECK(sniff_file_type("PK\3\4") == FileType::zip);
  CHECK(sniff_file_type("\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<svg xmlns=\"…\"/>") == FileType::svg);
  CHECK(sniff_file_type("<html><b>svg</b>") == FileType::text);
  CHECK(sniff_file_type("Мектеп") == FileType::text);
  CHECK(sniff_file_type("\xCC\xE5\xEA\xF2\xE5\xEF, \xCC\xE5\xEA") == FileType::unknown);
  CHECK(sniff_file_type("MZ\x90\0\3"sv) == FileType::unknown);
  CHECK(sniff_file_type("") == FileType::unknown);
}

TEST_CASE("extensions, media types and short names") {
  CHECK(file_type_of_name("documents/устав.PDF") == FileType::pdf);
  CHECK(file_type_of_name("a.b/c") == FileType::unknown);
  CHECK(file_type_of_name("jpg") == FileType::unknown);
  CHECK(file_type_of_name("a.JPEG") == FileType::jpeg);
  CHECK(mime_type(FileType::webp) == "image/webp");
  CHECK(short_name(FileType::xlsx) == "XLSX");
}

TEST_CASE("the size of a picture comes from its header") {
  const Size expected = std::pair(640, 480);
  CHECK(size(png) == expected);
  CHECK(size(gif) == expected);
  CHECK(size(jpeg) == expected);
  CHECK(size(webp_lossy) == expected);
  CHECK(size(webp_lossless) == expected);
  CHECK(size(webp_extended) == expected);
}

TEST_CASE("a cut or hostile picture has no size, and nothing is read behind its end") {
  for (const std::string_view picture : {png, gif, jpeg, webp_lossy, webp_lossless, webp_extended}) {
    for (std::size_t length = 0; length < picture.size(); ++length) {
      const std::string cut(picture.substr(0, length));  // its own allocation, for AddressSanitizer
      const auto found = image_size(cut);
      if (found) CHECK(found->width == 640);
    }
  }
  CHECK_FALSE(image_size("\xFF\xD8\xFF\xE0\0\0"sv));
  CHECK_FALSE(image_size("\xFF\xD8" + std::string(1 << 20, '\xFF')));
  CHECK_FALSE(image_size("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\0\0\0\0\x01\xE0"sv));
}

TEST_CASE("the pages of a PDF are counted without decoding it") {
  CHECK(pdf_pages("%PDF-1.4\n1 0 obj\n<< /Type /Pages /Kids [2 0 R] /Count 12 >>\nendobj\n") == 12u);
  CHECK(pdf_pages("%PDF-1.4\n1 0 obj<</Count 3/Kids[2 0 R 5 0 R]/Type/Pages>>endobj\n"
                  "5 0 obj<</Type/Pages/Parent 1 0 R/Count 2/Kids[]>>endobj") == 3u);
  CHECK(pdf_pages("%PDF-1.4\n1 0 obj << /Linearized 1 /L 9 /H [1 2] /O 3 /E 4 /N 7 /T 8 >> endobj") == 7u);
  CHECK_FALSE(pdf_pages("%PDF-1.5\n1 0 obj <</Type /ObjStm>> stream …"));
  CHECK_FALSE(pdf_pages("%PDF-1.4 /Type /Pages /Count 99999999999999999999"));
  CHECK_FALSE(pdf_pages("%PDF-1.4 /Type /PagesX /Count 5"));
  CHECK_FALSE(pdf_pages("/Type /Pages /Count 5"));
  std::string hostile = "%PDF-1.4\n";
  while (hostile.size() < (20u << 20)) hostile += "/Type /Pages ";
  CHECK_FALSE(pdf_pages(hostile));
}
