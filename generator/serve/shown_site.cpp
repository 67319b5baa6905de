#include "serve/shown_site.h"

#include "base/parallel.h"
#include "build/render.h"

namespace mektep {

ShownSite::ShownSite(std::unique_ptr<PreparedSite> site) : site_(std::move(site)) {
  for (const PlannedOutput& output : site_->pages.outputs()) files_.emplace(output.file, File{&output});
}

const std::string* ShownSite::file(std::string_view name) {
  const auto at = files_.find(name);
  if (at == files_.end()) return nullptr;
  File& file = at->second;
  std::unique_lock lock(mutex_);
  made_.wait(lock, [&] { return file.stage != Stage::being_made; });
  if (file.stage == Stage::planned) {
    file.stage = Stage::being_made;
    lock.unlock();
    auto result = render_file(*site_, *file.output, file.bytes);
    lock.lock();
    file.stage = result ? Stage::made : Stage::faulty;
    if (!result) faults_.push_back(std::move(result.error()));
    made_.notify_all();
  }
  return file.stage == Stage::made ? &file.bytes : nullptr;
}

ShownSite::Completion ShownSite::complete() {
  const auto& outputs = site_->pages.outputs();
  parallel_for(outputs.size(), site_->options.jobs, [&](std::size_t i) { file(outputs[i].file); });
  check_prepared_site(*site_);
  Completion completion{std::move(site_->findings), faults_.empty()};
  append(completion.findings, std::move(faults_));
  sort_findings(completion.findings);
  site_.reset();  // nobody renders any more
  return completion;
}

}  // namespace mektep
