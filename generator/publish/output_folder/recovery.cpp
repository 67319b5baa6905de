// What killed processes left behind, and the removal of trees that are done with.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <filesystem>

#include "base/parallel.h"
#include "publish/output_folder/rules.h"
#include "publish/output_folder/state.h"

namespace mektep {

// Sees to what killed processes left: an old site that was moved aside but not replaced comes back, trees
// that nobody works on any more are removed.
std::expected<void, Finding> OutputFolder::State::recover() {
  const std::string stem = "." + name + ".mektep-";
  std::vector<std::string> leftovers;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(above, error)) {
    std::string found = entry.path().filename().string();
    if (found.starts_with(stem)) leftovers.push_back(std::move(found));
  }
  std::ranges::sort(leftovers);
  for (const std::string& leftover : leftovers) {
    std::string_view owner = std::string_view(leftover).substr(stem.size());
    const bool aside = owner.starts_with("old-");
    if (aside) owner.remove_prefix(4);
    if (owner.empty() || owner.find_first_not_of("0123456789") != std::string_view::npos || owner.size() > 9)
      continue;
    const OpenFile folder = open_folder(parent.get(), leftover);
    if (!folder) continue;
    const pid_t pid = std::stoi(std::string(owner));
    const bool alive = pid != ::getpid() && (::kill(pid, 0) == 0 || errno == EPERM);
    if (!lock_folder(folder.get())) {
      if (aside || pid == ::getpid()) return std::unexpected(output_finding(rules::output_busy, shown));
      continue;
    }
    if (aside && rename_in(parent.get(), leftover, name, RenameKind::fresh) == 0) continue;
    if (!alive) clear(leftover, true);
  }
  return {};
}

// Removes a tree of ours below the parent. A tree with a manifest was or could have been the site: a file in
// it that is not in the manifest and has no other name is somebody's, came at the last moment, and is moved
// into the site.
int OutputFolder::State::clear(const std::string& leftover, bool rescue) {
  const OpenFile tree = open_folder(parent.get(), leftover);
  if (!tree) return errno;
  const auto own = rescue ? parse_manifest(read_small_file(tree.get(), manifest_name)) : std::nullopt;
  const OpenFile site = own ? open_folder(parent.get(), name) : OpenFile();
  auto remove = [&](const std::string& path, int flags) {
    return make(flags ? "rmdir" : "unlink", path,
                [&] { return ::unlinkat(tree.get(), path.c_str(), flags) == 0 ? 0 : errno; });
  };
  auto save = [&](const std::string& path) {
    struct stat status{};
    const bool only_name =
        ::fstatat(tree.get(), path.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 && status.st_nlink == 1;
    if (!only_name) return remove(path, 0);
    for (std::size_t slash = path.find('/'); site && slash != std::string::npos;
         slash = path.find('/', slash + 1)) {
      make_folder(site.get(), path.substr(0, slash));
    }
    if (!site || ::renameat2(tree.get(), path.c_str(), site.get(), path.c_str(), RENAME_NOREPLACE) != 0)
      return errno;
    return 0;
  };
  const int error = walk_tree(tree.get(), [&](WalkStep step, const std::string& path) {
    if (step == WalkStep::leave) {
      const int failed = remove(path, AT_REMOVEDIR);
      return failed == ENOTEMPTY ? 0 : failed;
    }
    if (step == WalkStep::enter || (own && path == manifest_name)) return 0;
    if (!own || own->find(path)) return remove(path, 0);
    save(path);  // what cannot be saved stays where it is
    return 0;
  });
  if (error != 0) return error;
  // Last, so that a tree that is only half removed still knows what is its own; and not at all when something
  // stays.
  if (own) {
    bool empty = true;
    walk_tree(tree.get(), [&](WalkStep, const std::string& path) {
      empty = empty && path == manifest_name;
      return 0;
    });
    if (!empty) return ENOTEMPTY;
    remove(std::string(manifest_name), 0);
  }
  return make("rmdir", leftover,
              [&] { return ::unlinkat(parent.get(), leftover.c_str(), AT_REMOVEDIR) == 0 ? 0 : errno; });
}

// The old tree behind the exchange. Its manifest says what is in it, so most of it goes without a look into
// folders; clear() sees to the rest: files that are not ours, and the manifest itself.
void OutputFolder::State::remove_old() {
  const std::vector<ManifestEntry>& entries = manifest.entries;
  auto remove = [&](const std::string& path, int flags) {
    return make(flags ? "rmdir" : "unlink", path,
                [&] { return ::unlinkat(old.get(), path.c_str(), flags) == 0 ? 0 : errno; });
  };
  parallel_for(entries.size(), options.jobs, [&](std::size_t i) { remove(std::string(entries[i].path), 0); });
  // Deepest folders first; the entries are sorted, so a folder is new when the entry before is not in it.
  std::vector<std::vector<std::string>> by_depth;
  std::string_view last;
  for (const ManifestEntry& entry : entries) {
    std::size_t depth = 0;
    for (std::size_t slash = entry.path.find('/'); slash != std::string_view::npos;
         slash = entry.path.find('/', slash + 1), ++depth) {
      if (last.starts_with(entry.path.substr(0, slash + 1))) continue;
      if (by_depth.size() <= depth) by_depth.resize(depth + 1);
      by_depth[depth].emplace_back(entry.path.substr(0, slash));
    }
    last = entry.path;
  }
  for (std::size_t depth = by_depth.size(); depth-- > 0;) {
    parallel_for(by_depth[depth].size(), options.jobs,
                 [&](std::size_t i) { remove(by_depth[depth][i], AT_REMOVEDIR); });
  }
  clear(staging_name, true);
}

}  // namespace mektep
