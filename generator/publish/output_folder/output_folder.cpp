#include "publish/output_folder/output_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

#include "base/system_error.h"
#include "base/text.h"
#include "publish/output_folder/rules.h"
#include "publish/output_folder/state.h"

namespace mektep {
namespace {

constexpr std::size_t longest_part = 255;   // NAME_MAX
constexpr std::size_t longest_path = 3000;  // leaves room below PATH_MAX

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

// What a path of `open` means: the folder above it, and its name there.
struct Target {
  std::filesystem::path parent;
  std::string name;
};

std::expected<Target, Finding> find_target(const std::string& path) {
  std::error_code error;
  std::filesystem::path given = std::filesystem::path(path).lexically_normal();
  if (!given.has_filename() && given.has_parent_path()) given = given.parent_path();  // "site/"
  if (path.empty()) return std::unexpected(output_finding(rules::output_not_a_folder, path));
  if (given == "." || given.filename() == ".." || given.filename() == ".")
    given = std::filesystem::canonical(given, error);
  if (!error && given == given.root_path())
    return std::unexpected(output_finding(rules::output_mount_point, path));
  std::filesystem::path above = given.has_parent_path() ? given.parent_path() : std::filesystem::path(".");
  above = std::filesystem::canonical(above, error);
  if (error) return std::unexpected(output_finding(rules::output_unusable, path, error.value()));
  return Target{above, given.filename().string()};
}

}  // namespace

Finding output_finding(const Rule& rule, const std::string& path) {
  return {rule, {}, {}, {}, {{"path", path}}};
}

Finding output_finding(const Rule& rule, const std::string& path, int error) {
  return {rule, {}, {}, {}, {{"path", path}, {"reason", system_error(error)}}};
}

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
  state->above = target->parent.string();
  state->parent = OpenFile(::open(target->parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!state->parent) return std::unexpected(output_finding(rules::output_unusable, path, errno));
  if (::faccessat(state->parent.get(), ".", W_OK | X_OK, AT_EACCESS) != 0) {
    return std::unexpected(output_finding(rules::output_unusable, path, errno));
  }
  if (auto recovered = state->recover(); !recovered) return std::unexpected(std::move(recovered.error()));

  struct stat status{};
  const bool exists = ::fstatat(state->parent.get(), state->name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0;
  if (exists) {
    if (!S_ISDIR(status.st_mode)) return std::unexpected(output_finding(rules::output_not_a_folder, path));
    struct stat above{};
    if (::fstat(state->parent.get(), &above) == 0 && above.st_dev != status.st_dev) {
      return std::unexpected(output_finding(rules::output_mount_point, path));
    }
    state->old = open_folder(state->parent.get(), state->name);
    if (!state->old) return std::unexpected(output_finding(rules::output_unusable, path, errno));
    if (!lock_folder(state->old.get())) return std::unexpected(output_finding(rules::output_busy, path));
    if (auto manifest = parse_manifest(read_small_file(state->old.get(), manifest_name))) {
      state->manifest = std::move(*manifest);
      state->sealed = sealed_at(state->old.get());
      state->had_manifest = true;
    } else if (walk_tree(state->old.get(), [](WalkStep, const std::string&) { return EEXIST; }) != 0) {
      return std::unexpected(output_finding(rules::output_foreign_folder, path));
    }
  }

  const std::uint32_t mode = exists ? status.st_mode & 07777U : 0777U;
  const int made = state->make("mkdir", state->staging_name,
                               [&] { return make_folder(state->parent.get(), state->staging_name, mode); });
  if (made != 0)
    return std::unexpected(
        output_finding(made == EEXIST ? rules::output_busy : rules::output_unusable, path, made));
  state->staging = open_folder(state->parent.get(), state->staging_name);
  if (!state->staging || !lock_folder(state->staging.get())) {
    return std::unexpected(output_finding(rules::output_unusable, path, errno));
  }
  if (exists) {
    // The new folder is for whom the old one was; an ordinary user may not give it away, and need not.
    [[maybe_unused]] const int given = ::fchown(state->staging.get(), status.st_uid, status.st_gid);
    ::fchmod(state->staging.get(), mode);
  }
  return OutputFolder(std::move(state));
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
  if (!is_safe(path)) return state.fail(output_finding(rules::output_path_refused, excerpt(path, 200)));
  OutputRecord record{std::string(path), digest(bytes), bytes.size(), false};
  if (const ManifestEntry* before = state.manifest.find(path)) {
    record.unchanged = before->digest == record.digest && before->size == record.size &&
                       is_as_written(state.old.get(), *before, state.sealed);
  }
  const std::string_view folder = path.substr(0, path.find('/') == path.npos ? 0 : path.rfind('/'));
  if (!record.unchanged) {
    int error = state.ensure_folder(folder);
    if (error == 0) {
      error = state.make("write", record.path,
                         [&] { return create_file(state.staging.get(), record.path, bytes); });
    }
    const bool twice = error == EEXIST || error == EISDIR || error == ENOTDIR;
    if (twice) return state.fail(output_finding(rules::output_path_refused, record.path));
    if (error != 0) return state.fail(output_finding(rules::output_write_failed, record.path, error));
  }
  State::Shard& shard = state.shards[std::hash<std::string_view>()(folder) % state.shards.size()];
  const std::scoped_lock guard(shard.mutex);
  shard.records.push_back(std::move(record));
  return {};
}

}  // namespace mektep
