// Looks whether a repository is whole: every object of its history, and the pictures of its newest state.
#pragma once
#include <expected>
#include <string>

#include "base/finding.h"
#include "editor/repository/error.h"

namespace mektep::editor {

struct ConsistencyOptions {
  std::string branch = "main";  // whose newest commit must have its Git LFS objects
  bool history = true;          // false: the newest commit only
};

struct ConsistencyReport {
  std::size_t commits = 0, trees = 0, files = 0;  // that were read and are what their ids say
  std::size_t lfs_objects = 0;
  // Rules of source/rules.h: source_damaged_object, source_lfs_missing, source_lfs_damaged, and those of bad
  // paths. Sorted.
  Findings findings;
};

// Only reads, and may run beside an editor that writes. Takes time: about a second for 10,000 objects.
std::expected<ConsistencyReport, RepositoryError> check_consistency(const std::string& folder,
                                                                    const ConsistencyOptions& options = {});

}  // namespace mektep::editor
