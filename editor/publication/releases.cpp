#include "editor/publication/releases.h"

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>

#include "base/system_error.h"

namespace mektep::editor {
namespace {

namespace fs = std::filesystem;

bool is_release(std::string_view name) {
  return name.size() >= 6 && name.find_first_not_of("0123456789") == std::string_view::npos;
}

bool sync_folder(const std::string& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool synced = ::fsync(descriptor) == 0;
  ::close(descriptor);
  return synced;
}

}  // namespace

std::expected<Releases, std::string> Releases::open(const std::string& folder) {
  std::error_code error;
  fs::create_directories(folder + "/releases", error);
  if (error) return std::unexpected(folder + ": " + error.message());
  Releases releases(folder);
  // What a killed process left while it switched or removed.
  fs::remove(folder + "/site.next", error);
  for (const fs::directory_entry& entry : fs::directory_iterator(folder + "/releases", error)) {
    if (!is_release(entry.path().filename().string())) fs::remove_all(entry.path(), error);
  }
  return releases;
}

std::vector<std::string> Releases::list() const {
  std::vector<std::string> names;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder_ + "/releases", error)) {
    std::string name = entry.path().filename().string();
    if (is_release(name)) names.push_back(std::move(name));
  }
  std::ranges::sort(names);
  return names;
}

std::string Releases::shown() const {
  std::error_code error;
  const fs::path target = fs::read_symlink(site(), error);
  return error ? std::string() : target.filename().string();
}

std::expected<std::string, std::string> Releases::prepare() {
  const std::vector<std::string> names = list();
  const std::string name = fmt::format("{:06}", names.empty() ? 1 : std::stoll(names.back()) + 1);
  std::error_code error;
  if (const std::string old = shown(); !old.empty()) {
    fs::copy(path(old), path(name), fs::copy_options::recursive | fs::copy_options::create_hard_links, error);
  }
  if (error) {
    std::error_code ignored;
    fs::remove_all(path(name), ignored);
    return std::unexpected(path(name) + ": " + error.message());
  }
  return name;
}

std::expected<void, std::string> Releases::show(const std::string& release) {
  std::error_code error;
  if (!is_release(release) || !fs::is_directory(path(release), error))
    return std::unexpected("no such release: " + release);
  const std::string next = site() + ".next";
  fs::remove(next, error);
  fs::create_directory_symlink("releases/" + release, next, error);
  if (!error) fs::rename(next, site(), error);
  if (error) return std::unexpected(site() + ": " + error.message());
  if (!sync_folder(folder_ + "/releases") || !sync_folder(folder_))
    return std::unexpected(folder_ + ": the disk does not confirm");
  return {};
}

void Releases::drop(const std::string& release) {
  if (!is_release(release) || release == shown()) return;
  // Under another name first: what is half removed must not look like a release.
  const std::string doomed = folder_ + "/releases/removing-" + release;
  std::error_code error;
  fs::rename(path(release), doomed, error);
  if (!error) fs::remove_all(doomed, error);
}

void Releases::keep_newest(std::size_t count) {
  const std::vector<std::string> names = list();
  for (std::size_t i = 0; i + count < names.size(); ++i) drop(names[i]);
}

}  // namespace mektep::editor
