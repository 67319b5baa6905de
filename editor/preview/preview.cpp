#include "editor/preview/preview.h"

#include <thread>

#include "base/zone.h"
#include "build/render.h"
#include "build/update.h"

namespace mektep::editor {

Preview::Preview(PreviewOptions options, const Machine& machine)
    : options_(std::move(options)), machine_(machine) {}
Preview::~Preview() = default;

std::expected<void, Finding> Preview::bring_to(const PreviewView& view) {
  const Date today = view.day.value_or(date_at(machine_.now(), bishkek_minutes));
  const bool draft = !view.day;
  if (site_ && (site_->options.today != today || site_->options.draft != draft)) site_.reset();
  if (site_ && shown_ == view.snapshot) return {};
  shown_.reset();
  if (!site_ || !update_site(site_, view.snapshot)) {
    BuildOptions options;
    options.repository = options_.repository;
    options.data_folder = options_.data_folder;
    options.cache_folder = options_.cache_folder;
    options.today = today;
    options.jobs = std::max(1u, std::thread::hardware_concurrency());
    options.draft = draft;
    auto prepared = prepare_site(std::move(options), view.snapshot);
    if (!prepared) return std::unexpected(std::move(prepared.error()));
    site_ = std::move(*prepared);
  }
  shown_ = view.snapshot;
  return {};
}

std::expected<std::optional<std::string>, Finding> Preview::file(const PreviewView& view,
                                                                 std::string_view file) {
  const std::lock_guard lock(mutex_);
  if (auto brought = bring_to(view); !brought) return std::unexpected(std::move(brought.error()));
  const PlannedOutput* output = site_->pages.find(file);
  if (!output) return std::nullopt;
  std::string bytes;
  if (auto rendered = render_file(*site_, *output, bytes); !rendered)
    return std::unexpected(std::move(rendered.error()));
  return bytes;
}

std::expected<std::array<std::string, 2>, Finding> Preview::pages_of(
    const std::shared_ptr<const Snapshot>& snapshot, std::string_view entry) {
  const std::lock_guard lock(mutex_);
  if (auto brought = bring_to(snapshot); !brought) return std::unexpected(std::move(brought.error()));
  std::array<std::string, 2> pages;
  const Entry* found = site_->model.entry(entry);
  if (!found) return pages;
  for (const Locale locale : all_locales) {
    const std::string path = site_->facts.permalinks.of(*found, locale);
    if (site_->pages.find(output_file(path))) pages[index(locale)] = path;
  }
  return pages;
}

}  // namespace mektep::editor
