// What a PDF says of itself beside its pages: title, author, subject, keywords, as poppler's pdfinfo reads
// it.
#pragma once
#include <optional>
#include <string>

#include "content/asset.h"
#include "media/cache.h"
#include "source/snapshot.h"

namespace mektep {

// One property a line, "Author: …" as the program writes it, NFC. nullopt when it is no PDF, cannot be read,
// or the program is not installed. Safe in every thread.
std::optional<std::string> pdf_properties(const Snapshot& snapshot, const Asset& asset,
                                          const MediaCache& cache);

}  // namespace mektep
