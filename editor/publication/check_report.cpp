#include "editor/publication/check_report.h"

#include "build/prepared_site.h"

namespace mektep::editor {

CheckReports::CheckReports(Repository& repository, const Machine& machine, CheckReportOptions options)
    : repository_(repository),
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

std::shared_ptr<const CheckReport> CheckReports::make(const std::string& revision, Date day) const {
  auto report = std::make_shared<CheckReport>();
  report->revision = revision;
  report->today = day;
  std::optional<HeavyWork::Turn> turn;
  if (options_.heavy_work) turn.emplace(*options_.heavy_work);
  const std::int64_t begun = machine_.milliseconds();
  BuildOptions options;
  options.repository = repository_.folder();
  options.revision = revision;
  options.data_folder = options_.data_folder;
  options.cache_folder = options_.cache_folder;
  options.today = day;
  options.jobs = options_.jobs;
  if (const PrivateRegister* names = options_.private_register) {
    report->names = names->version();
    options.private_names = names->names().value_or(PrivateNames());
  }
  if (auto site = prepare_site(std::move(options))) {
    report->findings = std::move((*site)->findings);
    report->settled = (*site)->facts.disclosure.settled();
    report->items = (*site)->facts.disclosure.items.size();
  } else {
    report->findings.push_back(std::move(site.error()));
  }
  report->milliseconds = machine_.milliseconds() - begun;
  return report;
}

void CheckReports::run(const std::stop_token& stop) {
  let_others_go_first();
  std::unique_lock lock(mutex_);
  while (changed_.wait(lock, stop, [this] { return wanted_; })) {
    wanted_ = false;
    lock.unlock();
    auto report = make(repository_.head(), today());
    lock.lock();
    report_ = std::move(report);
    changed_.notify_all();
    // While many people save, a large school would be read without end: half of the time it is left alone.
    const std::chrono::milliseconds rest(std::min<std::int64_t>(report_->milliseconds, 60'000));
    resting_.wait_for(lock, stop, rest, [] { return false; });
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
