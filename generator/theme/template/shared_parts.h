// Rendered pieces that many pages have in common: a header, a menu, a footer. Kept by whoever renders, once
// for each set of values of the names that TemplateSet::Options::shared lists; filled by the first rendering
// that comes by.
#pragma once
#include <atomic>
#include <memory>
#include <string>

namespace mektep {

// Made by TemplateSet::make_shared_parts for that set only. Safe in several threads: a piece is the same
// whoever makes it, the first one stays.
class SharedParts {
 public:
  explicit SharedParts(std::size_t count)
      : parts_(std::make_unique<std::atomic<const std::string*>[]>(count)), count_(count) {}
  ~SharedParts() {
    for (std::size_t i = 0; i < count_; ++i) delete parts_[i].load(std::memory_order_relaxed);
  }
  SharedParts(const SharedParts&) = delete;
  SharedParts& operator=(const SharedParts&) = delete;

  // nullptr: not made yet.
  const std::string* get(std::size_t part) const { return parts_[part].load(std::memory_order_acquire); }
  void put(std::size_t part, std::string text) {
    const auto* mine = new std::string(std::move(text));
    const std::string* none = nullptr;
    if (!parts_[part].compare_exchange_strong(none, mine, std::memory_order_acq_rel)) delete mine;
  }

 private:
  std::unique_ptr<std::atomic<const std::string*>[]> parts_;
  std::size_t count_;
};

}  // namespace mektep
