// The inputs of a build: everything that decides what the site will be, as text, one line an input. Builds
// with equal inputs make equal sites, so the second one has nothing to do; where the lines differ stands why
// there is something to do.
//
//   since <ns since 1970>
//   <name> TAB <state>           sorted
//
// Names: files of the content repository by their path, Mektep's own as "mektep:schema/news.yaml", options as
// "--draft", programs as "mektep". The state of a file is its size and the moment of its last change, or its
// blob in git. Disks tell that moment in ticks, so a file that changed after `since` is told by its bytes
// too.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "build/prepared_site.h"

namespace mektep {

struct InputChange {
  enum class Kind : std::uint8_t { added, changed, removed };
  Kind kind = Kind::changed;
  std::string name;
  bool operator==(const InputChange&) const = default;
};

class BuildInputs {
 public:
  // Lists the files of Mektep; to be made before any of them is read.
  explicit BuildInputs(const BuildOptions& options);
  ~BuildInputs();
  BuildInputs(const BuildInputs&) = delete;
  BuildInputs& operator=(const BuildInputs&) = delete;

  std::string text(const Snapshot& content, std::int64_t since_ns) const;

  static std::int64_t since_of(std::string_view text);  // 0 when there is none: every file by its bytes
  // From one text to another, sorted by name.
  static std::vector<InputChange> changes(std::string_view before, std::string_view now);

 private:
  struct Folder;
  BuildOptions options_;
  std::vector<Folder> folders_;
};

}  // namespace mektep
