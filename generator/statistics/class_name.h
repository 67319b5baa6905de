// A class of a school: «9-А».
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mektep {

struct ClassName {
  std::uint8_t grade = 0;  // 1…12
  std::string letter;      // «А», upper case; empty when the school has one class in the grade
  bool operator==(const ClassName&) const = default;
  std::strong_ordering operator<=>(const ClassName& other) const;  // 9-А before 10-А, Kyrgyz alphabet

  std::string text() const;  // 9-А
};

// 9-А, 9а, 9 «А», 9-A with a Latin letter, 9-класс, 11. Nothing longer: a name of a person is never a class.
std::optional<ClassName> parse_class_name(std::string_view text);

}  // namespace mektep
