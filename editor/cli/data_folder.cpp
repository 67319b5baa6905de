#include <filesystem>

#include "editor/cli/commands.h"

namespace mektep::editor {
namespace {

namespace fs = std::filesystem;

bool holds_data(const fs::path& folder) {
  std::error_code error;
  return fs::is_directory(folder / "schema", error) && fs::is_directory(folder / "editor", error);
}

std::string beside_us(const char* program) {
  std::error_code error;
  return (fs::read_symlink("/proc/self/exe", error).parent_path() / program).string();
}

}  // namespace

std::string find_data(const std::string& named) {
  if (!named.empty()) return holds_data(named) ? named : std::string();
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  const fs::path share = program.parent_path().parent_path() / "share" / "mektep";
  if (!error && holds_data(share)) return share.string();
#ifdef MEKTEP_SOURCE_DATA
  if (holds_data(MEKTEP_SOURCE_DATA)) return MEKTEP_SOURCE_DATA;
#endif
  return {};
}

std::string media_worker() {
  return beside_us("mektep-media-worker");
}

std::string site_worker() {
  return beside_us("mektep-site-worker");
}

std::string bundles_folder() {
#ifdef MEKTEP_EDITOR_BUNDLES
  return MEKTEP_EDITOR_BUNDLES;
#else
  return {};
#endif
}

}  // namespace mektep::editor
