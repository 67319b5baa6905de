// The media: what pictures and documents of a school are made into, beside the pages.
#pragma once
#include <map>
#include <string>
#include <string_view>

#include "base/finding.h"
#include "content/model.h"
#include "facts/consent.h"
#include "media/cache.h"
#include "media/pdf.h"
#include "media/renditions.h"
#include "media/thumbnail.h"
#include "source/snapshot.h"

namespace mektep {

struct MediaOptions {
  std::string cache_folder;  // empty = no cache
  PdfTools pdf;              // programs that are missing make less, never another site
  unsigned jobs = 1;
};

// Immutable once made; safe to read in several threads.
class Media {
 public:
  Media() = default;
  // Looks into each PDF and each picture that may be published; those that cannot be read are findings.
  Media(const Snapshot& snapshot, const ContentModel& model, const ConsentRegister& consents,
        MediaOptions options, Findings& findings);

  // nullptr: a drawing (SVG), or a picture that cannot be read, which is a finding and has no place in the
  // site.
  const Picture* picture(const PublishableAsset& asset) const;
  // Whether the asset is a photograph or the like, published as renditions or not at all.
  static bool has_renditions(const Asset& asset) {
    // A scan that is a document stays as it is: its digest is published for auditors.
    return asset.image && !asset.path.starts_with("documents/");
  }

  // The text of the PDF at `path` of the repository, as pdf_text() gives it: "documents/charter/charter.pdf".
  // nullptr when it is none, is damaged, or poppler is not installed. Whether the PDF is published is not
  // asked.
  const std::string* pdf_text(std::string_view path) const;
  // How the first page of a document's main file looks. nullptr when that is no PDF, cannot be read, or
  // poppler is not installed.
  const Thumbnail* thumbnail(const PublishableAsset& asset) const;

  const MediaCache& cache() const { return cache_; }

 private:
  void read_pdfs(const Snapshot& snapshot, const ContentModel& model, const ConsentRegister& consents,
                 const MediaOptions& options, Findings& findings);
  void look_at_drawings(const Snapshot& snapshot, const ContentModel& model, const ConsentRegister& consents,
                        const MediaOptions& options, Findings& findings);
  void look_at_pictures(const Snapshot& snapshot, const ContentModel& model, const ConsentRegister& consents,
                        const MediaOptions& options, Findings& findings);

  MediaCache cache_;
  std::map<std::string, std::string, std::less<>> pdf_texts_;
  std::map<std::string, Thumbnail, std::less<>> thumbnails_;
  std::map<std::string, Picture, std::less<>> pictures_;
};

}  // namespace mektep
