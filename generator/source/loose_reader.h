// Reads the loose objects of a repository instead of libgit2, which never comes back from one that a power
// cut or a bad disk has cut short (1.5).
#pragma once
#include <string>

struct git_odb;

namespace mektep {

// Loose objects of `odb` are read by us from now on; packs come first as before. False: out of memory.
bool read_loose_objects_safely(git_odb* odb, const std::string& objects);

}  // namespace mektep
