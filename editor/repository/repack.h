// Puts the many small files that saves leave behind into packs. Nothing is thrown away: what is in a pack,
// and was read back from it, is no longer kept beside it.
#pragma once
#include <cstddef>
#include <expected>
#include <string>

#include "editor/repository/error.h"

namespace mektep::editor {

struct RepackOptions {
  std::size_t least_loose = 1000;  // fewer small files are left alone
  std::size_t most_packs = 20;     // more packs than this become one
};

struct RepackReport {
  std::size_t loose = 0;   // small files before
  std::size_t packs = 0;   // before
  std::size_t packed = 0;  // objects that were put into a new pack; 0 = there was nothing to do
};

// May run beside an editor at work and beside a `git push`. Fault::locked when another one runs.
std::expected<RepackReport, RepositoryError> repack(const std::string& folder,
                                                    const RepackOptions& options = {});

}  // namespace mektep::editor
