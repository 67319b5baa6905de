#include "editor/repository/consistency.h"

#include <unordered_set>

#include "editor/repository/git.h"
#include "editor/repository/lfs_store.h"
#include "source/file_name.h"
#include "source/rules.h"

namespace mektep::editor {
namespace {

class Checker {
 public:
  Checker(const Git& git, const LfsStore& store) : git_(git), store_(store) {}

  void history_of(const std::string& commit) {
    const auto walked = git_.walk(commit, {}, [&](const std::string& id) {
      this->commit(id, false);
      return true;
    });
    if (!walked) damaged(commit, walked.error().detail, {});
  }

  // `newest`: its Git LFS objects must be there; older ones may have been erased on purpose.
  void commit(const std::string& id, bool newest) {
    if (!newest && !seen_.insert(id).second) return;
    const auto commit = git_.read_commit(id);
    if (!commit) return damaged(id, commit.error().detail, {});
    report.commits += newest ? 0 : 1;
    tree(commit->tree, {}, newest, 0);
  }

  ConsistencyReport report;

 private:
  void tree(const std::string& id, const std::string& folder, bool newest, int depth) {
    constexpr int deepest = 64;
    if (depth > deepest || (!newest && !seen_.insert(id).second)) return;
    const auto entries = git_.read_tree(id);
    if (!entries) return damaged(id, entries.error().detail, folder);
    report.trees += newest ? 0 : 1;
    for (const TreeEntry& entry : *entries) {
      const std::string path = folder + entry.name;
      if (entry.mode == FileMode::folder) {
        tree(entry.id, path + "/", newest, depth + 1);
      } else if (entry.mode != FileMode::submodule) {
        file(entry, path, newest);
      }
    }
  }

  void file(const TreeEntry& entry, const std::string& path, bool newest) {
    if (newest) {
      newest_file(entry, path);
    } else if (seen_.insert(entry.id).second) {
      const auto bytes = git_.read_blob(entry.id);
      if (!bytes) return damaged(entry.id, bytes.error().detail, path);
      ++report.files;
    }
  }

  void newest_file(const TreeEntry& entry, const std::string& path) {
    if (auto fault = serves_git(path) ? std::nullopt : check_path(path))
      report.findings.push_back(std::move(*fault));
    if (entry.mode == FileMode::symlink) report.findings.emplace_back(rules::source_symlink, Place{path, {}});
    constexpr std::uint64_t longest_pointer = 1024;
    if (git_.size(entry.id).value_or(0) > longest_pointer) return;
    const auto bytes = git_.read_blob(entry.id);
    const auto pointer = bytes ? parse_lfs_pointer(*bytes) : std::nullopt;
    if (!pointer) return;
    ++report.lfs_objects;
    if (store_.read(*pointer)) return;
    const bool there = store_.holds(pointer->oid);
    report.findings.emplace_back(there ? rules::source_lfs_damaged : rules::source_lfs_missing,
                                 Place{path, {}}, std::string(), std::string(),
                                 std::vector<Param>{{"oid", pointer->oid}});
  }

  void damaged(const std::string& id, const std::string& reason, const std::string& path) {
    report.findings.emplace_back(rules::source_damaged_object, Place{path, {}}, std::string(), std::string(),
                                 std::vector<Param>{{"object", id}, {"reason", excerpt(reason, 200)}});
  }

  const Git& git_;
  const LfsStore& store_;
  std::unordered_set<std::string> seen_;
};

}  // namespace

std::expected<ConsistencyReport, RepositoryError> check_consistency(const std::string& folder,
                                                                    const ConsistencyOptions& options) {
  const auto git = Git::open(folder);
  if (!git) return std::unexpected(git.error());
  const LfsStore store(folder + "/lfs/objects");
  Checker checker(**git, store);
  const auto head = (*git)->reference("refs/heads/" + options.branch);
  if (!head) return std::unexpected(head.error());
  if (*head) checker.commit(**head, true);
  if (options.history) {
    for (const std::string& name : (*git)->references()) {
      const auto id = (*git)->reference(name);
      const auto commit = id && *id ? (*git)->commit_of(**id) : std::nullopt;
      if (commit) {
        checker.history_of(*commit);
      } else if (!id || *id) {
        checker.report.findings.emplace_back(
            rules::source_damaged_object, Place{name, {}}, std::string(), std::string(),
            std::vector<Param>{{"object", id && *id ? **id : name}, {"reason", name}});
      }
    }
  } else if (*head) {
    checker.commit(**head, false);
  }
  sort_findings(checker.report.findings);
  return std::move(checker.report);
}

}  // namespace mektep::editor
