// A school's repository for one test; gone at the end of the test.
#pragma once
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "editor/repository/create.h"

namespace mektep::editor::testing {

using Files = std::map<std::string, std::string>;

inline constexpr std::int64_t start_time = 1'793'000'000;  // in October 2026

class Scratch {
 public:
  Scratch() {
    std::string pattern = (std::filesystem::temp_directory_path() / "mektep-repository-XXXXXX").string();
    if (!::mkdtemp(pattern.data())) std::abort();
    path_ = pattern;
  }
  explicit Scratch(const Files& files) : Scratch() { create(files); }
  Scratch(const Scratch&) = delete;
  ~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  std::string path(const std::string& name) const { return path_ + "/" + name; }
  std::string bare() const { return path("school.git"); }

  std::string create(const Files& files) const {
    const auto snapshot = make_memory_snapshot({files.begin(), files.end()});
    auto made =
        create_repository(bare(), *snapshot, {.author = {"Айгүл", "a@example.kg"}, .now = start_time});
    if (!made) throw std::runtime_error(made.error().detail);
    return *made;
  }

  // With a clock that goes on by a minute at each look.
  std::unique_ptr<Repository> open() {
    auto opened = Repository::open(bare(), {.now = [this] { return now += 60; }, .patience = 50});
    if (!opened) throw std::runtime_error(opened.error().detail);
    return std::move(*opened);
  }

  // Runs git at `folder` without anybody's own settings; what it prints, without the last line feed.
  std::string git(const std::string& arguments, const std::string& folder = "school.git") const {
    const std::string command =
        "cd '" + path(folder) +
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

  void write(const std::string& name, const std::string& bytes) const {
    std::filesystem::create_directories(std::filesystem::path(path(name)).parent_path());
    std::ofstream(path(name), std::ios::binary) << bytes;
  }

  std::int64_t now = start_time;

 private:
  std::string path_;
};

inline Files files_of(const Snapshot& snapshot) {
  Files files;
  for (const SourceFile& file : snapshot.files()) {
    auto bytes = snapshot.read(file);
    files[file.path] = bytes ? *bytes : "(" + std::string(bytes.error().rule->id) + ")";
  }
  return files;
}

inline CommitRequest change(const std::string& path, std::optional<std::string> bytes,
                            const std::string& base = {}) {
  return {.base = base,
          .edits = {{path, std::move(bytes)}},
          .author = {"Бакыт", "b@example.kg"},
          .message = "Change " + path};
}

}  // namespace mektep::editor::testing
