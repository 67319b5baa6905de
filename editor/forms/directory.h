// What fields of forms may refer to: people, documents, consents and so on, each with the name by which a
// person knows it.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/locale.h"
#include "schema/catalogue.h"
#include "source/snapshot.h"

namespace mektep::editor {

struct Option {
  std::string value;
  std::string label;
  bool operator==(const Option&) const = default;
};

// By what the schema says of a field: people, documents, consents, programmes (x-ref); page, tags, reviews
// (x-widget).
using Directory = std::map<std::string, std::vector<Option>, std::less<>>;

// Reads the small files that hold the names. Files that cannot be read are named by their ids.
Directory read_directory(const Snapshot& snapshot, const Catalogue& catalogue, Language language);

// The files beside an entry's own, for fields that name one: "charter-ky.pdf". `folder` ends in '/'.
std::vector<Option> files_beside(const Snapshot& snapshot, std::string_view folder);

}  // namespace mektep::editor
