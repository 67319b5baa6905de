#include "base/date.h"

namespace mektep {
namespace {

constexpr bool is_leap(int year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

constexpr int days_in_month(int year, int month) {
  constexpr std::array<int, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : lengths[static_cast<std::size_t>(month - 1)];
}

// The number that `text` spells with nothing but digits; -1 when it does not.
int digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return text.empty() ? -1 : value;
}

constexpr std::int32_t days_per_era = 146097;  // 400 years

}  // namespace

// Both conversions count from 1 March of the year 0, so that the leap day is the last of its year (H.
// Hinnant, "chrono-compatible low-level date algorithms").
std::int32_t Date::days() const {
  const int y = year - (month <= 2 ? 1 : 0);
  const int era = (y >= 0 ? y : y - 399) / 400;
  const int year_of_era = y - era * 400;
  const int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * days_per_era + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

Date Date::from_days(std::int32_t days) {
  const std::int32_t shifted = days + 719468;
  const std::int32_t era = (shifted >= 0 ? shifted : shifted - (days_per_era - 1)) / days_per_era;
  const int day_of_era = shifted - era * days_per_era;
  const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int m = (5 * day_of_year + 2) / 153;
  const int month = m < 10 ? m + 3 : m - 9;
  return {static_cast<std::int16_t>(year_of_era + era * 400 + (month <= 2 ? 1 : 0)),
          static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day_of_year - (153 * m + 2) / 5 + 1)};
}

int Date::weekday() const {
  const std::int32_t since_monday = days() + 3;  // 1970-01-01 was a Thursday
  return ((since_monday % 7) + 7) % 7;
}

std::string Date::iso() const {
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

std::optional<Date> parse_date(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const int year = digits(iso.substr(0, 4));
  const int month = digits(iso.substr(5, 2));
  const int day = digits(iso.substr(8, 2));
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > days_in_month(year, month))
    return std::nullopt;
  return Date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
              static_cast<std::uint8_t>(day)};
}

std::string DateTime::iso() const {
  if (!has_time()) return date.iso();
  return fmt::format("{}T{:02}:{:02}", date.iso(), minutes / 60, minutes % 60);
}

std::optional<DateTime> parse_date_time(std::string_view iso) {
  const auto date = parse_date(iso.substr(0, 10));
  if (!date) return std::nullopt;
  if (iso.size() == 10) return DateTime{*date, -1};
  const bool with_seconds = iso.size() == 19;
  if ((iso.size() != 16 && !with_seconds) || iso[10] != 'T' || iso[13] != ':') return std::nullopt;
  const int hour = digits(iso.substr(11, 2));
  const int minute = digits(iso.substr(14, 2));
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return std::nullopt;
  if (with_seconds) {
    const int second = digits(iso.substr(17, 2));
    if (iso[16] != ':' || second < 0 || second > 59) return std::nullopt;
  }
  return DateTime{*date, static_cast<std::int16_t>(hour * 60 + minute)};
}

Date date_at(std::int64_t unix_seconds, int offset_minutes) {
  constexpr std::int64_t day = 86400;
  const std::int64_t local = unix_seconds + std::int64_t{offset_minutes} * 60;
  const std::int64_t days = (local >= 0 ? local : local - (day - 1)) / day;
  return Date::from_days(static_cast<std::int32_t>(days));
}

}  // namespace mektep
