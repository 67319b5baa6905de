// Uploads on their way: a telephone sends a file in pieces, loses the network, and goes on where it stopped.
// The pieces lie in the state folder until the whole file is there; what nobody finishes is cleared after a
// day.
#pragma once
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "editor/store/machine.h"

namespace mektep::editor {

struct PendingUpload {
  std::string name;
  std::uint64_t size = 0;      // of the whole file
  std::uint64_t received = 0;  // bytes that are on the disk
};

// Every member may be called from any thread. An upload is known to the account that began it only.
class PendingUploads {
 public:
  static constexpr std::size_t most_of_account = 20;
  static constexpr std::int64_t kept_seconds = 24 * 3600;

  // `folder` is made when it is missing, 0700.
  PendingUploads(std::string folder, const Machine& machine);

  // The id of a new upload; nullopt: larger than uploads may be, too many of this account, or the disk
  // refused.
  std::optional<std::string> begin(std::int64_t account, std::string_view name, std::uint64_t size);
  std::optional<PendingUpload> find(std::int64_t account, std::string_view id) const;
  // Adds a piece that begins at `offset`, which must be what has been received. The new number of bytes;
  // nullopt: another offset, more than was announced, or the disk refused.
  std::optional<std::uint64_t> append(std::int64_t account, std::string_view id, std::uint64_t offset,
                                      std::string_view bytes);
  // The bytes of a finished upload, which is then forgotten; nullopt while something is missing.
  std::optional<std::string> take(std::int64_t account, std::string_view id);
  void forget(std::int64_t account, std::string_view id);

 private:
  std::string path_of(std::int64_t account, std::string_view id) const;
  std::optional<PendingUpload> look(const std::string& path) const;
  void clear_old() const;

  std::string folder_;
  const Machine& machine_;
  mutable std::mutex mutex_;
};

}  // namespace mektep::editor
