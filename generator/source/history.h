// When and by which commit each file was last changed, from git.
#pragma once
#include <cstdint>
#include <map>
#include <set>
#include <string>

namespace mektep {

struct Change {
  std::int64_t seconds = 0;  // Unix time of the author
  std::int16_t offset_minutes = 0;
  std::string commit;
  bool at_least = false;  // a shallow clone ends here: the file is this old or older
};

// The last change of each of `paths` reachable from `revision`; paths without one (uncommitted, no
// repository) are missing from the answer. Walks history only until every path is found.
std::map<std::string, Change> last_changes(const std::string& folder, const std::string& revision,
                                           const std::set<std::string>& paths);

}  // namespace mektep
