// A site to be checked or built by the generator, and what came of it: as values, and as the text in which
// mektep-site-worker is told and answers.
#pragma once
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/finding.h"
#include "facts/disclosure/disclosure.h"
#include "names/private_name.h"

namespace mektep::editor {

struct SiteJob {
  std::string repository;    // the bare repository
  std::string revision;      // of the content
  std::string data_folder;   // holds schema/ and themes/
  std::string cache_folder;  // of renditions
  Date today;
  unsigned jobs = 1;
  PrivateNames private_names;
  std::string folder;  // to build the site into; empty = check only
};

// How it stands with a disclosure item, and where it is mended.
struct ItemState {
  std::string item;  // its id in the catalogue: "licence.file"
  DisclosureState state = DisclosureState::missing;
  bool settled = false;  // nothing is left to do
  std::string file, field;
};

struct SiteResult {
  Findings findings;             // sorted
  std::vector<ItemState> items;  // in the order of the catalogue; empty: the site could not be read
  bool complete = false;         // the site stands whole in the folder
};

using SiteProgress = std::function<void(std::string_view phase, std::size_t done, std::size_t of)>;

// Does it here and now. When a stop is asked for, what is begun is left as it is, incomplete. `progress` may
// be empty; it may be told in any thread, one call at a time.
SiteResult do_site_job(const SiteJob& job, const SiteProgress& progress, const std::stop_token& stop);

// Objects of JSON in one line. nullopt: this is none.
std::string text_of(const SiteJob& job);
std::optional<SiteJob> read_site_job(std::string_view text);
std::string text_of(const SiteResult& result);
std::optional<SiteResult> read_site_result(std::string_view text);

}  // namespace mektep::editor
