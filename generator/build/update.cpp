#include "build/update.h"

#include "content/update.h"
#include "outputs/passes.h"
#include "source/git_repository.h"

namespace mektep {

namespace {

// Files that the commits between two revisions touch, when they are a line of few; nullopt otherwise.
std::optional<std::set<std::string>> touched_between(const std::string& folder, const std::string& before,
                                                     const std::string& now) {
  constexpr int most_commits = 100;
  const auto repository = GitRepository::open(folder);
  if (!repository) return std::nullopt;
  std::set<std::string> touched;
  std::string id = now;
  for (int count = 0; id != before; ++count) {
    const auto commit = (*repository)->commit(id);
    if (!commit || commit->parents.size() != 1 || count == most_commits) return std::nullopt;
    const auto parent = (*repository)->commit(commit->parents[0]);
    if (!parent) return std::nullopt;
    const bool whole = (*repository)->compare(parent->tree, commit->tree, [&](const std::string& path) {
      touched.insert(path);
    });
    if (!whole) return std::nullopt;
    id = commit->parents[0];
  }
  return touched;
}

// Brings the days of last changes up to a newer revision. `redated`: some of them are others now.
bool update_changes(const std::string& folder, const std::string& before, const std::string& now,
                    const ContentModel& model, std::map<std::string, Change>& changes, bool& redated) {
  if (before == now) return true;
  if (before.empty() || now.empty()) return false;
  const auto touched = touched_between(folder, before, now);
  if (!touched) return false;
  std::set<std::string> dated = dated_files(model);
  std::erase_if(dated, [&](const std::string& file) { return !touched->contains(file); });
  for (const std::string& file : *touched) redated |= changes.erase(file) > 0;
  redated |= !dated.empty();
  if (!dated.empty()) changes.merge(last_changes(folder, now, dated));
  return true;
}

using Texts = std::vector<std::pair<std::string, std::optional<Entry>>>;  // by the path of the entry

// The entries as they are now; nullopt when one cannot be read.
std::optional<Texts> read_texts(const std::vector<std::string>& entries, const Snapshot& now,
                                PreparedSite& site) {
  Texts texts;
  std::vector<WithheldText>& withheld = site.facts.withheld_texts;
  for (const std::string& path : entries) {
    auto entry = read_entry(path, now, site.schemas, site.model);
    if (!entry) return std::nullopt;
    std::erase_if(withheld, [&](const WithheldText& text) { return text.entry == path; });
    auto found = *entry ? site.named_texts->withhold(**entry) : std::nullopt;
    if (found) {
      const auto at = std::ranges::lower_bound(withheld, path, {}, &WithheldText::entry);
      withheld.insert(at, std::move(*found));
    }
    texts.emplace_back(path, std::move(*entry));
  }
  return texts;
}

// Gives the entries their new words when nothing else of them is new: the plan stays as it is.
bool replace_all_words(ContentModel& model, Texts& texts) {
  std::vector<Entry*> entries;
  for (const auto& [path, text] : texts) {
    const auto at = std::ranges::lower_bound(model.entries, path, {}, &Entry::path);
    if (!text || at == model.entries.end() || at->path != path || !differs_in_words_only(*at, *text))
      return false;
    entries.push_back(&*at);
  }
  for (std::size_t i = 0; i < texts.size(); ++i) replace_words(*entries[i], std::move(*texts[i].second));
  return true;
}

// Facts and plan anew, from a model with other entries or other days of change.
void plan_anew(PreparedSite& site, const std::shared_ptr<const Snapshot>& snapshot) {
  FactOptions facts;
  facts.today = site.options.today;
  facts.changes = std::move(site.facts.changes);
  facts.withheld_texts = std::move(site.facts.withheld_texts);
  facts.withheld_files = std::move(site.facts.withheld_files);
  facts.of_files = std::move(site.facts.of_files);
  site.pages.clear();
  site.findings.clear();
  const SiteOptions options = site.context->options;
  site.context.reset();
  site.planned = snapshot;
  auto statistics = std::move(site.facts.statistics);
  site.facts = compute_facts(site.model, site.schemas, site.catalogue, std::move(facts));
  site.facts.statistics = std::move(statistics);
  site.context = std::make_unique<SiteContext>(*snapshot, site.model, site.facts, site.media, site.theme,
                                               site.schemas, site.catalogue, options);
  plan_site(*site.context, site.pages, site.findings);
  sort_findings(site.findings);
}

bool bring_to(PreparedSite& site, const std::shared_ptr<const Snapshot>& snapshot) {
  const std::vector<std::string> changed = changed_files(*site.snapshot, *snapshot);
  if (changed.empty() && site.snapshot->revision() == snapshot->revision()) return true;
  const auto entries = entries_of_texts(changed);
  auto texts = entries ? read_texts(*entries, *snapshot, site) : std::nullopt;
  if (!texts) return false;
  const bool words_only = replace_all_words(site.model, *texts);
  if (!words_only) {
    for (auto& [path, text] : *texts) replace_entry(site.model, path, std::move(text));
  }
  bool redated = false;
  if (!update_changes(site.options.repository, site.snapshot->revision(), snapshot->revision(), site.model,
                      site.facts.changes, redated)) {
    return false;
  }
  if (!words_only || redated) plan_anew(site, snapshot);
  site.facts.revision = snapshot->revision();
  site.snapshot = snapshot;
  return true;
}

}  // namespace

bool update_site(std::unique_ptr<PreparedSite>& site, std::shared_ptr<const Snapshot> snapshot) {
  if (bring_to(*site, snapshot)) return true;
  site.reset();
  return false;
}

}  // namespace mektep
