// The variables of one running function, on the stack where they can be and kept where macros may still see
// them.
#pragma once
#include <cstddef>
#include <memory>
#include <vector>

#include "theme/template/render.h"

namespace mektep::templates {

class Renderer::Slots {
 public:
  Slots(Renderer& renderer, const Function& function, const Frame* outer)
      : renderer_(renderer), before_(renderer.scene_.frame), count_(function.slots) {
    if (function.keeps_frame) {
      // Kept to the end: charged for, so that a loop of such calls stays bounded.
      renderer.budget_.charge(20 + count_);
      auto& slots = renderer.kept_slots_.emplace_back(count_, Value::missing());
      renderer.kept_frames_.push_back({slots.data(), outer});
      renderer.scene_.frame = &renderer.kept_frames_.back();
      count_ = 0;
      return;
    }
    if (count_ <= inline_slots) {
      local_.slots = reinterpret_cast<Value*>(storage_);
    } else {
      heap_ = std::make_unique<std::byte[]>(count_ * sizeof(Value));
      local_.slots = reinterpret_cast<Value*>(heap_.get());
    }
    std::uninitialized_fill_n(local_.slots, count_, Value::missing());
    local_.outer = outer;
    renderer.scene_.frame = &local_;
  }
  ~Slots() {
    renderer_.scene_.frame = before_;
    if (local_.slots != nullptr) std::destroy_n(local_.slots, count_);
  }
  Slots(const Slots&) = delete;
  Slots& operator=(const Slots&) = delete;

 private:
  static constexpr std::size_t inline_slots = 12;

  Renderer& renderer_;
  Frame* before_;
  std::size_t count_;
  Frame local_;
  std::unique_ptr<std::byte[]> heap_;
  alignas(Value) std::byte storage_[inline_slots * sizeof(Value)];
};

}  // namespace mektep::templates
