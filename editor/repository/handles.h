// Open handles on the repository, one for each thread that reads at the moment.
#pragma once
#include <mutex>

#include "editor/repository/git.h"

namespace mektep::editor {

// Every member may be called from any thread.
class Handles {
 public:
  explicit Handles(std::string folder) : folder_(std::move(folder)) {}

  // Lends a handle to this thread until the loan goes out of scope.
  class Loan {
   public:
    Loan(Handles& owner, std::unique_ptr<Git> git) : owner_(&owner), git_(std::move(git)) {}
    Loan(Loan&&) noexcept = default;
    Loan& operator=(Loan&&) = delete;
    ~Loan() {
      if (git_) owner_->give_back(std::move(git_));
    }
    Git& operator*() const { return *git_; }
    Git* operator->() const { return git_.get(); }

   private:
    Handles* owner_;
    std::unique_ptr<Git> git_;
  };
  GitResult<Loan> borrow();

 private:
  void give_back(std::unique_ptr<Git> git);

  std::string folder_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Git>> idle_;
};

}  // namespace mektep::editor
