// Which entry a file belongs to. People edit, review and publish entries; git knows files only.
//
//   news/2026/first-bell/index.ky.md, …/photo.jpg, …/photo.jpg.yaml   news/2026/first-bell
//   documents/charter/document.yaml, …/charter.pdf                    documents/charter
//   people/asanova.yaml, people/asanova.jpg, people/asanova.jpg.yaml  people/asanova
//   school/licences.yaml                                              school/licences
//   statistics/2025-2026/q1/marks.csv, …/q1/earlier/2025-11-05/marks.csv  statistics/2025-2026
//   theme/tokens.yaml, theme/partials/header.html                     theme
//   site.yaml                                                         site
//
// An id is a part of addresses in the editor ("/edit/people/asanova") and of the state outside the
// repository.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "source/snapshot.h"

namespace mektep::editor {

// By the path alone; pure. "" for an empty path.
std::string entry_of(std::string_view path);

// The file or folder that the history of an entry is about: "people/asanova.yaml", "news/2026/first-bell".
std::string history_path(const std::string& entry);

// The files of an entry in a snapshot, sorted; empty when it has none.
std::vector<const SourceFile*> files_of_entry(const Snapshot& snapshot, std::string_view entry);

// What the entry says, as a digest of its paths and their blobs: equal digests are equal contents. It does
// not depend on the revision, so an approval that is bound to it holds for as long as nobody changes the
// entry. The digest of an entry without files (a removed one) is "absent". Only for snapshots of git trees:
// others have no blobs.
std::string digest_of_entry(const Snapshot& snapshot, std::string_view entry);

}  // namespace mektep::editor
