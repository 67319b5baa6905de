// The cache: what was made of a source once, kept in a folder for the next build. Only ever a saving of time:
// it may be deleted at any moment, and what cannot be read or written is made again.
//
// DIR/<recipe>/<first 2 digits of the key>/<key>: a line "mektep-cache 1 <XXH3 of the rest>", then the bytes.
// Files come by rename, so that many builds may use one folder; a damaged one counts as absent.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace mektep {

class MediaCache {
 public:
  MediaCache() = default;  // keeps nothing
  explicit MediaCache(std::string folder) : folder_(std::move(folder)) {}

  // `recipe` names the way of making and its version ("pdf-text-1"), `key` the source: hexadecimal digits.
  // Safe in every thread and process.
  std::optional<std::string> find(std::string_view recipe, std::string_view key) const;
  void keep(std::string_view recipe, std::string_view key, std::string_view bytes) const;

  bool keeps() const { return !folder_.empty(); }

 private:
  std::string folder_;
};

}  // namespace mektep
