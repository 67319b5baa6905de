// EXIF: of all that cameras write into a picture we want one thing, how it was held.
#pragma once
#include <optional>
#include <string_view>

namespace mektep {

// 1…8 from a TIFF structure ("II*\0…"): 1 when it does not say. nullopt: it is damaged or a trap (entries
// that are not there, directories that lead to themselves). Reads the first directory only, each entry once.
std::optional<int> exif_orientation(std::string_view tiff);

// The TIFF structure of a JPEG, PNG or WebP; empty when there is none.
std::string_view find_exif(std::string_view bytes);

}  // namespace mektep
