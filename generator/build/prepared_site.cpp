#include "build/prepared_site.h"

#include <array>

#include "base/parallel.h"
#include "base/slug.h"
#include "build/rules.h"
#include "checks/file_gate.h"
#include "outputs/passes.h"
#include "outputs/statistics/page_text.h"
#include "schema/folder.h"
#include "source/history.h"
#include "statistics/learners.h"
#include "syntax/yaml/yaml.h"

namespace mektep {

namespace {

using Error = std::unexpected<Finding>;

void tell(const BuildOptions& options, std::string_view phase, std::size_t done = 0, std::size_t of = 0) {
  if (options.progress) options.progress(phase, done, of);
}

// What does not depend on the school; loaded while the snapshot is opened.
std::expected<void, Finding> load_schemas(PreparedSite& site) {
  auto files = open_data_folder(site.options.data_folder + "/schema");
  if (!files) return Error(Finding(rules::build_no_data, Place{site.options.data_folder, {}}, "", "schema/"));
  SchemaFolder loaded = load_schema_folder(**files, site.findings);
  site.schemas = std::move(loaded.schemas);
  site.catalogue = std::move(loaded.catalogue);
  site.policy = std::move(loaded.policy);
  return {};
}

std::expected<void, Finding> load_site_theme(PreparedSite& site, Findings& findings) {
  const std::string& folder = site.options.theme_folder;
  const std::string name = folder.empty() ? site.model.site.theme : folder.substr(folder.rfind('/') + 1);
  auto files = folder.empty() ? open_data_folder(site.options.data_folder + "/themes/" + name)
                              : open_working_tree(folder);
  if (!files || (folder.empty() && !is_slug(name))) {
    findings.emplace_back(rules::build_no_theme, Place{"site.yaml", {}}, "theme", name);
    files = open_data_folder(site.options.data_folder + "/themes/default");
    if (!files)
      return Error(Finding(rules::build_no_data, Place{site.options.data_folder, {}}, "", "themes/default/"));
  }
  std::vector<std::unique_ptr<Snapshot>> opened;
  std::vector<ThemeLayer> layers{{site.snapshot.get(), "theme/", "theme/"}};
  const auto add = [&](std::unique_ptr<Snapshot> theme, const std::string& named) {
    layers.push_back({theme.get(), "themes/" + named + "/"});
#ifdef MEKTEP_BUNDLED_SCRIPTS
    // A theme of the source folder has scripts/; what the build makes of them does not stand beside it.
    auto made = theme->under("scripts/").empty() ? std::unexpected(Finding(rules::build_no_theme, {}))
                                                 : open_data_folder(MEKTEP_BUNDLED_SCRIPTS "/" + named);
    if (made) {
      layers.push_back({made->get(), "", "", true});
      opened.push_back(std::move(*made));
    }
#endif
    opened.push_back(std::move(theme));
  };
  const std::string base = extended_theme(**files);
  add(std::move(*files), name);
  if (!base.empty() && base != name) {
    auto below = open_data_folder(site.options.data_folder + "/themes/" + base);
    if (!below || !is_slug(base)) {
      findings.emplace_back(rules::build_no_theme, Place{"themes/" + name + "/theme.yaml", {}}, "extends",
                            base);
    } else {
      add(std::move(*below), base);
    }
  }
  site.theme = load_theme(name, layers, findings);
  return {};
}

std::shared_ptr<const StatisticsRelease> release_of(KeptRelease* kept,
                                                    std::shared_ptr<const SchoolStatistics> statistics) {
  return kept ? kept->of(std::move(statistics)) : release_statistics(std::move(statistics));
}

// A name that nobody has answered for keeps one file off the site, not the whole site from being published:
// else everybody else's consent that ends on that day would stay out as well (ICT-20…22).
void withhold_files(PreparedSite& site) {
  Facts& facts = site.facts;
  FileGate gate = look_into_files(*site.snapshot, site.model, facts.consents, site.media,
                                  site.options.private_names, site.options.jobs);
  facts.of_files = std::move(gate.findings);
  if (gate.withheld.empty()) return;
  facts.withheld_files = std::move(gate.withheld);
  facts.consents.withhold(facts.withheld_files);
  facts.disclosure = compute_disclosure(
      {site.model, site.schemas, site.catalogue, facts.consents, facts.changes, facts.today});
}

void find_facts(PreparedSite& site, Findings& findings) {
  tell(site.options, "facts");
  FactOptions facts;
  facts.today = site.options.today;
  site.named_texts = std::make_unique<const NamedTexts>(site.model, facts.today);
  facts.withheld_texts = site.named_texts->withhold_all(site.model, site.options.jobs);
  facts.revision = site.snapshot->revision();
  if (!facts.revision.empty()) {
    facts.changes = last_changes(site.options.repository, facts.revision, dated_files(site.model));
  }
  site.facts = compute_facts(site.model, site.schemas, site.catalogue, std::move(facts));
  tell(site.options, "media");
  site.media = Media(*site.snapshot, site.model, site.facts.consents,
                     {site.options.cache_folder, find_pdf_tools(), site.options.jobs}, findings);
  withhold_files(site);
}

std::expected<std::unique_ptr<PreparedSite>, Finding> plan(std::unique_ptr<PreparedSite> site,
                                                           std::expected<void, Finding> schemas);

}  // namespace

std::set<std::string> dated_files(const ContentModel& model) {
  std::set<std::string> files;
  for (const auto& [unused, file] : model.school) files.insert(file.file);
  for (const Person& person : model.people) files.insert(person.file);
  for (const Document& document : model.documents) files.insert(document.file);
  for (const Entry& entry : model.entries) {
    if (entry.collection != Collection::pages) continue;
    for (const auto& text : entry.translations) {
      if (text) files.insert(text->file);
    }
  }
  return files;
}

std::expected<std::unique_ptr<Snapshot>, Finding> open_content(const BuildOptions& options) {
  return options.revision.empty() ? open_working_tree(options.repository, options.jobs)
                                  : open_git_tree(options.repository, options.revision);
}

std::expected<std::unique_ptr<PreparedSite>, Finding> plan_prepared_site(BuildOptions options) {
  tell(options, "read");
  auto site = std::make_unique<PreparedSite>();
  site->options = std::move(options);
  std::expected<void, Finding> schemas;
  std::expected<std::unique_ptr<Snapshot>, SourceError> snapshot;
  const auto open = [&] { snapshot = open_content(site->options); };
  // Neither needs the other.
  parallel_for(
      2, site->options.jobs, [&](std::size_t i) { i == 0 ? open() : void(schemas = load_schemas(*site)); },
      1);
  if (!snapshot) return Error(std::move(snapshot.error()));
  site->snapshot = std::move(*snapshot);
  return plan(std::move(site), std::move(schemas));
}

std::expected<std::unique_ptr<PreparedSite>, Finding> prepare_site(BuildOptions options) {
  auto site = plan_prepared_site(std::move(options));
  if (site) check_prepared_site(**site);
  return site;
}

std::expected<std::unique_ptr<PreparedSite>, Finding> prepare_site(BuildOptions options,
                                                                   std::shared_ptr<const Snapshot> snapshot) {
  auto site = std::make_unique<PreparedSite>();
  site->options = std::move(options);
  site->snapshot = std::move(snapshot);
  auto schemas = load_schemas(*site);
  auto planned = plan(std::move(site), std::move(schemas));
  if (planned) check_prepared_site(**planned);
  return planned;
}

void check_prepared_site(PreparedSite& site) {
  tell(site.options, "check");
  run_checks({*site.context, site.pages, site.options.jobs, &site.policy, &site.options.private_names},
             site.findings);
  sort_findings(site.findings);
}

namespace {

std::expected<std::unique_ptr<PreparedSite>, Finding> plan(std::unique_ptr<PreparedSite> site,
                                                           std::expected<void, Finding> schemas) {
  if (!schemas) return Error(std::move(schemas.error()));
  Findings& findings = site->findings;
  site->planned = site->snapshot;
  append(findings, Findings(site->snapshot->findings()));
  site->model = load_content(*site->snapshot, site->schemas, {site->options.jobs}, findings);
  auto statistics =
      load_school_statistics(*site->snapshot, site->options.data_folder + "/schema/statistics", findings);
  if (statistics) fill_learners(site->model, *statistics, findings);

  // None of these needs another.
  std::shared_ptr<const StatisticsRelease> release;
  Findings of_facts, of_theme;
  std::expected<void, Finding> theme;
  const std::array<std::function<void()>, 3> parts{
      [&] { release = release_of(site->options.releases.get(), statistics); },
      [&] { find_facts(*site, of_facts); }, [&] { theme = load_site_theme(*site, of_theme); }};
  parallel_for(parts.size(), site->options.jobs, [&](std::size_t i) { parts[i](); }, 1);
  if (!theme) return Error(std::move(theme.error()));
  append(findings, std::move(of_facts));
  append(findings, std::move(of_theme));
  site->facts.statistics = std::move(statistics);

  std::string base_url = site->options.base_url.empty() ? site->model.site.base_url : site->options.base_url;
  if (!base_url.ends_with('/')) base_url += '/';
  site->context = std::make_unique<SiteContext>(
      *site->snapshot, site->model, site->facts, site->media, site->theme, site->schemas, site->catalogue,
      SiteOptions{std::move(base_url), site->options.draft, site->options.generator, std::move(release)});

  tell(site->options, "plan");
  plan_site(*site->context, site->pages, findings);
  sort_findings(findings);
  return site;
}

}  // namespace

}  // namespace mektep
