// A calendar day and a moment, free of time zones and of the machine's clock.
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/locale.h"

namespace mektep {

struct Date {
  std::int16_t year = 0;
  std::uint8_t month = 0;  // 1…12
  std::uint8_t day = 0;    // 1…31
  auto operator<=>(const Date&) const = default;

  std::int32_t days() const;  // since 1970-01-01
  static Date from_days(std::int32_t days);
  int weekday() const;      // 0 = Monday … 6 = Sunday
  std::string iso() const;  // 2026-09-01
};

// YYYY-MM-DD of an existing day, years 1000…9999; anything else is nullopt.
std::optional<Date> parse_date(std::string_view iso);

// A day with a time of day (events, news): 2026-09-01, 2026-09-01T08:30 or with seconds; local to the school.
struct DateTime {
  Date date;
  std::int16_t minutes = -1;  // since midnight; -1 = whole day
  auto operator<=>(const DateTime&) const = default;
  bool has_time() const { return minutes >= 0; }
  std::string iso() const;
};
std::optional<DateTime> parse_date_time(std::string_view iso);

// Of a Unix time in a zone `offset_minutes` east of UTC.
Date date_at(std::int64_t unix_seconds, int offset_minutes);

}  // namespace mektep
