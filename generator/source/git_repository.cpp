#include "source/git_repository.h"

#include <git2.h>
#include <git2/sys/repository.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <mutex>

#include "base/owned.h"
#include "base/text.h"
#include "source/loose_reader.h"
#include "source/rules.h"

namespace mektep {
namespace {

using Repository = Owned<git_repository, git_repository_free>;
using Odb = Owned<git_odb, git_odb_free>;
using OdbObject = Owned<git_odb_object, git_odb_object_free>;
using Object = Owned<git_object, git_object_free>;
using Tree = Owned<git_tree, git_tree_free>;
using TreeEntry = Owned<git_tree_entry, git_tree_entry_free>;
using Commit = Owned<git_commit, git_commit_free>;
using Index = Owned<git_index, git_index_free>;
using Config = Owned<git_config, git_config_free>;

// Once a process; libgit2 is never shut down, as threads may still use it.
void start_libgit2() {
  static std::once_flag once;
  std::call_once(once, [] {
    git_libgit2_init();
    // What a site holds may not depend on the ignore file of whoever builds it.
    git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, GIT_CONFIG_LEVEL_XDG, "");
  });
}

std::string last_message() {
  const git_error* error = git_error_last();
  return error && error->message ? excerpt(error->message, 200) : std::string("?");
}

std::string hex(const git_oid* id) {
  std::string text(GIT_OID_HEXSZ, '0');
  git_oid_fmt(text.data(), id);
  return text;
}

// git_repository_is_empty() would also ask for the default name of the branch.
bool has_no_reference(git_repository* repository) {
  git_strarray names{};
  if (git_reference_list(&names, repository) != 0) return false;
  const bool none = names.count == 0;
  git_strarray_dispose(&names);
  return none;
}

std::optional<git_oid> parse_id(const std::string& text) {
  git_oid id;
  if (text.size() != GIT_OID_HEXSZ || git_oid_fromstr(&id, text.c_str()) != 0) return std::nullopt;
  return id;
}

Finding damaged(const std::string& object, const std::string& path = {}) {
  return {rules::source_damaged_object, {path, {}}, {}, {}, {{"object", object}, {"reason", last_message()}}};
}

struct RepositorySigns {
  std::filesystem::path folder;
  bool foreign;  // of another owner
};

// Looks for a repository at or above the folder. libgit2 tells of one with a wrong owner as if there were
// none, and takes 20 ms to start (it reads the certificates of the system): too much for finding nothing.
std::optional<RepositorySigns> find_repository(std::filesystem::path folder) {
  for (;; folder = folder.parent_path()) {
    struct stat status{};
    const bool work_tree = ::stat((folder / ".git").c_str(), &status) == 0;
    const bool is_bare = ::access((folder / "HEAD").c_str(), F_OK) == 0 &&
                         ::access((folder / "objects").c_str(), F_OK) == 0 &&
                         ::access((folder / "refs").c_str(), F_OK) == 0;
    if (work_tree || is_bare) {
      struct stat own{};
      const bool foreign = (::stat(folder.c_str(), &own) == 0 && own.st_uid != ::geteuid()) ||
                           (work_tree && status.st_uid != ::geteuid());
      return RepositorySigns{folder, foreign};
    }
    if (folder == folder.parent_path()) return std::nullopt;
  }
}

}  // namespace

struct GitRepository::State {
  std::string folder;
  std::string prefix;  // of the folder in the repository: empty or with a slash at the end
  Repository repository;
  std::string objects;

  // One object database a reading thread: libgit2 locks a shared one for every read.
  mutable std::mutex mutex;
  mutable std::vector<Odb> idle;

  Odb borrow() const {
    {
      const std::scoped_lock lock(mutex);
      if (!idle.empty()) {
        Odb odb = std::move(idle.back());
        idle.pop_back();
        return odb;
      }
    }
    Odb odb;
    take(odb, git_odb_open, objects.c_str());
    return odb;
  }
  void give_back(Odb odb) const {
    const std::scoped_lock lock(mutex);
    idle.push_back(std::move(odb));
  }
};

GitRepository::GitRepository(std::unique_ptr<State> state) : state_(std::move(state)) {}
GitRepository::~GitRepository() = default;

std::expected<std::unique_ptr<GitRepository>, Finding> GitRepository::open(const std::string& folder) {
  std::error_code error;
  const std::filesystem::path real = std::filesystem::canonical(folder, error);
  if (error || !std::filesystem::is_directory(real, error)) {
    return std::unexpected(Finding(rules::source_not_a_folder, {}, {}, {}, {{"path", folder}}));
  }
  const auto none = [&] {
    return std::unexpected(Finding(rules::source_not_a_repository, {}, {}, {}, {{"path", folder}}));
  };
  const auto signs = find_repository(real);
  if (!signs) return none();
  start_libgit2();
  auto state = std::make_unique<State>();
  state->folder = folder;
  const int code = take(state->repository, git_repository_open_ext, real.c_str(), 0U, nullptr);
  if (code != 0) {
    if (signs->foreign) {
      return std::unexpected(
          Finding(rules::source_foreign_repository, {}, {}, {}, {{"path", signs->folder.string()}}));
    }
    if (code == GIT_ENOTFOUND) return none();
    return std::unexpected(damaged(folder));
  }
  git_repository* repository = state->repository.get();
  if (const char* work_tree = git_repository_workdir(repository)) {
    const auto inside = real.lexically_relative(std::filesystem::canonical(work_tree, error));
    const std::string relative = inside.generic_string();
    if (!error && relative != "." && !relative.starts_with("..")) state->prefix = relative + "/";
  }
  const std::string common = git_repository_commondir(repository);
  state->objects = common + "objects";
  git_odb* objects = nullptr;
  if (git_repository_odb(&objects, repository) != 0) return std::unexpected(damaged(folder));
  const bool guarded = read_loose_objects_safely(objects, state->objects);
  git_odb_free(objects);
  if (!guarded) return std::unexpected(damaged(folder));
  // Only the repository's own settings: core.excludesfile of a user would hide files of the site.
  Config config;
  if (take(config, git_config_new) == 0) {
    git_config_add_file_ondisk(config.get(), (common + "config").c_str(), GIT_CONFIG_LEVEL_LOCAL, repository,
                               0);
    git_repository_set_config(repository, config.get());
  }
  return std::unique_ptr<GitRepository>(new GitRepository(std::move(state)));
}

bool GitRepository::bare() const {
  return git_repository_is_bare(state_->repository.get()) == 1;
}

std::string GitRepository::lfs_folder() const {
  return std::string(git_repository_commondir(state_->repository.get())) + "lfs/objects";
}

std::expected<std::string, Finding> GitRepository::resolve(const std::string& revision) const {
  git_repository* repository = state_->repository.get();
  Object named;
  const int code = take(named, git_revparse_single, repository, revision.c_str());
  if (code != 0) {
    if (git_repository_head_unborn(repository) == 1 && has_no_reference(repository)) {
      return std::unexpected(Finding(rules::source_empty_repository, {}, {}, {}, {{"path", state_->folder}}));
    }
    // A name that leads to an object which is not there is damage, not a wrong name.
    git_oid id;
    if (git_reference_name_to_id(&id, repository, revision.c_str()) == 0)
      return std::unexpected(damaged(hex(&id)));
    if (code != GIT_ENOTFOUND && code != GIT_EINVALIDSPEC && code != GIT_EAMBIGUOUS) {
      return std::unexpected(damaged(revision));
    }
    return std::unexpected(Finding(rules::source_unknown_revision, {}, {}, {}, {{"revision", revision}}));
  }
  Object commit;
  if (take(commit, git_object_peel, named.get(), GIT_OBJECT_COMMIT) != 0) {
    return std::unexpected(Finding(rules::source_unknown_revision, {}, {}, {}, {{"revision", revision}}));
  }
  return hex(git_object_id(commit.get()));
}

namespace {

constexpr std::size_t deepest_tree = 64;

struct Lister {
  git_repository* repository;
  git_odb* odb;
  std::vector<GitEntry>& entries;

  // The fault that stopped it, if any.
  std::optional<Finding> walk(const git_oid* id, std::string& path, std::size_t depth) {
    Tree tree;
    if (take(tree, git_tree_lookup, repository, id) != 0) return damaged(hex(id), path);
    const std::size_t stem = path.size();
    for (std::size_t i = 0; i < git_tree_entrycount(tree.get()); ++i) {
      const git_tree_entry* entry = git_tree_entry_byindex(tree.get(), i);
      const git_oid* entry_id = git_tree_entry_id(entry);
      path += git_tree_entry_name(entry);
      if (git_tree_entry_type(entry) == GIT_OBJECT_TREE) {
        if (depth == deepest_tree) return Finding(rules::source_name_too_long, {path, {}});
        path += '/';
        if (auto fault = walk(entry_id, path, depth + 1)) return fault;
      } else {
        add(entry, entry_id, path);
      }
      path.resize(stem);
    }
    return std::nullopt;
  }

  void add(const git_tree_entry* entry, const git_oid* id, const std::string& path) {
    GitEntry& added = entries.emplace_back(path, hex(id));
    const git_filemode_t mode = git_tree_entry_filemode(entry);
    if (mode == GIT_FILEMODE_COMMIT) {
      added.kind = GitEntry::Kind::submodule;
    } else if (mode == GIT_FILEMODE_LINK) {
      added.kind = GitEntry::Kind::symlink;
    } else {
      std::size_t size = 0;
      git_object_t type = GIT_OBJECT_INVALID;
      if (git_odb_read_header(&size, &type, odb, id) == 0) added.size = size;
    }
  }
};

}  // namespace

std::expected<std::vector<GitEntry>, Finding> GitRepository::list(const std::string& commit_id) const {
  git_repository* repository = state_->repository.get();
  const auto info = commit(commit_id);
  const auto root = info ? parse_id(info->tree) : std::nullopt;
  if (!root) return std::unexpected(damaged(commit_id));
  git_oid start = *root;
  if (!state_->prefix.empty()) {
    Tree tree;
    if (take(tree, git_tree_lookup, repository, &start) != 0) return std::unexpected(damaged(hex(&start)));
    TreeEntry entry;
    const std::string folder = state_->prefix.substr(0, state_->prefix.size() - 1);
    const int code = take(entry, git_tree_entry_bypath, tree.get(), folder.c_str());
    if (code == GIT_ENOTFOUND) return std::vector<GitEntry>{};
    if (code != 0) return std::unexpected(damaged(hex(&start)));
    start = *git_tree_entry_id(entry.get());
  }
  Odb odb;
  if (take(odb, git_repository_odb, repository) != 0) return std::unexpected(damaged(commit_id));
  std::vector<GitEntry> entries;
  std::string path;
  if (auto fault = Lister{repository, odb.get(), entries}.walk(&start, path, 0))
    return std::unexpected(std::move(*fault));
  return entries;
}

std::expected<std::string, Finding> GitRepository::read_blob(const std::string& id_text,
                                                             const std::string& path) const {
  const auto id = parse_id(id_text);
  Odb odb = state_->borrow();
  OdbObject object;
  if (!id || !odb || take(object, git_odb_read, odb.get(), &*id) != 0 ||
      git_odb_object_type(object.get()) != GIT_OBJECT_BLOB) {
    return std::unexpected(damaged(id_text, path));
  }
  std::string bytes(static_cast<const char*>(git_odb_object_data(object.get())),
                    git_odb_object_size(object.get()));
  object.reset();
  state_->give_back(std::move(odb));
  return bytes;
}

std::optional<GitCommit> GitRepository::commit(const std::string& id_text) const {
  const auto id = parse_id(id_text);
  Commit found;
  if (!id || take(found, git_commit_lookup, state_->repository.get(), &*id) != 0) return std::nullopt;
  const git_signature* author = git_commit_author(found.get());
  GitCommit commit{.seconds = author->when.time,
                   .offset_minutes = author->when.offset,
                   .committed = git_commit_time(found.get()),
                   .tree = hex(git_commit_tree_id(found.get())),
                   .parents = {}};
  for (unsigned i = 0; i < git_commit_parentcount(found.get()); ++i) {
    commit.parents.push_back(hex(git_commit_parent_id(found.get(), i)));
  }
  return commit;
}

bool GitRepository::compare(const std::string& old_tree, const std::string& new_tree,
                            const std::function<void(const std::string& path)>& changed) const {
  const std::string& folder = state_->prefix;
  return !compare_trees(state_->repository.get(), old_tree, new_tree, folder,
                        [&](const std::string& path, const TreeFile*, const TreeFile*) {
                          changed(path.substr(folder.size()));
                        });
}

bool GitRepository::for_each_object(const std::function<void(const GitObject&)>& visit) const {
  const Odb odb = state_->borrow();
  std::vector<git_oid> ids;
  const auto collect = [](const git_oid* id, void* into) {
    static_cast<std::vector<git_oid>*>(into)->push_back(*id);
    return 0;
  };
  if (!odb || git_odb_foreach(odb.get(), collect, &ids) != 0) return false;
  bool all = true;
  for (const git_oid& id : ids) {
    OdbObject object;
    if (take(object, git_odb_read, odb.get(), &id) != 0) {
      all = false;
      continue;
    }
    const std::string_view bytes(static_cast<const char*>(git_odb_object_data(object.get())),
                                 git_odb_object_size(object.get()));
    switch (git_odb_object_type(object.get())) {
      case GIT_OBJECT_COMMIT:
        visit({GitObject::Kind::commit, hex(&id), bytes});
        break;
      case GIT_OBJECT_TREE:
        visit({GitObject::Kind::tree, hex(&id), bytes});
        break;
      case GIT_OBJECT_TAG:
        visit({GitObject::Kind::tag, hex(&id), bytes});
        break;
      default:
        visit({GitObject::Kind::file, hex(&id), bytes});
    }
  }
  return all;
}

std::vector<std::string> GitRepository::tracked() const {
  std::vector<std::string> paths;
  Index index;
  if (take(index, git_repository_index, state_->repository.get()) != 0) return paths;
  const std::size_t count = git_index_entrycount(index.get());
  paths.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string_view path = git_index_get_byindex(index.get(), i)->path;
    if (path.starts_with(state_->prefix)) paths.emplace_back(path.substr(state_->prefix.size()));
  }
  std::ranges::sort(paths);
  return paths;
}

bool GitRepository::ignores(const std::string& path) const {
  int ignored = 0;
  const std::string full = state_->prefix + path;
  return !full.empty() && git_ignore_path_is_ignored(&ignored, state_->repository.get(), full.c_str()) == 0 &&
         ignored == 1;
}

}  // namespace mektep
