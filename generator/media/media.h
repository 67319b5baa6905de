// The media: what pictures and documents of a school are made into, beside the pages.
#pragma once
#include <map>
#include <string>
#include <string_view>

#include "base/finding.h"
#include "content/model.h"
#include "media/cache.h"
#include "media/pdf.h"
#include "source/snapshot.h"

namespace mektep {

struct MediaOptions {
  std::string cache_folder;  // empty = no cache
  PdfTools pdf;              // programs that are missing make less, never another site
  unsigned jobs = 1;
};

// Immutable; safe to read in several threads.
class Media {
 public:
  Media() = default;
  // Reads each PDF among the assets; those that cannot be read are findings.
  Media(const Snapshot& snapshot, const ContentModel& model, MediaOptions options, Findings& findings);

  // The text of the PDF at `path` of the repository, as pdf_text() gives it: "documents/charter/charter.pdf".
  // nullptr when it is none, is damaged, or poppler is not installed. Whether the PDF is published is not
  // asked.
  const std::string* pdf_text(std::string_view path) const;

 private:
  std::map<std::string, std::string, std::less<>> pdf_texts_;
};

}  // namespace mektep
