// The preview: pages of the site by the real generator, over a revision with unsaved edits. The sites last
// asked for stay prepared for a while; one that differs in texts only is made from the last one at once.
#pragma once
#include <array>
#include <condition_variable>
#include <expected>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "base/finding.h"
#include "editor/preview/preview_view.h"
#include "editor/store/machine.h"
#include "source/snapshot.h"

namespace mektep {
struct PreparedSite;
}

namespace mektep::editor {

struct PreviewOptions {
  std::string repository;    // the folder that snapshots come from
  std::string data_folder;   // holds schema/ and themes/
  std::string cache_folder;  // of pictures made once; empty = none
  // The files of a revision.
  std::function<std::expected<std::shared_ptr<const Snapshot>, Finding>(const std::string& revision)>
      snapshot;
  std::int64_t idle_seconds = 180;  // a site that nobody has looked at for so long is dropped
  std::size_t most_entries = 4000;  // of all sites kept together, beyond the last one
};

// Every member may be called from any thread; they wait for each other.
class Preview {
 public:
  Preview(PreviewOptions options, const Machine& machine);
  ~Preview();

  // The bytes of a file of the site, as a build gives them: "ru/news/index.html". nullopt: the site has no
  // such file. The error is why there is no site at all, or a fault of a template.
  std::expected<std::optional<std::string>, Finding> file(const PreviewView& view, std::string_view file);
  // The pages of an entry by locale: "/news/2026/first-bell/"; empty where it has none.
  std::expected<std::array<std::string, 2>, Finding> pages_of(const PreviewView& view,
                                                              std::string_view entry);
  // Drops what has been idle; a thread of its own does so from time to time.
  void forget_idle();
  std::size_t sites();  // that are prepared now

 private:
  struct Shown {
    PreviewView view;
    std::unique_ptr<PreparedSite> site;
    std::int64_t used = 0;  // seconds
  };
  std::expected<PreparedSite*, Finding> bring_to(const PreviewView& view);
  std::expected<void, Finding> show(const PreviewView& view, Date today);
  void forget_surplus();
  void run(const std::stop_token& stop);

  const PreviewOptions options_;
  const Machine& machine_;
  std::mutex mutex_;
  std::condition_variable_any stopping_;
  std::vector<Shown> shown_;  // the last one asked for comes last
  std::jthread thread_;       // last: it uses what stands above
};

}  // namespace mektep::editor
