// School years and the periods that a school reports on (JRN-43).
#pragma once
#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/date.h"
#include "base/locale.h"

namespace mektep {

struct SchoolYear {
  std::int16_t first = 0;  // 2025 of 2025-2026
  auto operator<=>(const SchoolYear&) const = default;
  std::string text() const;  // 2025-2026
};
std::optional<SchoolYear> parse_school_year(std::string_view text);  // 2025-2026, 2025/2026, 2025/26

enum class Period : std::uint8_t { q1, q2, q3, q4, h1, h2, year };
inline constexpr std::array<Period, 7> all_periods{Period::q1, Period::q2, Period::q3,  Period::q4,
                                                   Period::h1, Period::h2, Period::year};
std::string_view code(Period period);  // q1 … year, in paths and files
// Also 1, I, «1-чейрек», «1 четверть», «1 ЧТ», «2-жарым жылдык», «1 полугодие», «жылдык», «год».
std::optional<Period> parse_period(std::string_view text);
Label name_of(Period period);  // 1-чейрек · 1-я четверть · quarter 1

// A half-year or a year is made of quarters, first to last.
std::pair<Period, Period> quarters_of(Period period);
// Whether a lesson of that day can belong to the period; weeks at the borders belong to both quarters.
bool may_contain(SchoolYear year, Period period, Date day);

// A period of a certain year: what one set of tables is about.
struct Term {
  SchoolYear year;
  Period period = Period::q1;
  auto operator<=>(const Term&) const = default;
  std::string path() const;  // 2025-2026/q1
  Term previous() const;     // the quarter before (of the year before, if need be); likewise for half-years
  Term of_the_year_before() const { return {{static_cast<std::int16_t>(year.first - 1)}, period}; }
};

}  // namespace mektep
