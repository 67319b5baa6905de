#include "editor/publication/site_work.h"

#include <charconv>
#include <filesystem>

#include "media/child.h"

namespace mektep::editor {
namespace {

// A site of any size is done long before; what is caught in something is not waited for.
constexpr ChildLimits limits{.cpu_seconds = 3600,
                             .memory = ~std::uint64_t{0},
                             .output = 256u << 20,
                             .wall = std::chrono::hours(1),
                             .writes_files = true};

// The words of the worker, line by line: "progress PHASE DONE OF", and at the end "result JSON".
class Reader {
 public:
  explicit Reader(const SiteProgress& progress) : progress_(progress) {}

  void take(std::string_view part) {
    rest_ += part;
    std::size_t begin = 0;
    for (std::size_t end = 0; (end = rest_.find('\n', begin)) != std::string::npos; begin = end + 1)
      line(std::string_view(rest_).substr(begin, end - begin));
    rest_.erase(0, begin);
  }

  std::optional<SiteResult> result;

 private:
  void line(std::string_view text) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    if (word == "result") {
      result = read_site_result(text);
    } else if (word == "progress" && progress_) {
      const std::string_view phase = text.substr(0, text.find(' '));
      std::size_t done = 0, of = 0;
      const char* end = text.data() + text.size();
      const auto first = std::from_chars(text.data() + std::min(text.size(), phase.size() + 1), end, done);
      std::from_chars(std::min(first.ptr + 1, end), end, of);
      progress_(phase, done, of);
    }
  }

  const SiteProgress& progress_;
  std::string rest_;
};

// The worker stands in another folder than we do.
SiteJob absolute(SiteJob job) {
  for (std::string* path : {&job.repository, &job.data_folder, &job.cache_folder, &job.folder}) {
    std::error_code error;
    const auto whole = std::filesystem::absolute(*path, error);
    if (!path->empty() && !error) *path = whole.string();
  }
  return job;
}

}  // namespace

std::expected<SiteResult, SiteFault> SiteWork::run_worker(const SiteJob& job, const Manner& manner) const {
  Reader reader(manner.progress);
  ChildLimits own = limits;
  own.niceness = manner.niceness;
  const auto ended =
      run_child(worker_, {}, text_of(absolute(job)), own,
                {.output = [&](std::string_view part) { reader.take(part); }, .stop = manner.stop});
  if (!ended && ended.error() == ChildFault::not_started) {
    SiteResult result = do_site_job(job, manner.progress, manner.stop);
    if (manner.stop.stop_requested()) return std::unexpected(SiteFault::stopped);
    return result;
  }
  if (!ended && ended.error() == ChildFault::stopped) return std::unexpected(SiteFault::stopped);
  if (!ended || !reader.result) return std::unexpected(SiteFault::broke_off);
  return std::move(*reader.result);
}

std::expected<SiteResult, SiteFault> SiteWork::run(const SiteJob& job, const Manner& manner) {
  {
    std::unique_lock lock(mutex_);
    if (!free_.wait(lock, manner.stop, [this] { return !busy_; })) return std::unexpected(SiteFault::stopped);
    busy_ = true;
  }
  auto result = run_worker(job, manner);
  {
    const std::scoped_lock lock(mutex_);
    busy_ = false;
  }
  free_.notify_all();
  return result;
}

}  // namespace mektep::editor
