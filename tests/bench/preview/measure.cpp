// How long a key takes to become a page of the preview, at the server.
//   measure_preview SCHOOL DATA
// Milliseconds of the processor: the first page, then the median and worst of 50 keys in the text, and of
// keys that change other pages, too: a title, which stands in lists and on a share card, and a tag.
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
  const auto files = [&](const std::string&) { return base; };
  editor::Preview preview({school, data, {}, files}, machine);
  const auto view = [](editor::UnsavedEdits edits) {
    return editor::PreviewView("newest", std::move(edits));
  };
  double start = milliseconds();
  (void)preview.file(view({}), entry + "/index.html").value();
  const double first = milliseconds() - start;
  std::printf("files %zu  first %.0f ms\n", base->files().size(), first);
  const auto behind = [&](std::string_view words) { return text.find(words) + words.size(); };
  struct Place {
    const char* name;
    std::size_t at;
    int keys;
    const char* key;
  };
  for (const Place& place :
       {Place{"the text ", text.size(), 50, "ө"}, Place{"the title", behind("\ntitle: "), 15, "Ө"},
        Place{"a tag    ", behind("\ntags: ["), 15, "a"}}) {
    std::vector<double> times;
    std::string typed = text;
    for (int key = 0; key < place.keys; ++key) {
      typed.insert(place.at, place.key);
      start = milliseconds();
      const editor::PreviewView now = view({{path, typed}});
      (void)preview.pages_of(now, entry).value();
      (void)preview.file(now, entry + "/index.html").value();
      times.push_back(milliseconds() - start);
    }
    std::ranges::sort(times);
    std::printf("key in %s: median %.1f ms  worst %.1f ms\n", place.name, times[times.size() / 2],
                times.back());
  }
  return 0;
}
