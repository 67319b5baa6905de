// A preview: the draft of a site in memory, made anew when its sources change. What cannot be read (a broken
// template, a file that is no YAML) does not take the site away: the last good one stays, and the findings
// say why.
#pragma once
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "build/prepared_site.h"

namespace mektep {

using SiteFiles = std::map<std::string, std::string, std::less<>>;  // by file: "ru/index.html"

// What is to be seen at one moment. Immutable.
struct PreviewState {
  std::uint64_t site = 0;    // another number whenever a file of the site has changed
  std::uint64_t report = 0;  // another number whenever the site was made, or could not be
  std::shared_ptr<const SiteFiles> files;
  Findings findings;
  bool outdated = false;  // `files` are older than the sources, which have a fault
};

class Preview {
 public:
  // Numbers go on from `first`, so that a browser does not take the site of another run for its own.
  Preview(BuildOptions options, std::uint64_t first);

  void rebuild();  // in one thread only
  std::shared_ptr<const PreviewState> state() const;
  // The state once its report is another than `known`; the present one when `patience` is over or after
  // stop().
  std::shared_ptr<const PreviewState> wait(std::uint64_t known, std::chrono::milliseconds patience) const;
  void stop();  // wakes whoever waits; from any thread

 private:
  void show(std::shared_ptr<const SiteFiles> files, Findings findings, bool outdated);

  BuildOptions options_;
  Findings shown_findings_;  // of the sources that the shown site was made from
  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  std::shared_ptr<const PreviewState> state_;
  bool stopped_ = false;
};

}  // namespace mektep
