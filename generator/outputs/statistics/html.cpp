#include <fmt/format.h>

#include "base/localise.h"
#include "base/text.h"
#include "outputs/statistics/page_text.h"
#include "statistics/report.h"

namespace mektep {
namespace {

using privacy::Shown;
using privacy::Symbol;

// clang-format off
constexpr Message levels_head{"Окуучулардын жетишүүсү", "Успеваемость учеников", ""},
    subjects_head{"Предметтер боюнча", "По предметам", ""}, movement_head{"Окуучулардын кыймылы", "Движение учеников", ""},
    attendance_head{"Сабакка катышуу", "Посещаемость уроков", ""}, contingent_head{"Окуучулардын саны", "Число учеников", ""},
    trend_head{"Жылдан жылга", "Год за годом", ""}, method_head{"Сандар кантип эсептелет", "Как считаются цифры", ""},
    download_head{"Жүктөп алуу", "Скачать", ""}, all_head{"бардыгы", "всего", ""}, unit_head{"Класстар", "Классы", ""},
    subject_head{"Предмет", "Предмет", ""}, term_head{"Мезгил", "Период", ""}, attended_head{"катышкан", "посещено", ""}, others_head{"калгандары", "остальные", ""},
    chart_text{"Ар бир тилке бир бөлүктү көрсөтөт; ошол эле сандар астындагы таблицада.",
               "Каждая полоса показывает одну группу; те же числа в таблице ниже.", ""},
    quality_title{"Билим сапаты, %", "Качество знаний, %", ""},
    hidden_note{"Бир нече гана балага тиешелүү сандар көрсөтүлбөйт, аларды башка сандардан эсептеп чыгаруу да мүмкүн эмес. Класстар өзүнчө жарыяланбайт.",
                "Числа, за которыми стоят всего несколько детей, не показаны, и их нельзя вычислить по другим числам. Классы отдельно не публикуются.", ""},
    formulas{"Жетишүү: 3, 4, 5 деген баалардын үлүшү. Билим сапаты: 4 жана 5 деген баалардын үлүшү. СОУ: (5тин саны · 100 + 4түн саны · 64 + 3түн саны · 36 + 2нин саны · 16 + а.э. · 7) бөлүнөт бөлүүчүгө. Окуучулар боюнча: бир да 2си жана а.э. жок окуучулардын үлүшү, 4 жана 5 менен гана окугандардын үлүшү. Катышуу: катышкан сабактардын бардык сабактарга үлүшү. Кыймыл: башында + келди − кетти = аягында; мектептин ичинде которулуу эсепке алынбайт.",
             "Успеваемость: доля отметок 3, 4, 5. Качество: доля отметок 4 и 5. СОУ: (число 5 · 100 + число 4 · 64 + число 3 · 36 + число 2 · 16 + н/а · 7), делённое на делитель. По ученикам: доля учеников без 2 и н/а, доля учеников только с 4 и 5. Посещаемость: доля посещённых уроков. Движение: на начало + прибыло − выбыло = на конец; переводы внутри школы не считаются.", ""},
    rounding{"Пайыздар сандардын өзүнөн эсептелип, бир жолу тегеректелет; пайыздардын орточосу алынбайт.",
             "Проценты вычислены из самих чисел и округлены один раз; проценты не усредняются.", ""};
// clang-format on

std::string_view in(const Message& message, Locale locale) {
  return locale == Locale::ky ? message.ky : message.ru;
}
Language language_of(Locale locale) {
  return locale == Locale::ky ? Language::ky : Language::ru;
}

class Writer {
 public:
  Writer(const StatisticsPage& page, Locale locale) : page_(page), locale_(locale) {}

  std::string write(const std::function<std::string(const std::string&)>& href) {
    const PublishedTerm& last = latest();
    out_ += fmt::format("<p><strong>{}, {}.</strong> {}</p>\n", last.term.year.text(),
                        name_of(last.term.period).in(locale_), in(hidden_note, locale_));
    pupils(last);
    subjects(last);
    table(last, TableKind::attendance, attendance_head);
    table(last, TableKind::movement, movement_head);
    table(last, TableKind::contingent, contingent_head);
    trend();
    method(last);
    out_ += fmt::format("<h2 id=\"download\">{}</h2>\n<ul>\n", in(download_head, locale_));
    for (auto term = page_.terms.rbegin(); term != page_.terms.rend(); ++term)
      out_ += fmt::format(
          "<li>{}, {}: <a href=\"{}\" download>CSV</a>, <a href=\"{}\" download>JSON</a></li>\n",
          term->term.year.text(), name_of(term->term.period).in(locale_),
          escape_html(href(download_name(*term, "csv"))), escape_html(href(download_name(*term, "json"))));
    return out_ + "</ul>\n";
  }

 private:
  // The latest term that has marks; else the latest of all.
  const PublishedTerm& latest() const {
    for (auto term = page_.terms.rbegin(); term != page_.terms.rend(); ++term)
      if (term->table(TableKind::pupils)) return *term;
    return page_.terms.back();
  }

  std::string shown(const Shown& number, const PublishedTerm& term, bool share) const {
    const std::string text = privacy::text(number, term.numbers->policy());
    const bool is_number = number.symbol == Symbol::exact || number.symbol == Symbol::at_least ||
                           number.symbol == Symbol::at_most;
    if (!is_number) {
      const Message& why =
          number.why != privacy::Why::none ? privacy::meaning(number.why) : privacy::meaning(number.symbol);
      return fmt::format("<abbr title=\"{}\">{}</abbr>", escape_html(why.in(language_of(locale_))),
                         escape_html(text));
    }
    return escape_html(text) + (share ? (locale_ == Locale::ru ? "\u00A0%" : "%") : "");
  }

  void open(std::string_view caption, std::string_view first, const std::vector<std::string>& heads) {
    out_ += fmt::format(
        "<section class=\"scroll\" tabindex=\"0\" "
        "aria-label=\"{0}\"><table>\n<caption>{0}</caption>\n"
        "<thead><tr><th scope=\"col\">{1}</th>",
        caption, first);
    for (const std::string& head : heads) out_ += fmt::format("<th scope=\"col\">{}</th>", escape_html(head));
    out_ += "</tr></thead>\n<tbody>\n";
  }
  void close() { out_ += "</tbody>\n</table></section>\n"; }

  std::vector<std::string> heads_of(const PublishedTable& table) const {
    std::vector<std::string> heads{std::string(in(all_head, locale_))};
    if (table.kind == TableKind::movement) heads.clear();
    for (const std::string& column : table.columns)
      heads.push_back(column == "attended" ? std::string(in(attended_head, locale_))
                      : column == "others" ? std::string(in(others_head, locale_))
                                           : measure_name(column).in(locale_));
    for (const std::string& measure : table.measures) heads.push_back(measure_name(measure).in(locale_));
    return heads;
  }

  // The figures of a measure by unit; nullptr when the table has none.
  static const std::vector<std::uint32_t>* figures(const PublishedTable* table, std::string_view measure) {
    if (!table) return nullptr;
    const auto at = std::find(table->measures.begin(), table->measures.end(), measure);
    return at == table->measures.end()
               ? nullptr
               : &table->figures[static_cast<std::size_t>(at - table->measures.begin())];
  }

  void row(const PublishedTerm& term, const PublishedTable& table, std::size_t unit,
           const std::string& name) {
    const auto cell = [&](const std::string& text) { out_ += fmt::format("<td>{}</td>", text); };
    out_ += fmt::format("<tr><th scope=\"row\">{}</th>", escape_html(upper_first(name)));
    if (table.kind != TableKind::movement) cell(shown(term.cell(table.groups[unit]), term, false));
    for (const auto& column : table.cells) cell(shown(term.cell(column[unit]), term, false));
    for (const auto& measure : table.figures)
      cell(measure[unit] == privacy::no_cell ? "" : shown(term.figure(measure[unit]), term, true));
    out_ += "</tr>\n";
  }

  void rows(const PublishedTerm& term, const PublishedTable& table) {
    for (std::size_t unit = 0; unit < term.units.size(); ++unit)
      if (table.groups[unit] != privacy::no_cell) row(term, table, unit, term.units[unit].name().in(locale_));
  }

  void table(const PublishedTerm& term, TableKind kind, const Message& heading) {
    const PublishedTable* found = term.table(kind);
    if (!found) return;
    out_ += fmt::format("<h2 id=\"{}\">{}</h2>\n", spec_of(kind).id, in(heading, locale_));
    open(in(heading, locale_), in(unit_head, locale_), heads_of(*found));
    rows(term, *found);
    close();
  }

  Bar bar_of(std::string label, const Shown& number, const PublishedTerm& term) const {
    Bar bar{upper_first(label), privacy::text(number, term.numbers->policy()), -1};
    if (number.symbol == Symbol::exact || number.symbol == Symbol::at_least ||
        number.symbol == Symbol::at_most) {
      bar.tenths = number.decimals == 0 ? number.value * 10 : number.value;
      bar.text += locale_ == Locale::ru ? "\u00A0%" : "%";
    }
    return bar;
  }

  void pupils(const PublishedTerm& term) {
    const PublishedTable* found = term.table(TableKind::pupils);
    if (!found) return;
    out_ += fmt::format("<h2 id=\"pupils\">{}</h2>\n", in(levels_head, locale_));
    std::vector<Bar> bars;
    if (const auto* quality = figures(found, "quality"))
      for (std::size_t unit = 0; unit < term.units.size(); ++unit)
        if (found->groups[unit] != privacy::no_cell && (*quality)[unit] != privacy::no_cell)
          bars.push_back(bar_of(term.units[unit].name().in(locale_), term.figure((*quality)[unit]), term));
    out_ += bar_chart("quality", std::string(in(quality_title, locale_)),
                      std::string(in(chart_text, locale_)), bars);
    open(in(levels_head, locale_), in(unit_head, locale_), heads_of(*found));
    rows(term, *found);
    close();
  }

  void subjects(const PublishedTerm& term) {
    const bool any = std::any_of(term.tables.begin(), term.tables.end(),
                                 [](const PublishedTable& table) { return table.kind == TableKind::marks; });
    if (!any) return;
    constexpr std::array<std::string_view, 3> measures{"success", "quality", "sou"};
    out_ += fmt::format("<h2 id=\"subjects\">{}</h2>\n<p>{}</p>\n", in(subjects_head, locale_),
                        upper_first(name_of(term.denominator).in(locale_)));
    std::vector<std::string> heads{std::string(in(all_head, locale_)), measure_name("n5").in(locale_),
                                   measure_name("n4").in(locale_)};
    for (const std::string_view measure : measures) heads.push_back(measure_name(measure).in(locale_));
    open(in(subjects_head, locale_), in(subject_head, locale_), heads);
    std::vector<std::pair<std::string, const PublishedTable*>> sorted;
    for (const PublishedTable& table : term.tables) {
      if (table.kind != TableKind::marks || table.groups[0] == privacy::no_cell) continue;
      const Subject* subject = page_.statistics->subjects.find(table.subject);
      sorted.emplace_back(subject ? subject->name.best(locale_) : table.subject, &table);
    }
    std::sort(sorted.begin(), sorted.end(), [&](const auto& a, const auto& b) {
      const int order = collate(a.first, b.first, locale_);
      return order != 0 ? order < 0 : a.first < b.first;
    });
    for (const auto& [name, table] : sorted) {
      out_ += fmt::format("<tr><th scope=\"row\">{}</th>", escape_html(name));
      for (const privacy::CellId cell : {table->groups[0], table->cells[0][0], table->cells[1][0]})
        out_ += fmt::format("<td>{}</td>", shown(term.cell(cell), term, false));
      for (const std::string_view measure : measures) {
        const auto* of_units = figures(table, measure);
        const bool given = of_units && (*of_units)[0] != privacy::no_cell;
        out_ += fmt::format("<td>{}</td>", given ? shown(term.figure((*of_units)[0]), term, true) : "–");
      }
      out_ += "</tr>\n";
    }
    close();
  }

  void trend() {
    if (page_.terms.size() < 2) return;
    out_ += fmt::format("<h2 id=\"trend\">{}</h2>\n", in(trend_head, locale_));
    std::vector<Bar> bars;
    std::vector<std::string> heads;
    for (const std::string_view measure : {"success", "quality", "attendance"})
      heads.push_back(measure_name(measure).in(locale_));
    std::string rows;
    for (const PublishedTerm& term : page_.terms) {
      const std::string name =
          fmt::format("{}, {}", term.term.year.text(), name_of(term.term.period).in(locale_));
      rows += fmt::format("<tr><th scope=\"row\">{}</th>", name);
      for (const auto& [kind, measure] :
           {std::pair(TableKind::pupils, "success"), std::pair(TableKind::pupils, "quality"),
            std::pair(TableKind::attendance, "attendance")}) {
        const auto* of_units = figures(term.table(kind), measure);
        if (!of_units || (*of_units)[0] == privacy::no_cell) {
          rows += "<td>–</td>";
          continue;
        }
        const Shown& number = term.figure((*of_units)[0]);
        rows += fmt::format("<td>{}</td>", shown(number, term, true));
        if (std::string_view(measure) == "quality") bars.push_back(bar_of(name, number, term));
      }
      rows += "</tr>\n";
    }
    if (bars.size() > 1)
      out_ += bar_chart("trend-chart", std::string(in(quality_title, locale_)),
                        std::string(in(chart_text, locale_)), bars);
    open(in(trend_head, locale_), in(term_head, locale_), heads);
    out_ += rows;
    close();
  }

  void method(const PublishedTerm& term) {
    out_ += fmt::format("<h2 id=\"method\">{}</h2>\n<p>{}</p>\n<p>{}</p>\n<p>{}</p>\n<dl>\n",
                        in(method_head, locale_), in(formulas, locale_),
                        upper_first(name_of(term.denominator).in(locale_)) + ".", in(rounding, locale_));
    for (const auto& [symbol, sign] :
         {std::pair(Symbol::below, "&lt;5"), std::pair(Symbol::hidden, "c"),
          std::pair(Symbol::not_applicable, "z"), std::pair(Symbol::not_available, "x")})
      out_ += fmt::format("<dt>{}</dt><dd>{}</dd>\n", sign,
                          escape_html(privacy::meaning(symbol).in(language_of(locale_))));
    out_ += "</dl>\n";
  }

  const StatisticsPage& page_;
  Locale locale_;
  std::string out_;
};

}  // namespace

std::string statistics_html(const StatisticsPage& page, Locale locale,
                            const std::function<std::string(const std::string&)>& href) {
  return Writer(page, locale).write(href);
}

}  // namespace mektep
