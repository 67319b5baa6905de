#include "editor/store/memory.h"

#include <malloc.h>

namespace mektep::editor {

void keep_memory_together() {
  // By default each of 64 threads that answer may get a pool of its own, which keeps what was used once.
  constexpr int pools = 2;
  ::mallopt(M_ARENA_MAX, pools);
}

void give_back_memory() {
  ::malloc_trim(0);
}

}  // namespace mektep::editor
