#include "build/render.h"

#include <atomic>
#include <mutex>

#include "base/parallel.h"
#include "outputs/relative_links.h"

namespace mektep {

std::expected<void, Finding> render_file(const PreparedSite& site, const PlannedOutput& output,
                                         std::string& out) {
  const std::string& file = output.file;
  if (!file.ends_with(".html") || is_shown_anywhere(file)) return output.render(out);
  thread_local std::string page;
  page.clear();
  auto result = output.render(page);
  if (result) append_with_relative_links(page, {file, site.context->base_path(), site.options.links}, out);
  return result;
}

std::expected<void, Findings> render_site(const PreparedSite& site, SiteSink& sink) {
  const auto& outputs = site.pages.outputs();
  std::mutex mutex;
  Findings faults;
  std::atomic<bool> sink_failed{false};
  std::atomic<std::size_t> done{0};
  parallel_for(outputs.size(), site.options.jobs, [&](std::size_t i) {
    if (sink_failed.load(std::memory_order_relaxed)) return;  // a full disk is full for all
    if (!sink.wants(outputs[i].file)) return;
    thread_local std::string bytes;
    bytes.clear();
    auto result = render_file(site, outputs[i], bytes);
    if (result) {
      result = sink.write(outputs[i].file, bytes);
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
