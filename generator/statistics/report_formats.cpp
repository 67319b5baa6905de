#include <fmt/compile.h>
#include <fmt/format.h>

#include "base/text.h"
#include "statistics/report.h"
#include "syntax/json.h"

namespace mektep {
namespace {

void append_padded(std::string& out, std::string_view text, std::size_t width, bool right) {
  const std::size_t size = count_code_points(text);
  const std::string space(width > size ? width - size : 0, ' ');
  out += right ? space + std::string(text) : std::string(text) + space;
}

// Rows of cells, the first row being the head; columns as wide as their widest cell.
std::string laid_out(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], count_code_points(row[i]));
  }
  std::string out;
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) line += "  ";
      append_padded(line, row[i], widths[i], i > 1);
    }
    out += std::string("  ") + std::string(line.substr(0, line.find_last_not_of(' ') + 1)) + "\n";
  }
  return out;
}

// The level whose name a programme has that the school did not describe.
std::optional<Level> level_called(std::string_view programme) {
  for (const Level level : {Level::primary, Level::basic, Level::secondary})
    if (Scope{Scope::Kind::level, level, 0, {}}.id() == fmt::format("level-{}", programme)) return level;
  return std::nullopt;
}

}  // namespace

std::string report_as_csv(const SchoolCounts& counts, Term term, const MarkingPolicies& policies) {
  const Denominator denominator = policies.in(term).denominator;
  std::string out = "year,period,table,scope,subject,measure,denominator,value,change,change_year,reason\n";
  const std::string year = term.year.text();
  for_report_lines(counts, term, policies, [&](Line&& line) {
    const bool shared = line.unit == Unit::per_cent && line.table == TableKind::marks;
    const bool lacks = line.now.reason.gap != Lack::none;
    fmt::format_to(std::back_inserter(out), FMT_COMPILE("{},{},{},{},{},{},{},{},{},{},\"{}\"\n"), year,
                   mektep::code(term.period), spec_of(line.table).id, line.scope.id(), line.subject,
                   line.measure, shared ? code(denominator) : std::string_view(),
                   decimal(line.now, line.unit), decimal(line.since_previous, line.unit, true),
                   decimal(line.since_year_before, line.unit, true),
                   lacks ? line.now.reason.text().ky : std::string());
  });
  return out;
}

std::string report_as_json(const SchoolCounts& counts, Term term, const MarkingPolicies& policies) {
  JsonWriter json(1);
  json.begin_object();
  json.key("year").value(term.year.text());
  json.key("period").value(mektep::code(term.period));
  json.key("denominator").value(code(policies.in(term).denominator));
  json.key("lines").begin_array();
  for_report_lines(counts, term, policies, [&](Line&& line) {
    json.begin_object();
    json.key("table").value(spec_of(line.table).id);
    json.key("scope").value(line.scope.id());
    if (!line.subject.empty()) json.key("subject").value(line.subject);
    json.key("measure").value(line.measure);
    json.key("value");
    if (line.now.value) {
      json.value(decimal(line.now, line.unit));
      json.key("exact").value(
          fmt::format("{}/{}", line.now.value->numerator(), line.now.value->denominator()));
    } else {
      json.null();
      const Label reason = line.now.reason.text();
      json.key("reason").begin_object();
      json.key("ky").value(reason.ky).key("ru").value(reason.ru).key("en").value(reason.en);
      json.end_object();
    }
    if (line.since_previous.value) json.key("change").value(decimal(line.since_previous, line.unit, true));
    if (line.since_year_before.value)
      json.key("change_year").value(decimal(line.since_year_before, line.unit, true));
    json.end_object();
  });
  json.end_array();
  json.end_object();
  return json.take() + "\n";
}

std::string report_as_text(const SchoolCounts& counts, Term term, const MarkingPolicies& policies,
                           Language language, const std::function<std::string(const std::string&)>& name) {
  const std::vector<Line> lines = report_lines(counts, term, policies);
  const Denominator denominator = policies.in(term).denominator;
  std::string out = fmt::format("{}, {}\n", term.year.text(), name_of(term.period).in(language));
  for (const TableKind kind : all_tables) {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string_view> measures;
    for (const Line& line : lines)
      if (line.table == kind && std::find(measures.begin(), measures.end(), line.measure) == measures.end())
        measures.push_back(line.measure);
    if (measures.empty()) continue;
    rows.push_back({"", ""});
    for (const std::string_view measure : measures) rows[0].push_back(measure_name(measure).in(language));
    const Line* last = nullptr;
    for (const Line& line : lines) {
      if (line.table != kind) continue;
      if (!last || last->scope != line.scope || last->subject != line.subject) {
        rows.emplace_back(measures.size() + 2);
        rows.back()[0] = line.scope.name().in(language);
        rows.back()[1] = line.subject.empty() ? "" : name(line.subject);
        if (const auto level = kind == TableKind::contingent ? level_called(line.subject) : std::nullopt)
          rows.back()[1] = name_of(*level).in(language);
        last = &line;
      }
      const auto at = std::find(measures.begin(), measures.end(), line.measure) - measures.begin();
      std::string& cell = rows.back()[static_cast<std::size_t>(at) + 2];
      cell = decimal(line.now, line.unit);
      if (!line.now.value) {
        cell = "–";
        if (rows.back().size() == measures.size() + 2)
          rows.back().push_back(line.now.reason.text().in(language));
      } else if (line.since_previous.value && line.unit != Unit::number) {
        cell += fmt::format(" ({})", decimal(line.since_previous, line.unit, true));
      }
    }
    out += fmt::format("\n{}\n", spec_of(kind).name.in(language));
    if (kind == TableKind::marks) out += fmt::format("  {}\n", name_of(denominator).in(language));
    out += laid_out(rows);
  }
  return out;
}

}  // namespace mektep
