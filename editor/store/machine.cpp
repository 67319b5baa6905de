#include "editor/store/machine.h"

#include <sys/random.h>

#include <chrono>
#include <cstdlib>

namespace mektep::editor {

Machine this_machine() {
  Machine machine;
  machine.milliseconds = [] {
    using namespace std::chrono;
    return static_cast<std::int64_t>(
        duration_cast<std::chrono::milliseconds>(system_clock::now().time_since_epoch()).count());
  };
  machine.random_bytes = [](std::size_t count) {
    std::string bytes(count, '\0');
    for (std::size_t done = 0; done < count;) {
      const ssize_t got = ::getrandom(bytes.data() + done, count - done, 0);
      // Without randomness no key is a secret: there is nothing to go on with.
      if (got < 0 && errno != EINTR) std::abort();
      if (got > 0) done += static_cast<std::size_t>(got);
    }
    return bytes;
  };
  return machine;
}

}  // namespace mektep::editor
