#include "schema/format.h"

#include <array>

#include "base/ascii.h"
#include "base/date.h"
#include "base/phone.h"
#include "base/slug.h"
#include "schema/pattern.h"

namespace mektep {

namespace {

struct FormatInfo {
  Format format;
  std::string_view name;
  Message description;
};

constexpr std::array<FormatInfo, 12> table{{
    {Format::date,
     "date",
     {"жыл-ай-күн түрүндөгү күн, мисалы 2026-09-01", "дата в виде год-месяц-день, например 2026-09-01",
      "a date as year-month-day, such as 2026-09-01"}},
    {Format::date_time,
     "date-time",
     {"убакыт алкагы менен күн жана убакыт, мисалы 2026-09-01T08:30:00+06:00",
      "дата и время с часовым поясом, например 2026-09-01T08:30:00+06:00",
      "date and time with a zone, such as 2026-09-01T08:30:00+06:00"}},
    {Format::local_date_time,
     "local-date-time",
     {"күн же күн менен убакыт, мисалы 2026-09-01 же 2026-09-01T08:30",
      "дата или дата со временем, например 2026-09-01 или 2026-09-01T08:30",
      "a date, or date and time, such as 2026-09-01 or 2026-09-01T08:30"}},
    {Format::local_time,
     "local-time",
     {"саат:мүнөт, мисалы 08:30", "часы:минуты, например 08:30", "hours:minutes, such as 08:30"}},
    {Format::partial_date,
     "partial-date",
     {"күн, ай же жыл, мисалы 1938-09-01 же 1938", "дата, месяц или год, например 1938-09-01 или 1938",
      "a day, a month or a year, such as 1938-09-01 or 1938"}},
    {Format::school_year,
     "school-year",
     {"окуу жылы, мисалы 2026-2027", "учебный год, например 2026-2027", "a school year, such as 2026-2027"}},
    {Format::email,
     "email",
     {"электрондук почта, мисалы mektep@example.kg", "адрес электронной почты, например mektep@example.kg",
      "an e-mail address, such as mektep@example.kg"}},
    {Format::uri,
     "uri",
     {"толук веб-дарек, мисалы https://edu.gov.kg/", "полный веб-адрес, например https://edu.gov.kg/",
      "a whole web address, such as https://edu.gov.kg/"}},
    {Format::web_address,
     "web-address",
     {"https:// менен башталган веб-дарек, мисалы https://edu.gov.kg/",
      "веб-адрес, который начинается с https://, например https://edu.gov.kg/",
      "a web address that begins with https://, such as https://edu.gov.kg/"}},
    {Format::phone,
     "phone",
     {"Кыргызстандын телефон номери, мисалы \"+996312123456\"",
      "номер телефона Кыргызстана, например \"+996312123456\"",
      "a telephone number of Kyrgyzstan, such as \"+996312123456\""}},
    {Format::slug,
     "slug",
     {"латын кичине тамгалары, сандар жана дефис, мисалы birinchi-konguroo",
      "строчные латинские буквы, цифры и дефис, например birinchi-konguroo",
      "small Latin letters, digits and hyphens, such as birinchi-konguroo"}},
    {Format::relative_path,
     "relative-path",
     {"файлдын аты, мисалы charter.pdf", "имя файла, например charter.pdf",
      "the name of a file, such as charter.pdf"}},
}};

constexpr auto formats = [] {
  std::array<Format, table.size()> list{};
  for (std::size_t i = 0; i < table.size(); ++i) list[i] = table[i].format;
  return list;
}();

bool all_digits(std::string_view text) {
  return std::ranges::all_of(text, is_digit);
}
int two_digits(std::string_view text) {
  return (text[0] - '0') * 10 + (text[1] - '0');
}

bool is_local_time(std::string_view text) {
  return text.size() == 5 && text[2] == ':' && all_digits(text.substr(0, 2)) && all_digits(text.substr(3)) &&
         two_digits(text) < 24 && two_digits(text.substr(3)) < 60;
}

bool is_partial_date(std::string_view text) {
  if (text.size() < 4 || !all_digits(text.substr(0, 4)) || text[0] == '0') return false;
  if (text.size() == 4) return true;
  if (text.size() != 7) return parse_date(text).has_value();
  return text[4] == '-' && all_digits(text.substr(5)) && two_digits(text.substr(5)) >= 1 &&
         two_digits(text.substr(5)) <= 12;
}

bool is_school_year(std::string_view text) {
  if (text.size() != 9 || text[4] != '-' || !all_digits(text.substr(0, 4)) || !all_digits(text.substr(5)))
    return false;
  const int from = two_digits(text) * 100 + two_digits(text.substr(2));
  const int until = two_digits(text.substr(5)) * 100 + two_digits(text.substr(7));
  return until == from + 1;
}

bool is_relative_path(std::string_view text) {
  if (text.empty() || text.find_first_of("\\:?#*<>|\"\n\r\t") != std::string_view::npos) return false;
  if (text.starts_with('/')) text.remove_prefix(1);  // from the top of the repository
  while (true) {
    const std::size_t slash = text.find('/');
    const std::string_view part = text.substr(0, slash);
    if (part.empty() || part == "." || part == "..") return false;
    if (slash == std::string_view::npos) return true;
    text.remove_prefix(slash + 1);
  }
}

// RFC 3339: an existing day, a time of day, seconds, an optional fraction and a zone.
bool is_date_time(std::string_view text) {
  static const Pattern form(
      R"(^(?i)\d{4}-\d\d-\d\d[t\s]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(z|[+-]([01]\d|2[0-3]):?[0-5]\d)$)");
  return form.found_in(text) && parse_date(text.substr(0, 10)).has_value();
}

bool is_email(std::string_view text) {
  static const Pattern form(R"((?i)^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*)"
                            R"(@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$)");
  return form.found_in(text);
}

bool is_uri(std::string_view text) {
  static const Pattern form(
      R"((?i)^[a-z][a-z0-9+.-]*:(//([a-z0-9._~!$&'()*+,;=:-]|%[0-9a-f]{2})*(@([a-z0-9._~!$&'()*+,;=-]|%[0-9a-f]{2})*)?)"
      R"((:[0-9]*)?(/([a-z0-9._~!$&'()*+,;=:@-]|%[0-9a-f]{2})*)*|/?(([a-z0-9._~!$&'()*+,;=:@-]|%[0-9a-f]{2})+)"
      R"((/([a-z0-9._~!$&'()*+,;=:@-]|%[0-9a-f]{2})*)*)?))"
      R"((\?([a-z0-9._~!$&'()*+,;=:@/?-]|%[0-9a-f]{2})*)?(#([a-z0-9._~!$&'()*+,;=:@/?-]|%[0-9a-f]{2})*)?$)");
  return form.found_in(text);
}

bool is_web_address(std::string_view text) {
  static const Pattern form(R"((?i)^https?://[^\s/?#"'<>\\@:]+(:[0-9]{1,5})?([/?#][^\s"<>\\]*)?$)");
  return form.found_in(text);
}

const FormatInfo& info(Format format) {
  return table[static_cast<std::size_t>(format) - 1];
}

}  // namespace

std::optional<Format> parse_format(std::string_view name) {
  const auto found = std::ranges::find(table, name, &FormatInfo::name);
  return found == table.end() ? std::nullopt : std::optional(found->format);
}

std::string_view name(Format format) {
  return format == Format::none ? std::string_view() : info(format).name;
}
std::span<const Format> all_formats() {
  return formats;
}

const Message& describe(Format format) {
  static constexpr Message nothing{"текст", "текст", "text"};
  return format == Format::none ? nothing : info(format).description;
}

bool has_format(std::string_view text, Format format) {
  switch (format) {
    case Format::none:
      return true;
    case Format::date:
      return parse_date(text).has_value();
    case Format::date_time:
      return is_date_time(text);
    case Format::local_date_time:
      return parse_date_time(text).has_value();
    case Format::local_time:
      return is_local_time(text);
    case Format::partial_date:
      return is_partial_date(text);
    case Format::school_year:
      return is_school_year(text);
    case Format::email:
      return is_email(text);
    case Format::uri:
      return is_uri(text);
    case Format::web_address:
      return is_web_address(text);
    case Format::phone:
      return parse_phone(text).has_value();
    case Format::slug:
      return is_slug(text);
    case Format::relative_path:
      return is_relative_path(text);
  }
  return false;
}

}  // namespace mektep
