// The report of the generator over the newest content, made in the background and kept for its revision: what
// the dashboard shows.
#pragma once
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "base/date.h"
#include "base/finding.h"
#include "editor/consents/private_register.h"
#include "editor/publication/site_work.h"
#include "editor/repository/repository.h"
#include "editor/store/machine.h"

namespace mektep::editor {

struct CheckReport {
  std::string revision;
  Date today;
  Findings findings;              // sorted
  std::vector<ItemState> items;   // disclosure items, in the order of the catalogue
  std::int64_t milliseconds = 0;  // that making it took
  std::int64_t names = 0;         // PrivateRegister::version() of what was looked for
  std::size_t settled() const;    // items: "57 of 62"
};

struct CheckReportOptions {
  std::string data_folder, cache_folder;
  int offset_minutes = 360;  // of the school east of UTC: Asia/Bishkek
  unsigned jobs = 1;
  const PrivateRegister* private_register = nullptr;  // nullptr = no names are known
};

// Every member may be called from any thread.
class CheckReports {
 public:
  CheckReports(Repository& repository, SiteWork& work, const Machine& machine, CheckReportOptions options);
  CheckReports(const CheckReports&) = delete;
  CheckReports& operator=(const CheckReports&) = delete;
  ~CheckReports();  // a report that is being made is given up

  struct Answer {
    std::shared_ptr<const CheckReport> report;  // the newest there is; nullptr while the first one is made
    bool outdated = true;                       // a newer one is being made
  };
  // Never waits; asks for a new report when the head or the day is another one.
  Answer newest();
  // Waits until the report is of the head. For tests and the API.
  Answer wait(std::int64_t milliseconds);

 private:
  void run(const std::stop_token& stop);
  bool is_current(const CheckReport* report) const;
  std::shared_ptr<const CheckReport> make(const std::string& revision, Date today,
                                          const std::stop_token& stop) const;
  Date today() const;

  Repository& repository_;
  SiteWork& work_;
  const Machine& machine_;
  CheckReportOptions options_;
  std::mutex mutex_;
  std::condition_variable_any changed_, resting_;
  std::shared_ptr<const CheckReport> report_;
  bool wanted_ = true;
  std::jthread thread_;  // last: it uses what stands above
};

}  // namespace mektep::editor
