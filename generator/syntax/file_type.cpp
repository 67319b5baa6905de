#include "syntax/file_type.h"

#include <array>

#include "base/text.h"

namespace mektep {
namespace {

using namespace std::string_view_literals;

std::uint32_t byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}
std::uint32_t big16(std::string_view bytes, std::size_t at) {
  return byte_at(bytes, at) << 8 | byte_at(bytes, at + 1);
}
std::uint32_t big32(std::string_view bytes, std::size_t at) {
  return big16(bytes, at) << 16 | big16(bytes, at + 2);
}
std::uint32_t little16(std::string_view bytes, std::size_t at) {
  return byte_at(bytes, at + 1) << 8 | byte_at(bytes, at);
}
std::uint32_t little24(std::string_view bytes, std::size_t at) {
  return byte_at(bytes, at + 2) << 16 | little16(bytes, at);
}

// Office files are ZIP archives; the names of their first members tell which.
FileType sniff_zip(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 8192);
  if (head.find("mimetypeapplication/vnd.oasis.opendocument.text"sv) != head.npos) return FileType::odt;
  // The central directory at the end names every member, wherever they stand.
  const std::string_view tail = bytes.substr(bytes.size() > 65536 ? bytes.size() - 65536 : 0);
  for (const std::string_view part : {head, tail}) {
    if (part.find("word/document.xml"sv) != part.npos) return FileType::docx;
    if (part.find("xl/workbook.xml"sv) != part.npos) return FileType::xlsx;
  }
  return FileType::zip;
}

bool looks_like_svg(std::string_view text) {
  text = trim(text.substr(0, 4096));
  if (!text.starts_with('<')) return false;
  const std::size_t at = text.find("<svg");
  return at != text.npos && at + 4 < text.size() &&
         (text[at + 4] == ' ' || text[at + 4] == '>' || text[at + 4] == '\n' || text[at + 4] == '\r' ||
          text[at + 4] == '\t');
}

bool looks_like_text(std::string_view bytes) {
  bytes = bytes.substr(0, 8192);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f') return false;
  }
  const auto bad = find_invalid_utf8(bytes);
  return !bad || bytes.size() - *bad < 4;  // the sample may end inside a character
}

std::optional<ImageSize> sane(std::uint32_t width, std::uint32_t height) {
  if (width == 0 || height == 0) return std::nullopt;
  return ImageSize{width, height};
}

// Walks the segments up to the frame header. Each step moves forward, so a hostile file costs its length at
// most.
std::optional<ImageSize> jpeg_size(std::string_view bytes) {
  std::size_t at = 2;
  while (at + 4 <= bytes.size()) {
    if (byte_at(bytes, at) != 0xFF) return std::nullopt;
    const std::uint32_t marker = byte_at(bytes, at + 1);
    if (marker == 0xFF) {  // padding
      ++at;
      continue;
    }
    if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7)) {  // without a length
      at += 2;
      continue;
    }
    if (marker == 0xD8 || marker == 0xD9 || marker == 0xDA) return std::nullopt;
    const std::uint32_t length = big16(bytes, at + 2);
    if (length < 2) return std::nullopt;
    const bool frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    if (frame) {
      if (length < 8 || at + 9 > bytes.size()) return std::nullopt;
      return sane(big16(bytes, at + 7), big16(bytes, at + 5));
    }
    at += 2 + length;
  }
  return std::nullopt;
}

std::optional<ImageSize> webp_size(std::string_view bytes) {
  if (bytes.size() < 30) return std::nullopt;
  const std::string_view chunk = bytes.substr(12, 4);
  if (chunk == "VP8X") return sane(little24(bytes, 24) + 1, little24(bytes, 27) + 1);
  if (chunk == "VP8 ") {
    if (bytes.substr(23, 3) != "\x9D\x01\x2A"sv) return std::nullopt;
    return sane(little16(bytes, 26) & 0x3FFF, little16(bytes, 28) & 0x3FFF);
  }
  if (chunk == "VP8L") {
    if (byte_at(bytes, 20) != 0x2F) return std::nullopt;
    const std::uint32_t bits = little24(bytes, 21) | byte_at(bytes, 24) << 24;
    return sane((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1);
  }
  return std::nullopt;
}

bool is_pdf_space(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}
bool ends_name(std::string_view text, std::size_t at) {
  return at >= text.size() || is_pdf_space(text[at]) ||
         std::string_view("/<>[]()%").find(text[at]) != std::string_view::npos;
}
// The whole number behind `at`, spaces skipped; also moves `at`.
std::optional<std::uint32_t> number_at(std::string_view text, std::size_t& at) {
  while (at < text.size() && is_pdf_space(text[at])) ++at;
  std::uint32_t number = 0;
  std::size_t digits = 0;
  for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at) {
    if (++digits > 7) return std::nullopt;
    number = number * 10 + static_cast<std::uint32_t>(text[at] - '0');
  }
  if (digits == 0) return std::nullopt;
  return number;
}

}  // namespace

FileType sniff_file_type(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1A\n"sv)) return FileType::png;
  if (bytes.starts_with("\xFF\xD8\xFF"sv)) return FileType::jpeg;
  if (bytes.starts_with("GIF87a"sv) || bytes.starts_with("GIF89a"sv)) return FileType::gif;
  if (bytes.size() >= 12 && bytes.starts_with("RIFF"sv) && bytes.substr(8, 4) == "WEBP")
    return FileType::webp;
  // Readers look for the signature in the first 1024 bytes; we want it near the beginning.
  if (bytes.substr(0, 64).find("%PDF-"sv) != bytes.npos) return FileType::pdf;
  if (bytes.starts_with("PK\x03\x04"sv)) return sniff_zip(bytes);
  if (bytes.empty() || !looks_like_text(bytes)) return FileType::unknown;
  if (bytes.starts_with("\xEF\xBB\xBF"sv)) bytes.remove_prefix(3);
  return looks_like_svg(bytes) ? FileType::svg : FileType::text;
}

FileType file_type_of_name(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == name.npos || name.find('/', dot) != name.npos) return FileType::unknown;
  const std::string extension = lower(name.substr(dot + 1));
  constexpr std::array<std::pair<std::string_view, FileType>, 18> known{{{"pdf", FileType::pdf},
                                                                         {"png", FileType::png},
                                                                         {"jpg", FileType::jpeg},
                                                                         {"jpeg", FileType::jpeg},
                                                                         {"gif", FileType::gif},
                                                                         {"webp", FileType::webp},
                                                                         {"svg", FileType::svg},
                                                                         {"docx", FileType::docx},
                                                                         {"xlsx", FileType::xlsx},
                                                                         {"odt", FileType::odt},
                                                                         {"zip", FileType::zip},
                                                                         {"txt", FileType::text},
                                                                         {"md", FileType::text},
                                                                         {"csv", FileType::text},
                                                                         {"yaml", FileType::text},
                                                                         {"yml", FileType::text},
                                                                         {"json", FileType::text},
                                                                         {"html", FileType::text}}};
  for (const auto& [ending, type] : known) {
    if (extension == ending) return type;
  }
  return FileType::unknown;
}

bool is_download_name(std::string_view name) {
  if (file_type_of_name(name) != FileType::unknown) return true;
  const std::size_t dot = name.rfind('.');
  if (dot == name.npos || name.find('/', dot) != name.npos) return false;
  const std::string extension = lower(name.substr(dot + 1));
  constexpr std::array<std::string_view, 24> known{"doc",  "xls", "ppt", "pptx", "rtf", "ods", "odp", "epub",
                                                   "djvu", "mp3", "m4a", "ogg",  "oga", "wav", "mp4", "m4v",
                                                   "webm", "mov", "vtt", "rar",  "7z",  "ics", "vcf", "srt"};
  return std::ranges::find(known, extension) != known.end();
}

std::string_view foreign_picture(std::string_view bytes) {
  if (bytes.size() >= 12 && bytes.substr(4, 4) == "ftyp") {
    const std::string_view brand = bytes.substr(8, 4);
    if (brand == "avif" || brand == "avis") return "AVIF";
    if (brand == "crx ") return "RAW";
    // The brand is general in some files; the list behind it tells.
    const std::size_t end = std::min<std::size_t>(big32(bytes, 0), std::min<std::size_t>(bytes.size(), 128));
    for (std::size_t at = 8; at + 4 <= end; at += 4) {
      if (bytes.substr(at, 4) == "avif") return "AVIF";
    }
    for (const std::string_view kind : {"heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"})
      if (brand == kind) return "HEIC";
    return {};
  }
  if (bytes.starts_with("II*\0"sv) || bytes.starts_with("MM\0*"sv))
    return bytes.substr(8, 2) == "CR" ? "RAW" : "TIFF";
  if (bytes.starts_with("FUJIFILMCCD-RAW"sv) || bytes.starts_with("IIU\0"sv) || bytes.starts_with("IIRO"sv))
    return "RAW";
  if (bytes.size() >= 26 && bytes.starts_with("BM"sv) && bytes.substr(6, 4) == "\0\0\0\0"sv) return "BMP";
  if (bytes.starts_with("\0\0\0\x0CJXL \r\n\x87\n"sv) || bytes.starts_with("\xFF\x0A"sv)) return "JPEG XL";
  if (bytes.starts_with("\0\0\0\x0CjP  \r\n\x87\n"sv)) return "JPEG 2000";
  if (bytes.starts_with("8BPS"sv)) return "PSD";
  return {};
}

std::string_view mime_type(FileType type) {
  switch (type) {
    case FileType::unknown:
      return "application/octet-stream";
    case FileType::text:
      return "text/plain; charset=utf-8";
    case FileType::pdf:
      return "application/pdf";
    case FileType::png:
      return "image/png";
    case FileType::jpeg:
      return "image/jpeg";
    case FileType::gif:
      return "image/gif";
    case FileType::webp:
      return "image/webp";
    case FileType::svg:
      return "image/svg+xml";
    case FileType::docx:
      return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    case FileType::xlsx:
      return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    case FileType::odt:
      return "application/vnd.oasis.opendocument.text";
    case FileType::zip:
      return "application/zip";
  }
  return "application/octet-stream";
}

std::string_view short_name(FileType type) {
  switch (type) {
    case FileType::unknown:
      return "";
    case FileType::text:
      return "TXT";
    case FileType::pdf:
      return "PDF";
    case FileType::png:
      return "PNG";
    case FileType::jpeg:
      return "JPEG";
    case FileType::gif:
      return "GIF";
    case FileType::webp:
      return "WebP";
    case FileType::svg:
      return "SVG";
    case FileType::docx:
      return "DOCX";
    case FileType::xlsx:
      return "XLSX";
    case FileType::odt:
      return "ODT";
    case FileType::zip:
      return "ZIP";
  }
  return "";
}

std::optional<ImageSize> image_size(std::string_view bytes) {
  switch (sniff_file_type(bytes.substr(0, 64))) {
    case FileType::png:
      if (bytes.size() < 24 || bytes.substr(12, 4) != "IHDR" || big32(bytes, 16) > 0x7FFFFFFF ||
          big32(bytes, 20) > 0x7FFFFFFF)
        return std::nullopt;
      return sane(big32(bytes, 16), big32(bytes, 20));
    case FileType::gif:
      if (bytes.size() < 10) return std::nullopt;
      return sane(little16(bytes, 6), little16(bytes, 8));
    case FileType::jpeg:
      return jpeg_size(bytes);
    case FileType::webp:
      return webp_size(bytes);
    default:
      return std::nullopt;
  }
}

std::optional<std::uint32_t> pdf_pages(std::string_view bytes) {
  if (sniff_file_type(bytes.substr(0, 64)) != FileType::pdf) return std::nullopt;
  // A linearised file says it at the beginning: << /Linearized 1 … /N 12 … >>.
  const std::string_view head = bytes.substr(0, 2048);
  if (const std::size_t linear = head.find("/Linearized"); linear != head.npos) {
    const std::string_view dictionary = head.substr(linear, head.find(">>", linear) - linear);
    for (std::size_t at = dictionary.find("/N"); at != dictionary.npos; at = dictionary.find("/N", at + 2)) {
      std::size_t behind = at + 2;
      if (ends_name(dictionary, behind)) return number_at(dictionary, behind);
    }
  }
  // Else the root of the page tree has the greatest /Count of all /Type /Pages. When the tree is inside a
  // compressed object stream nothing is found here, and inflating it would not be cheap.
  constexpr std::size_t part = 8u << 20;  // looked at: all of a usual file, both ends of a huge one
  constexpr std::size_t max_nodes = 512;
  std::size_t nodes = 0;
  std::optional<std::uint32_t> most;
  const auto scan = [&](std::string_view text) {
    for (std::size_t at = text.find("/Pages"); at != text.npos; at = text.find("/Pages", at + 6)) {
      if (!ends_name(text, at + 6)) continue;
      std::size_t type = at;
      while (type > 0 && is_pdf_space(text[type - 1]) && at - type < 16) --type;
      if (!text.substr(0, type).ends_with("/Type")) continue;
      if (++nodes > max_nodes) return;
      // The dictionary around it, looked for within bounds: a file may hold a million such words.
      const std::size_t from = at > 4096 ? at - 4096 : 0;
      const std::size_t open = text.substr(from, at - from).rfind("obj");
      const std::size_t begin = open == text.npos ? from : from + open;
      const std::size_t close = text.substr(at, 65536).find("endobj");
      const std::string_view object = text.substr(begin, (close == text.npos ? 4096 : close) + (at - begin));
      for (std::size_t count = object.find("/Count"); count != object.npos;
           count = object.find("/Count", count + 6)) {
        std::size_t behind = count + 6;
        if (!ends_name(object, behind)) continue;
        if (const auto number = number_at(object, behind)) most = std::max(most.value_or(0), *number);
      }
    }
  };
  scan(bytes.substr(0, part));
  if (bytes.size() > part) scan(bytes.substr(std::max(part, bytes.size() - part)));
  if (most == 0u) return std::nullopt;
  return most;
}

}  // namespace mektep
