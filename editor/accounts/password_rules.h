// Which passwords are refused: short ones, common ones, and those made of the school's and the person's own
// names. No rules of composition, nothing is cut off (security line 2).
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>

namespace mektep::editor {

enum class PasswordFault : std::uint8_t { none, too_short, too_long, common, own_names };

// Immutable once made; safe in every thread.
class PasswordRules {
 public:
  static constexpr std::size_t shortest = 12, longest = 1000;  // code points

  // `common`: one password a line.
  explicit PasswordRules(std::string_view common);
  // `names`: of the school, the person, the address; words of fewer than four letters do not count.
  PasswordFault judge(std::string_view password, std::span<const std::string> names = {}) const;

 private:
  bool is_common(std::string_view password) const;
  std::unordered_set<std::string> common_;
};

}  // namespace mektep::editor
