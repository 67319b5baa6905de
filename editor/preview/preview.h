// The preview: pages of the site by the real generator, over a snapshot with unsaved edits. The site of
// the snapshot last asked for stays prepared; one that differs in texts only is made from it at once.
#pragma once
#include <array>
#include <expected>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "base/finding.h"
#include "editor/preview/preview_view.h"
#include "editor/store/machine.h"

namespace mektep {
struct PreparedSite;
}

namespace mektep::editor {

struct PreviewOptions {
  std::string repository;    // the folder that snapshots come from
  std::string data_folder;   // holds schema/ and themes/
  std::string cache_folder;  // of pictures made once; empty = none
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
  std::expected<std::array<std::string, 2>, Finding> pages_of(const std::shared_ptr<const Snapshot>& snapshot,
                                                              std::string_view entry);

 private:
  std::expected<void, Finding> bring_to(const PreviewView& view);

  const PreviewOptions options_;
  const Machine& machine_;
  std::mutex mutex_;
  std::unique_ptr<PreparedSite> site_;
  std::shared_ptr<const Snapshot> shown_;
};

}  // namespace mektep::editor
