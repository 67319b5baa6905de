// Objects for templates whose members are made when a template asks for them: a teaser shows three of its
// fifteen.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "theme/value.h"

namespace mektep {

template <class Self>
struct Member {
  std::string_view name;
  Value (*make)(const Self&);
};

// The members of a kind of object, found by name in one step; made at compile time. In the order of
// themes/README.md.
template <class Self, std::size_t count>
class Members {
 public:
  constexpr Members(const Member<Self> (&members)[count]) {
    for (std::size_t i = 0; i < count; ++i) {
      members_[i] = members[i];
      std::size_t slot = slot_of(members[i].name);
      while (slots_[slot] != 0) slot = (slot + 1) % slots;
      slots_[slot] = static_cast<std::uint8_t>(i + 1);
    }
  }
  Value get(const Self& self, std::string_view name) const {
    for (std::size_t slot = slot_of(name); slots_[slot] != 0; slot = (slot + 1) % slots) {
      const auto& member = members_[slots_[slot] - 1U];
      if (member.name == name) return member.make(self);
    }
    return {};
  }
  std::vector<std::string> names() const {
    std::vector<std::string> all;
    for (const auto& member : members_) all.emplace_back(member.name);
    return all;
  }

 private:
  static constexpr std::size_t slots = 128;
  static_assert(count < slots / 2);
  static constexpr std::size_t slot_of(std::string_view name) {
    if (name.empty()) return 0;
    const auto byte = [&](std::size_t i) {
      return static_cast<std::size_t>(static_cast<unsigned char>(name[i]));
    };
    return (name.size() * 7 + byte(0) * 31 + byte(name.size() / 2) * 5 + byte(name.size() - 1)) % slots;
  }

  std::array<Member<Self>, count> members_{};
  std::array<std::uint8_t, slots> slots_{};
};

// Base of such an object: `Self` has a static function members() that returns its Members.
template <class Self>
class LazyObject : public ValueObject {
 public:
  Value get(std::string_view name) const final {
    return Self::members().get(static_cast<const Self&>(*this), name);
  }
  std::vector<std::string> names() const final { return Self::members().names(); }
};

}  // namespace mektep
