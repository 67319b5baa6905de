// How long the editor's repository takes at the size of a big school with a long history.
//
//   save_bench [ENTRIES [COMMITS [SAVES]]]      10000 20000 500
//
// Times are wall clock in milliseconds, in a temporary folder (TMPDIR decides on which disk).
#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <thread>

#include "editor/repository/consistency.h"
#include "editor/repository/create.h"
#include "editor/repository/repack.h"

namespace {

using namespace mektep;
using namespace mektep::editor;
using Clock = std::chrono::steady_clock;

double since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

std::string path_of(std::size_t entry, const char* locale) {
  return fmt::format("news/{}/kabar-{}/index.{}.md", 2000 + entry / 500, entry, locale);
}

std::string text_of(std::size_t entry, std::size_t version) {
  std::string text = fmt::format("---\ntitle: Кабар {}\ndate: 2026-01-01\n---\n", entry);
  for (int i = 0; i < 12; ++i)
    text += fmt::format("\nАбзац {} текст {} версия {}. Мектептин жашоосунан кабар.\n", i, entry, version);
  return text;
}

void report(const char* what, std::vector<double> times) {
  std::ranges::sort(times);
  const auto at = [&](double share) {
    return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
  };
  fmt::print("{:<44} p50 {:8.2f}  p99 {:8.2f}  max {:8.2f} ms\n", what, at(0.5), at(0.99), times.back());
  std::fflush(stdout);
}

template <class Work>
void once(const char* what, Work work) {
  const auto start = Clock::now();
  work();
  report(what, {since(start)});
}

// A history of small changes, by `git fast-import`: the quickest way to 20,000 commits.
bool add_commits(const std::string& folder, std::size_t entries, std::size_t commits) {
  const std::string command = "git -C '" + folder + "' fast-import --quiet --force";
  FILE* pipe = ::popen(command.c_str(), "w");
  if (!pipe) return false;
  for (std::size_t i = 0; i < commits; ++i) {
    const std::string text = text_of(i % entries, i + 1);
    const std::string head =
        fmt::format("commit refs/heads/main\ncommitter a <a@example.kg> {} +0600\ndata 4\nSave\n{}",
                    1'700'000'000 + i * 60, i == 0 ? "from refs/heads/main^0\n" : "");
    const std::string change = fmt::format("M 100644 inline {}\ndata {}\n{}\n",
                                           path_of(i * 7919 % entries, "ky"), text.size(), text);
    if (std::fputs((head + change).c_str(), pipe) < 0) break;
  }
  return ::pclose(pipe) == 0;
}

}  // namespace

int main(int argc, char** argv) {
  const auto number = [&](int at, std::size_t otherwise) {
    return argc > at ? static_cast<std::size_t>(std::atol(argv[at])) : otherwise;
  };
  const std::size_t entries = number(1, 10'000);
  const std::size_t commits = number(2, 20'000);
  const std::size_t saves = number(3, 500);
  std::string pattern = (std::filesystem::temp_directory_path() / "mektep-save-bench-XXXXXX").string();
  if (!::mkdtemp(pattern.data())) return 2;
  const std::string folder = pattern + "/school.git";
  {
    std::vector<std::pair<std::string, std::string>> files;
    for (std::size_t i = 0; i < entries; ++i) {
      files.emplace_back(path_of(i, "ky"), text_of(i, 0));
      files.emplace_back(path_of(i, "ru"), text_of(i, 0));
    }
    const auto snapshot = make_memory_snapshot(std::move(files));
    once("create the repository", [&] {
      if (!create_repository(folder, *snapshot, {.author = {"a", "a@example.kg"}, .now = 1'690'000'000}))
        std::_Exit(2);
    });
  }
  if (commits > 0 && !add_commits(folder, entries, commits)) return 2;
  std::unique_ptr<Repository> repository;
  once("open", [&] { repository = std::move(*Repository::open(folder)); });
  once("first snapshot", [&] { (void)repository->snapshot(); });
  once("first history of an entry", [&] { (void)repository->history("news/2000/kabar-7", 30); });

  std::vector<double> save_times;
  std::vector<double> snapshot_times;
  std::vector<double> history_times;
  for (std::size_t i = 0; i < saves; ++i) {
    const std::size_t entry = i * 104'729 % entries;
    auto start = Clock::now();
    const auto saved = repository->commit({.edits = {{path_of(entry, "ky"), text_of(entry, 100'000 + i)}},
                                           .author = {"a", "a@example.kg"},
                                           .message = "Save"});
    save_times.push_back(since(start));
    if (!saved) return 2;
    start = Clock::now();
    if (!repository->snapshot()) return 2;
    snapshot_times.push_back(since(start));
    start = Clock::now();
    if (!repository->history(fmt::format("news/{}/kabar-{}", 2000 + entry / 500, entry), 30)) return 2;
    history_times.push_back(since(start));
  }
  report("save, acknowledged (fsynced)", save_times);
  report("snapshot after a save", snapshot_times);
  report("history after a save", history_times);

  std::vector<std::vector<double>> crowd(50);
  const auto start = Clock::now();
  {
    std::vector<std::jthread> people;
    for (std::size_t person = 0; person < crowd.size(); ++person) {
      people.emplace_back([&, person] {
        for (std::size_t i = 0; i < 10; ++i) {
          const auto begun = Clock::now();
          const std::string path = path_of((person * 131 + i) % entries, "ru");
          if (!repository->commit(
                  {.edits = {{path, text_of(person, 200'000 + i)}}, .author = {"a", "a"}, .message = "Save"}))
            std::_Exit(2);
          crowd[person].push_back(since(begun));
        }
      });
    }
  }
  std::vector<double> all;
  for (const auto& each : crowd) all.insert(all.end(), each.begin(), each.end());
  report("save, 50 people at the same moment", all);
  fmt::print("{:<44} {:.0f} a second\n", "saves of 50 people",
             static_cast<double>(all.size()) / since(start) * 1000);

  once("site as it was (revision of a date)", [&] { (void)repository->revision_at(1'700'000'000); });
  once("pack the loose objects", [&] { (void)repack(folder, {.least_loose = 1}); });
  once("consistency of the newest state", [&] { (void)check_consistency(folder, {.history = false}); });
  once("consistency of everything", [&] { (void)check_consistency(folder); });
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  fmt::print("{:<44} {} MB\n", "most memory", usage.ru_maxrss / 1024);
  repository.reset();
  std::filesystem::remove_all(pattern);
  return 0;
}
