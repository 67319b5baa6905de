// Work on whole sites, which takes hundreds of MB at a large school: one site at a time, in a process of its
// own, whose end gives all of it back and which can be ended at any moment.
#pragma once
#include <condition_variable>
#include <expected>
#include <mutex>
#include <string>

#include "editor/publication/site_job.h"

namespace mektep::editor {

enum class SiteFault : std::uint8_t {
  stopped,    // as the caller wanted
  broke_off,  // the process ended before its work: most likely the memory of the machine was used up
};

// Lives as long as the server. Every member may be called from any thread.
class SiteWork {
 public:
  // `worker` is the path of mektep-site-worker; where there is no such program, the work is done in this
  // process.
  explicit SiteWork(std::string worker = {}) : worker_(std::move(worker)) {}

  struct Manner {
    int niceness = 0;  // 19 = with what others leave of the processors
    SiteProgress progress;
    std::stop_token stop;
  };
  // Waits until nobody else's site is worked on. At most an hour: then it has broken off.
  std::expected<SiteResult, SiteFault> run(const SiteJob& job, const Manner& manner);

 private:
  std::expected<SiteResult, SiteFault> run_worker(const SiteJob& job, const Manner& manner) const;

  const std::string worker_;
  std::mutex mutex_;
  std::condition_variable_any free_;
  bool busy_ = false;
};

}  // namespace mektep::editor
