// What git keeps of somebody whose consent is withdrawn: old versions of files, in packs too and behind
// branches that are gone, messages of commits. It can be listed, not erased: ids of commits rest on it.
#pragma once
#include <set>
#include <string>
#include <vector>

#include "consent/traces.h"

namespace mektep {

struct SoughtInGit {
  Traces traces;
  std::set<std::string> paths;    // of pictures and texts: any version of them
  std::set<std::string> digests;  // SHA-256 of pictures, in hexadecimal: wherever they lie
};

struct KeptInGit {
  std::vector<std::string> places;  // "news/2026/x/index.ky.md × 3", "commit × 1"; sorted
  std::set<std::string> objects;    // of Git LFS, which versions at these paths name
};

// Nothing when `repository` is in no git repository. Reads all of it: 20 MB of text a second.
KeptInGit find_kept_in_git(const std::string& repository, const SoughtInGit& sought);

}  // namespace mektep
