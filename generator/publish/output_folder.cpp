#include "publish/output_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <filesystem>
#include <mutex>
#include <shared_mutex>
#include <unordered_set>

#include "base/parallel.h"
#include "base/system_error.h"
#include "base/text.h"
#include "publish/output_folder_manifest.h"
#include "publish/output_folder_rules.h"
#include "publish/output_folder_tree.h"

namespace mektep {
namespace {

constexpr std::size_t longest_part = 255;   // NAME_MAX
constexpr std::size_t longest_path = 3000;  // leaves room below PATH_MAX

struct Record {
  std::string path;
  Digest digest;
  std::uint64_t size = 0;
  std::int64_t modified_ns = 0;
  bool unchanged = false;
};

struct PathHash : std::hash<std::string_view> {
  using is_transparent = void;
};
using PathSet = std::unordered_set<std::string, PathHash, std::equal_to<>>;

Finding about(const Rule& rule, const std::string& path) {
  return {rule, {}, {}, {}, {{"path", path}}};
}

Finding about(const Rule& rule, const std::string& path, int error) {
  return {rule, {}, {}, {}, {{"path", path}, {"reason", system_error(error)}}};
}

// Whether a path stays inside the folder and can be a line of the manifest.
bool is_safe(std::string_view path) {
  if (path.size() > longest_path || path == manifest_name) return false;
  for (const char c : path) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '\\') return false;
  }
  for (std::size_t at = 0;;) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string_view part = path.substr(at, end - at);
    if (part.empty() || part == "." || part == ".." || part.size() > longest_part) return false;
    if (end == path.size()) return !find_invalid_utf8(path);
    at = end + 1;
  }
}

std::int64_t modified_ns(const struct stat& status) {
  return std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
}

// True when nobody else holds the folder; also where the file system knows no locks.
bool lock(int folder) {
  return ::flock(folder, LOCK_EX | LOCK_NB) == 0 || (errno != EWOULDBLOCK && errno != EINTR);
}

std::string read_whole(int folder, std::string_view name) {
  const OpenFile file(
      ::openat(folder, std::string(name).c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat status{};
  if (!file || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)) return {};
  std::string text(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t filled = 0;
  while (filled < text.size()) {
    const ssize_t got = ::read(file.get(), text.data() + filled, text.size() - filled);
    if (got <= 0) break;
    filled += static_cast<std::size_t>(got);
  }
  text.resize(filled);
  return text;
}

}  // namespace

struct OutputFolder::State {
  std::string shown;  // the path as it was given, for messages
  std::string name;   // in the parent
  std::string staging_name;
  OutputOptions options;
  OpenFile parent;
  OpenFile old;  // open and locked when there is an old folder
  OpenFile staging;
  Manifest manifest;  // of the old folder
  bool had_manifest = false;
  bool finished = false;

  // Records are kept apart by folder, so that two threads seldom wait for each other.
  struct Shard {
    std::mutex mutex;
    std::vector<Record> records;
  };
  std::array<Shard, 16> shards;
  std::shared_mutex folders_mutex;
  PathSet folders;  // made below the staging folder
  std::mutex fault_mutex;
  std::optional<Finding> fault;  // the first one of write()

  // Makes a changing system call, unless a test wants it to fail.
  template <class Call>
  int make(std::string_view name_of_call, const std::string& path, Call call) {
    if (options.before) {
      if (const int error = options.before(name_of_call, path)) return error;
    }
    return call();
  }

  std::unexpected<Finding> fail(Finding finding) {
    const std::scoped_lock guard(fault_mutex);
    if (!fault) fault = finding;
    return std::unexpected(std::move(finding));
  }

  int ensure_folder(std::string_view path, std::uint32_t mode = 0777);
  std::expected<void, Finding> recover();
  int clear(const std::string& leftover, bool rescue);
  int carry_over(const std::vector<Record>& records, std::optional<Finding>& in_the_way);
  int link_unchanged(const std::vector<Record>& records, std::string& failed);
  int write_manifest(const std::vector<Record>& records);
  int take_place();
  std::expected<std::vector<Record>, Finding> collect();
};

namespace {

// What a path of `open` means: the folder above it, and its name there.
struct Target {
  std::filesystem::path parent;
  std::string name;
};

std::expected<Target, Finding> find_target(const std::string& path) {
  std::error_code error;
  std::filesystem::path given = std::filesystem::path(path).lexically_normal();
  if (!given.has_filename() && given.has_parent_path()) given = given.parent_path();  // "site/"
  if (path.empty()) return std::unexpected(about(rules::output_not_a_folder, path));
  if (given == "." || given.filename() == ".." || given.filename() == ".")
    given = std::filesystem::canonical(given, error);
  if (!error && given == given.root_path()) return std::unexpected(about(rules::output_mount_point, path));
  std::filesystem::path above = given.has_parent_path() ? given.parent_path() : std::filesystem::path(".");
  above = std::filesystem::canonical(above, error);
  if (error) return std::unexpected(about(rules::output_unusable, path, error.value()));
  return Target{above, given.filename().string()};
}

}  // namespace

OutputFolder::OutputFolder(std::unique_ptr<State> state) : state_(std::move(state)) {}
OutputFolder::OutputFolder(OutputFolder&&) noexcept = default;

OutputFolder::~OutputFolder() {
  if (!state_ || state_->finished || !state_->staging) return;
  state_->options.before = {};
  state_->clear(state_->staging_name, false);
}

std::expected<OutputFolder, Finding> OutputFolder::open(const std::string& path, OutputOptions options) {
  auto target = find_target(path);
  if (!target) return std::unexpected(std::move(target.error()));
  auto state = std::make_unique<State>();
  state->shown = path;
  state->name = target->name;
  state->staging_name = fmt::format(".{}.mektep-{}", target->name, ::getpid());
  state->options = std::move(options);
  state->parent = OpenFile(::open(target->parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!state->parent) return std::unexpected(about(rules::output_unusable, path, errno));
  if (::faccessat(state->parent.get(), ".", W_OK | X_OK, AT_EACCESS) != 0) {
    return std::unexpected(about(rules::output_unusable, path, errno));
  }
  if (auto recovered = state->recover(); !recovered) return std::unexpected(std::move(recovered.error()));

  struct stat status{};
  const bool exists = ::fstatat(state->parent.get(), state->name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0;
  if (exists) {
    if (!S_ISDIR(status.st_mode)) return std::unexpected(about(rules::output_not_a_folder, path));
    struct stat above{};
    if (::fstat(state->parent.get(), &above) == 0 && above.st_dev != status.st_dev) {
      return std::unexpected(about(rules::output_mount_point, path));
    }
    state->old = open_folder(state->parent.get(), state->name);
    if (!state->old) return std::unexpected(about(rules::output_unusable, path, errno));
    if (!lock(state->old.get())) return std::unexpected(about(rules::output_busy, path));
    if (auto manifest = parse_manifest(read_whole(state->old.get(), manifest_name))) {
      state->manifest = std::move(*manifest);
      state->had_manifest = true;
    } else if (walk_tree(state->old.get(), [](WalkStep, const std::string&) { return EEXIST; }) != 0) {
      return std::unexpected(about(rules::output_foreign_folder, path));
    }
  }

  const std::uint32_t mode = exists ? status.st_mode & 07777U : 0777U;
  const int made = state->make("mkdir", state->staging_name,
                               [&] { return make_folder(state->parent.get(), state->staging_name, mode); });
  if (made != 0)
    return std::unexpected(about(made == EEXIST ? rules::output_busy : rules::output_unusable, path, made));
  state->staging = open_folder(state->parent.get(), state->staging_name);
  if (!state->staging || !lock(state->staging.get())) {
    return std::unexpected(about(rules::output_unusable, path, errno));
  }
  if (exists) {
    // The new folder is for whom the old one was; an ordinary user may not give it away, and need not.
    [[maybe_unused]] const int given = ::fchown(state->staging.get(), status.st_uid, status.st_gid);
    ::fchmod(state->staging.get(), mode);
  }
  return OutputFolder(std::move(state));
}

// Sees to what killed processes left: an old site that was moved aside but not replaced comes back, trees
// that nobody works on any more are removed.
std::expected<void, Finding> OutputFolder::State::recover() {
  const std::string stem = "." + name + ".mektep-";
  std::vector<std::string> leftovers;
  std::error_code error;
  const std::filesystem::path above = fmt::format("/proc/self/fd/{}", parent.get());
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
    if (!lock(folder.get())) {
      if (aside || pid == ::getpid()) return std::unexpected(about(rules::output_busy, shown));
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
  const auto own = rescue ? parse_manifest(read_whole(tree.get(), manifest_name)) : std::nullopt;
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

int OutputFolder::State::ensure_folder(std::string_view path, std::uint32_t mode) {
  {
    const std::shared_lock guard(folders_mutex);
    if (path.empty() || folders.contains(path)) return 0;
  }
  const std::size_t slash = path.rfind('/');
  if (slash != std::string_view::npos) {
    if (const int error = ensure_folder(path.substr(0, slash))) return error;
  }
  std::string made(path);
  const int error = make("mkdir", made, [&] { return make_folder(staging.get(), made, mode); });
  if (error != 0 && error != EEXIST) return error;
  const std::unique_lock guard(folders_mutex);
  folders.insert(std::move(made));
  return 0;
}

std::expected<void, Finding> OutputFolder::write(std::string_view path, std::string_view bytes) {
  State& state = *state_;
  if (!is_safe(path)) return state.fail(about(rules::output_path_refused, excerpt(path, 200)));
  Record record{std::string(path), digest(bytes), bytes.size(), 0, false};
  if (const ManifestEntry* before = state.manifest.find(path)) {
    struct stat status{};
    record.unchanged = before->digest == record.digest && before->size == record.size &&
                       ::fstatat(state.old.get(), record.path.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 &&
                       S_ISREG(status.st_mode) && static_cast<std::uint64_t>(status.st_size) == record.size &&
                       modified_ns(status) == before->modified_ns;
    record.modified_ns = before->modified_ns;
  }
  const std::string_view folder = path.substr(0, path.find('/') == path.npos ? 0 : path.rfind('/'));
  if (!record.unchanged) {
    int error = state.ensure_folder(folder);
    if (error == 0) {
      error = state.make("write", record.path, [&] {
        return create_file(state.staging.get(), record.path, bytes, record.modified_ns);
      });
    }
    const bool twice = error == EEXIST || error == EISDIR || error == ENOTDIR;
    if (twice) return state.fail(about(rules::output_path_refused, record.path));
    if (error != 0) return state.fail(about(rules::output_write_failed, record.path, error));
  }
  State::Shard& shard = state.shards[std::hash<std::string_view>()(folder) % state.shards.size()];
  const std::scoped_lock guard(shard.mutex);
  shard.records.push_back(std::move(record));
  return {};
}

// All records, sorted; a path that was given twice is a fault, as unchanged files would not meet in the
// staging folder.
std::expected<std::vector<Record>, Finding> OutputFolder::State::collect() {
  std::vector<Record> records;
  for (Shard& shard : shards) {
    records.insert(records.end(), std::make_move_iterator(shard.records.begin()),
                   std::make_move_iterator(shard.records.end()));
    shard.records.clear();
  }
  std::ranges::sort(records, {}, &Record::path);
  const auto twice = std::ranges::adjacent_find(records, {}, &Record::path);
  if (twice != records.end()) return std::unexpected(about(rules::output_path_refused, twice->path));
  return records;
}

int OutputFolder::State::link_unchanged(const std::vector<Record>& records, std::string& failed) {
  std::atomic<int> first_error = 0;
  std::mutex failed_mutex;
  parallel_for(records.size(), options.jobs, [&](std::size_t i) {
    const Record& record = records[i];
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
int OutputFolder::State::carry_over(const std::vector<Record>& records, std::optional<Finding>& in_the_way) {
  const auto ours = [&](const std::string& path) {
    return manifest.find(path) != nullptr || path == manifest_name;
  };
  const auto wanted = [&](const std::string& path) {
    return std::ranges::binary_search(records, path, {}, &Record::path);
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
      in_the_way = about(rules::output_in_the_way, path);
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

int OutputFolder::State::write_manifest(const std::vector<Record>& records) {
  std::vector<ManifestEntry> entries;
  entries.reserve(records.size());
  for (const Record& record : records) {
    entries.push_back({record.path, record.digest, record.size, record.modified_ns});
  }
  const std::string path(manifest_name);
  std::int64_t ignored = 0;
  return make("write", path,
              [&] { return create_file(staging.get(), path, format_manifest(entries), ignored); });
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
  summary.unchanged = static_cast<std::size_t>(std::ranges::count_if(*records, &Record::unchanged));
  summary.written = records->size() - summary.unchanged;
  summary.removed =
      static_cast<std::size_t>(std::ranges::count_if(state.manifest.entries, [&](const ManifestEntry& e) {
        return !std::ranges::binary_search(*records, e.path, {}, &Record::path);
      }));
  if (state.had_manifest && summary.written == 0 && summary.removed == 0) {
    state.clear(state.staging_name, false);
    state.finished = true;
    return summary;
  }

  std::string failed;
  std::optional<Finding> in_the_way;
  int error = state.link_unchanged(*records, failed);
  if (error == 0 && state.old) error = state.carry_over(*records, in_the_way);
  if (in_the_way) return give_up(std::move(*in_the_way));
  if (error == 0) error = state.write_manifest(*records);
  if (error == 0) error = state.take_place();
  if (error != 0)
    return give_up(about(rules::output_write_failed, failed.empty() ? state.shown : failed, error));

  // The new site stands; whatever goes wrong now is cleared away by the next open().
  if (state.old) state.clear(state.staging_name, true);
  state.finished = true;
  return summary;
}

}  // namespace mektep
