#include "editor/repository/create.h"

#include <filesystem>

#include "editor/repository/edits.h"
#include "editor/repository/lfs_store.h"
#include "editor/repository/start.h"

namespace mektep::editor {
namespace {

namespace fs = std::filesystem;

constexpr std::array stored_apart{".jpg", ".jpeg", ".png",  ".webp", ".gif", ".pdf", ".doc", ".docx",
                                  ".xls", ".xlsx", ".pptx", ".odt",  ".ods", ".mp3", ".mp4", ".zip"};

bool is_stored_apart(std::string_view path) {
  return std::ranges::any_of(stored_apart, [&](std::string_view end) { return path.ends_with(end); });
}

// So that git-lfs of whoever clones the repository knows the same files.
std::string attributes() {
  std::string text;
  for (const std::string_view end : stored_apart)
    text += fmt::format("*{} filter=lfs diff=lfs merge=lfs -text\n", end);
  return text;
}

GitResult<std::vector<Edit>> collect(const Snapshot& files, LfsStore& store) {
  std::vector<Edit> edits;
  for (const SourceFile& file : files.files()) {
    auto bytes = files.read(file);
    if (!bytes) return std::unexpected(RepositoryError{Fault::io, bytes.error().message(Language::en), {}});
    if (is_stored_apart(file.path) && !parse_lfs_pointer(*bytes)) {
      const auto pointer = store.put(*bytes);
      if (!pointer) return std::unexpected(pointer.error());
      bytes = format_lfs_pointer(*pointer);
    }
    edits.push_back({file.path, std::move(*bytes)});
  }
  return edits;
}

GitResult<std::string> fill(const std::string& folder, const Snapshot& files, const CreateOptions& options) {
  auto git = Git::create(folder, options.branch);
  if (!git) return std::unexpected(std::move(git.error()));
  if (auto made = make_object_folders(folder); !made) return std::unexpected(std::move(made.error()));
  LfsStore store(folder + "/lfs/objects");
  auto edits = collect(files, store);
  if (!edits) return std::unexpected(std::move(edits.error()));
  if (!edits->empty()) {
    if (auto checked = check_edits(*edits); !checked) return std::unexpected(std::move(checked.error()));
  }
  edits->push_back({".gitattributes", attributes()});
  auto tree = write_edits(**git, "", *edits);
  if (!tree) return std::unexpected(std::move(tree.error()));
  const Signature author{options.author.name, options.author.email, options.now, options.offset_minutes};
  auto commit = (*git)->write_commit({tree->id, {}, author, author, options.message + "\n"});
  if (!commit) return commit;
  tree->objects.push_back(*commit);
  if (auto readable = (*git)->verify(tree->objects); !readable) return std::unexpected(readable.error());
  const auto moved = (*git)->move_reference("refs/heads/" + options.branch, *commit, "");
  if (!moved) return std::unexpected(moved.error());
  if (*moved != RefMove::moved || !sync_tree(folder))
    return std::unexpected(RepositoryError{Fault::io, folder, {}});
  return commit;
}

}  // namespace

GitResult<std::string> create_repository(const std::string& folder, const Snapshot& files,
                                         const CreateOptions& options) {
  std::error_code error;
  if (fs::exists(folder, error) && !fs::is_empty(folder, error))
    return std::unexpected(RepositoryError{Fault::bad_path, "not empty", {folder}});
  if (!files.findings().empty()) {
    RepositoryError refusal{Fault::bad_path, files.findings()[0].message(Language::en), {}};
    for (const Finding& finding : files.findings()) refusal.paths.push_back(finding.place.file);
    return std::unexpected(std::move(refusal));
  }
  auto made = fill(folder, files, options);
  if (!made) fs::remove_all(folder, error);
  return made;
}

}  // namespace mektep::editor
