#include "serve/preview.h"

#include "build/render.h"

namespace mektep {

namespace {

class MemorySink final : public SiteSink {
 public:
  std::expected<void, Finding> write(const std::string& file, std::string_view bytes) override {
    const std::lock_guard lock(mutex_);
    files_.insert_or_assign(file, std::string(bytes));
    return {};
  }
  SiteFiles take() { return std::move(files_); }

 private:
  std::mutex mutex_;
  SiteFiles files_;
};

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
  state->site = state->report = first;
  state_ = std::move(state);
}

void Preview::rebuild() {
  const auto shown = state()->files;
  auto prepared = prepare_site(options_);
  if (!prepared) return show(shown, {prepared.error()}, true);
  Findings findings = (*prepared)->findings;
  if (shown && lost_a_file(shown_findings_, findings)) return show(shown, std::move(findings), true);
  MemorySink sink;
  if (auto rendered = render_site(**prepared, sink); !rendered) {
    append(findings, std::move(rendered.error()));
    sort_findings(findings);
    return show(shown, std::move(findings), true);
  }
  shown_findings_ = findings;
  std::shared_ptr<const SiteFiles> files = std::make_shared<const SiteFiles>(sink.take());
  if (shown && *shown == *files) files = shown;
  show(std::move(files), std::move(findings), false);
}

void Preview::show(std::shared_ptr<const SiteFiles> files, Findings findings, bool outdated) {
  auto next = std::make_shared<PreviewState>();
  next->files = std::move(files);
  next->findings = std::move(findings);
  next->outdated = outdated;
  {
    const std::lock_guard lock(mutex_);
    next->report = state_->report + 1;
    next->site = next->files == state_->files ? state_->site : next->report;
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
  changed_.wait_for(lock, patience, [&] { return stopped_ || state_->report != known; });
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
