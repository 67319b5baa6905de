// How long a key takes to become a page of the preview, at the server.
//   measure_preview SCHOOL DATA
// Milliseconds of the processor: the first page, then the median and worst of 50 keys in the text, and of
// keys that change the lists of the site, too (a tag).
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <ctime>

#include "editor/preview/preview.h"

using namespace mektep;

namespace {

// Of the processor, not of the clock: other programs do not count.
double milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const std::string school = argv[1], data = argv[2];
  const std::shared_ptr<const Snapshot> base = open_working_tree(school).value();
  const std::string entry = "news/2026/mugalimder-kunu";
  const std::string path = entry + "/index.ky.md", text = base->read(*base->find(path)).value();
  const editor::Machine machine = editor::this_machine();
  editor::Preview preview({school, data, {}}, machine);
  double start = milliseconds();
  (void)preview.file(base, entry + "/index.html").value();
  const double first = milliseconds() - start;
  std::printf("files %zu  first %.0f ms\n", base->files().size(), first);
  const std::size_t tags = text.find("\ntags: [") + std::strlen("\ntags: [");
  for (const bool in_text : {true, false}) {
    std::vector<double> times;
    std::string typed = text;
    for (int key = 0; key < (in_text ? 50 : 15); ++key) {
      typed.insert(in_text ? typed.size() : tags, in_text ? "ө" : "a");
      start = milliseconds();
      const std::shared_ptr<const Snapshot> now = make_overlay(base, {{path, typed}});
      (void)preview.pages_of(now, entry).value();
      (void)preview.file(now, entry + "/index.html").value();
      times.push_back(milliseconds() - start);
    }
    std::ranges::sort(times);
    std::printf("key in %s: median %.1f ms  worst %.1f ms\n", in_text ? "the text" : "a tag   ",
                times[times.size() / 2], times.back());
  }
  return 0;
}
