// What somebody uploads: told by its content, never by its name, and made harmless before it is kept.
// Pictures are decoded and encoded anew, upright and without anything that the camera wrote; documents are
// looked through. Decoders run in a child process with limits: a bad file costs its uploader an error and
// nobody else anything.
#pragma once
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "base/locale.h"
#include "syntax/file_type.h"

namespace mektep::editor {

enum class UploadFault : std::uint8_t {
  empty,
  too_big,          // more than 20 MB
  type,             // none of jpg, png, webp, pdf, docx, xlsx, odt
  drawing,          // SVG: it may hold scripts
  name_disagrees,   // the ending says something else than the content
  too_many_pixels,  // more than 40 megapixels
  damaged,
  too_complex,     // the decoder ran out of time or memory
  archive,         // an office file of too many parts, or that unpacks to too much
  active,          // an office file with macros, other archives or foreign entities
  phone_picture,   // HEIC, AVIF: what telephones save
  camera_picture,  // TIFF, BMP, RAW and the like
  recording,       // sound or film
  old_office,      // doc, xls, ppt, rtf; presentations
};
// One sentence and what to do.
const Message& explain(UploadFault fault);

inline constexpr std::size_t most_upload_bytes = 20u << 20;
inline constexpr std::uint64_t most_upload_pixels = 40'000'000;
inline constexpr std::uint32_t longest_kept_side = 2560;

struct Upload {
  FileType type = FileType::unknown;
  std::string name;  // made by us: "birinchi-konguroo.jpg"
  std::string bytes;
  std::optional<ImageSize> size;  // of a picture
};

// What is cut out of a picture, in per cent of its width and height.
struct Crop {
  double left = 0, top = 0, width = 100, height = 100;
};

// Makes uploads harmless. Every member may be called from any thread.
class Workshop {
 public:
  // `worker` is the path of mektep-media-worker.
  explicit Workshop(std::string worker) : worker_(std::move(worker)) {}

  // `name` is what the browser claims.
  std::expected<Upload, UploadFault> take(std::string_view name, std::string_view bytes) const;
  // A picture that is kept already, cut and encoded anew.
  std::expected<Upload, UploadFault> crop(std::string_view name, std::string_view bytes,
                                          const Crop& crop) const;
  // A JPEG for lists.
  std::expected<std::string, UploadFault> thumbnail(std::string_view bytes, std::uint32_t side) const;

 private:
  std::expected<std::string, UploadFault> run(std::initializer_list<std::string> arguments,
                                              std::string_view bytes) const;
  std::string worker_;
};

// The first check, without decoding anything: the type, the name, the sizes that headers promise.
std::expected<FileType, UploadFault> check_upload(std::string_view name, std::string_view bytes);
// A file name of ours for what a browser calls `name`.
std::string upload_name(std::string_view name, FileType type);

}  // namespace mektep::editor
