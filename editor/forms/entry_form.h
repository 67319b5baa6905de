// The structured file of an entry: which it is, what its form looks like, what is wrong with it, and what a
// form that came back makes of it. Pure functions over a snapshot.
#pragma once
#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "base/finding.h"
#include "base/locale.h"
#include "editor/forms/form.h"
#include "editor/forms/posted.h"
#include "editor/forms/yaml/patch.h"
#include "schema/folder.h"
#include "source/snapshot.h"

namespace mektep::editor {

struct EntryFile {
  std::string entry;  // "people/asanova"
  std::string path;   // "people/asanova.yaml", or of one language "news/2026/x/index.ky.md"
  const Schema* schema = nullptr;
  bool front_matter = false;
};

// The file with the values of an entry; of a text that of one language. nullopt: no schema describes such an
// entry. The file itself need not be there yet.
std::optional<EntryFile> entry_file(const SchemaFolder& schemas, std::string_view entry,
                                    Locale locale = Locale::ky);

// The values as they stand in `text`, with the faults of reading it. Of a text that cannot be read whole,
// what could be.
Node read_values(const EntryFile& file, std::string_view text, Findings& findings);

// `text` with the values patched in.
std::expected<std::string, PatchFault> write_values(const EntryFile& file, std::string_view text,
                                                    const Node& values);

}  // namespace mektep::editor
