// Rules about pictures and documents as files: whether they can be read and shown.
#pragma once
#include <span>

#include "base/finding.h"

namespace mektep {
namespace rules {
extern const Rule media_pdf_no_text;
extern const Rule media_pdf_unreadable;
extern const Rule media_drawing_damaged;
extern const Rule media_picture_damaged;
extern const Rule media_picture_too_large;
extern const Rule media_picture_too_complex;
extern const Rule media_picture_animated;
extern const Rule media_picture_for_print;
extern const Rule media_picture_exif;
}  // namespace rules

std::span<const Rule* const> media_rules();

}  // namespace mektep
