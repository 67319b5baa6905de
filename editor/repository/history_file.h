// The index of the history as a file beside the objects of git, like git's own commit-graph: derived, so that
// it may be thrown away at any time, and only ever extended.
//
//   mektep-history 1
//   CHECKSUM LENGTH BYTES        one line a record; the checksum is of the bytes
//
// BYTES are "path" and the path, which gets the next number (from 0), or "commit", its id and the numbers of
// the paths in which it differs from its first parent; "-" stands before those that some other parent has the
// same. What comes after the first record that is not whole is cut off: a process was killed, or the power
// cut.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace mektep::editor {

class HistoryFile {
 public:
  struct Change {
    std::uint32_t path = 0;
    bool counts = true;  // differs from every parent
  };
  struct Reader {
    std::function<void(std::string path)> path;
    std::function<void(std::string id, const std::vector<Change>&)> commit;
  };

  // An empty path keeps nothing. Used by one thread at a time.
  explicit HistoryFile(std::string path) : path_(std::move(path)) {}

  // Tells what is kept, in the order in which it was added.
  void read(const Reader& reader);
  void add_path(std::string_view path);
  void add_commit(std::string_view id, const std::vector<Change>& changes);
  // Writes what was added. What cannot be written is reckoned anew at the next start.
  void flush();
  void clear();

 private:
  void add(std::string_view bytes);

  std::string path_;
  std::string added_;
};

}  // namespace mektep::editor
