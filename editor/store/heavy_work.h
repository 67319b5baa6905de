// Work that takes hundreds of MB at a large school, such as preparing a whole site: one piece at a time, and
// what it took goes back to the system.
#pragma once
#include <mutex>

namespace mektep::editor {

// Lives as long as the server. Every member may be called from any thread.
class HeavyWork {
 public:
  // Held while the work lasts. What the work made is to be dropped before.
  class Turn {
   public:
    explicit Turn(HeavyWork& owner) : lock_(owner.mutex_) {}
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    ~Turn();

   private:
    std::unique_lock<std::mutex> lock_;
  };
  // Waits until nobody else works.
  Turn wait() { return Turn(*this); }

 private:
  std::mutex mutex_;
};

// Keeps the memory of many threads together, so that it can be given back. Before the first thread.
void keep_memory_together();

// Gives the system what has been freed. Takes some milliseconds.
void give_back_memory();

// From now on this thread gets a smaller share of the processors. Not for what somebody may wait for.
void let_others_go_first();

}  // namespace mektep::editor
