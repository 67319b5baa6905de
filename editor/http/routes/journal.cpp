// Class journals: upload, preview of what would be stored, confirmation; inspection.
#include "editor/actions/journal.h"

#include "base/localise.h"
#include "base/text.h"
#include "base/zone.h"
#include "editor/http/limits.h"
#include "editor/http/routes/journal_form.h"
#include "editor/http/routes/routes.h"
#include "editor/permissions/permissions.h"

namespace mektep::editor {
namespace {

constexpr std::array periods{Period::q1, Period::q2, Period::q3,  Period::q4,
                             Period::h1, Period::h2, Period::year};

std::string name_of_term(Term term, Language language) {
  return fmt::format("{}, {}", term.year.text(), name_of(term.period).in(language));
}

// The term that the form stands on at first: the one that ended last.
Term usual_term(Date today) {
  const std::int16_t first = static_cast<std::int16_t>(today.month >= 9 ? today.year : today.year - 1);
  const Period period = today.month >= 9   ? Period::q1
                        : today.month <= 2 ? Period::q2
                        : today.month <= 4 ? Period::q3
                                           : Period::q4;
  return {SchoolYear{first}, period};
}

Value findings_value(const Call& call, const Findings& findings) {
  const Language language = call.language;
  ValueList list;
  for (const Finding& finding : findings) {
    std::string place = finding.place.file;
    if (finding.place.mark.line > 0) place += fmt::format(":{}", finding.place.mark.line);
    if (finding.place.mark.column > 0) place += fmt::format(":{}", finding.place.mark.column);
    const bool blocks = finding.blocks(), warns = finding.severity == Severity::warns;
    list.push_back(
        make_record({{"place", std::move(place)},
                     {"field", finding.field},
                     {"severity", call.word(std::string("journal_severity_") + (blocks  ? "blocks"
                                                                                : warns ? "warns"
                                                                                        : "notes"))},
                     {"look", blocks  ? "bad"
                              : warns ? "warn"
                                      : ""},
                     {"message", upper_first(finding.message(language))},
                     {"expected", finding.expected(language)},
                     {"hint", finding.hint(language)},
                     {"clauses", std::string(finding.clause_list())}}));
  }
  return list;
}

Value terms_value(const JournalDesk& desk, Language language) {
  ValueList list;
  const StoredStatistics& stored = desk.statistics().stored;
  for (const auto& [term, tables] : stored.counts.terms) {
    std::string names;
    for (const auto& [kind, table] : tables)
      names += fmt::format("{}{}", names.empty() ? "" : ", ", spec_of(kind).name.in(language));
    Date last{};
    if (const auto records = stored.records.find(term); records != stored.records.end())
      for (const ImportRecord& record : records->second) last = std::max(last, record.date);
    const Locale locale = language == Language::ru ? Locale::ru : Locale::ky;
    list.push_back(make_record(
        {{"name", name_of_term(term, language)},
         {"tables", std::move(names)},
         {"last", last == Date{} ? std::string() : format_date(last, locale, DateStyle::long_)}}));
  }
  return list;
}

Response journal_page(Call& call, const Refusal* refusal = nullptr) {
  const auto desk = journal_desk(call.services, *call.actor);
  if (!desk) return call.refused(desk.error());
  const Form& form = call.request.form;
  const Term usual = usual_term(date_at(call.services.machine.now(), bishkek_minutes));
  const SchoolYear year = parse_school_year(form.get("year")).value_or(usual.year);
  const Period period = parse_period(form.get("period")).value_or(usual.period);
  ValueList years, terms, profiles;
  for (int back = 0; back < 6; ++back)
    years.push_back(SchoolYear{static_cast<std::int16_t>(usual.year.first - back)}.text());
  for (const Period one : periods)
    terms.push_back(
        make_record({{"code", std::string(code(one))}, {"name", name_of(one).in(call.language)}}));
  for (const Profile& profile : csv_profiles())
    profiles.push_back(make_record(
        {{"id", std::string(profile.id)}, {"name", std::string(profile.name.in(call.language))}}));
  return call.page("journal.html",
                   {{"fault", refusal ? refusal->message.in(call.language) : std::string()},
                    {"may_import", may(call.actor->role, Ability::write)},
                    {"years", std::move(years)},
                    {"year", year.text()},
                    {"periods", std::move(terms)},
                    {"period", std::string(code(period))},
                    {"class", std::string(form.get("class"))},
                    {"profiles", std::move(profiles)},
                    {"terms", terms_value(*desk, call.language)}},
                   refusal ? 422 : 200);
}

// A refusal because of the input is told above the form, any other one on a page of its own.
Response refused(Call& call, const Refusal& refusal) {
  return refusal.kind == Refusal::Kind::invalid && refusal.findings.empty() ? journal_page(call, &refusal)
                                                                            : call.refused(refusal);
}

// The tables that would stand in the repository, with the names of their columns and subjects.
Value tables_value(const PreviewedImport& made, Language language) {
  ValueList tables;
  for (const auto& [path, bytes] : made.preview.change.files) {
    const auto parts = split(path, '/');  // statistics/2025-2026/q1/marks.csv
    if (parts.size() != 4 || !path.ends_with(".csv")) continue;
    const TableSpec* const spec = find_table(parts[3].substr(0, parts[3].size() - 4));
    const auto period = parse_period(parts[2]);
    const auto year = parse_school_year(parts[1]);
    if (!spec || !period || !year) continue;
    ValueList heads, rows;
    for (const std::string_view line : split(bytes, '\n')) {
      if (line.empty()) continue;
      ValueList cells;
      for (const std::string_view cell : split(line, ',')) {
        const Subject* const subject =
            rows.empty() && heads.empty() ? nullptr : made.desk.statistics().subjects.find(std::string(cell));
        cells.push_back(heads.empty() ? column_name(cell).in(language)
                        : subject     ? subject->name.best(language == Language::ru ? Locale::ru : Locale::ky)
                                      : std::string(cell));
      }
      if (heads.empty())
        heads = std::move(cells);
      else
        rows.push_back(std::move(cells));
    }
    tables.push_back(make_record(
        {{"name", fmt::format("{}. {}", name_of_term({*year, *period}, language), spec->name.in(language))},
         {"keys", static_cast<std::int64_t>(1 + spec->keys.size())},  // columns of words; counts behind them
         {"heads", std::move(heads)},
         {"rows", std::move(rows)}}));
  }
  return tables;
}

Response preview(Call& call) {
  JournalFiles uploaded = journal_files(call.request.form);
  std::vector<std::string> names;
  names.reserve(uploaded.files.size());
  for (const InputFile& file : uploaded.files) names.push_back(file.path);
  const auto made = preview_import(call.services, *call.actor, std::move(uploaded));
  if (!made) return refused(call, made.error());
  const ImportPreview& preview = made->preview;
  ValueList files;
  for (std::size_t i = 0; i < preview.files.size() && i < names.size(); ++i) {
    if (preview.files[i].profile.empty()) continue;
    ValueList columns;
    for (const auto& [number, id] : preview.files[i].guessed)
      columns.push_back(make_record({{"number", number + 1}, {"name", column_name(id).in(call.language)}}));
    const Profile* const profile = find_profile(preview.files[i].profile);
    files.push_back(
        make_record({{"name", names[i]},
                     {"profile", profile ? std::string(profile->name.in(call.language)) : "Kundoluk"},
                     {"rows", static_cast<std::int64_t>(preview.files[i].rows)},
                     {"columns", std::move(columns)}}));
  }
  return call.page("journal_preview.html",
                   {{"refused", !preview.can_store()},
                    {"findings", findings_value(call, preview.findings)},
                    {"files", std::move(files)},
                    {"tables", tables_value(*made, call.language)},
                    {"added", preview.change.added},
                    {"corrected", preview.change.corrected},
                    {"unchanged", preview.change.unchanged},
                    {"kept", !preview.change.kept.empty()},
                    {"id", made->id}},
                   preview.can_store() ? 200 : 422);
}

Response import(Call& call) {
  const Form& form = call.request.form;
  const auto stored =
      store_import(call.services, *call.actor, std::string(form.get("id")), form.get("unpublished") == "yes");
  if (!stored) return refused(call, stored.error());
  return call.done("/journal", "journal_stored");
}

Response download(std::string_view name, std::string type, std::string body) {
  Response response;
  response.type = std::move(type);
  response.body = std::move(body);
  response.headers.emplace_back("Content-Disposition", fmt::format("attachment; filename=\"{}\"", name));
  return response;
}

Response inspect(Call& call) {
  JournalFiles uploaded = journal_files(call.request.form);
  const std::string term = uploaded.year && uploaded.period
                               ? name_of_term({*uploaded.year, *uploaded.period}, call.language)
                               : std::string();
  const auto inspection = inspect_journal(call.services, *call.actor, std::move(uploaded));
  if (!inspection) return refused(call, inspection.error());
  const std::string_view format = call.request.parameter("format");
  if (format == "csv")
    return download("inspection.csv", "text/csv; charset=utf-8",
                    inspection_as_csv(*inspection, call.language));
  if (format == "html")
    return download("inspection.html", "text/html; charset=utf-8",
                    inspection_as_html(*inspection, term,
                                       date_at(call.services.machine.now(), bishkek_minutes), call.language));
  ValueList checks;
  for (const CheckResult& check : inspection->checks) {
    const char* const result = check.faults > 0 ? "faults" : check.looked_at > 0 ? "good" : "unseen";
    checks.push_back(make_record({{"clause", std::string(clause_of(check.check))},
                                  {"name", name_of(check.check).in(call.language)},
                                  {"result", result},
                                  {"look", check.faults > 0      ? "bad"
                                           : check.looked_at > 0 ? "good"
                                                                 : ""},
                                  {"faults", check.faults}}));
  }
  return call.page("journal_inspection.html", {{"term", term},
                                               {"checks", std::move(checks)},
                                               {"findings", findings_value(call, inspection->findings)}});
}

}  // namespace

JournalFiles journal_files(const Form& form) {
  JournalFiles files;
  for (const UploadedFile& file : form.files) {
    if (file.bytes.empty() && file.name.empty()) continue;  // a field that was left empty
    if (file.field == "mapping") {
      files.mapping = file.bytes;
      files.mapping_name = file.name;
    } else {
      files.files.push_back({file.name, file.bytes});
    }
  }
  files.year = parse_school_year(form.get("year"));
  files.period = parse_period(form.get("period"));
  files.class_ = parse_class_name(form.get("class"));
  if (find_profile(form.get("profile"))) files.profile = form.get("profile");
  return files;
}

void add_journal_routes(Router& router, Services&) {
  constexpr Limits limits;
  constexpr RouteOptions upload{.max_body = limits.upload_bytes + (64u << 10)};
  router.get("/journal", [](Call& call) { return journal_page(call); });
  router.post("/journal/preview", preview, upload);
  router.post("/journal/import", import);
  router.post("/journal/inspect", inspect, upload);
}

}  // namespace mektep::editor
