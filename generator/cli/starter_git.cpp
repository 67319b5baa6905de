// The first commit of a starter repository, by libgit2.
#include <git2.h>

#include "base/zone.h"
#include "cli/starter.h"

namespace mektep::cli {
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

std::expected<void, std::string> commit(const std::string& folder, const std::string& message,
                                        std::int64_t now) {
  Owned<git_repository, git_repository_free> repository;
  git_repository_init_options options = GIT_REPOSITORY_INIT_OPTIONS_INIT;
  options.flags = GIT_REPOSITORY_INIT_NO_REINIT | GIT_REPOSITORY_INIT_MKPATH;
  options.initial_head = "main";
  if (git_repository_init_ext(repository.out(), folder.c_str(), &options) < 0) return last_error();

  Owned<git_index, git_index_free> index;
  if (git_repository_index(index.out(), repository.get()) < 0) return last_error();
  git_strarray everything{};
  if (git_index_add_all(index.get(), &everything, GIT_INDEX_ADD_DEFAULT, nullptr, nullptr) < 0)
    return last_error();
  git_oid tree_id;
  if (git_index_write_tree(&tree_id, index.get()) < 0 || git_index_write(index.get()) < 0)
    return last_error();
  Owned<git_tree, git_tree_free> tree;
  if (git_tree_lookup(tree.out(), repository.get(), &tree_id) < 0) return last_error();

  Owned<git_signature, git_signature_free> author;
  if (git_signature_default(author.out(), repository.get()) < 0 &&
      git_signature_new(author.out(), "Mektep", "mektep@localhost", now, bishkek_minutes) < 0)
    return last_error();
  // The reference is made by itself: git_commit_create may report success although the commit was not
  // written.
  git_oid commit_id;
  if (git_commit_create(&commit_id, repository.get(), nullptr, author.get(), author.get(), nullptr,
                        message.c_str(), tree.get(), 0, nullptr) < 0)
    return last_error();
  Owned<git_reference, git_reference_free> reference;
  if (git_reference_create(reference.out(), repository.get(), "refs/heads/main", &commit_id, 0,
                           "commit (initial)") < 0)
    return last_error();
  return {};
}

}  // namespace

std::expected<void, std::string> commit_all(const std::string& folder, const std::string& message,
                                            std::int64_t now) {
  git_libgit2_init();
  auto result = commit(folder, message, now);
  git_libgit2_shutdown();
  return result;
}

}  // namespace mektep::cli
