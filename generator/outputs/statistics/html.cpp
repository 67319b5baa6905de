#include <fmt/format.h>

#include "base/localise.h"
#include "base/text.h"
#include "outputs/statistics/chart.h"
#include "outputs/statistics/page_text.h"
#include "outputs/statistics/page_words.h"
#include "statistics/report.h"

namespace mektep {
namespace {

using page_words::in;
using privacy::Shown;
using privacy::Symbol;
namespace words = page_words;

Language language_of(Locale locale) {
  return locale == Locale::ky ? Language::ky : Language::ru;
}

bool is_number(const Shown& shown) {
  return shown.symbol == Symbol::exact || shown.symbol == Symbol::at_least || shown.symbol == Symbol::at_most;
}

class Writer {
 public:
  Writer(const StatisticsPage& page, Locale locale) : page_(page), locale_(locale) {}

  std::string write(const std::string& style, const std::function<std::string(const std::string&)>& href) {
    const PublishedTerm& last = latest();
    if (!style.empty()) out_ += fmt::format("<link rel=\"stylesheet\" href=\"{}\">\n", escape_html(style));
    out_ += fmt::format("<p><strong>{}.</strong> {}</p>\n", upper_first(name_of_term(last)),
                        in(words::hidden_note, locale_));
    key_figures(last);
    pupils(last);
    subjects(last);
    table(last, TableKind::attendance, words::attendance_head);
    table(last, TableKind::movement, words::movement_head);
    table(last, TableKind::contingent, words::contingent_head);
    trend();
    method(last);
    privacy_rules(last);
    heading("download", words::download_head);
    out_ += "<ul>\n";
    for (auto term = page_.terms.rbegin(); term != page_.terms.rend(); ++term)
      out_ += fmt::format("<li>{}: <a href=\"{}\" download>CSV</a>, <a href=\"{}\" download>JSON</a></li>\n",
                          name_of_term(*term), escape_html(href(download_name(*term, "csv"))),
                          escape_html(href(download_name(*term, "json"))));
    return out_ + "</ul>\n";
  }

 private:
  // The latest term that has marks; else the latest of all.
  const PublishedTerm& latest() const {
    for (auto term = page_.terms.rbegin(); term != page_.terms.rend(); ++term)
      if (term->table(TableKind::pupils)) return *term;
    return page_.terms.back();
  }

  std::string name_of_term(const PublishedTerm& term) const {
    return fmt::format("{}, {}", term.term.year.text(), name_of(term.term.period).in(locale_));
  }
  void heading(std::string_view id, const Message& words) {
    out_ += fmt::format("<h2 id=\"{}\">{}</h2>\n", id, in(words, locale_));
  }
  const PublishedTerm* find(Term term) const {
    const auto found = std::ranges::find(page_.terms, term, &PublishedTerm::term);
    return found == page_.terms.end() ? nullptr : &*found;
  }

  std::string shown(const Shown& number, const PublishedTerm& term, bool share) const {
    const bool count = number.symbol == Symbol::exact && number.decimals == 0;
    const std::string text =
        count ? format_number(number.value) : privacy::text(number, term.numbers->policy());
    if (!is_number(number)) {
      const Message& why =
          number.why != privacy::Why::none ? privacy::meaning(number.why) : privacy::meaning(number.symbol);
      return fmt::format("<abbr title=\"{}\">{}</abbr>", escape_html(why.in(language_of(locale_))),
                         escape_html(text));
    }
    return escape_html(text) + (share ? (locale_ == Locale::ru ? "\u00A0%" : "%") : "");
  }

  void open(std::string_view caption, std::string_view first, const std::vector<std::string>& heads) {
    out_ += fmt::format(
        "<section class=\"scroll numbers\" tabindex=\"0\" "
        "aria-label=\"{0}\"><table>\n<caption>{0}</caption>\n"
        "<thead><tr><th scope=\"col\">{1}</th>",
        caption, first);
    for (const std::string& head : heads) out_ += fmt::format("<th scope=\"col\">{}</th>", escape_html(head));
    out_ += "</tr></thead>\n<tbody>\n";
  }
  void close() { out_ += "</tbody>\n</table></section>\n"; }

  std::vector<std::string> heads_of(const PublishedTable& table) const {
    std::vector<std::string> heads{std::string(in(words::all_head, locale_))};
    if (table.kind == TableKind::movement) heads.clear();
    for (const std::string& column : table.columns)
      heads.push_back(column == "attended" ? std::string(in(words::attended_head, locale_))
                      : column == "others" ? std::string(in(words::others_head, locale_))
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
    out_ += fmt::format("<tr{}><th scope=\"row\">{}</th>", unit == 0 ? " class=\"whole\"" : "",
                        escape_html(upper_first(name)));
    if (table.kind != TableKind::movement) cell(shown(term.cell(table.groups[unit]), term, false));
    for (const auto& column : table.cells)
      cell(column[unit] == privacy::no_cell ? "–" : shown(term.cell(column[unit]), term, false));
    for (const auto& measure : table.figures)
      cell(measure[unit] == privacy::no_cell ? "–" : shown(term.figure(measure[unit]), term, true));
    out_ += "</tr>\n";
  }

  void rows(const PublishedTerm& term, const PublishedTable& table) {
    for (std::size_t unit = 0; unit < term.units.size(); ++unit)
      if (table.groups[unit] != privacy::no_cell) row(term, table, unit, term.units[unit].name().in(locale_));
  }

  void table(const PublishedTerm& term, TableKind kind, const Message& title) {
    const PublishedTable* found = term.table(kind);
    if (!found) return;
    heading(spec_of(kind).id, title);
    open(in(title, locale_), in(words::unit_head, locale_), heads_of(*found));
    rows(term, *found);
    close();
  }

  Bar bar_of(const std::string& label, const Shown& number, const PublishedTerm& term) const {
    Bar bar{upper_first(label), privacy::text(number, term.numbers->policy()), -1,
            number.symbol != Symbol::exact};
    if (is_number(number)) {
      bar.tenths = tenths(number);
      bar.text += locale_ == Locale::ru ? "\u00A0%" : "%";
    }
    return bar;
  }
  static std::int64_t tenths(const Shown& number) {
    return !is_number(number) ? -1 : number.decimals == 0 ? number.value * 10 : number.value;
  }

  // The figure of the whole school; nullptr when the term has none.
  static const Shown* of_school(const PublishedTerm& term, TableKind kind, std::string_view measure) {
    const auto* of_units = figures(term.table(kind), measure);
    return of_units && (*of_units)[0] != privacy::no_cell ? &term.figure((*of_units)[0]) : nullptr;
  }

  // «+3,2 п. п.» of two shares that are both shown exactly; rounded once, of the exact difference.
  std::string change(const PublishedTerm& now, const PublishedTerm* before, TableKind kind,
                     std::string_view measure, const Message& since) const {
    if (!before) return {};
    std::array<std::optional<Rational>, 2> values;
    for (std::size_t i = 0; i < 2; ++i) {
      const PublishedTerm& term = i == 0 ? now : *before;
      const Shown* const number = of_school(term, kind, measure);
      if (!number || number->symbol != Symbol::exact) return {};
      values[i] = term.exact[(*figures(term.table(kind), measure))[0]];
    }
    const std::int64_t points = (*values[0] - *values[1]).rounded(1);
    const std::string text =
        fmt::format("{}{} {}",
                    points < 0   ? "\u2212"
                    : points > 0 ? "+"
                                 : "",
                    format_number(points < 0 ? -points : points, 1), in(words::points, locale_));
    return fmt::format("<dd class=\"change\">{}</dd>", fmt::format(fmt::runtime(in(since, locale_)), text));
  }

  void key_figures(const PublishedTerm& term) {
    std::string out;
    const auto add = [&](const std::string& value, const Message& what, const std::string& changes) {
      out += fmt::format("<div><dt>{}</dt><dd class=\"value-big\">{}</dd>{}</div>\n", in(what, locale_),
                         value, changes);
    };
    const Term previous = term.term.previous(), year_before = term.term.of_the_year_before();
    for (const TableKind kind : {TableKind::contingent, TableKind::movement})
      if (const PublishedTable* const found = term.table(kind);
          found && found->groups[0] != privacy::no_cell) {
        add(shown(term.cell(found->groups[0]), term, false), words::learners_text, {});
        break;
      }
    for (const auto& [kind, measure, what] :
         {std::tuple(TableKind::pupils, "success", &words::success_text),
          std::tuple(TableKind::pupils, "quality", &words::quality_text),
          std::tuple(TableKind::attendance, "attendance", &words::attendance_text)}) {
      const Shown* const number = of_school(term, kind, measure);
      if (number)
        add(shown(*number, term, true), *what,
            (previous == year_before ? ""
                                     : change(term, find(previous), kind, measure, words::since_previous)) +
                change(term, find(year_before), kind, measure, words::since_year));
    }
    if (out.empty()) return;
    heading("key", words::key_head);
    out_ += "<dl class=\"key-figures\">\n" + out + "</dl>\n";
  }

  void pupils(const PublishedTerm& term) {
    const PublishedTable* found = term.table(TableKind::pupils);
    if (!found) return;
    heading("pupils", words::levels_head);
    std::vector<Bar> bars;
    if (const auto* quality = figures(found, "quality"))
      for (std::size_t unit = 0; unit < term.units.size(); ++unit)
        if (found->groups[unit] != privacy::no_cell && (*quality)[unit] != privacy::no_cell)
          bars.push_back(bar_of(term.units[unit].name().in(locale_), term.figure((*quality)[unit]), term));
    if (!bars.empty())
      out_ += bar_chart("quality", std::string(in(words::quality_title, locale_)),
                        std::string(in(words::bars_text, locale_)), bars);
    open(in(words::levels_head, locale_), in(words::unit_head, locale_), heads_of(*found));
    rows(term, *found);
    close();
  }

  using Named = std::vector<std::pair<std::string, const PublishedTable*>>;
  // The tables of marks by the names of their subjects.
  Named subject_tables(const PublishedTerm& term) const {
    Named sorted;
    for (const PublishedTable& table : term.tables)
      if (table.kind == TableKind::marks && table.groups[0] != privacy::no_cell)
        sorted.emplace_back(subject_name(table.subject), &table);
    std::sort(sorted.begin(), sorted.end(), [&](const auto& a, const auto& b) {
      const int order = collate(a.first, b.first, locale_);
      return order != 0 ? order < 0 : a.first < b.first;
    });
    return sorted;
  }
  std::string subject_name(const std::string& id) const {
    const Subject* const subject = page_.statistics->subjects.find(id);
    return subject ? subject->name.best(locale_) : id;
  }

  // Number of marks, 5 and 4, and the shares of one unit.
  void subject_cells(const PublishedTerm& term, const PublishedTable& table, std::size_t unit) {
    for (const privacy::CellId cell : {table.groups[unit], table.cells[0][unit], table.cells[1][unit]})
      out_ += fmt::format("<td>{}</td>", shown(term.cell(cell), term, false));
    for (const std::string_view measure : {"success", "quality", "sou"}) {
      const auto* of_units = figures(&table, measure);
      const bool given = of_units && (*of_units)[unit] != privacy::no_cell;
      out_ += fmt::format("<td>{}</td>", given ? shown(term.figure((*of_units)[unit]), term, true) : "–");
    }
    out_ += "</tr>\n";
  }

  // Why a subject has no table; empty when each has one.
  std::string subjects_left_out(const PublishedTerm& term) const {
    std::string names;
    for (const std::string& name : term.left_out)
      if (name.starts_with("marks/")) names += (names.empty() ? "" : ", ") + subject_name(name.substr(6));
    if (names.empty()) return {};
    return fmt::format("<p>{}</p>\n",
                       fmt::format(fmt::runtime(in(words::left_out, locale_)), escape_html(names)));
  }

  void subjects(const PublishedTerm& term) {
    const Named tables = subject_tables(term);
    const std::string missing = subjects_left_out(term);
    if (tables.empty() && missing.empty()) return;
    heading("subjects", words::subjects_head);
    if (tables.empty()) {
      out_ += missing;
      return;
    }
    out_ += fmt::format("<p>{}</p>\n", fmt::format(fmt::runtime(in(words::denominator_word, locale_)),
                                                   name_of(term.denominator).in(locale_)));
    std::vector<std::string> heads{"N", measure_name("n5").in(locale_), measure_name("n4").in(locale_)};
    for (const std::string_view measure : {"success", "quality", "sou"})
      heads.push_back(measure_name(measure).in(locale_));
    open(in(words::subjects_head, locale_), in(words::subject_head, locale_), heads);
    for (const auto& [name, table] : tables) {
      out_ += fmt::format("<tr><th scope=\"row\">{}</th>", escape_html(name));
      subject_cells(term, *table, 0);
    }
    close();
    out_ += missing;
    out_ += fmt::format("<details><summary>{}</summary>\n", in(words::levels_of_subjects, locale_));
    heads.insert(heads.begin(), std::string(in(words::level_head, locale_)));
    open(in(words::levels_of_subjects, locale_), in(words::subject_head, locale_), heads);
    for (const auto& [name, table] : tables)
      for (std::size_t unit = 1; unit < term.units.size(); ++unit) {
        if (table->groups[unit] == privacy::no_cell) continue;
        out_ += fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td>", escape_html(name),
                            escape_html(upper_first(term.units[unit].name().in(locale_))));
        subject_cells(term, *table, unit);
      }
    close();
    out_ += "</details>\n";
  }

  void trend() {
    if (page_.terms.size() < 2) return;
    constexpr std::array<std::pair<TableKind, std::string_view>, 3> lines{
        {{TableKind::pupils, "success"},
         {TableKind::pupils, "quality"},
         {TableKind::attendance, "attendance"}}};
    std::vector<Series> series;
    std::vector<std::string> heads;
    for (const auto& [kind, measure] : lines) {
      heads.push_back(measure_name(measure).in(locale_));
      series.push_back({upper_first(heads.back()), {}, {}});
    }
    std::vector<TrendTerm> terms;
    std::string rows;
    for (const PublishedTerm& term : page_.terms) {
      if (term.term.period > Period::q4) continue;  // a year is no point between its quarters
      const std::string years = term.term.year.text();
      terms.push_back({fmt::format("{}-{}", static_cast<int>(term.term.period) + 1,
                                   locale_ == Locale::ky ? "ч." : "я ч."),
                       years.substr(2, 2) + "/" + years.substr(7, 2)});
      rows += fmt::format("<tr><th scope=\"row\">{}</th>", name_of_term(term));
      for (std::size_t i = 0; i < lines.size(); ++i) {
        const Shown* const number = of_school(term, lines[i].first, lines[i].second);
        series[i].tenths.push_back(number ? tenths(*number) : -1);
        series[i].texts.push_back(number ? shown(*number, term, true) : "–");
        rows += fmt::format("<td>{}</td>", series[i].texts.back());
      }
      rows += "</tr>\n";
    }
    if (terms.size() < 2) return;
    heading("trend", words::trend_head);
    out_ += trend_chart("trend-chart", std::string(in(words::trend_title, locale_)),
                        std::string(in(words::lines_text, locale_)), terms, series);
    open(in(words::trend_head, locale_), in(words::term_head, locale_), heads);
    out_ += rows;
    close();
  }

  void method(const PublishedTerm& term) {
    heading("method", words::method_head);
    const bool pupils = term.denominator == Denominator::pupils;
    out_ += fmt::format(
        "<ul>\n<li>{}</li>\n<li>{}</li>\n<li>{}</li>\n<li>{}</li>\n<li>{}</li>\n<li>{}</li>\n</ul>\n<p>{}</"
        "p>\n",
        in(words::success_formula, locale_), in(words::quality_formula, locale_),
        fmt::format(fmt::runtime(in(words::sou_formula, locale_)),
                    pupils ? in(words::sou_none, locale_) : ""),
        fmt::format(fmt::runtime(in(words::denominator_word, locale_)),
                    name_of(term.denominator).in(locale_)),
        in(words::attendance_formula, locale_), in(words::movement_formula, locale_),
        in(words::rounding, locale_));
  }

  // D2: the rules, what the signs mean, and why a school has rules of its own.
  void privacy_rules(const PublishedTerm& term) {
    const privacy::Policy& policy = term.numbers->policy();
    heading("privacy", words::privacy_head);
    out_ += fmt::format("<p>{} {}</p>\n",
                        fmt::format(fmt::runtime(in(words::rule_counts, locale_)), policy.threshold,
                                    policy.min_group, policy.open_group),
                        in(words::rule_more, locale_));
    if (!policy.reason.empty())
      out_ += fmt::format("<p>{}</p>\n", fmt::format(fmt::runtime(in(words::own_rule, locale_)),
                                                     escape_html(policy.reason.best(locale_))));
    out_ += "<dl class=\"signs\">\n";
    for (const auto& [symbol, sign] :
         {std::pair(Symbol::below, fmt::format("&lt;{}", policy.threshold)),
          std::pair(Symbol::hidden, std::string("c")), std::pair(Symbol::not_applicable, std::string("z")),
          std::pair(Symbol::not_available, std::string("x"))})
      out_ += fmt::format("<dt>{}</dt><dd>{}</dd>\n", sign,
                          escape_html(privacy::meaning(symbol).in(language_of(locale_))));
    out_ += fmt::format("<dt>–</dt><dd>{}</dd>\n</dl>\n", in(words::none_sign, locale_));
  }

  const StatisticsPage& page_;
  Locale locale_;
  std::string out_;
};

}  // namespace

std::string statistics_html(const StatisticsPage& page, Locale locale, const std::string& style,
                            const std::function<std::string(const std::string&)>& href) {
  return Writer(page, locale).write(style, href);
}

}  // namespace mektep
