// A folder to publish into, two sites, and what stands in the folder afterwards.
#pragma once
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "publish/output_folder/manifest.h"
#include "publish/output_folder/output_folder.h"

namespace mektep::testing {

namespace fs = std::filesystem;

using Site = std::map<std::string, std::string>;

class Scratch {
 public:
  Scratch() {
    std::string pattern = (fs::temp_directory_path() / "mektep-output-XXXXXX").string();
    if (!::mkdtemp(pattern.data())) std::abort();
    path_ = pattern;
  }
  Scratch(const Scratch&) = delete;
  ~Scratch() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  std::string path(const std::string& name = {}) const { return name.empty() ? path_ : path_ + "/" + name; }
  std::string site() const { return path("site"); }

 private:
  std::string path_;
};

inline void put(const std::string& path, const std::string& bytes) {
  fs::create_directories(fs::path(path).parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

inline std::string get(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

// Everything in a folder but the manifest; links as "-> target", empty folders as "path/".
inline Site read(const std::string& folder) {
  Site site;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string path = entry.path().lexically_relative(folder).string();
    if (path == manifest_name) continue;
    if (entry.is_symlink()) {
      site[path] = "-> " + fs::read_symlink(entry.path()).string();
    } else if (entry.is_directory()) {
      if (fs::is_empty(entry.path())) site[path + "/"] = "";
    } else {
      site[path] = get(entry.path().string());
    }
  }
  return site;
}

inline std::expected<OutputSummary, Finding> publish(const std::string& folder, const Site& site,
                                                     OutputOptions options = {}) {
  auto output = OutputFolder::open(folder, std::move(options));
  if (!output) return std::unexpected(std::move(output.error()));
  for (const auto& [path, bytes] : site) {
    if (auto done = output->write(path, bytes); !done) break;  // commit() says it again
  }
  return output->commit();
}

// Names in the scratch folder, the site apart: nothing of ours may stay behind.
inline std::vector<std::string> leftovers(const Scratch& scratch) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(scratch.path())) {
    if (entry.path() != scratch.site()) names.push_back(entry.path().filename().string());
  }
  std::ranges::sort(names);
  return names;
}

inline const Site first{
    {"index.html", "one"}, {"ru/index.html", "odin"}, {"news/a/index.html", "a"}, {"style.css", "body{}"}};
inline const Site second{
    {"index.html", "two"}, {"ru/index.html", "odin"}, {"news/b/index.html", "b"}, {"style.css", "body{}"}};

using Strings = std::vector<std::string>;

}  // namespace mektep::testing
