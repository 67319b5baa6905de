// The demonstration school with files laid over it, prepared and rendered in memory.
#pragma once
#include <stdlib.h>

#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "build/prepared_site.h"
#include "build/render.h"

namespace mektep::test {

using Edits = std::vector<std::pair<std::string, std::optional<std::string>>>;

inline std::shared_ptr<const Snapshot> demonstration() {
  static const std::shared_ptr<const Snapshot> copy = [] {
    const auto tree = open_working_tree(MEKTEP_ROOT "/content");
    std::vector<std::pair<std::string, std::string>> files;
    for (const SourceFile& file : (*tree)->files()) files.emplace_back(file.path, *(*tree)->read(file));
    return std::shared_ptr<const Snapshot>(make_memory_snapshot(std::move(files)));
  }();
  return copy;
}

inline std::string bytes_of(const std::string& path) {
  return *demonstration()->read(*demonstration()->find(path));
}

inline std::unique_ptr<PreparedSite> prepare_demonstration(Edits edits, Date today = Date{2026, 11, 21},
                                                           PrivateNames names = {}) {
  static const struct Cache {
    std::string path = (std::filesystem::temp_directory_path() / "mektep-test-XXXXXX").string();
    Cache() { static_cast<void>(::mkdtemp(path.data())); }
    ~Cache() { std::filesystem::remove_all(path); }
  } cache;
  BuildOptions options;
  options.repository = MEKTEP_ROOT "/content";
  options.data_folder = MEKTEP_ROOT;
  options.cache_folder = cache.path;
  options.today = today;
  options.jobs = 2;
  options.private_names = std::move(names);
  return std::move(*prepare_site(std::move(options), make_overlay(demonstration(), std::move(edits))));
}

// Every file of the site.
inline std::map<std::string, std::string> render_all(const PreparedSite& site) {
  class Memory final : public SiteSink {
   public:
    std::expected<void, Finding> write(const std::string& file, std::string_view bytes) override {
      const std::lock_guard lock(mutex_);
      files[file] = bytes;
      return {};
    }
    std::map<std::string, std::string> files;

   private:
    std::mutex mutex_;
  } memory;
  static_cast<void>(render_site(site, memory));
  return std::move(memory.files);
}

}  // namespace mektep::test
