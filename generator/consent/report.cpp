#include "consent/report.h"

#include <set>

#include "facts/publication.h"
#include "source/git_repository.h"
#include "source/rules.h"
#include "syntax/json.h"

namespace mektep {

namespace {

// Everything that some file of the site is made from.
std::set<std::string_view> sources_of(const PageSet& pages) {
  std::set<std::string_view> sources;
  for (const PlannedOutput& output : pages.outputs())
    sources.insert(output.sources.begin(), output.sources.end());
  return sources;
}

std::string paper_of(const Consent& consent) {
  return consent.paper + (consent.signed_on ? ", " + consent.signed_on->iso() : "");
}

Coverage row_of(std::string what, std::string data, const Consent& consent) {
  return {std::move(what),   std::move(data),
          consent.id,        consent.person.empty() ? consent.pseudonym : consent.person,
          paper_of(consent), consent.until ? consent.until->iso() : std::string()};
}

void report_person(const PreparedSite& site, const Person& person, ConsentReport& report) {
  const PublicPerson shown = site.facts.consents.publish(person);
  const Consent* consent = site.facts.consents.in_force(person);
  if (!consent || shown.name_withheld()) {
    report.withheld.push_back(person.file);
    return;
  }
  std::string data = "name";
  if (!shown.photo().empty()) data += ", photo";
  if (!shown.phones().empty()) data += ", phone";
  if (!shown.email().empty()) data += ", email";
  report.published.push_back(row_of(person.file, std::move(data), *consent));
}

void report_picture(const PreparedSite& site, const Asset& asset, bool planned, ConsentReport& report) {
  const bool may = site.facts.consents.publish(asset).has_value();
  if (!may) report.withheld.push_back(asset.path);
  if (!may || !planned) return;
  if (asset.people == PeopleShown::nobody) {
    report.published.push_back({asset.path, "nobody", "", "",
                                asset.stated_by + (asset.stated_on ? ", " + asset.stated_on->iso() : ""),
                                ""});
  }
  for (const std::string& id : asset.consents) {
    if (const Consent* consent = site.model.consent(id))
      report.published.push_back(row_of(asset.path, "photo", *consent));
  }
}

const Label published{"Жарыяланган", "Опубликовано", "Published"},
    withheld{"Макулдук жок болгондуктан жарыяланган эмес", "Не опубликовано, потому что нет согласия",
             "Withheld for want of consent"},
    as_of{"Күнүнө карата", "По состоянию на", "As of"};

}  // namespace

ConsentReport report_consents(const PreparedSite& site) {
  ConsentReport report;
  report.day = site.options.today;
  report.revision = site.snapshot->revision();
  const auto sources = sources_of(site.pages);
  for (const Person& person : site.model.people) report_person(site, person, report);
  for (const Asset& asset : site.model.assets) {
    if (asset.image || asset.type == FileType::svg)
      report_picture(site, asset, sources.contains(asset.path), report);
  }
  for (const Entry& entry : site.model.entries) {
    if (entry.consents.empty() || entry.draft) continue;
    if (!is_published(entry, report.day)) {
      report.withheld.push_back(entry.path);
      continue;
    }
    for (const std::string& id : entry.consents) {
      if (const Consent* consent = site.model.consent(id))
        report.published.push_back(row_of(entry.path, "name", *consent));
    }
  }
  for (const WithheldText& text : site.facts.withheld_texts) report.withheld.push_back(text.entry);
  return report;
}

std::expected<std::string, Finding> revision_on(const std::string& repository, Date day, int offset_minutes) {
  auto git = GitRepository::open(repository);
  if (!git) return std::unexpected(std::move(git.error()));
  auto id = (*git)->resolve("HEAD");
  while (id) {
    const auto commit = (*git)->commit(*id);
    if (!commit) break;
    if (date_at(commit->committed, offset_minutes) <= day) return id;
    if (commit->parents.empty()) break;
    id = commit->parents.front();
  }
  if (!id) return id;
  return std::unexpected(Finding(rules::source_unknown_revision, Place{repository, {}}, "", day.iso()));
}

std::string format_report_text(const ConsentReport& report, Language language) {
  std::string out = fmt::format("{} {}{}\n\n{}: {}\n", as_of.in(language), report.day.iso(),
                                report.revision.empty() ? "" : " · " + report.revision.substr(0, 12),
                                published.in(language), report.published.size());
  for (const Coverage& row : report.published) {
    out += fmt::format("  {}  [{}]  {}", row.what, row.data, row.consent.empty() ? "–" : row.consent);
    if (!row.subject.empty()) out += "  " + row.subject;
    out += "  № " + row.paper;
    if (!row.until.empty()) out += "  → " + row.until;
    out += '\n';
  }
  out += fmt::format("\n{}: {}\n", withheld.in(language), report.withheld.size());
  for (const std::string& what : report.withheld) out += "  " + what + '\n';
  return out;
}

std::string format_report_json(const ConsentReport& report) {
  JsonWriter json;
  json.begin_object();
  json.key("day").value(report.day.iso());
  json.key("revision").value(report.revision);
  json.key("published").begin_array();
  for (const Coverage& row : report.published) {
    json.begin_object();
    json.key("what").value(row.what);
    json.key("data").value(row.data);
    json.key("consent").value(row.consent);
    json.key("subject").value(row.subject);
    json.key("paper").value(row.paper);
    json.key("until").value(row.until);
    json.end_object();
  }
  json.end_array();
  json.key("withheld").begin_array();
  for (const std::string& what : report.withheld) json.value(what);
  json.end_array();
  json.end_object();
  return json.take() + "\n";
}

}  // namespace mektep
