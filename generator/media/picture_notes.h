// What a picture file says in words beside its pixels: comments, EXIF, XMP. Renditions have none of it; a
// scan among the documents is published as it is.
#pragma once
#include <string>
#include <string_view>

namespace mektep {

// The words of JPEG, PNG and WebP files, a line each; empty when there are none. Compressed ones are not
// read.
std::string picture_notes(std::string_view bytes);

}  // namespace mektep
