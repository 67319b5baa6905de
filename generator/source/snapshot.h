// A snapshot: all files of a content repository at one moment, sorted by path, read-only.
#pragma once
#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/finding.h"

namespace mektep {

// Why a repository or a file could not be read: a rule of source/rules.h with its parameters, ready to be
// reported.
using SourceError = Finding;

struct SourceFile {
  std::string path;              // '/'-separated, relative, NFC, never with "..", "." or an empty part
  std::uint64_t size = 0;        // bytes stored (of the pointer, when it is a Git LFS pointer)
  std::string blob;              // git blob id (40 hex digits) when the snapshot comes from git, else empty
  std::int64_t modified_ns = 0;  // of a working tree: changes whenever the file does; else 0
};

// Immutable once made; every member may be called from several threads at once.
class Snapshot {
 public:
  virtual ~Snapshot() = default;

  std::span<const SourceFile> files() const { return files_; }
  const SourceFile* find(std::string_view path) const;               // nullptr when there is none
  std::span<const SourceFile> under(std::string_view folder) const;  // all below "news/" (with the slash)

  // The stored bytes.
  virtual std::expected<std::string, SourceError> read(const SourceFile& file) const = 0;
  // The same with a Git LFS pointer replaced by the bytes that it stands for.
  std::expected<std::string, SourceError> read_asset(const SourceFile& file) const;

  // Where the bytes of `oid` (64 hex digits) of a Git LFS pointer lie, if anywhere; nullopt when the snapshot
  // has no store of such objects. The file may be missing or damaged: read_asset checks it.
  virtual std::optional<std::string> lfs_object(std::string_view oid) const;

  // Full id of the commit, or of the HEAD under a working tree; empty when there is no commit.
  const std::string& revision() const { return revision_; }
  // Files that may not be part of a site (symlinks, submodules, treacherous names, case or NFD twins…): left
  // out of files() and reported here, sorted.
  const Findings& findings() const { return findings_; }

 protected:
  // Sorts `files`, refuses bad names and twins, and keeps the rest.
  void adopt(std::vector<SourceFile> files, Findings findings, std::string revision);

 private:
  std::vector<SourceFile> files_;
  Findings findings_;
  std::string revision_;
};

// The working tree below `folder` (which need not be a git repository; `.git` and what .gitignore names are
// left out). A folder of many files is read in `jobs` threads.
std::expected<std::unique_ptr<Snapshot>, SourceError> open_working_tree(const std::string& folder,
                                                                        unsigned jobs = 1);
// All files below a folder that came with the program: no git is asked about them.
std::expected<std::unique_ptr<Snapshot>, SourceError> open_data_folder(const std::string& folder);
// The tree of `revision` ("HEAD", a branch, a tag, an id) in the repository at `folder`, bare ones included.
std::expected<std::unique_ptr<Snapshot>, SourceError> open_git_tree(const std::string& folder,
                                                                    const std::string& revision);
// Files given in memory: path and bytes.
std::unique_ptr<Snapshot> make_memory_snapshot(std::vector<std::pair<std::string, std::string>> files);
// `base` with some files replaced, added, or (nullopt) removed. Keeps `base` alive.
std::unique_ptr<Snapshot> make_overlay(std::shared_ptr<const Snapshot> base,
                                       std::vector<std::pair<std::string, std::optional<std::string>>> edits);

}  // namespace mektep
