// The pictures and documents of a snapshot, for the screens of media: what is known of each, where it is
// used, which are the same.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/asset.h"
#include "schema/schema.h"
#include "source/snapshot.h"

namespace mektep::editor {

struct MediaItem {
  std::string path;                   // "news/2026/x/bell.jpg"
  std::string entry;                  // "news/2026/x"
  FileType type = FileType::unknown;  // by its name: its content was checked when it came
  std::uint64_t size = 0;             // of the file itself
  std::string oid;                    // SHA-256 of a file in the store of Git LFS; empty = plainly committed
  std::string sidecar;                // the path of its side-car, there or not
  bool is_picture = false;
  // Of a picture, from its side-car.
  Bilingual alt;
  bool decorative = false;
  PeopleShown people = PeopleShown::unknown;

  bool lacks_alt() const {
    return is_picture && !decorative && (alt.in(Locale::ky).empty() || alt.in(Locale::ru).empty());
  }
  bool lacks_people() const { return is_picture && people == PeopleShown::unknown; }
};

// Sorted by path.
std::vector<MediaItem> list_media(const Snapshot& snapshot);
std::optional<MediaItem> find_media(const Snapshot& snapshot, std::string_view path);
// The side-car as an asset of the generator; empty when there is none.
mektep::Asset read_sidecar(const Snapshot& snapshot, const MediaItem& item, Node* data = nullptr);

// The files of content that name it: texts and records beside it by its name, others by its path from the
// top.
std::vector<std::string> uses_of(const Snapshot& snapshot, std::string_view path);
// Other items with the same bytes.
std::vector<std::string> twins_of(const Snapshot& snapshot, std::string_view oid, std::string_view but = {});

// A path in `folder` (which ends in '/') that no file has yet: "bell.jpg", "bell-2.jpg".
std::string free_path(const Snapshot& snapshot, const std::string& folder, const std::string& name);

}  // namespace mektep::editor
