// A build into a folder, from the repository to the finished site; nothing is done when there is nothing to
// do.
#pragma once
#include <cstddef>
#include <expected>
#include <memory>
#include <string>
#include <vector>

#include "build/inputs.h"
#include "build/last_build.h"
#include "build/prepared_site.h"

namespace mektep {

// Why there was something to do.
enum class BuildCause : std::uint8_t {
  nothing,  // there was nothing to do
  first,    // no build into this folder is remembered
  inputs,   // something differs from the last build: FolderBuild::changes
  folder    // the folder is not as the last build left it
};

struct FolderBuild {
  Findings findings;  // sorted
  std::shared_ptr<const Snapshot> snapshot;
  bool published = false;     // false: findings block and nothing was written
  std::size_t pages = 0;      // of the site
  std::size_t written = 0;    // files, new and changed
  std::size_t unchanged = 0;  // files of this site
  std::size_t removed = 0;    // files of the last site that this one has no more
  BuildCause cause = BuildCause::first;
  std::vector<InputChange> changes;
};

struct FolderBuildOptions {
  BuildOptions build;
  std::string out;
  RuleLookup rule;         // of all rules
  std::int64_t now_s = 0;  // Unix time before anything was read; 0 = unknown, which costs time only
};

// Fails when there is nothing to read or the folder cannot be written.
std::expected<FolderBuild, Finding> build_into_folder(const FolderBuildOptions& options);

}  // namespace mektep
