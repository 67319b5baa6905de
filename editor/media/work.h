// The work of mektep-media-worker, which runs within the limits of a child process. Internal to this module.
#pragma once
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

#include "editor/media/upload.h"

namespace mektep::editor {

// Upright, cut, at most `side` pixels long, encoded as `type` (jpeg, png, webp) without metadata.
std::expected<std::string, UploadFault> work_on_picture(std::string_view bytes, FileType type,
                                                        std::uint32_t side, const Crop& crop);
// Whether an office file may be kept: 1,000 entries, 100 MB unpacked, ratio 100, no nesting, no way out of
// its folder, no DTD or entity, no macros (security line 28).
std::expected<void, UploadFault> look_through_archive(std::string_view bytes);

}  // namespace mektep::editor
