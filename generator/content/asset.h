// An asset: a source file that is published as it is or as renditions, and its side-car.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/digest.h"
#include "base/locale.h"
#include "syntax/file_type.h"
#include "syntax/node.h"

namespace mektep {

// Whether recognisable people are on a picture. Unknown is not publishable (design: deny by default).
enum class PeopleShown : std::uint8_t { unknown, nobody, listed };

struct Asset {
  std::string path;
  std::uint64_t size = 0;
  FileType type = FileType::unknown;
  Digest digest;  // of pictures and PDFs; else zero
  std::optional<ImageSize> image;
  std::string sidecar;  // path of the side-car; empty = none
  Bilingual alt;
  bool decorative = false;
  Bilingual caption;
  PeopleShown people = PeopleShown::unknown;
  std::vector<std::string> consents;  // ids, when people are listed
  std::string stated_by;
  std::optional<Date> stated_on;
  Node data;
};

}  // namespace mektep
