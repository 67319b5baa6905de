// A folder for one test, with a git repository in it when asked; gone at the end of the test.
#pragma once
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "source/snapshot.h"

namespace mektep::testing {

class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "mektep-source-XXXXXX").string();
    if (!::mkdtemp(pattern.data())) std::abort();
    path_ = pattern;
  }
  Folder(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  std::string path(const std::string& name = {}) const { return name.empty() ? path_ : path_ + "/" + name; }

  void write(const std::string& name, const std::string& bytes) const {
    std::filesystem::create_directories(std::filesystem::path(path(name)).parent_path());
    std::ofstream(path(name), std::ios::binary) << bytes;
  }

  // Runs git in the folder without anybody's own settings; what it prints, without the last line feed.
  std::string git(const std::string& arguments) const {
    const std::string command =
        "cd '" + path_ +
        "' && GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null GIT_AUTHOR_NAME=a "
        "GIT_AUTHOR_EMAIL=a@example.kg GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.kg git " +
        arguments + " 2>&1";
    FILE* pipe = ::popen(command.c_str(), "r");
    std::string output;
    for (int c = 0; (c = std::fgetc(pipe)) != EOF;) output += static_cast<char>(c);
    if (::pclose(pipe) != 0) throw std::runtime_error("git " + arguments + ": " + output);
    if (output.ends_with('\n')) output.pop_back();
    return output;
  }
  void init() const { git("init -q -b main"); }
  std::string commit(const std::string& when = "2026-09-01T10:00:00+0600") const {
    git("add -A");
    const std::string dates = "GIT_AUTHOR_DATE='" + when + "' GIT_COMMITTER_DATE='" + when + "' ";
    git("-c core.fsync=none rev-parse --git-dir");
    const std::string command = "-c 'alias.at=!" + dates + "git commit -q --allow-empty -m x' at";
    git(command);
    return git("rev-parse HEAD");
  }

 private:
  std::string path_;
};

inline std::vector<std::string> paths(const Snapshot& snapshot) {
  std::vector<std::string> all;
  for (const SourceFile& file : snapshot.files()) all.push_back(file.path);
  return all;
}

// "rule file" of each finding.
inline std::vector<std::string> told(const Snapshot& snapshot) {
  std::vector<std::string> all;
  for (const Finding& finding : snapshot.findings())
    all.push_back(std::string(finding.rule->id) + " " + finding.place.file);
  return all;
}

inline std::string text(const Snapshot& snapshot, const std::string& path) {
  const SourceFile* file = snapshot.find(path);
  if (!file) return "(no such file)";
  auto bytes = snapshot.read(*file);
  if (!bytes) return "(" + std::string(bytes.error().rule->id) + ")";
  return std::move(*bytes);
}

}  // namespace mektep::testing
