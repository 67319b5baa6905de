#include "editor/repository/git.h"

#include <git2.h>
#include <sys/stat.h>
#include <unistd.h>

#include <mutex>

#include "base/owned.h"
#include "source/loose_reader.h"

namespace mektep::editor {
namespace {

using RepositoryHandle = Owned<git_repository, git_repository_free>;
using Config = Owned<git_config, git_config_free>;
using Odb = Owned<git_odb, git_odb_free>;
using OdbObject = Owned<git_odb_object, git_odb_object_free>;
using Object = Owned<git_object, git_object_free>;
using Blob = Owned<git_blob, git_blob_free>;
using Tree = Owned<git_tree, git_tree_free>;
using TreeBuilder = Owned<git_treebuilder, git_treebuilder_free>;
using CommitHandle = Owned<git_commit, git_commit_free>;
using Reference = Owned<git_reference, git_reference_free>;
using Walk = Owned<git_revwalk, git_revwalk_free>;
using SignatureHandle = Owned<git_signature, git_signature_free>;

// Once a process; libgit2 is never shut down, as threads may still use it.
void start_libgit2() {
  static std::once_flag once;
  std::call_once(once, [] {
    git_libgit2_init();
    // Off by default: a power cut would take what was acknowledged.
    git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, 1);
    git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 1);
    git_libgit2_opts(GIT_OPT_ENABLE_STRICT_OBJECT_CREATION, 1);
    // Folders of a thousand entries are kept too: a history reads each of them twice.
    git_libgit2_opts(GIT_OPT_SET_CACHE_OBJECT_LIMIT, GIT_OBJECT_TREE, std::size_t{64} << 10);
    // Of all repositories together. 256 MB otherwise, and several times that in memory once a long history is
    // read.
    git_libgit2_opts(GIT_OPT_SET_CACHE_MAX_SIZE, ssize_t{16} << 20);
    for (const int level : {GIT_CONFIG_LEVEL_PROGRAMDATA, GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG,
                            GIT_CONFIG_LEVEL_GLOBAL}) {
      git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, "");
    }
  });
}

std::string last_message() {
  const git_error* error = git_error_last();
  return error && error->message ? std::string(error->message) : std::string("?");
}

std::string hex(const git_oid* id) {
  std::string text(GIT_OID_HEXSZ, '0');
  git_oid_fmt(text.data(), id);
  return text;
}

std::optional<git_oid> parse_id(const std::string& text) {
  git_oid id;
  if (text.size() != GIT_OID_HEXSZ || git_oid_fromstr(&id, text.c_str()) != 0) return std::nullopt;
  return id;
}

// libgit2 keeps the reason of the operating system in its message only.
std::unexpected<RepositoryError> failed(Fault fault, std::string_view doing) {
  const std::string message = last_message();
  if (message.contains("No space left") || message.contains("quota exceeded")) fault = Fault::disk_full;
  return std::unexpected(RepositoryError{fault, fmt::format("{}: {}", doing, message), {}});
}

std::unexpected<RepositoryError> unreadable(std::string_view id) {
  return failed(Fault::damaged, fmt::format("object {}", id));
}

FileMode mode_of(git_filemode_t mode) {
  switch (mode) {
    case GIT_FILEMODE_TREE:
      return FileMode::folder;
    case GIT_FILEMODE_LINK:
      return FileMode::symlink;
    case GIT_FILEMODE_COMMIT:
      return FileMode::submodule;
    case GIT_FILEMODE_BLOB_EXECUTABLE:
      return FileMode::executable;
    default:
      return FileMode::file;
  }
}

git_filemode_t mode_for(FileMode mode) {
  switch (mode) {
    case FileMode::folder:
      return GIT_FILEMODE_TREE;
    case FileMode::symlink:
      return GIT_FILEMODE_LINK;
    case FileMode::submodule:
      return GIT_FILEMODE_COMMIT;
    case FileMode::executable:
      return GIT_FILEMODE_BLOB_EXECUTABLE;
    case FileMode::file:
      break;
  }
  return GIT_FILEMODE_BLOB;
}

Signature signature_of(const git_signature* signature) {
  return {signature->name, signature->email, signature->when.time, signature->when.offset};
}

int make(SignatureHandle& handle, const Signature& signature) {
  return take(handle, git_signature_new, signature.name.c_str(), signature.email.c_str(), signature.seconds,
              signature.offset_minutes);
}

}  // namespace

struct Git::State {
  RepositoryHandle repository;
  Odb odb;
  std::string objects;
};

Git::Git(std::unique_ptr<State> state) : state_(std::move(state)) {}
Git::~Git() = default;

GitResult<std::unique_ptr<Git>> Git::open(const std::string& folder) {
  start_libgit2();
  struct stat status{};
  if (::stat((folder + "/objects").c_str(), &status) != 0 ||
      ::stat((folder + "/HEAD").c_str(), &status) != 0) {
    return std::unexpected(RepositoryError{Fault::not_a_repository, folder, {}});
  }
  // libgit2 tells of a wrong owner as if there were no repository at all.
  if (::stat(folder.c_str(), &status) == 0 && status.st_uid != ::geteuid()) {
    return std::unexpected(RepositoryError{Fault::foreign_owner, folder, {}});
  }
  auto state = std::make_unique<State>();
  if (take(state->repository, git_repository_open_bare, folder.c_str()) != 0) {
    return failed(Fault::not_a_repository, folder);
  }
  state->objects = folder + "/objects";
  if (take(state->odb, git_repository_odb, state->repository.get()) != 0 ||
      !read_loose_objects_safely(state->odb.get(), state->objects))
    return failed(Fault::io, folder);
  return std::unique_ptr<Git>(new Git(std::move(state)));
}

GitResult<std::unique_ptr<Git>> Git::create(const std::string& folder, const std::string& branch) {
  start_libgit2();
  git_repository_init_options options = GIT_REPOSITORY_INIT_OPTIONS_INIT;
  options.flags = GIT_REPOSITORY_INIT_BARE | GIT_REPOSITORY_INIT_NO_REINIT | GIT_REPOSITORY_INIT_MKPATH;
  options.initial_head = branch.c_str();
  RepositoryHandle repository;
  if (take(repository, git_repository_init_ext, folder.c_str(), &options) != 0)
    return failed(Fault::io, folder);
  Config config;
  if (take(config, git_repository_config, repository.get()) != 0) return failed(Fault::io, folder);
  // History is never rewritten under the editor, nothing unsound comes in, and only the editor repacks.
  int code = 0;
  for (const char* name : {"receive.denyNonFastForwards", "receive.denyDeletes", "transfer.fsckObjects"})
    code = code != 0 ? code : git_config_set_bool(config.get(), name, 1);
  for (const char* name : {"receive.autogc", "core.logAllRefUpdates"})
    code = code != 0 ? code : git_config_set_bool(config.get(), name, 0);
  if (code != 0) return failed(Fault::io, folder);
  return open(folder);
}

GitResult<std::optional<std::string>> Git::reference(const std::string& name) const {
  git_oid id;
  const int code = git_reference_name_to_id(&id, state_->repository.get(), name.c_str());
  if (code == GIT_ENOTFOUND) return std::optional<std::string>();
  if (code != 0) return failed(Fault::damaged, name);
  return hex(&id);
}

std::vector<std::string> Git::references() const {
  std::vector<std::string> names;
  git_strarray list{};
  if (git_reference_list(&list, state_->repository.get()) != 0) return names;
  for (std::size_t i = 0; i < list.count; ++i) names.emplace_back(list.strings[i]);
  git_strarray_dispose(&list);
  std::ranges::sort(names);
  return names;
}

GitResult<std::string> Git::read_blob(const std::string& id_text) const {
  const auto id = parse_id(id_text);
  OdbObject object;
  if (!id || take(object, git_odb_read, state_->odb.get(), &*id) != 0 ||
      git_odb_object_type(object.get()) != GIT_OBJECT_BLOB) {
    return unreadable(id_text);
  }
  return std::string(static_cast<const char*>(git_odb_object_data(object.get())),
                     git_odb_object_size(object.get()));
}

GitResult<std::vector<TreeEntry>> Git::read_tree(const std::string& id_text) const {
  const auto id = parse_id(id_text);
  Tree tree;
  if (!id || take(tree, git_tree_lookup, state_->repository.get(), &*id) != 0) return unreadable(id_text);
  std::vector<TreeEntry> entries(git_tree_entrycount(tree.get()));
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const git_tree_entry* entry = git_tree_entry_byindex(tree.get(), i);
    entries[i] = {git_tree_entry_name(entry), hex(git_tree_entry_id(entry)),
                  mode_of(git_tree_entry_filemode(entry))};
  }
  return entries;
}

GitResult<CommitObject> Git::read_commit(const std::string& id_text) const {
  const auto id = parse_id(id_text);
  CommitHandle commit;
  if (!id || take(commit, git_commit_lookup, state_->repository.get(), &*id) != 0) return unreadable(id_text);
  CommitObject object{.tree = hex(git_commit_tree_id(commit.get())),
                      .parents = {},
                      .author = signature_of(git_commit_author(commit.get())),
                      .committer = signature_of(git_commit_committer(commit.get())),
                      .message = git_commit_message(commit.get())};
  for (unsigned i = 0; i < git_commit_parentcount(commit.get()); ++i) {
    object.parents.push_back(hex(git_commit_parent_id(commit.get(), i)));
  }
  return object;
}

GitResult<RawObject> Git::read_object(const std::string& id_text) const {
  const auto id = parse_id(id_text);
  OdbObject object;
  if (!id || take(object, git_odb_read, state_->odb.get(), &*id) != 0) return unreadable(id_text);
  RawObject raw;
  switch (git_odb_object_type(object.get())) {
    case GIT_OBJECT_COMMIT:
      raw.kind = ObjectKind::commit;
      break;
    case GIT_OBJECT_TREE:
      raw.kind = ObjectKind::tree;
      break;
    case GIT_OBJECT_TAG:
      raw.kind = ObjectKind::tag;
      break;
    default:
      break;
  }
  raw.bytes.assign(static_cast<const char*>(git_odb_object_data(object.get())),
                   git_odb_object_size(object.get()));
  return raw;
}

GitResult<void> Git::verify(std::span<const std::string> ids) const {
  Odb fresh;
  if (take(fresh, git_odb_open, state_->objects.c_str()) != 0 ||
      !read_loose_objects_safely(fresh.get(), state_->objects))
    return failed(Fault::io, "objects");
  for (const std::string& text : ids) {
    const auto id = parse_id(text);
    OdbObject object;
    if (!id || take(object, git_odb_read, fresh.get(), &*id) != 0) return unreadable(text);
  }
  return {};
}

std::optional<std::uint64_t> Git::size(const std::string& id_text) const {
  const auto id = parse_id(id_text);
  std::size_t size = 0;
  git_object_t type = GIT_OBJECT_INVALID;
  if (!id || git_odb_read_header(&size, &type, state_->odb.get(), &*id) != 0) return std::nullopt;
  return size;
}

GitResult<std::string> Git::write_blob(std::string_view bytes) {
  git_oid id;
  if (git_blob_create_from_buffer(&id, state_->repository.get(), bytes.data(), bytes.size()) != 0) {
    return failed(Fault::io, "blob");
  }
  return hex(&id);
}

GitResult<std::string> Git::write_tree(const std::string& base, std::span<const TreeEntry> changes) {
  Tree source;
  if (!base.empty()) {
    const auto id = parse_id(base);
    if (!id || take(source, git_tree_lookup, state_->repository.get(), &*id) != 0) return unreadable(base);
  }
  TreeBuilder builder;
  if (take(builder, git_treebuilder_new, state_->repository.get(), source.get()) != 0)
    return failed(Fault::io, "tree");
  for (const TreeEntry& change : changes) {
    const auto id = parse_id(change.id);
    const int code = change.id.empty() ? git_treebuilder_remove(builder.get(), change.name.c_str())
                     : id ? git_treebuilder_insert(nullptr, builder.get(), change.name.c_str(), &*id,
                                                   mode_for(change.mode))
                          : -1;
    if (code != 0) return failed(Fault::io, change.name);
  }
  if (git_treebuilder_entrycount(builder.get()) == 0) return std::string();
  git_oid id;
  if (git_treebuilder_write(&id, builder.get()) != 0) return failed(Fault::io, "tree");
  return hex(&id);
}

GitResult<std::string> Git::write_commit(const CommitObject& commit) {
  git_repository* repository = state_->repository.get();
  SignatureHandle author;
  SignatureHandle committer;
  const auto tree_id = parse_id(commit.tree);
  Tree tree;
  if (!tree_id || take(tree, git_tree_lookup, repository, &*tree_id) != 0) return unreadable(commit.tree);
  if (make(author, commit.author) != 0 || make(committer, commit.committer) != 0)
    return failed(Fault::io, "author");
  std::vector<CommitHandle> parents(commit.parents.size());
  std::vector<const git_commit*> pointers;
  for (std::size_t i = 0; i < parents.size(); ++i) {
    const auto id = parse_id(commit.parents[i]);
    if (!id || take(parents[i], git_commit_lookup, repository, &*id) != 0)
      return unreadable(commit.parents[i]);
    pointers.push_back(parents[i].get());
  }
  git_oid id;
  // No reference is given: with one, libgit2 may report success although the commit was not written.
  if (git_commit_create(&id, repository, nullptr, author.get(), committer.get(), nullptr,
                        commit.message.c_str(), tree.get(), pointers.size(), pointers.data()) != 0) {
    return failed(Fault::io, "commit");
  }
  return hex(&id);
}

GitResult<std::string> Git::write_tag(const std::string& name, const std::string& target_text,
                                      const Signature& tagger_data, const std::string& message) {
  const auto target_id = parse_id(target_text);
  Object target;
  SignatureHandle tagger;
  git_oid id;
  if (!target_id ||
      take(target, git_object_lookup, state_->repository.get(), &*target_id, GIT_OBJECT_COMMIT) != 0)
    return unreadable(target_text);
  if (make(tagger, tagger_data) != 0 ||
      git_tag_annotation_create(&id, state_->repository.get(), name.c_str(), target.get(), tagger.get(),
                                message.c_str()) != 0) {
    return failed(Fault::io, "tag");
  }
  return hex(&id);
}

GitResult<RefMove> Git::move_reference(const std::string& name, const std::string& id_text,
                                       const std::string& expected_text) {
  const auto id = parse_id(id_text);
  const auto expected = parse_id(expected_text);
  if (!id || (!expected && !expected_text.empty()))
    return std::unexpected(RepositoryError{Fault::io, "bad id", {}});
  git_repository* repository = state_->repository.get();
  Reference reference;
  const int code = expected
                       ? take(reference, git_reference_create_matching, repository, name.c_str(), &*id, 1,
                              &*expected, "save")
                       : take(reference, git_reference_create, repository, name.c_str(), &*id, 0, "save");
  if (code == 0) return RefMove::moved;
  if (code == GIT_EMODIFIED || code == GIT_EEXISTS) return RefMove::changed;
  if (code == GIT_ELOCKED) return RefMove::locked;
  return failed(Fault::io, name);
}

GitResult<void> Git::walk(const std::string& from, const std::string& hidden,
                          const std::function<bool(const std::string& id)>& each) const {
  const auto start = parse_id(from);
  Walk walk;
  if (!start || take(walk, git_revwalk_new, state_->repository.get()) != 0) return unreadable(from);
  git_revwalk_sorting(walk.get(), GIT_SORT_TOPOLOGICAL | GIT_SORT_TIME);
  if (git_revwalk_push(walk.get(), &*start) != 0) return unreadable(from);
  if (const auto end = parse_id(hidden); end && git_revwalk_hide(walk.get(), &*end) != 0)
    return unreadable(hidden);
  git_oid id;
  for (;;) {
    const int code = git_revwalk_next(&id, walk.get());
    if (code == GIT_ITEROVER) return {};
    if (code != 0) return unreadable(from);
    if (!each(hex(&id))) return {};
  }
}

std::optional<std::string> Git::commit_of(const std::string& id_text) const {
  const auto id = parse_id(id_text);
  Object object;
  Object commit;
  if (!id || take(object, git_object_lookup, state_->repository.get(), &*id, GIT_OBJECT_ANY) != 0 ||
      take(commit, git_object_peel, object.get(), GIT_OBJECT_COMMIT) != 0) {
    return std::nullopt;
  }
  return hex(git_object_id(commit.get()));
}

git_repository* Git::raw() const {
  return state_->repository.get();
}

}  // namespace mektep::editor
