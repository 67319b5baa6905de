// The manifest of an output folder, `.mektep-manifest`: which of its files Mektep wrote, and what they were.
//
//   mektep-manifest 2
//   <32 hex digits: digest> <size in bytes> <path>      one line a file, sorted by path
//   end <number of files> <digest of all lines above, their line feeds included>
//
// Numbers are decimal. Anything else, a missing last line among it, is damage: the folder then counts as not
// ours. A later version of the format changes the first line, and older programs refuse it in the same way.
// Version 1, still read, had a time in front of each path; the same site has the same bytes, so this one has
// none. What was written when is told by the time stamp of the manifest itself (tree.h).
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/digest.h"

namespace mektep {

inline constexpr std::string_view manifest_name = ".mektep-manifest";

struct ManifestEntry {
  std::string_view path;
  Digest digest;
  std::uint64_t size = 0;
};

// Keeps the text that the paths point into.
struct Manifest {
  std::unique_ptr<const std::string> text;
  std::vector<ManifestEntry> entries;  // sorted by path

  const ManifestEntry* find(std::string_view path) const;  // nullptr when there is none
};

std::optional<Manifest> parse_manifest(std::string text);
std::string format_manifest(const std::vector<ManifestEntry>& sorted);

}  // namespace mektep
