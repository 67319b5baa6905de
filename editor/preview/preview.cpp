#include "editor/preview/preview.h"

#include "base/zone.h"
#include "build/render.h"
#include "build/update.h"
#include "content/update.h"
#include "editor/store/memory.h"

namespace mektep::editor {
namespace {

// Whether the site can be brought to these files without reading everything again.
bool is_near(const PreparedSite& site, const Snapshot& files) {
  return entries_of_texts(changed_files(*site.snapshot, files)).has_value();
}

}  // namespace

Preview::Preview(PreviewOptions options, const Machine& machine)
    : options_(std::move(options)),
      machine_(machine),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

Preview::~Preview() {
  thread_.request_stop();
  stopping_.notify_all();
}

void Preview::run(const std::stop_token& stop) {
  constexpr std::chrono::seconds between(30);
  while (!stop.stop_requested()) {
    {
      std::unique_lock lock(mutex_);
      stopping_.wait_for(lock, stop, between, [] { return false; });
    }
    if (!stop.stop_requested()) forget_idle();
  }
}

void Preview::forget_idle() {
  {
    const std::scoped_lock lock(mutex_);
    const std::int64_t now = machine_.now();
    if (std::erase_if(shown_, [&](const Shown& each) {
          return now - each.used >= options_.idle_seconds || now < each.used;
        }) == 0)
      return;
  }
  give_back_memory();
}

std::size_t Preview::sites() {
  const std::scoped_lock lock(mutex_);
  return shown_.size();
}

// Small schools keep several, for two versions side by side; of a large one only the last.
void Preview::forget_surplus() {
  constexpr std::size_t most_sites = 4;
  std::size_t entries = 0, kept = 0;
  for (auto each = shown_.rbegin(); each != shown_.rend(); ++each) {
    entries += each->site->model.entries.size();
    if (kept > 0 && (kept == most_sites || entries > options_.most_entries)) break;
    ++kept;
  }
  shown_.erase(shown_.begin(), shown_.end() - static_cast<std::ptrdiff_t>(kept));
}

// Puts the site of a view last. The last one with the same options is brought to it when they are near.
std::expected<void, Finding> Preview::show(const PreviewView& view, Date today) {
  auto files = options_.snapshot(view.revision);
  if (!files) return std::unexpected(std::move(files.error()));
  if (!view.edits->empty()) files = make_overlay(std::move(*files), *view.edits);
  const bool draft = !view.day;
  if (!shown_.empty()) {
    Shown& last = shown_.back();
    const bool alike = last.site->options.today == today && last.site->options.draft == draft;
    if (alike && is_near(*last.site, **files)) {
      if (update_site(last.site, *files)) {
        last.view = view;
        return {};
      }
      shown_.pop_back();
    }
  }
  // The old ones go first, so that a large school is not in memory twice.
  if (!shown_.empty() && shown_.back().site->model.entries.size() * 2 > options_.most_entries) shown_.clear();
  BuildOptions options;
  options.repository = options_.repository;
  options.data_folder = options_.data_folder;
  options.cache_folder = options_.cache_folder;
  options.today = today;
  options.jobs = std::max(1u, std::thread::hardware_concurrency());
  options.draft = draft;
  auto prepared = prepare_site(std::move(options), std::move(*files));
  if (!prepared) return std::unexpected(std::move(prepared.error()));
  shown_.push_back({view, std::move(*prepared), 0});
  forget_surplus();
  return {};
}

std::expected<PreparedSite*, Finding> Preview::bring_to(const PreviewView& view) {
  const Date today = view.day.value_or(date_at(machine_.now(), bishkek_minutes));
  std::erase_if(shown_,
                [&](const Shown& each) { return !each.view.day && each.site->options.today != today; });
  const auto known = std::ranges::find(shown_, view, &Shown::view);
  if (known != shown_.end()) {
    std::rotate(known, known + 1, shown_.end());
  } else if (auto done = show(view, today); !done) {
    return std::unexpected(std::move(done.error()));
  }
  shown_.back().used = machine_.now();
  return shown_.back().site.get();
}

std::expected<std::optional<std::string>, Finding> Preview::file(const PreviewView& view,
                                                                 std::string_view file) {
  const std::scoped_lock lock(mutex_);
  const auto site = bring_to(view);
  if (!site) return std::unexpected(site.error());
  const PlannedOutput* output = (*site)->pages.find(file);
  if (!output) return std::nullopt;
  std::string bytes;
  if (auto rendered = render_file(**site, *output, bytes); !rendered)
    return std::unexpected(std::move(rendered.error()));
  return bytes;
}

std::expected<std::array<std::string, 2>, Finding> Preview::pages_of(const PreviewView& view,
                                                                     std::string_view entry) {
  const std::scoped_lock lock(mutex_);
  const auto site = bring_to(view);
  if (!site) return std::unexpected(site.error());
  std::array<std::string, 2> pages;
  const Entry* found = (*site)->model.entry(entry);
  if (!found) return pages;
  for (const Locale locale : all_locales) {
    const std::string path = (*site)->facts.permalinks.of(*found, locale);
    if ((*site)->pages.find(output_file(path))) pages[index(locale)] = path;
  }
  return pages;
}

}  // namespace mektep::editor
