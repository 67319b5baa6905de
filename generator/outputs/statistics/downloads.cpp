#include <fmt/format.h>

#include "outputs/statistics/page_text.h"
#include "statistics/report.h"
#include "syntax/json.h"

namespace mektep {
namespace {

// Calls `take(table, unit, measure, shown)` for every number of the term, in a fixed order.
template <class Take>
void each_number(const PublishedTerm& term, Take take) {
  for (const PublishedTable& table : term.tables)
    for (std::size_t unit = 0; unit < term.units.size(); ++unit) {
      if (table.groups[unit] == privacy::no_cell) continue;
      if (table.kind != TableKind::movement) take(table, unit, "total", term.cell(table.groups[unit]));
      for (std::size_t c = 0; c < table.columns.size(); ++c)
        if (table.cells[c][unit] != privacy::no_cell)
          take(table, unit, table.columns[c], term.cell(table.cells[c][unit]));
      for (std::size_t m = 0; m < table.measures.size(); ++m)
        if (table.figures[m][unit] != privacy::no_cell)
          take(table, unit, table.measures[m], term.figure(table.figures[m][unit]));
    }
}

}  // namespace

std::string download_name(const PublishedTerm& term, std::string_view extension) {
  return fmt::format("{}-{}.{}", term.term.year.text(), code(term.term.period), extension);
}

// No cell begins with a sign that a spreadsheet would take for a formula.
std::string term_csv(const PublishedTerm& term, const privacy::Policy& policy) {
  std::string out = "year,period,table,unit,subject,measure,value\r\n";
  each_number(term, [&](const PublishedTable& table, std::size_t unit, const std::string& measure,
                        const privacy::Shown& shown) {
    out += fmt::format("{},{},{},{},{},{},\"{}\"\r\n", term.term.year.text(), code(term.term.period),
                       spec_of(table.kind).id, term.units[unit].id(), table.subject, measure,
                       privacy::text(shown, policy));
  });
  return out;
}

std::string term_json(const PublishedTerm& term, const privacy::Policy& policy) {
  JsonWriter json(1);
  json.begin_object();
  json.key("year").value(term.term.year.text());
  json.key("period").value(code(term.term.period));
  json.key("denominator").value(code(term.denominator));
  json.key("threshold").value(policy.threshold);
  json.key("numbers").begin_array();
  each_number(term, [&](const PublishedTable& table, std::size_t unit, const std::string& measure,
                        const privacy::Shown& shown) {
    json.begin_object();
    json.key("table").value(spec_of(table.kind).id);
    json.key("unit").value(term.units[unit].id());
    if (!table.subject.empty()) json.key("subject").value(table.subject);
    json.key("measure").value(measure);
    json.key("value").value(privacy::text(shown, policy));
    json.end_object();
  });
  json.end_array();
  json.end_object();
  return json.take() + "\n";
}

}  // namespace mektep
