// A forecast as text and as CSV.
#include <fmt/format.h>

#include "base/text.h"
#include "statistics/forecast/forecast.h"

namespace mektep {
namespace {

constexpr Message heading{"{0}, {1}: божомол. Ички колдонуу үчүн гана, жарыяланбайт.",
                          "{0}, {1}: прогноз. Только для внутреннего пользования, не публикуется.",
                          "{0}, {1}: forecast. For internal use only, never published."},
    method{
        "Ыкма белгилүү {0} баада сыналган: так чыкканы {1} %, айырмасы бирден ашпаганы {2} %.",
        "Способ проверен на {0} известных отметках: точно угадано {1} %, с разницей не больше единицы {2} %.",
        "The method was tried on {0} known marks: {1} % exactly, {2} % off by no more than one."},
    share_line{
        "{0}: билим сапаты (баалар боюнча) {1} %, акыркы мезгилде {2} %; сыноолордун 80 %ында {3}–{4} %",
        "{0}: качество (по отметкам) {1} %, в последнем периоде {2} %; в 80 % проверок {3}–{4} %",
        "{0}: quality (by marks) {1} %, in the last term {2} %; in 80 % of the trials {3}–{4} %"},
    school{"Мектеп", "Школа", "School"};

std::string share_text(std::int64_t tenths) {
  return fmt::format("{},{}", tenths / 10, tenths % 10);
}

std::string cell(std::string text) {
  if (!text.empty() && std::string_view("=+-@\t\r").contains(text[0])) text.insert(0, "'");
  return '"' + replace_all(text, "\"", "\"\"") + '"';
}

}  // namespace

std::string forecast_as_text(const Forecast& forecast, Language language,
                             const std::function<std::string(const std::string&)>& name) {
  std::string out = fmt::format(fmt::runtime(heading.in(language)), forecast.next.year.text(),
                                name_of(forecast.next.period).in(language)) +
                    '\n' +
                    fmt::format(fmt::runtime(method.in(language)), forecast.trials,
                                share_text(forecast.exact), share_text(forecast.within_one)) +
                    "\n\n";
  for (const ShareForecast& one : forecast.shares)
    out +=
        "  " +
        fmt::format(fmt::runtime(share_line.in(language)),
                    one.class_.grade == 0 ? std::string(school.in(language)) : one.class_.text(),
                    share_text(one.likely), share_text(one.last), share_text(one.low), share_text(one.high)) +
        '\n';
  out += '\n';
  for (const MarkForecast& one : forecast.marks)
    out += fmt::format("  {}  {}  {}: {} ({}–{})\n", one.class_.text(), one.pupil, name(one.subject),
                       one.likely, one.low, one.high);
  return out;
}

std::string forecast_as_csv(const Forecast& forecast) {
  std::string out = "class,pupil,subject,likely,low,high\r\n";
  for (const ShareForecast& one : forecast.shares)
    out += fmt::format("{},,quality %,{},{},{}\r\n", one.class_.grade == 0 ? "school" : one.class_.text(),
                       cell(share_text(one.likely)), cell(share_text(one.low)), cell(share_text(one.high)));
  for (const MarkForecast& one : forecast.marks)
    out += fmt::format("{},{},{},{},{},{}\r\n", one.class_.text(), cell(one.pupil), one.subject, one.likely,
                       one.low, one.high);
  return out;
}

}  // namespace mektep
