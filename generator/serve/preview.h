// A preview: the draft of a site in memory, made anew when its sources change: first what is looked at, then
// the rest and the findings. What cannot be read (a broken template, a file that is no YAML) does not take
// the site away: the last good one stays, and the findings say why.
#pragma once
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>

#include "serve/shown_site.h"

namespace mektep {

// What is to be seen at one moment. Immutable.
struct PreviewState {
  std::uint64_t number = 0;         // another one whenever there may be something else to see
  std::shared_ptr<ShownSite> site;  // null: there is none yet
  Findings findings;
  bool outdated = false;  // `site` is older than the sources, which have a fault
};

class Preview {
 public:
  // Numbers go on from `first`, so that a browser does not take the site of another run for its own.
  Preview(BuildOptions options, std::uint64_t first);

  // Reads the sources and shows their site, which is not yet complete: the findings are still those before.
  // In one thread only, as complete().
  void refresh();
  // Makes the rest of the site that is shown and says what was found; the one before it comes back when some
  // file has a fault.
  void complete();
  bool is_complete() const { return !incomplete_; }

  std::shared_ptr<const PreviewState> state() const;
  // The state once its number is another than `known`; the present one when `patience` is over or after
  // stop().
  std::shared_ptr<const PreviewState> wait(std::uint64_t known, std::chrono::milliseconds patience) const;
  void stop();  // wakes whoever waits; from any thread

 private:
  void show(std::shared_ptr<ShownSite> site, Findings findings, bool outdated);

  BuildOptions options_;
  std::shared_ptr<ShownSite> incomplete_;
  std::shared_ptr<ShownSite> good_;  // the last one that was complete and without a fault
  Findings read_, good_read_;        // what was found when their sources were read
  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  std::shared_ptr<const PreviewState> state_;
  bool stopped_ = false;
};

}  // namespace mektep
