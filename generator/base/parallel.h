// Runs the same work for many indices on a few threads. The work writes to its own slot only, so the result
// does not depend on the number of threads: -j1 and -jN give the same bytes.
#pragma once
#include <atomic>
#include <cstddef>
#include <functional>
#include <thread>
#include <vector>

namespace mektep {

// Calls work(i) once for each i in [0, count), in `jobs` threads at most; returns when all are done. `work`
// must not throw. Indices are handed out in blocks of `grain`, in rising order.
template <class Work>
void parallel_for(std::size_t count, unsigned jobs, Work&& work, std::size_t grain = 16) {
  if (jobs <= 1 || count <= grain) {
    for (std::size_t i = 0; i < count; ++i) work(i);
    return;
  }
  std::atomic<std::size_t> next{0};
  auto run = [&] {
    for (;;) {
      const std::size_t begin = next.fetch_add(grain, std::memory_order_relaxed);
      if (begin >= count) return;
      const std::size_t end = begin + grain < count ? begin + grain : count;
      for (std::size_t i = begin; i < end; ++i) work(i);
    }
  };
  std::vector<std::jthread> threads;
  threads.reserve(jobs - 1);
  for (unsigned t = 1; t < jobs; ++t) threads.emplace_back(run);
  run();
}

}  // namespace mektep
