#include "publish/folder_build.h"

#include <filesystem>
#include <future>
#include <mutex>

#include "base/parallel.h"
#include "build/render.h"
#include "build/twins.h"
#include "publish/output_folder/output_folder.h"
#include "publish/output_folder/standing_site.h"
#include "publish/publishable_site.h"

namespace mektep {

namespace {

// Clocks of disks tick a hundred times a second, or every other second.
constexpr std::int64_t slowest_tick_s = 2;

// Remembers why the folder refused a file: that is no fault of the content.
class FolderSink final : public SiteSink {
 public:
  explicit FolderSink(OutputFolder& folder) : folder_(folder) {}

  std::expected<void, Finding> write(const std::string& file, std::string_view bytes) override {
    auto result = folder_.write(file, bytes);
    if (!result) {
      const std::lock_guard lock(mutex_);
      if (!fault_) fault_ = result.error();
    }
    return result;
  }
  const std::optional<Finding>& fault() const { return fault_; }

 private:
  OutputFolder& folder_;
  std::mutex mutex_;
  std::optional<Finding> fault_;
};

std::expected<void, Finding> write_site(const PublishableSite& publishable, const std::string& out,
                                        FolderBuild& build) {
  const PreparedSite& site = publishable.site();
  auto folder = OutputFolder::open(out, {.jobs = site.options.jobs});
  if (!folder) return std::unexpected(std::move(folder.error()));
  FolderSink sink(*folder);
  TwinSink with_twins(sink, site.model.site.compress);
  SiteSink& target = site.model.site.compress.any() ? static_cast<SiteSink&>(with_twins) : sink;
  if (auto rendered = render_site(site, target); !rendered) {
    if (sink.fault()) return std::unexpected(*sink.fault());
    append(build.findings, std::move(rendered.error()));
    sort_findings(build.findings);
    return {};
  }
  const auto summary = folder->commit();
  if (!summary) return std::unexpected(summary.error());
  build.published = true;
  for (const auto& output : site.pages.outputs()) build.pages += output.file.ends_with(".html") ? 1 : 0;
  build.written = summary->written;
  build.unchanged = summary->unchanged;
  build.removed = summary->removed;
  return {};
}

std::string absolute_path(const std::string& path) {
  std::error_code error;
  // Made absolute first: a relative path that does not exist yet would stay relative.
  const auto whole = std::filesystem::weakly_canonical(std::filesystem::absolute(path, error), error);
  return error ? path : whole.string();
}

bool still_stands(const LastBuild& last, const std::string& out, unsigned jobs) {
  const auto site = StandingSite::find(out);
  return site && site->digest() == last.site && site->is_whole(jobs);
}

}  // namespace

std::expected<FolderBuild, Finding> build_into_folder(const FolderBuildOptions& options) {
  const BuildOptions& wanted = options.build;
  const std::string place = absolute_path(options.out);
  const BuildInputs inputs(wanted);
  if (wanted.progress) wanted.progress("read", 0, 0);
  std::optional<LastBuild> last;
  std::expected<std::unique_ptr<Snapshot>, Finding> opened;
  const auto recall = [&] { last = recall_build(wanted.cache_folder, place, options.rule); };
  // A build with many findings takes as long to recall as its sources to list.
  parallel_for(
      2, wanted.jobs, [&](std::size_t i) { i == 0 ? recall() : void(opened = open_content(wanted)); }, 1);
  if (!opened) return std::unexpected(std::move(opened.error()));

  FolderBuild build;
  build.snapshot = std::move(*opened);
  if (last) {
    const std::string now = inputs.text(*build.snapshot, BuildInputs::since_of(last->inputs));
    build.cause = now == last->inputs ? BuildCause::folder : BuildCause::inputs;
    if (build.cause == BuildCause::folder && still_stands(*last, options.out, wanted.jobs)) {
      build.cause = BuildCause::nothing;
      build.findings = std::move(last->findings);
      build.published = true;
      build.pages = last->pages;
      build.unchanged = last->files;
      return build;
    }
    build.changes = BuildInputs::changes(last->inputs, now);
  }
  auto prepared = prepare_site(wanted, build.snapshot);
  if (!prepared) return std::unexpected(std::move(prepared.error()));
  std::shared_ptr<PreparedSite> site = std::move(*prepared);
  build.findings = site->findings;

  auto publishable = PublishableSite::pass(site);
  if (!publishable) return build;
  if (auto written = write_site(*publishable, options.out, build); !written)
    return std::unexpected(std::move(written.error()));
  if (!build.published || wanted.cache_folder.empty()) return build;
  // To take a large site apart takes as long as to remember it.
  auto apart =
      std::async(std::launch::async, [gate = std::move(publishable), all = std::move(site)]() mutable {
        gate.reset();
        all.reset();
      });

  const std::int64_t since_ns = std::max<std::int64_t>(0, options.now_s - slowest_tick_s) * 1'000'000'000;
  const auto standing = StandingSite::find(options.out);
  if (!standing) return build;
  remember_build(wanted.cache_folder, place,
                 {inputs.text(*build.snapshot, since_ns), standing->digest(), build.pages,
                  build.written + build.unchanged, build.findings});
  apart.get();
  return build;
}

}  // namespace mektep
