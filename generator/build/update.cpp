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

// Brings the days of last changes up to a newer revision.
bool update_changes(const std::string& folder, const std::string& before, const std::string& now,
                    const ContentModel& model, std::map<std::string, Change>& changes) {
  if (before == now) return true;
  if (before.empty() || now.empty()) return false;
  const auto touched = touched_between(folder, before, now);
  if (!touched) return false;
  std::set<std::string> dated = dated_files(model);
  std::erase_if(dated, [&](const std::string& file) { return !touched->contains(file); });
  for (const std::string& file : *touched) changes.erase(file);
  if (!dated.empty()) changes.merge(last_changes(folder, now, dated));
  return true;
}

}  // namespace

bool update_site(std::unique_ptr<PreparedSite>& site, std::shared_ptr<const Snapshot> snapshot) {
  const std::vector<std::string> changed = changed_files(*site->snapshot, *snapshot);
  if (changed.empty() && site->snapshot->revision() == snapshot->revision()) return true;
  const std::unique_ptr<PreparedSite> old = std::move(site);
  if (!old->facts.withheld_texts.empty()) return false;  // which texts are withheld depends on their words
  if (!update_texts(old->model, changed, *snapshot, old->schemas)) return false;

  auto next = std::make_unique<PreparedSite>();
  next->options = std::move(old->options);
  next->model = std::move(old->model);
  FactOptions facts;
  facts.today = next->options.today;
  facts.revision = snapshot->revision();
  facts.changes = std::move(old->facts.changes);
  if (!update_changes(next->options.repository, old->snapshot->revision(), facts.revision, next->model,
                      facts.changes)) {
    return false;
  }
  next->snapshot = std::move(snapshot);
  next->schemas = std::move(old->schemas);
  next->catalogue = std::move(old->catalogue);
  next->theme = std::move(old->theme);
  next->media = std::move(old->media);
  next->facts = compute_facts(next->model, next->schemas, next->catalogue, std::move(facts));
  next->facts.statistics = std::move(old->facts.statistics);
  next->context =
      std::make_unique<SiteContext>(*next->snapshot, next->model, next->facts, next->media, next->theme,
                                    next->schemas, next->catalogue, old->context->options);
  plan_site(*next->context, next->pages, next->findings);
  sort_findings(next->findings);
  site = std::move(next);
  return true;
}

}  // namespace mektep
