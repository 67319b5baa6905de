#include "editor/publication/selection.h"

#include <set>

#include "editor/repository/entry_id.h"

namespace mektep::editor {
namespace {

bool is_under(std::string_view entry, std::string_view folder) {
  return entry.starts_with(folder) && entry.size() > folder.size() && entry[folder.size()] == '/';
}

// Lays the files of an entry as `revision` has them over those of the newest content.
std::expected<void, RepositoryError> lay_over(const Repository& repository, const Snapshot& newest,
                                              const std::string& entry, const std::string& revision,
                                              std::vector<Edit>& edits) {
  const auto approved = repository.snapshot(revision);
  if (!approved) return std::unexpected(approved.error());
  for (const SourceFile* file : files_of_entry(newest, entry)) {
    if (!(*approved)->find(file->path)) edits.push_back({file->path, std::nullopt});
  }
  for (const SourceFile* file : files_of_entry(**approved, entry)) {
    const SourceFile* present = newest.find(file->path);
    if (present && present->blob == file->blob) continue;
    auto bytes = (*approved)->read(*file);
    if (!bytes) return std::unexpected(RepositoryError{Fault::damaged, file->path, {file->path}});
    edits.push_back({file->path, std::move(*bytes)});
  }
  return {};
}

}  // namespace

std::string_view code(Held::Why why) {
  switch (why) {
    case Held::Why::never_approved:
      return "new";
    case Held::Why::changed:
      return "changed";
    case Held::Why::removed:
      return "removed";
    case Held::Why::scheduled:
      break;
  }
  return "scheduled";
}

bool needs_approval(std::string_view entry) {
  return !is_under(entry, "consents");
}

bool needs_four_eyes(std::string_view entry) {
  return is_under(entry, "school") || is_under(entry, "people") || is_under(entry, "documents") ||
         is_under(entry, "consents") || is_under(entry, "statistics");
}

std::expected<Selection, RepositoryError> select_content(const Repository& repository,
                                                         const std::string& revision,
                                                         const ApprovalMap& approvals) {
  const auto newest = repository.snapshot(revision);
  if (!newest) return std::unexpected(newest.error());
  std::set<std::string> entries;
  for (const SourceFile& file : (*newest)->files()) entries.insert(entry_of(file.path));
  for (const auto& [entry, approved] : approvals) entries.insert(entry);

  Selection selection{.revision = revision, .edits = {}, .held = {}};
  for (const std::string& entry : entries) {
    if (!needs_approval(entry)) continue;
    const std::string digest = digest_of_entry(**newest, entry);
    const auto found = approvals.find(entry);
    const Approval* shown = found != approvals.end() && found->second.shown ? &*found->second.shown : nullptr;
    if (shown ? shown->digest == digest : digest == "absent") continue;
    const Approval* waiting =
        found != approvals.end() && found->second.scheduled ? &*found->second.scheduled : nullptr;
    if (waiting && waiting->digest == digest) {
      selection.held.push_back({entry, Held::Why::scheduled, waiting->not_before});
    } else if (!shown) {
      selection.held.push_back({entry, Held::Why::never_approved});
    } else {
      selection.held.push_back({entry, digest == "absent" ? Held::Why::removed : Held::Why::changed});
    }
    if (shown && shown->digest != "absent") {
      if (auto laid = lay_over(repository, **newest, entry, shown->revision, selection.edits); !laid)
        return std::unexpected(std::move(laid.error()));
    } else {
      for (const SourceFile* file : files_of_entry(**newest, entry))
        selection.edits.push_back({file->path, std::nullopt});
    }
  }
  return selection;
}

}  // namespace mektep::editor
