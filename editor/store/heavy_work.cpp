#include "editor/store/heavy_work.h"

#include <malloc.h>
#include <sys/resource.h>
#include <unistd.h>

namespace mektep::editor {

HeavyWork::Turn::~Turn() {
  lock_.unlock();
  give_back_memory();
}

void keep_memory_together() {
  // By default each of 64 threads that answer may get a pool of its own, which keeps what was used once.
  constexpr int pools = 2;
  ::mallopt(M_ARENA_MAX, pools);
}

void give_back_memory() {
  ::malloc_trim(0);
}

void let_others_go_first() {
  constexpr int niceness = 5;  // a third of an equal share: more would never end beside a busy program
  // On Linux a thread has a priority of its own. Without the right to lower it nothing is lost.
  (void)::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), niceness);
}

}  // namespace mektep::editor
