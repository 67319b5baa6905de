// Makes the bare repository of a school from a folder of files.
#pragma once
#include <cstdint>

#include "editor/repository/repository.h"

namespace mektep::editor {

struct CreateOptions {
  std::string branch = "main";
  Author author;
  std::string message = "Сайттын башталышы";
  std::int64_t now = 0;  // Unix time
  int offset_minutes = 360;
};

// A new bare repository at `folder` (which must not exist or be empty) whose first commit holds the files of
// `files`. Pictures and documents become Git LFS objects, so that they can be erased later on. Refuses with
// Fault::bad_path when `files` has files that no site may hold. What was begun is removed on a fault.
// Settings of git in it: pushes may not rewrite or delete the branch, their objects are checked.
std::expected<std::string, RepositoryError> create_repository(const std::string& folder,
                                                              const Snapshot& files,
                                                              const CreateOptions& options);

}  // namespace mektep::editor
