#include "serve/preview.h"

namespace mektep {

namespace {

// Faults with which a file is not read at all.
bool is_unreadable(const Finding& finding) {
  if (!finding.blocks()) return false;
  for (const std::string_view area :
       {"yaml-", "template-", "text-", "front-matter-", "schema-faulty", "source-"}) {
    if (finding.rule->id.starts_with(area)) return true;
  }
  return false;
}

// A file that could be read when the shown site was made, and no longer can.
bool lost_a_file(const Findings& before, const Findings& now) {
  return std::ranges::any_of(now, [&](const Finding& fault) {
    return is_unreadable(fault) && std::ranges::none_of(before, [&](const Finding& known) {
             return is_unreadable(known) && known.place.file == fault.place.file;
           });
  });
}

}  // namespace

Preview::Preview(BuildOptions options, std::uint64_t first) : options_(std::move(options)) {
  options_.draft = true;
  auto state = std::make_shared<PreviewState>();
  state->number = first;
  state_ = std::move(state);
}

void Preview::refresh() {
  incomplete_.reset();
  auto planned = plan_prepared_site(options_);
  if (!planned) return show(good_, {planned.error()}, true);
  read_ = (*planned)->findings;
  if (good_ && lost_a_file(good_read_, read_)) {
    check_prepared_site(**planned);
    return show(good_, std::move((*planned)->findings), true);
  }
  incomplete_ = std::make_shared<ShownSite>(std::move(*planned));
  show(incomplete_, state()->findings, false);
}

void Preview::complete() {
  if (!incomplete_) return;
  const auto site = std::exchange(incomplete_, nullptr);
  ShownSite::Completion completion = site->complete();
  if (completion.whole) {
    good_ = site;
    good_read_ = std::move(read_);
  }
  show(good_, std::move(completion.findings), !completion.whole);
}

void Preview::show(std::shared_ptr<ShownSite> site, Findings findings, bool outdated) {
  auto next = std::make_shared<PreviewState>();
  next->site = std::move(site);
  next->findings = std::move(findings);
  next->outdated = outdated;
  {
    const std::lock_guard lock(mutex_);
    next->number = state_->number + 1;
    state_ = std::move(next);
  }
  changed_.notify_all();
}

std::shared_ptr<const PreviewState> Preview::state() const {
  const std::lock_guard lock(mutex_);
  return state_;
}

std::shared_ptr<const PreviewState> Preview::wait(std::uint64_t known,
                                                  std::chrono::milliseconds patience) const {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, patience, [&] { return stopped_ || state_->number != known; });
  return state_;
}

void Preview::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  changed_.notify_all();
}

}  // namespace mektep
