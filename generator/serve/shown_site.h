// A site to be looked at: each file is made when it is first asked for, the rest and the checks when there is
// time. So a page is there long before the whole site is.
#pragma once
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "build/prepared_site.h"

namespace mektep {

class ShownSite {
 public:
  // Planned, not yet checked.
  explicit ShownSite(std::unique_ptr<PreparedSite> site);
  ShownSite(const ShownSite&) = delete;
  ShownSite& operator=(const ShownSite&) = delete;

  // The bytes of a file of the site, "ru/index.html", as a build writes them; they stay as long as this does.
  // nullptr: there is no such file, or it has a fault, which complete() tells. From any thread.
  const std::string* file(std::string_view name);
  bool contains(std::string_view name) const { return files_.contains(name); }

  struct Completion {
    Findings findings;  // sorted: of reading, planning, checking and rendering
    bool whole = true;  // every file could be made
  };
  // Makes what is not made yet and checks. Once.
  Completion complete();

 private:
  enum class Stage : std::uint8_t { planned, being_made, made, faulty };
  struct File {
    const PlannedOutput* output;
    Stage stage = Stage::planned;
    std::string bytes;
  };

  std::unique_ptr<PreparedSite> site_;              // until complete() is done
  std::map<std::string, File, std::less<>> files_;  // no other files after the constructor
  std::mutex mutex_;                                // of what the files are, and of the faults
  std::condition_variable made_;
  Findings faults_;
};

}  // namespace mektep
