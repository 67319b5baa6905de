// Dates, numbers, plurals, order and quotes of Kyrgyz and Russian, from our own tables: glibc and ICU are not
// asked, so that every machine gives the same bytes.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/locale.h"

namespace mektep {

// Russian years keep their "г." with U+00A0.
enum class DateStyle : std::uint8_t {
  full,      // 2026-ж., 1-сентябрь, шейшемби · вторник, 1 сентября 2026 г.
  long_,     // 2026-ж., 1-сентябрь · 1 сентября 2026 г.
  medium,    // 2026-ж., 1-сен. · 1 сент. 2026 г.
  short_,    // 01.09.2026
  official,  // 2026-жылдын 1-сентябры · 1 сентября 2026 года (acts and orders)
  month,     // 2026-ж., сентябрь · сентябрь 2026 г.
  day,       // 1-сентябрь · 1 сентября
};
std::string format_date(Date date, Locale locale, DateStyle style);
// With ", 15:05" behind the date when there is a time.
std::string format_date_time(const DateTime& moment, Locale locale, DateStyle style);
std::string format_time(int minutes);  // 15:05, of minutes since midnight
// 1-сентябрь – 5-ноябрь 2026-ж. · 1 сентября – 5 ноября 2026 г. (U+2013, in Russian between U+202F)
std::string format_date_range(Date from, Date to, Locale locale);
std::string_view weekday_name(int weekday, Locale locale);  // 0 = Monday
std::string_view weekday_short(int weekday, Locale locale);
std::string_view month_name(int month, Locale locale);  // nominative, lower case
std::string quarter_name(int quarter, Locale locale);   // 1-чейрек · 1-я четверть

// Groups of three by U+00A0, decimal comma: 1 234 567,89. `decimals` are the digits behind the comma of
// `value`.
std::string format_number(std::int64_t value, int decimals = 0);
std::string format_percent(std::int64_t value, int decimals, Locale locale);  // 87,5% · 87,5 % (U+00A0)
std::string format_som(std::int64_t tyiyn);                                   // 1 234,50 сом
// 560 КБ · 1,4 МБ, in units of 1024
std::string format_size(std::uint64_t bytes, Locale locale);

// CLDR category of a whole number: one, few, many, other.
enum class Plural : std::uint8_t { one, few, many, other };
Plural plural(std::int64_t count, Locale locale);
// Of a number with a fraction (15 with one decimal = 1,5 ученика): never one, few or many in Russian.
Plural plural(std::int64_t value, int decimals, Locale locale);

// Dictionary order: Kyrgyz alphabet (Ң after Н, Ө after О, Ү after У, Ё a letter of its own after Е), Russian
// with Ё = Е; case and punctuation only break ties; digits by their number (9-А before 10-А). Negative, 0,
// positive.
int collate(std::string_view a, std::string_view b, Locale locale);

// «outer» and „inner“ in both languages.
struct Quotes {
  std::string_view open, close, inner_open, inner_close;
};
Quotes quotes(Locale locale);

}  // namespace mektep
