#include "publish/output_folder/standing_site.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <atomic>

#include "base/parallel.h"

namespace mektep {

std::optional<StandingSite> StandingSite::find(const std::string& path) {
  OpenFile folder = open_folder(AT_FDCWD, path);
  if (!folder) return std::nullopt;
  std::string text = read_small_file(folder.get(), manifest_name);
  const Digest whole = mektep::digest(text);
  auto manifest = parse_manifest(std::move(text));
  if (!manifest) return std::nullopt;
  const std::int64_t sealed = sealed_at(folder.get());
  return StandingSite(std::move(folder), std::move(*manifest), whole, sealed);
}

bool StandingSite::is_whole(unsigned jobs) const {
  std::atomic<bool> whole = true;
  parallel_for(manifest_.entries.size(), jobs, [&](std::size_t i) {
    if (!whole.load(std::memory_order_relaxed)) return;
    if (!is_as_written(folder_.get(), manifest_.entries[i], sealed_)) whole = false;
  });
  return whole;
}

}  // namespace mektep
