#include "base/date.h"
#include "base/localise.h"
#include "base/text.h"
#include "base/zone.h"
#include "editor/views/page.h"

namespace mektep::editor {
namespace {

constexpr std::int64_t day = 86'400;

std::string english(Date date) {
  static constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                           "May",       "June",     "July",     "August",
                                                           "September", "October",  "November", "December"};
  return fmt::format("{} {} {}", date.day, months[date.month - 1], date.year);
}

}  // namespace

std::string date_text(Date date, Language language) {
  if (language == Language::en) return english(date);
  return format_date(date, language == Language::ky ? Locale::ky : Locale::ru, DateStyle::long_);
}

std::string day_text(std::int64_t unix_seconds, Language language) {
  return date_text(date_at(unix_seconds, bishkek_minutes), language);
}

std::string moment_text(std::int64_t unix_seconds, Language language) {
  const std::int64_t local = unix_seconds + bishkek_seconds;
  const auto minutes = static_cast<int>(((local % day + day) % day) / 60);
  return day_text(unix_seconds, language) + ", " + format_time(minutes);
}

std::string exact_moment_text(std::int64_t unix_seconds, Language language) {
  return fmt::format("{}:{:02}", moment_text(unix_seconds, language), (unix_seconds % 60 + 60) % 60);
}

std::string fill_in(std::string_view text, std::string_view name, std::string_view value) {
  return replace_all(text, "{" + std::string(name) + "}", value);
}

}  // namespace mektep::editor
