// The first commit of a bare repository, by libgit2: before the editor's Repository exists.
#include <git2.h>

#include <filesystem>

#include "editor/cli/commands.h"

namespace mektep::editor {
namespace {

template <class T, void (*free_it)(T*)>
class Owned {
 public:
  Owned() = default;
  ~Owned() { free_it(value_); }
  Owned(const Owned&) = delete;
  Owned& operator=(const Owned&) = delete;
  T** out() { return &value_; }
  T* get() const { return value_; }

 private:
  T* value_ = nullptr;
};

std::unexpected<std::string> last_error() {
  const git_error* error = git_error_last();
  return std::unexpected(std::string(error && error->message ? error->message : "git"));
}

std::expected<void, std::string> first_commit(git_repository* repository, const std::string& from,
                                              std::int64_t now) {
  if (git_repository_set_workdir(repository, from.c_str(), 0) < 0) return last_error();
  Owned<git_index, git_index_free> index;
  if (git_repository_index(index.out(), repository) < 0) return last_error();
  git_strarray everything{};
  if (git_index_add_all(index.get(), &everything, GIT_INDEX_ADD_DEFAULT, nullptr, nullptr) < 0)
    return last_error();
  git_oid tree_id;
  if (git_index_write_tree(&tree_id, index.get()) < 0) return last_error();
  Owned<git_tree, git_tree_free> tree;
  if (git_tree_lookup(tree.out(), repository, &tree_id) < 0) return last_error();
  Owned<git_signature, git_signature_free> author;
  if (git_signature_new(author.out(), "Mektep", "mektep@localhost", now, 360) < 0) return last_error();
  git_oid commit;
  if (git_commit_create(&commit, repository, nullptr, author.get(), author.get(), nullptr, "First commit",
                        tree.get(), 0, nullptr) < 0)
    return last_error();
  Owned<git_reference, git_reference_free> branch;
  if (git_reference_create(branch.out(), repository, "refs/heads/main", &commit, 0, "commit (initial)") < 0)
    return last_error();
  return {};
}

std::expected<void, std::string> create(const std::string& folder, const std::string& from,
                                        std::int64_t now) {
  Owned<git_repository, git_repository_free> repository;
  git_repository_init_options options = GIT_REPOSITORY_INIT_OPTIONS_INIT;
  options.flags = GIT_REPOSITORY_INIT_BARE | GIT_REPOSITORY_INIT_NO_REINIT | GIT_REPOSITORY_INIT_MKPATH;
  options.initial_head = "main";
  if (git_repository_init_ext(repository.out(), folder.c_str(), &options) < 0) return last_error();
  if (from.empty()) return {};
  return first_commit(repository.get(), from, now);
}

}  // namespace

std::expected<void, std::string> create_repository(const std::string& folder, const std::string& from,
                                                   std::int64_t now) {
  git_libgit2_init();
  auto result = create(folder, from, now);
  git_libgit2_shutdown();
  std::error_code error;  // of the index that the first commit was made with
  std::filesystem::remove(folder + "/index", error);
  return result;
}

}  // namespace mektep::editor
