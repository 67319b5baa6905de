// A file of the media library, as its screens and the JSON API open and name it.
#pragma once
#include <charconv>
#include <memory>
#include <string>
#include <string_view>

#include "editor/http/router.h"
#include "editor/media/library.h"
#include "editor/views/entry_names.h"
#include "source/snapshot.h"

namespace mektep::editor {

struct OpenedMedia {
  std::shared_ptr<const Snapshot> snapshot;
  MediaItem item;
};
// The file that the address names (`path`), when the person may read it.
Outcome<OpenedMedia> open_media(Call& call);

// For addresses: "news/2026/a%20b.jpg".
std::string encode_path(std::string_view path);

// What templates see of a file.
Value media_value(const MediaItem& item, const EntryNames& names, Language language);

// The number at the beginning of `text`.
template <class Number>
Number number_in(std::string_view text, Number otherwise = {}) {
  Number value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace mektep::editor
