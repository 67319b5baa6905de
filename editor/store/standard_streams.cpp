#include "editor/store/standard_streams.h"

#include <unistd.h>

namespace mektep::editor {

std::string read_input() {
  std::string bytes, piece(256u << 10, '\0');
  for (;;) {
    const ssize_t count = ::read(STDIN_FILENO, piece.data(), piece.size());
    if (count <= 0) return bytes;
    bytes.append(piece, 0, static_cast<std::size_t>(count));
  }
}

bool write_output(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

}  // namespace mektep::editor
