// Why the repository could not do what it was asked: for people in three languages, for the log in detail.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/locale.h"

namespace mektep::editor {

enum class Fault : std::uint8_t {
  not_a_repository,  // no bare git repository at that folder
  foreign_owner,     // it belongs to another account of the machine
  locked,            // another process writes to it
  no_such_revision,
  bad_path,           // "..", ".git", a device name, a twin of another file…
  changed_meanwhile,  // by somebody else, since the base revision
  damaged,            // an object is missing or not what its id says
  disk_full,
  io,
};

struct RepositoryError {
  Fault fault = Fault::io;
  std::string detail;              // for the log
  std::vector<std::string> paths;  // that it is about
};

// One sentence and what to do now.
const Message& explain(Fault fault);

}  // namespace mektep::editor
