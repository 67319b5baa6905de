#include "editor/repository/handles.h"

namespace mektep::editor {

GitResult<Handles::Loan> Handles::borrow() {
  {
    const std::scoped_lock lock(mutex_);
    if (!idle_.empty()) {
      auto git = std::move(idle_.back());
      idle_.pop_back();
      return Loan(*this, std::move(git));
    }
  }
  auto git = Git::open(folder_);
  if (!git) return std::unexpected(std::move(git.error()));
  return Loan(*this, std::move(*git));
}

void Handles::give_back(std::unique_ptr<Git> git) {
  constexpr std::size_t most_idle = 8;  // each keeps a cache of its own
  const std::scoped_lock lock(mutex_);
  if (idle_.size() < most_idle) idle_.push_back(std::move(git));
}

}  // namespace mektep::editor
