// The site that stands in an output folder, looked at without changing anything.
#pragma once
#include <optional>
#include <string>

#include "publish/output_folder/manifest.h"
#include "publish/output_folder/tree.h"

namespace mektep {

class StandingSite {
 public:
  // nullopt: there is no folder, or no site of ours in it.
  static std::optional<StandingSite> find(const std::string& path);

  // Of the whole site.
  Digest digest() const { return digest_; }
  // Whether every file is there and as it was written, without reading what has not changed since.
  bool is_whole(unsigned jobs) const;

 private:
  StandingSite(OpenFile folder, Manifest manifest, Digest digest, std::int64_t sealed)
      : folder_(std::move(folder)), manifest_(std::move(manifest)), digest_(digest), sealed_(sealed) {}

  OpenFile folder_;
  Manifest manifest_;
  Digest digest_;
  std::int64_t sealed_;
};

}  // namespace mektep
