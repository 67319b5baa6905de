// Something personal that a text says. The words themselves are given by their place only.
#pragma once
#include <cstddef>
#include <cstdint>

namespace mektep {

enum class Personal : std::uint8_t {
  known_name,       // of somebody in the register: `whose`
  unknown_name,     // a full name of nobody that we know
  phone,            // a number that is not one of the school's
  personal_number,  // ПИН: 14 digits that begin with the sex and the day of birth
  home_address,     // where somebody lives
};

struct PersonalFind {
  Personal kind = Personal::unknown_name;
  std::size_t begin = 0, end = 0;  // bytes of the text
  std::uint32_t whose = 0;
  bool surname_only = false;  // of a known name
  bool pupil = false;         // the same sentence speaks of a pupil
  bool operator==(const PersonalFind&) const = default;
};

}  // namespace mektep
