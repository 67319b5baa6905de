// Snapshots of files in memory, alone or laid over another snapshot.
#include "base/system_error.h"
#include "source/rules.h"
#include "source/snapshot.h"

namespace mektep {
namespace {

class MemorySnapshot final : public Snapshot {
 public:
  explicit MemorySnapshot(std::vector<std::pair<std::string, std::string>> contents) {
    std::vector<SourceFile> files;
    for (auto& [path, bytes] : contents) {
      files.push_back({path, bytes.size(), {}, 0});
      bytes_.try_emplace(std::move(path), std::move(bytes));
    }
    adopt(std::move(files), {}, {});
  }

  std::expected<std::string, SourceError> read(const SourceFile& file) const override {
    const auto found = bytes_.find(file.path);
    if (found != bytes_.end()) return found->second;
    return std::unexpected(Finding(rules::source_unreadable, {file.path, {}}, {}, {},
                                   {{"path", file.path}, {"reason", system_error(ENOENT)}}));
  }

 private:
  std::map<std::string, std::string, std::less<>> bytes_;
};

class Overlay final : public Snapshot {
 public:
  Overlay(std::shared_ptr<const Snapshot> base,
          std::vector<std::pair<std::string, std::optional<std::string>>> edits)
      : base_(std::move(base)) {
    for (auto& [path, bytes] : edits) edits_.insert_or_assign(std::move(path), std::move(bytes));
    const auto touched = [&](std::string_view path) { return edits_.find(path) != edits_.end(); };
    std::vector<SourceFile> files;
    files.reserve(base_->files().size() + edits_.size());
    auto edit = edits_.begin();
    const auto add_edits_before = [&](const std::string* path) {
      for (; edit != edits_.end() && (!path || edit->first <= *path); ++edit) {
        if (edit->second) files.push_back({edit->first, edit->second->size(), {}, 0});
      }
    };
    for (const SourceFile& file : base_->files()) {
      add_edits_before(&file.path);
      if (!touched(file.path)) files.push_back(file);
    }
    add_edits_before(nullptr);
    // A file that was refused and is now replaced or removed is refused no longer.
    Findings findings = base_->findings();
    std::erase_if(findings, [&](const Finding& finding) { return touched(finding.place.file); });
    adopt(std::move(files), std::move(findings), base_->revision());
  }

  std::expected<std::string, SourceError> read(const SourceFile& file) const override {
    const auto edit = edits_.find(file.path);
    if (edit != edits_.end() && edit->second) return *edit->second;
    return base_->read(file);
  }

  std::optional<std::string> lfs_object(std::string_view oid) const override {
    return base_->lfs_object(oid);
  }

 private:
  std::shared_ptr<const Snapshot> base_;
  std::map<std::string, std::optional<std::string>, std::less<>> edits_;
};

}  // namespace

std::unique_ptr<Snapshot> make_memory_snapshot(std::vector<std::pair<std::string, std::string>> files) {
  return std::make_unique<MemorySnapshot>(std::move(files));
}

std::unique_ptr<Snapshot> make_overlay(
    std::shared_ptr<const Snapshot> base,
    std::vector<std::pair<std::string, std::optional<std::string>>> edits) {
  return std::make_unique<Overlay>(std::move(base), std::move(edits));
}

}  // namespace mektep
