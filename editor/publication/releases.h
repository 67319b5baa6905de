// Releases: finished sites of this machine, the newest few kept so that one click goes back. Which one is
// shown is one symbolic link, so the switch is one rename: a reader sees the old site or the new one.
//
//   <folder>/releases/000017/   a site, as the generator made it; unchanged files are hard links to those of
//   000016 <folder>/site -> releases/000017
#pragma once
#include <expected>
#include <string>
#include <vector>

namespace mektep::editor {

// Members that change something are called by one thread at a time. Errors are for the log.
class Releases {
 public:
  static std::expected<Releases, std::string> open(const std::string& folder);

  // What a web server is told to serve.
  std::string site() const { return folder_ + "/site"; }
  std::string path(const std::string& release) const { return folder_ + "/releases/" + release; }
  std::vector<std::string> list() const;  // oldest first
  std::string shown() const;              // empty while nothing is published

  // Makes the folder of a new release from the one that is shown, for the generator to build into, and
  // returns its name.
  std::expected<std::string, std::string> prepare();
  // When this has returned, the release is shown, and will be after a power cut.
  std::expected<void, std::string> show(const std::string& release);
  void drop(const std::string& release);  // never the one that is shown
  void keep_newest(std::size_t count);    // and the one that is shown

 private:
  explicit Releases(std::string folder) : folder_(std::move(folder)) {}
  std::string folder_;
};

}  // namespace mektep::editor
