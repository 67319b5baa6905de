#include "media/file_words.h"

#include "base/text.h"
#include "media/pdf_properties.h"
#include "media/picture_notes.h"
#include "syntax/docx/docx.h"

namespace mektep {

FileWords read_file_words(const Snapshot& snapshot, const Media& media, const Asset& asset) {
  FileWords words;
  if (asset.type == FileType::pdf) {
    if (const std::string* text = media.pdf_text(asset.path)) words.text = *text;
    words.properties = pdf_properties(snapshot, asset, media.cache()).value_or("");
    return words;
  }
  const bool plain = asset.type == FileType::svg || asset.type == FileType::text;
  const bool scan = asset.image && !Media::has_renditions(asset);
  if (!plain && !scan && asset.type != FileType::docx) return words;
  const SourceFile* file = snapshot.find(asset.path);
  auto bytes = file ? snapshot.read_asset(*file) : std::expected<std::string, SourceError>();
  if (!bytes) return words;
  if (asset.type == FileType::docx) {
    if (auto read = read_docx(*bytes)) words = {std::move(read->text), std::move(read->properties)};
  } else if (scan) {
    words.properties = picture_notes(*bytes);
  } else if (!find_invalid_utf8(*bytes)) {
    words.text = std::move(*bytes);
  }
  return words;
}

}  // namespace mektep
