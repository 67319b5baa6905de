#include "editor/publication/check_report.h"

#include <algorithm>

namespace mektep::editor {

std::size_t CheckReport::settled() const {
  return static_cast<std::size_t>(std::ranges::count_if(items, &ItemState::settled));
}

CheckReports::CheckReports(Repository& repository, SiteWork& work, const Machine& machine,
                           CheckReportOptions options)
    : repository_(repository),
      work_(work),
      machine_(machine),
      options_(std::move(options)),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

CheckReports::~CheckReports() {
  thread_.request_stop();
  changed_.notify_all();
}

Date CheckReports::today() const {
  return date_at(machine_.now(), options_.offset_minutes);
}

bool CheckReports::is_current(const CheckReport* report) const {
  const PrivateRegister* names = options_.private_register;
  return report && report->revision == repository_.head() && report->today == today() &&
         (!names || report->names == names->version());
}

// nullptr: given up, or broken off.
std::shared_ptr<const CheckReport> CheckReports::make(const std::string& revision, Date day,
                                                      const std::stop_token& stop) const {
  SiteJob job{.repository = repository_.folder(),
              .revision = revision,
              .data_folder = options_.data_folder,
              .cache_folder = options_.cache_folder,
              .today = day,
              .jobs = options_.jobs,
              .private_names = {},
              .folder = {}};
  auto report = std::make_shared<CheckReport>();
  report->revision = revision;
  report->today = day;
  if (const PrivateRegister* names = options_.private_register) {
    report->names = names->version();
    job.private_names = names->names().value_or(PrivateNames());
  }
  constexpr int niceness = 10;  // a tenth of an equal share: with 19 it would never end beside a busy server
  const std::int64_t begun = machine_.milliseconds();
  auto result = work_.run(job, {.niceness = niceness, .progress = {}, .stop = stop});
  if (!result) return nullptr;
  report->findings = std::move(result->findings);
  report->items = std::move(result->items);
  report->milliseconds = machine_.milliseconds() - begun;
  return report;
}

void CheckReports::run(const std::stop_token& stop) {
  constexpr std::int64_t longest_rest = 60'000;
  std::unique_lock lock(mutex_);
  // The wait ends with true also when one is wanted and the server stops.
  while (changed_.wait(lock, stop, [this] { return wanted_; }) && !stop.stop_requested()) {
    wanted_ = false;
    lock.unlock();
    auto report = make(repository_.head(), today(), stop);
    lock.lock();
    // While many people save, a large school would be read without end: half of the time it is left alone.
    const std::int64_t rest = report ? report->milliseconds : longest_rest;
    if (report) report_ = std::move(report);
    changed_.notify_all();
    resting_.wait_for(lock, stop, std::chrono::milliseconds(std::min(rest, longest_rest)),
                      [] { return false; });
  }
}

CheckReports::Answer CheckReports::newest() {
  const std::lock_guard lock(mutex_);
  const bool current = is_current(report_.get());
  if (!current && !wanted_) {
    wanted_ = true;
    changed_.notify_all();
  }
  return {report_, !current};
}

CheckReports::Answer CheckReports::wait(std::int64_t milliseconds) {
  const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(milliseconds);
  Answer answer = newest();
  while (answer.outdated && std::chrono::steady_clock::now() < until) {
    {
      std::unique_lock lock(mutex_);
      changed_.wait_until(lock, until);
    }
    answer = newest();
  }
  return answer;
}

}  // namespace mektep::editor
