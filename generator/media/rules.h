// Rules about pictures and documents as files: whether they can be read and shown.
#pragma once
#include <span>

#include "base/finding.h"

namespace mektep {
namespace rules {
extern const Rule media_pdf_unreadable;
}  // namespace rules

std::span<const Rule* const> media_rules();

}  // namespace mektep
