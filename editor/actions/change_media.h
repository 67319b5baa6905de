// Pictures and documents of entries: uploaded, described, replaced, cut. The bytes go to the store of Git
// LFS, what stands in git is a pointer; a commit that was acknowledged has its bytes on the disk.
#pragma once
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "editor/actions/outcome.h"
#include "editor/actions/services.h"
#include "editor/media/upload.h"

namespace mektep::editor {

struct UploadMedia {
  std::string entry;  // that it belongs to: "news/2026/first-bell", "documents/charter", "people/asanova"
  std::string name;   // as the browser claims
  std::string_view bytes;
  std::string replace;  // a path: the new bytes take its place and its links; empty = a new file
};

struct UploadedMedia {
  std::string path;
  std::string revision;
  std::optional<ImageSize> size;
  std::vector<std::string> twins;  // other files with the same bytes
};

// Refusals of Kind::invalid tell what is wrong with the file.
Outcome<UploadedMedia> upload_media(Services& services, const Actor& actor, const UploadMedia& input);

struct DescribeMedia {
  std::string path, base;
  // Of the form: alt.ky, alt.ru, decorative, caption.ky, caption.ru, people (nobody, listed or nothing),
  // consents, focal.x, focal.y, author, source, licence.
  std::span<const std::pair<std::string, std::string>> fields;
  std::string stated_by;  // the person who vouches for it; empty = whoever it was
};
// Writes the side-car. Who is on a picture is stated by a person on a day (ICT-20, ICT-21).
Outcome<std::string> describe_media(Services& services, const Actor& actor, const DescribeMedia& input);

// Cuts a picture; what was cut off stays in the history only.
Outcome<std::string> crop_media(Services& services, const Actor& actor, const std::string& path,
                                const Crop& crop);

}  // namespace mektep::editor
