// An inspection as text, as CSV and as a sheet to print.
#include <fmt/format.h>

#include "base/localise.h"
#include "base/text.h"
#include "statistics/inspect/inspect.h"

namespace mektep {
namespace {

constexpr Message ok{"туура", "в порядке", "in order"}, unseen{"файл берилген эмес", "нет файла", "no file"},
    faults_text{"кемчилик: {}", "замечаний: {}", "faults: {}"};
constexpr Message sheet_title{"Журналды текшерүү", "Проверка журнала", "Inspection of the journal"};
constexpr Message clause_head{"Пункт", "Пункт", "Clause"},
    check_head{"Эмне текшерилди", "Что проверено", "What was checked"},
    result_head{"Натыйжа", "Результат", "Result"}, place_head{"Файл, сап", "Файл, строка", "File, row"},
    fault_head{"Кемчилик", "Замечание", "Fault"}, mend_head{"Эмне кылуу керек", "Что сделать", "What to do"};
constexpr Message deputy{"Директордун окуу иштери боюнча орун басары",
                         "Заместитель директора по учебной работе", "Deputy director for studies"},
    director{"Директор", "Директор", "Director"}, seal{"М. О.", "М. П.", "Seal"},
    date_word{"Датасы", "Дата", "Date"};

std::string result_of(const CheckResult& check, Language language) {
  if (check.faults > 0) return fmt::format(fmt::runtime(faults_text.in(language)), check.faults);
  return std::string(check.looked_at > 0 ? ok.in(language) : unseen.in(language));
}

std::string place_text(const Finding& finding) {
  if (finding.place.file.empty()) return {};
  std::string out = finding.place.file.substr(finding.place.file.rfind('/') + 1);
  if (finding.place.mark.line > 0) out += fmt::format(":{}", finding.place.mark.line);
  return finding.field.empty() ? out : out + " " + finding.field;
}

// Quoted; a cell that a spreadsheet would take for a formula is made a text.
std::string csv_cell(std::string text) {
  if (!text.empty() && std::string_view("=+-@\t\r").contains(text[0])) text.insert(0, "'");
  return '"' + replace_all(text, "\"", "\"\"") + '"';
}

}  // namespace

std::string checklist_as_text(const Inspection& inspection, Language language) {
  std::string out;
  for (const CheckResult& check : inspection.checks)
    out += fmt::format("  [{}] {:7} {}: {}\n",
                       check.faults > 0      ? '!'
                       : check.looked_at > 0 ? 'x'
                                             : ' ',
                       clause_of(check.check), name_of(check.check).in(language), result_of(check, language));
  return out;
}

std::string inspection_as_csv(const Inspection& inspection, Language language) {
  std::string out = "rule,clauses,file,row,column,field,message,hint\n";
  for (const Finding& finding : inspection.findings)
    out += fmt::format("{},{},{},{},{},{},{},{}\n", finding.rule->id,
                       csv_cell(std::string(finding.clause_list())), csv_cell(finding.place.file),
                       finding.place.mark.line, finding.place.mark.column, csv_cell(finding.field),
                       csv_cell(finding.message(language)), csv_cell(finding.hint(language)));
  return out;
}

std::string inspection_as_html(const Inspection& inspection, const std::string& title, Date today,
                               Language language) {
  const Locale locale = language == Language::ru ? Locale::ru : Locale::ky;
  std::string out = fmt::format(
      "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{}. "
      "{}</title>\n<style>\n"
      "body {{ font: 11pt/1.4 serif; margin: 1.5cm; }}\ntable {{ border-collapse: collapse; width: 100%; "
      "margin: 0 0 1em; }}\n"
      "th, td {{ border: 1px solid; padding: .2em .5em; text-align: left; vertical-align: top; }}\n"
      "thead {{ display: table-header-group; }}\ntr {{ break-inside: avoid; }}\n"
      ".sign {{ break-inside: avoid; margin-top: 2em; }}\n.sign td {{ border: 0; padding-top: 1.5em; }}\n"
      "@page {{ size: A4; margin: 1.5cm; }}\n@media print {{ body {{ margin: 0; }} "
      "}}\n</style>\n</head>\n<body>\n"
      "<h1>{}</h1>\n<p>{}</p>\n",
      code(language), sheet_title.in(language), escape_html(title), sheet_title.in(language),
      escape_html(title));
  out += fmt::format(
      "<table>\n<thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th><th "
      "scope=\"col\">{}</th></tr></thead>\n<tbody>\n",
      clause_head.in(language), check_head.in(language), result_head.in(language));
  for (const CheckResult& check : inspection.checks)
    out += fmt::format("<tr><td>{}</td><td>{}</td><td>{}</td></tr>\n", clause_of(check.check),
                       name_of(check.check).in(language), result_of(check, language));
  out += "</tbody>\n</table>\n";
  if (!inspection.findings.empty()) {
    out += fmt::format(
        "<table>\n<thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th><th "
        "scope=\"col\">{}</th></tr></thead>\n<tbody>\n",
        place_head.in(language), clause_head.in(language), fault_head.in(language), mend_head.in(language));
    for (const Finding& finding : inspection.findings)
      out += fmt::format("<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
                         escape_html(place_text(finding)), finding.clause_list(),
                         escape_html(finding.message(language)), escape_html(finding.hint(language)));
    out += "</tbody>\n</table>\n";
  }
  out += fmt::format(
      "<table class=\"sign\">\n<tr><td>{}</td><td>______________________</td></tr>\n"
      "<tr><td>{}</td><td>______________________ "
      "{}</td></tr>\n<tr><td>{}</td><td>{}</td></tr>\n</table>\n</body>\n</html>\n",
      deputy.in(language), director.in(language), seal.in(language), date_word.in(language),
      format_date(today, locale, DateStyle::long_));
  return out;
}

}  // namespace mektep
