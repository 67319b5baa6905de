// The commit of an output folder: the new tree is completed and takes the old one's place.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <thread>

#include "base/parallel.h"
#include "publish/output_folder/rules.h"
#include "publish/output_folder/state.h"

namespace mektep {

// All records, sorted; a path that was given twice is a fault, as unchanged files would not meet in the
// staging folder.
std::expected<std::vector<OutputRecord>, Finding> OutputFolder::State::collect() {
  std::vector<OutputRecord> records;
  for (Shard& shard : shards) {
    records.insert(records.end(), std::make_move_iterator(shard.records.begin()),
                   std::make_move_iterator(shard.records.end()));
    shard.records.clear();
  }
  std::ranges::sort(records, {}, &OutputRecord::path);
  const auto twice = std::ranges::adjacent_find(records, {}, &OutputRecord::path);
  if (twice != records.end()) return std::unexpected(output_finding(rules::output_path_refused, twice->path));
  return records;
}

int OutputFolder::State::link_unchanged(const std::vector<OutputRecord>& records, std::string& failed) {
  std::atomic<int> first_error = 0;
  std::mutex failed_mutex;
  parallel_for(records.size(), options.jobs, [&](std::size_t i) {
    const OutputRecord& record = records[i];
    if (!record.unchanged || first_error.load(std::memory_order_relaxed) != 0) return;
    const std::string_view path = record.path;
    int error = ensure_folder(path.substr(0, path.find('/') == path.npos ? 0 : path.rfind('/')));
    if (error == 0) {
      error = make("link", record.path, [&] { return link_or_copy(old.get(), staging.get(), record.path); });
    }
    if (error == 0) return;
    first_error = error;
    const std::scoped_lock guard(failed_mutex);
    failed = record.path;
  });
  return first_error;
}

// Takes the files that are not ours into the new tree, with their folders, empty ones too.
int OutputFolder::State::carry_over(const std::vector<OutputRecord>& records,
                                    std::optional<Finding>& in_the_way) {
  const auto ours = [&](const std::string& path) {
    return manifest.find(path) != nullptr || path == manifest_name;
  };
  const auto wanted = [&](const std::string& path) {
    return std::ranges::binary_search(records, path, {}, &OutputRecord::path);
  };
  // Folders that hold files of ours alone vanish with them; a foreign one is there when it leads to none of
  // ours.
  const auto leads_to_ours = [&](const std::string& folder) {
    const std::string below = folder + "/";
    const auto at = std::ranges::lower_bound(manifest.entries, below, {}, &ManifestEntry::path);
    return at != manifest.entries.end() && at->path.starts_with(below);
  };
  return walk_tree(old.get(), [&](WalkStep step, const std::string& path) {
    if (step == WalkStep::leave || (step == WalkStep::file && ours(path))) return 0;
    if (step == WalkStep::enter && leads_to_ours(path)) return 0;
    if (wanted(path)) {
      in_the_way = output_finding(rules::output_in_the_way, path);
      return EEXIST;
    }
    struct stat status{};
    if (step == WalkStep::enter) {
      const bool known = ::fstatat(old.get(), path.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0;
      return ensure_folder(path, known ? status.st_mode & 07777U : 0777U);
    }
    const int error = ensure_folder(
        path.find('/') == path.npos ? std::string_view() : std::string_view(path).substr(0, path.rfind('/')));
    if (error != 0) return error;
    return make("link", path, [&] { return link_or_copy(old.get(), staging.get(), path); });
  });
}

int OutputFolder::State::write_manifest(const std::vector<OutputRecord>& records) {
  std::vector<ManifestEntry> entries;
  entries.reserve(records.size());
  for (const OutputRecord& record : records) {
    entries.push_back({record.path, record.digest, record.size});
  }
  const std::string path(manifest_name);
  return make("write", path, [&] { return create_file(staging.get(), path, format_manifest(entries)); });
}

// The one moment in which the site changes.
int OutputFolder::State::take_place() {
  if (!old) {
    return make("rename", name,
                [&] { return rename_in(parent.get(), staging_name, name, RenameKind::fresh); });
  }
  // Somebody may have put another folder there meanwhile.
  struct stat now{};
  struct stat before{};
  if (::fstatat(parent.get(), name.c_str(), &now, AT_SYMLINK_NOFOLLOW) != 0) return errno;
  if (::fstat(old.get(), &before) != 0) return errno;
  if (now.st_ino != before.st_ino || now.st_dev != before.st_dev) return EBUSY;
  const int error = make("exchange", name,
                         [&] { return rename_in(parent.get(), staging_name, name, RenameKind::exchange); });
  if (error != EINVAL && error != ENOSYS && error != EOPNOTSUPP) return error;
  // Two renames; recover() undoes the first one when the second never happens.
  const std::string aside = fmt::format(".{}.mektep-old-{}", name, ::getpid());
  if (const int first =
          make("rename", aside, [&] { return rename_in(parent.get(), name, aside, RenameKind::fresh); })) {
    return first;
  }
  const int second =
      make("rename", name, [&] { return rename_in(parent.get(), staging_name, name, RenameKind::fresh); });
  if (second != 0) {
    rename_in(parent.get(), aside, name, RenameKind::fresh);
    return second;
  }
  staging_name = aside;
  return 0;
}

std::expected<OutputSummary, Finding> OutputFolder::commit() {
  State& state = *state_;
  auto give_up = [&](Finding finding) {
    state.options.before = {};
    state.clear(state.staging_name, false);
    state.finished = true;
    return std::unexpected(std::move(finding));
  };
  if (state.fault) return give_up(std::move(*state.fault));
  auto records = state.collect();
  if (!records) return give_up(std::move(records.error()));

  OutputSummary summary;
  summary.unchanged = static_cast<std::size_t>(std::ranges::count_if(*records, &OutputRecord::unchanged));
  summary.written = records->size() - summary.unchanged;
  summary.removed =
      static_cast<std::size_t>(std::ranges::count_if(state.manifest.entries, [&](const ManifestEntry& e) {
        return !std::ranges::binary_search(*records, e.path, {}, &OutputRecord::path);
      }));
  if (state.had_manifest && summary.written == 0 && summary.removed == 0) {
    seal(state.old.get());
    state.clear(state.staging_name, false);
    state.finished = true;
    return summary;
  }

  std::string failed;
  std::optional<Finding> in_the_way;
  int error = 0;
  {
    // Looking for files that are not ours takes as long as linking ours.
    int carry_error = 0;
    auto carry = [&] { carry_error = state.old ? state.carry_over(*records, in_the_way) : 0; };
    std::jthread beside;
    if (state.options.jobs > 1) beside = std::jthread(carry);
    error = state.link_unchanged(*records, failed);
    if (beside.joinable()) {
      beside.join();
    } else if (error == 0) {
      carry();
    }
    if (error == 0) error = carry_error;
  }
  if (in_the_way) return give_up(std::move(*in_the_way));
  if (error == 0) error = state.write_manifest(*records);
  if (error == 0) error = state.take_place();
  if (error != 0)
    return give_up(output_finding(rules::output_write_failed, failed.empty() ? state.shown : failed, error));

  // The new site stands; whatever goes wrong now is cleared away by the next open().
  if (state.old) state.remove_old();
  seal(state.staging.get());
  state.finished = true;
  return summary;
}

}  // namespace mektep
