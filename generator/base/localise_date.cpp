// Dates in words: the tables of CLDR 48 for ky and ru, and the forms in which Kyrgyz acts are dated.
#include "base/localise.h"
#include "base/text.h"

namespace mektep {
namespace {

using Names12 = std::array<std::string_view, 12>;
using Names7 = std::array<std::string_view, 7>;

constexpr Names12 ky_months{"январь", "февраль", "март",     "апрель",  "май",    "июнь",
                            "июль",   "август",  "сентябрь", "октябрь", "ноябрь", "декабрь"};
constexpr Names12 ky_months_short{"янв.", "фев.", "мар.", "апр.", "май",  "июн.",
                                  "июл.", "авг.", "сен.", "окт.", "ноя.", "дек."};
// "2017-жылдын 21-ноябры": the possessive, by vowel harmony.
constexpr Names12 ky_months_possessive{"январы", "февралы", "марты",    "апрели",  "майы",   "июну",
                                       "июлу",   "августу", "сентябры", "октябры", "ноябры", "декабры"};
constexpr Names12 ru_months{"январь", "февраль", "март",     "апрель",  "май",    "июнь",
                            "июль",   "август",  "сентябрь", "октябрь", "ноябрь", "декабрь"};
constexpr Names12 ru_months_genitive{"января", "февраля", "марта",    "апреля",  "мая",    "июня",
                                     "июля",   "августа", "сентября", "октября", "ноября", "декабря"};
constexpr Names12 ru_months_short{"янв.", "февр.", "мар.",  "апр.", "мая",   "июн.",
                                  "июл.", "авг.",  "сент.", "окт.", "нояб.", "дек."};

constexpr Names7 ky_weekdays{"дүйшөмбү", "шейшемби", "шаршемби", "бейшемби", "жума", "ишемби", "жекшемби"};
constexpr Names7 ky_weekdays_short{"дш.", "шш.", "шр.", "бш.", "жм.", "иш.", "жш."};
constexpr Names7 ru_weekdays{"понедельник", "вторник", "среда",      "четверг",
                             "пятница",     "суббота", "воскресенье"};
constexpr Names7 ru_weekdays_short{"пн", "вт", "ср", "чт", "пт", "сб", "вс"};

template <std::size_t Size>
std::string_view entry(const std::array<std::string_view, Size>& names, int at) {
  return at >= 0 && at < static_cast<int>(Size) ? names[static_cast<std::size_t>(at)] : std::string_view();
}

std::string format_kyrgyz(Date date, DateStyle style) {
  const int y = date.year;
  const int d = date.day;
  const int m = date.month - 1;
  switch (style) {
    case DateStyle::full:
      return fmt::format("{}-ж., {}-{}, {}", y, d, entry(ky_months, m), entry(ky_weekdays, date.weekday()));
    case DateStyle::long_:
      return fmt::format("{}-ж., {}-{}", y, d, entry(ky_months, m));
    case DateStyle::medium:
      return fmt::format("{}-ж., {}-{}", y, d, entry(ky_months_short, m));
    case DateStyle::short_:
      break;
    case DateStyle::official:
      return fmt::format("{}-жылдын {}-{}", y, d, entry(ky_months_possessive, m));
    case DateStyle::month:
      return fmt::format("{}-ж., {}", y, entry(ky_months, m));
    case DateStyle::day:
      return fmt::format("{}-{}", d, entry(ky_months, m));
  }
  return fmt::format("{:02}.{:02}.{:04}", d, date.month, y);
}

std::string format_russian(Date date, DateStyle style) {
  const int y = date.year;
  const int d = date.day;
  const int m = date.month - 1;
  // U+00A0 keeps the year and its "г." on one line.
  switch (style) {
    case DateStyle::full:
      return fmt::format("{}, {} {} {}\u00A0г.", entry(ru_weekdays, date.weekday()), d,
                         entry(ru_months_genitive, m), y);
    case DateStyle::long_:
      return fmt::format("{} {} {}\u00A0г.", d, entry(ru_months_genitive, m), y);
    case DateStyle::medium:
      return fmt::format("{} {} {}\u00A0г.", d, entry(ru_months_short, m), y);
    case DateStyle::short_:
      break;
    case DateStyle::official:
      return fmt::format("{} {} {} года", d, entry(ru_months_genitive, m), y);
    case DateStyle::month:
      return fmt::format("{} {}\u00A0г.", entry(ru_months, m), y);
    case DateStyle::day:
      return fmt::format("{} {}", d, entry(ru_months_genitive, m));
  }
  return fmt::format("{:02}.{:02}.{:04}", d, date.month, y);
}

std::string format_kyrgyz_range(Date from, Date to) {
  const std::string end = format_date(to, Locale::ky, DateStyle::day);
  if (from.month == to.month) return fmt::format("{}–{} {}-ж.", from.day, end, to.year);
  return fmt::format("{} – {} {}-ж.", format_date(from, Locale::ky, DateStyle::day), end, to.year);
}

std::string format_russian_range(Date from, Date to) {
  const std::string end = format_date(to, Locale::ru, DateStyle::long_);
  if (from.month == to.month) return fmt::format("{}–{}", from.day, end);
  return fmt::format("{}\u202F–\u202F{}", format_date(from, Locale::ru, DateStyle::day), end);
}

}  // namespace

std::string format_date(Date date, Locale locale, DateStyle style) {
  return locale == Locale::ky ? format_kyrgyz(date, style) : format_russian(date, style);
}

std::string format_time(int minutes) {
  return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

std::string format_date_time(const DateTime& moment, Locale locale, DateStyle style) {
  std::string text = format_date(moment.date, locale, style);
  if (moment.has_time()) text += ", " + format_time(moment.minutes);
  return text;
}

std::string format_date_range(Date from, Date to, Locale locale) {
  if (from == to) return format_date(from, locale, DateStyle::long_);
  if (from.year == to.year)
    return locale == Locale::ky ? format_kyrgyz_range(from, to) : format_russian_range(from, to);
  const std::string_view dash = locale == Locale::ky ? " – " : "\u202F–\u202F";
  return fmt::format("{}{}{}", format_date(from, locale, DateStyle::long_), dash,
                     format_date(to, locale, DateStyle::long_));
}

std::string_view weekday_name(int weekday, Locale locale) {
  return entry(locale == Locale::ky ? ky_weekdays : ru_weekdays, weekday);
}

std::string_view weekday_short(int weekday, Locale locale) {
  return entry(locale == Locale::ky ? ky_weekdays_short : ru_weekdays_short, weekday);
}

std::string_view month_name(int month, Locale locale) {
  return entry(locale == Locale::ky ? ky_months : ru_months, month - 1);
}

std::string quarter_name(int quarter, Locale locale) {
  return fmt::format("{}{}", quarter, locale == Locale::ky ? "-чейрек" : "-я четверть");
}

}  // namespace mektep
