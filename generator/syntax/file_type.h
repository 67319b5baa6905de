// What a file is by its first bytes, never by its name; and the little that we need to know about it.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mektep {

enum class FileType : std::uint8_t { unknown, text, pdf, png, jpeg, gif, webp, svg, docx, xlsx, odt, zip };

FileType sniff_file_type(std::string_view bytes);
FileType file_type_of_name(std::string_view name);  // by extension
// Whether a file of this name is something that visitors open or keep: besides the types above, recordings
// and what office programs write. Everything else a host might run, and a browser would not know what to do
// with.
bool is_download_name(std::string_view name);
// The name of a format that cameras, telephones and drawing programs write and browsers do not show ("HEIC");
// empty when it is none of these.
std::string_view foreign_picture(std::string_view bytes);
std::string_view mime_type(FileType type);
std::string_view short_name(FileType type);  // "PDF", for "PDF, 1,4 МБ"
struct ImageSize {
  std::uint32_t width = 0, height = 0;
};
// From the header of PNG, JPEG, GIF, WebP; nullopt when it is none of them or is cut.
std::optional<ImageSize> image_size(std::string_view bytes);
// Number of pages a PDF says it has; nullopt when that cannot be told cheaply.
std::optional<std::uint32_t> pdf_pages(std::string_view bytes);

}  // namespace mektep
