// What the command line asks of the library: check, build, explain an address. A seam, so that the commands
// can be tested against made-up findings; the real one is make_engine().
#pragma once
#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/finding.h"
#include "cli/texts.h"
#include "facts/translations.h"
#include "names/private_name.h"
#include "publish/folder_build.h"

namespace mektep {
class Snapshot;
}

namespace mektep::cli {

class Progress;

struct Request {
  std::string repository;
  std::string revision;      // empty = working tree
  std::string data_folder;   // holds schema/ and themes/
  std::string cache_folder;  // empty = none
  Date today;
  std::string theme_folder;  // instead of the theme that site.yaml names
  unsigned jobs = 1;
  std::string base_url;  // empty = the one of site.yaml
  bool draft = false;
  std::string program;          // the file of the running program
  std::int64_t now = 0;         // Unix time; 0 = unknown
  bool links_to_files = false;  // "about/index.html" instead of "about/"
  PrivateNames private_names;   // of --pupils
  Progress* progress = nullptr;
};

struct CheckAnswer {
  Findings findings;
  std::shared_ptr<const Snapshot> snapshot;  // for source excerpts; may be null
};

struct BuildAnswer {
  CheckAnswer check;
  bool published = false;  // false: findings block and nothing was written
  std::size_t pages = 0, written = 0, unchanged = 0, removed = 0;
  BuildCause cause = BuildCause::first;
  std::vector<InputChange> changes;  // since the last build into the folder
};

// Where an address of the site comes from: lines of "what: value".
struct UrlAnswer {
  std::string url;
  std::vector<std::pair<std::string, std::string>> facts;
};

class Engine {
 public:
  virtual ~Engine() = default;
  virtual std::expected<CheckAnswer, Finding> check(const Request& request) = 0;
  virtual std::expected<CheckAnswer, Finding> check_theme(const Request& request) = 0;
  virtual std::expected<BuildAnswer, Finding> build(const Request& request, const std::string& out) = 0;
  // How every entry stands in both languages.
  virtual std::expected<std::vector<TranslationRow>, Finding> translations(const Request& request) = 0;
  // The configuration of a web server for the site: "nginx" or "caddy".
  virtual std::expected<std::string, Finding> server_configuration(const Request& request,
                                                                   std::string_view server) = 0;
  // nullopt: the site has no such address.
  virtual std::expected<std::optional<UrlAnswer>, Finding> explain_url(const Request& request,
                                                                       const std::string& url,
                                                                       Language language) = 0;
};

std::unique_ptr<Engine> make_engine();

}  // namespace mektep::cli
