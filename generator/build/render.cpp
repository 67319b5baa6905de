#include "build/render.h"

#include <atomic>
#include <mutex>

#include "base/parallel.h"
#include "outputs/relative_links.h"

namespace mektep {

std::expected<void, Findings> render_site(const PreparedSite& site, SiteSink& sink) {
  const auto& outputs = site.pages.outputs();
  std::mutex mutex;
  Findings faults;
  std::atomic<bool> sink_failed{false};
  std::atomic<std::size_t> done{0};
  parallel_for(outputs.size(), site.options.jobs, [&](std::size_t i) {
    if (sink_failed.load(std::memory_order_relaxed)) return;  // a full disk is full for all
    if (!sink.wants(outputs[i].file)) return;
    thread_local std::string bytes, page;
    bytes.clear();
    auto result = outputs[i].render(bytes);
    if (result) {
      const std::string& file = outputs[i].file;
      const bool linked = file.ends_with(".html") && !is_shown_anywhere(file);
      if (linked) {
        page.clear();
        append_with_relative_links(bytes, {file, site.context->base_path(), site.options.links}, page);
      }
      result = sink.write(file, linked ? page : bytes);
      if (!result) sink_failed = true;
    }
    const std::size_t now = done.fetch_add(1, std::memory_order_relaxed) + 1;
    if (!result) {
      const std::lock_guard lock(mutex);
      faults.push_back(std::move(result.error()));
    } else if (site.options.progress && now % 64 == 0) {
      const std::lock_guard lock(mutex);
      site.options.progress("render", now, outputs.size());
    }
  });
  if (faults.empty()) return {};
  sort_findings(faults);
  return std::unexpected(std::move(faults));
}

}  // namespace mektep
