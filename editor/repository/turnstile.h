// A queue of writers. Internal to this module.
#pragma once
#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace mektep::editor {

// Writers pass one at a time, in the order in which they came.
class Turnstile {
 public:
  class Turn {
   public:
    explicit Turn(Turnstile& owner) : owner_(owner) {}
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    ~Turn() {
      const std::scoped_lock lock(owner_.mutex_);
      ++owner_.serving_;
      owner_.moved_.notify_all();
    }

   private:
    Turnstile& owner_;
  };

  Turn wait() {
    std::unique_lock lock(mutex_);
    const std::uint64_t ticket = next_++;
    moved_.wait(lock, [&] { return serving_ == ticket; });
    return Turn(*this);
  }

 private:
  std::mutex mutex_;
  std::condition_variable moved_;
  std::uint64_t next_ = 0;
  std::uint64_t serving_ = 0;
};

}  // namespace mektep::editor
