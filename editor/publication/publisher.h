// The publisher: one thread that turns approved content into the site that is shown. It builds aside,
// switches with one rename, and leaves the site as it is when anything fails.
#pragma once
#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>

#include "base/finding.h"
#include "editor/audit/audit_log.h"
#include "editor/publication/approvals.h"
#include "editor/publication/ledger.h"
#include "editor/publication/releases.h"
#include "editor/publication/site_job.h"
#include "editor/repository/repository.h"

namespace mektep::editor {

struct BuiltSite {
  Findings findings;
  bool complete = false;   // false: findings block, or the machine could not; nothing may be shown
  bool broke_off = false;  // the work ended without an answer
};

struct PublisherParts {
  const Machine& machine;
  Repository& repository;
  Approvals& approvals;
  Ledger& ledger;
  Releases& releases;
  AuditLog& audit;
  // Builds a revision into a folder. `progress` is told phases and counts. When a stop is asked for, what is
  // begun is left as it is, incomplete.
  std::function<BuiltSite(const std::string& revision, const std::string& folder,
                          const SiteProgress& progress, const std::stop_token& stop)>
      build;
  std::function<void()> ended = [] {};  // told in the thread of the publisher when a publication has ended
  int offset_minutes = 360;             // of the school east of UTC: Asia/Bishkek
  std::size_t kept_releases = 10;       // each costs what changed since the one before
};

struct BuildProgress {
  std::int64_t publication = 0;  // 0 = nothing is being built
  std::string phase;             // of the generator: "read", "check", "render"…
  std::size_t done = 0, of = 0;
};

class Publisher {
 public:
  explicit Publisher(PublisherParts parts);
  Publisher(const Publisher&) = delete;
  Publisher& operator=(const Publisher&) = delete;
  ~Publisher();  // stops

  void start();  // the thread; picks up what a killed process had begun
  // Soon: a publication that is being built waits for the next start.
  void stop();
  void wake();  // something waits in the ledger, or a schedule has changed; from any thread
  BuildProgress progress() const;

  // Does what waits and what is due now, in the calling thread. For tests and for start().
  void work();

 private:
  void run();
  void ask_for_what_is_due();
  void publish(const Publication& publication);
  std::expected<std::string, RepositoryError> stage(const Publication& publication);
  std::int64_t seconds_to_next() const;

  PublisherParts parts_;
  std::thread thread_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  bool woken_ = false, stopped_ = false;
  std::stop_source stop_;
  BuildProgress progress_;
};

// The consents of the newest content over an older revision: what was withdrawn since stays withdrawn
// (ICT-24).
std::expected<std::vector<Edit>, RepositoryError> newest_consents(const Repository& repository,
                                                                  const std::string& revision);

// Entries that say something else in one revision than in the other, sorted.
std::vector<std::string> changed_entries(const Snapshot& before, const Snapshot& after);

}  // namespace mektep::editor
