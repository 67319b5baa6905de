// A file `<account>-<id>` holds the bytes; beside it `….info` holds the size, a line end, and the name.
#include "editor/media/pending_uploads.h"

#include <charconv>
#include <chrono>
#include <filesystem>
#include <fstream>

#include "base/text.h"
#include "editor/media/upload.h"

namespace mektep::editor {
namespace {

namespace fs = std::filesystem;

std::string read_whole(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

bool is_id(std::string_view id) {
  return id.size() == 32 && id.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace

PendingUploads::PendingUploads(std::string folder, const Machine& machine)
    : folder_(std::move(folder)), machine_(machine) {
  std::error_code error;
  fs::create_directories(folder_, error);
  fs::permissions(folder_, fs::perms::owner_all, error);
}

std::string PendingUploads::path_of(std::int64_t account, std::string_view id) const {
  return is_id(id) ? fmt::format("{}/{}-{}", folder_, account, id) : std::string();
}

void PendingUploads::clear_old() const {
  std::error_code error;
  const auto now = fs::file_time_type::clock::now();
  for (const auto& file : fs::directory_iterator(folder_, error)) {
    const auto written = fs::last_write_time(file, error);
    if (!error && now - written > std::chrono::seconds(kept_seconds)) fs::remove(file, error);
  }
}

std::optional<std::string> PendingUploads::begin(std::int64_t account, std::string_view name,
                                                 std::uint64_t size) {
  if (size == 0 || size > most_upload_bytes || name.size() > 400) return std::nullopt;
  const std::scoped_lock lock(mutex_);
  clear_old();
  std::error_code error;
  std::size_t own = 0;
  for (const auto& file : fs::directory_iterator(folder_, error)) {
    const std::string known = file.path().filename().string();
    if (known.starts_with(fmt::format("{}-", account)) && !known.ends_with(".info")) ++own;
  }
  if (own >= most_of_account) return std::nullopt;
  std::string id;
  for (const char byte : machine_.random_bytes(16))
    id += fmt::format("{:02x}", static_cast<unsigned char>(byte));
  const std::string path = path_of(account, id);
  std::ofstream(path + ".info", std::ios::binary) << size << '\n' << name;
  std::ofstream(path, std::ios::binary).flush();
  return look(path) ? std::optional(id) : std::nullopt;
}

std::optional<PendingUpload> PendingUploads::look(const std::string& path) const {
  if (path.empty()) return std::nullopt;
  std::error_code error;
  PendingUpload upload;
  upload.received = fs::file_size(path, error);
  if (error) return std::nullopt;
  const std::string info = read_whole(path + ".info");
  const std::size_t line = info.find('\n');
  if (line == std::string::npos) return std::nullopt;
  std::from_chars(info.data(), info.data() + line, upload.size);
  upload.name = info.substr(line + 1);
  return upload;
}

std::optional<PendingUpload> PendingUploads::find(std::int64_t account, std::string_view id) const {
  const std::scoped_lock lock(mutex_);
  return look(path_of(account, id));
}

std::optional<std::uint64_t> PendingUploads::append(std::int64_t account, std::string_view id,
                                                    std::uint64_t offset, std::string_view bytes) {
  const std::scoped_lock lock(mutex_);
  const std::string path = path_of(account, id);
  const auto upload = look(path);
  if (!upload || upload->received != offset || offset + bytes.size() > upload->size) return std::nullopt;
  std::ofstream stream(path, std::ios::binary | std::ios::app);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  stream.flush();
  if (!stream) {  // a full disk: what was added in part is cut off again
    stream.close();
    std::error_code error;
    fs::resize_file(path, offset, error);
    return std::nullopt;
  }
  return offset + bytes.size();
}

std::optional<std::string> PendingUploads::take(std::int64_t account, std::string_view id) {
  const std::scoped_lock lock(mutex_);
  const std::string path = path_of(account, id);
  const auto upload = look(path);
  if (!upload || upload->received != upload->size) return std::nullopt;
  std::string bytes = read_whole(path);
  std::error_code error;
  fs::remove(path, error);
  fs::remove(path + ".info", error);
  return bytes;
}

void PendingUploads::forget(std::int64_t account, std::string_view id) {
  const std::scoped_lock lock(mutex_);
  const std::string path = path_of(account, id);
  std::error_code error;
  if (path.empty()) return;
  fs::remove(path, error);
  fs::remove(path + ".info", error);
}

}  // namespace mektep::editor
