// A document of the school: its record and its files.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/finding.h"
#include "base/locale.h"
#include "syntax/file_type.h"
#include "syntax/node.h"

namespace mektep {

struct DocumentFile {
  std::string path;                // in the repository: "documents/charter/charter.pdf"
  std::optional<Locale> language;  // of the text in the file
  Bilingual title;                 // of an annex
  std::uint64_t size = 0;          // bytes of the file itself, not of a Git LFS pointer
  std::string sha256;              // empty when the bytes could not be read
  FileType type = FileType::unknown;
  std::optional<std::uint32_t> pages;
  Mark mark;  // in document.yaml
};

struct Document {
  std::string id;    // "charter"
  std::string file;  // "documents/charter/document.yaml"
  std::string type;  // "charter", "licence", "regulation"…
  Bilingual title;
  std::string number;
  std::optional<Date> date;
  Bilingual approved_by;
  std::string protocol_number;
  std::optional<Date> protocol_date;
  std::optional<Date> in_force_from, in_force_until;
  std::vector<DocumentFile> files, annexes;
  Node data;
  Place place(std::string_view key = {}) const;
};

}  // namespace mektep
