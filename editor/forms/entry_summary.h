// What a list says of an entry: the name by which people know it, its day, and whether it is whole.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/locale.h"
#include "schema/folder.h"
#include "source/snapshot.h"

namespace mektep::editor {

struct EntrySummary {
  std::string id;  // "people/asanova"
  Label title;
  std::string date;         // of a text or document: sorts the list; empty = none
  std::string shown_until;  // of a text: its last day on the site; empty = it stays
  bool draft = false;
  std::size_t faults = 0;  // of its own files, that would stop a publication
};

// Of one file of an entry.
EntrySummary summarise_file(const Snapshot& snapshot, const SchemaFolder& schemas, const SourceFile& file,
                            std::string_view entry);

// Adds what the file of the second language says.
void add_second_language(EntrySummary& summary, const EntrySummary& second);

// The files of an entry that a summary is made of: its record, or its texts, Kyrgyz first.
std::vector<const SourceFile*> summarised_files(const Snapshot& snapshot, std::string_view entry);

// The entry of which `path` is such a file; empty when it is none.
std::string entry_of_file(std::string_view path);

}  // namespace mektep::editor
