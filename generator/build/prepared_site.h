// A prepared site: a repository read, understood, planned and checked. Nothing of it is rendered yet.
#pragma once
#include <expected>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/finding.h"
#include "checks/passes.h"
#include "content/model.h"
#include "facts/facts.h"
#include "media/media.h"
#include "names/private_name.h"
#include "outputs/page_set.h"
#include "outputs/relative_links.h"
#include "outputs/site_context.h"
#include "source/snapshot.h"
#include "theme/theme.h"

namespace mektep {

class KeptRelease;  // outputs/statistics/page_text.h

struct BuildOptions {
  std::string repository;    // a folder
  std::string revision;      // empty = the working tree
  std::string data_folder;   // holds schema/ and themes/
  std::string cache_folder;  // of pictures and texts made once; may be shared; empty = none
  std::string theme_folder;  // instead of the theme that site.yaml names
  Date today;
  unsigned jobs = 1;
  std::string base_url;  // empty = the one of site.yaml
  bool draft = false;
  LinkForm links = LinkForm::folders;
  std::string generator = "Mektep";
  PrivateNames private_names;             // of pupils and parents: looked for in texts, never shown
  std::shared_ptr<KeptRelease> releases;  // of statistics, shared by builds one after the other; may be null
  std::string program;  // the file of the running program: another one may make another site
  // Told about progress: a phase ("read", "check", "render"…), what is done of it, and of how much. May be
  // called in any thread, one call at a time.
  std::function<void(std::string_view phase, std::size_t done, std::size_t of)> progress;
};

// Owns all that the passes refer to. Not movable: the passes hold references.
struct PreparedSite {
  BuildOptions options;
  std::shared_ptr<const Snapshot> snapshot;
  // The one that the plan refers to. After update_site it may be an older one than `snapshot`, of which it
  // differs in the words of entries alone: these are in the model.
  std::shared_ptr<const Snapshot> planned;
  SchemaSet schemas;
  Catalogue catalogue;
  Node policy;  // what a reviewer is asked about
  ContentModel model;
  std::unique_ptr<const NamedTexts> named_texts;
  Facts facts;
  Media media;
  Theme theme;
  std::unique_ptr<SiteContext> context;
  PageSet pages;
  Findings findings;  // sorted; the report

  PreparedSite() = default;
  PreparedSite(const PreparedSite&) = delete;
  PreparedSite& operator=(const PreparedSite&) = delete;
};

// The repository of the options at its revision. Fails as the functions of source/snapshot.h do.
std::expected<std::unique_ptr<Snapshot>, Finding> open_content(const BuildOptions& options);

// Fails only when there is nothing to read: no such folder, no such revision, no schema. Every fault of the
// content is in PreparedSite::findings.
std::expected<std::unique_ptr<PreparedSite>, Finding> prepare_site(BuildOptions options);
// The same over a snapshot that is already there (the editor's unsaved edits).
std::expected<std::unique_ptr<PreparedSite>, Finding> prepare_site(BuildOptions options,
                                                                   std::shared_ptr<const Snapshot> snapshot);
// The same before the checks: for who shows pages first and says afterwards what is wrong with them.
std::expected<std::unique_ptr<PreparedSite>, Finding> plan_prepared_site(BuildOptions options);
// Adds what the checks find. Reads the rest of the site only, so files may be rendered meanwhile.
void check_prepared_site(PreparedSite& site);

// The files of which the site tells the day of the last change: not news, of which a large school has
// thousands.
std::set<std::string> dated_files(const ContentModel& model);

}  // namespace mektep
