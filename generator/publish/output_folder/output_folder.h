// An output folder: puts a finished site into a folder of this machine, whole or not at all.
//
// The site grows in a sibling `.<name>.mektep-<pid>`; one rename then exchanges it with the folder, and the
// old tree is removed. A reader, a crash or a full disk at any moment finds the old site or the new one,
// never a mixture. Files whose content has not changed are hard links to the old ones: they keep their inode
// and time stamp. Files in the folder that Mektep did not write are never overwritten and never lost.
//
// Calls to write() may come from several threads at once; everything else from one. Without commit() nothing
// happens.
#pragma once
#include <cstddef>
#include <expected>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/finding.h"

namespace mektep {

struct OutputOptions {
  unsigned jobs = 1;  // threads of commit()
  // For tests: called before each system call that changes something, with its name and path. A value that is
  // not 0 is taken for its errno and the call is not made. From several threads at once.
  std::function<int(std::string_view call, const std::string& path)> before;
};

struct OutputSummary {
  std::size_t written = 0;    // new files and changed ones
  std::size_t unchanged = 0;  // of this site
  std::size_t removed = 0;    // files of the last site that this one has no more
  bool operator==(const OutputSummary&) const = default;
};

class OutputFolder {
 public:
  // Refuses a folder that holds anything but a site of ours, and a path that is no folder. Its parent must
  // exist and be writable. Clears away what killed processes left behind.
  static std::expected<OutputFolder, Finding> open(const std::string& path, OutputOptions options = {});
  OutputFolder(OutputFolder&&) noexcept;
  OutputFolder& operator=(OutputFolder&&) = delete;
  ~OutputFolder();  // removes what was not committed

  // Each path once, '/'-separated and relative. After a finding commit() fails with the same one.
  std::expected<void, Finding> write(std::string_view path, std::string_view bytes);

  // Makes what was written the site; the folder is done with then. On a finding the old site stands
  // untouched.
  std::expected<OutputSummary, Finding> commit();

 private:
  struct State;
  explicit OutputFolder(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace mektep
