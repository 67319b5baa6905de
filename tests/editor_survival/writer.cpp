// Saves again and again, as an editor does, and says on the standard output what it is about to do and what
// was acknowledged; survival_test.py kills it, starves it and compares. Each line is one write:
//
//   has KIND NAME CONTENT    at start: everything that is there
//   ready
//   try KIND NAME CONTENT · saved KIND NAME CONTENT · failed KIND NAME CONTENT REASON
//
// KIND is file, draft or object. Usage: writer FOLDER SEED STEPS; FOLDER holds school.git and gets state.db.
#include <fmt/format.h>
#include <unistd.h>

#include <random>
#include <thread>

#include "editor/drafts/drafts.h"
#include "editor/repository/lfs_store.h"
#include "editor/repository/repository.h"

namespace {

using namespace mektep;
using namespace mektep::editor;

void say(const std::string& line) {
  const std::string whole = line + "\n";
  if (::write(1, whole.data(), whole.size()) != static_cast<ssize_t>(whole.size())) std::_Exit(3);
}

int give_up(const std::string& why) {
  say("stopped " + why);
  return 0;
}

struct Editor {
  Repository& repository;
  Drafts& drafts;
  LfsStore store;

  void step(std::mt19937& random, int writer, int number) {
    const std::string content = fmt::format("seed-{}-{}-{}", random(), writer, number);
    const std::string path = fmt::format("pages/w{}/n{}.md", writer, random() % 4);
    switch (random() % 4) {
      case 0:
        return report("draft", path, content, [&] {
          return drafts.save({writer, path, "base", 0, {{path, content}}}).has_value() ? "" : "store";
        });
      case 1:
        return report("object", content, content, [&] { return store.put(content) ? "" : "store"; });
      default:
        return report("file", path, content, [&] {
          return repository.commit({.edits = {{path, content}, {path + ".twin", content}},
                                    .author = {"a", "a@example.kg"},
                                    .message = content})
                     ? ""
                     : "repository";
        });
    }
  }

  template <class Save>
  static void report(const std::string& kind, const std::string& name, const std::string& content,
                     Save save) {
    const std::string what = fmt::format("{} {} {}", kind, name, content);
    say("try " + what);
    const std::string fault = save();
    say((fault.empty() ? "saved " : "failed ") + what + (fault.empty() ? "" : " " + fault));
  }

  bool tell() const {
    const auto snapshot = repository.snapshot();
    if (!snapshot) return false;
    for (const SourceFile& file : (*snapshot)->files()) {
      auto bytes = (*snapshot)->read(file);
      if (!bytes) return false;
      say(fmt::format("has file {} {}", file.path, *bytes));
    }
    const auto all = drafts.list(0);
    if (!all) return false;
    for (const Draft& each : *all) {
      const auto draft = drafts.find(each.account, each.entry);
      if (!draft || !*draft) return false;
      for (const DraftFile& file : (*draft)->files)
        say(fmt::format("has draft {} {}", file.path, *file.bytes));
    }
    for (const LfsPointer& pointer : store.list()) {
      const auto bytes = store.read(pointer);
      say(fmt::format("has object {} {}", bytes.value_or(pointer.oid), bytes.value_or("damaged")));
    }
    return true;
  }
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  const std::string folder = argv[1];
  const auto seed = static_cast<std::uint32_t>(std::atol(argv[2]));
  const int steps = std::atoi(argv[3]);
  auto repository = Repository::open(folder + "/school.git", {.reserve_bytes = 0, .patience = 30});
  if (!repository) return give_up(repository.error().detail);
  auto database = Database::open(folder + "/state.db", std::array{draft_migrations()});
  if (!database) return give_up(database.error().detail);
  const Machine machine = this_machine();
  Drafts drafts(**database, machine);
  Editor editor{**repository, drafts, LfsStore((*repository)->lfs_folder(), 0)};
  if (!editor.tell()) return give_up("something cannot be read");
  say("ready");
  std::vector<std::jthread> writers;
  for (int writer = 0; writer < 2; ++writer) {
    writers.emplace_back([&, writer] {
      std::mt19937 random(seed * 2 + static_cast<std::uint32_t>(writer));
      for (int i = 0; i < steps; ++i) editor.step(random, writer, i);
    });
  }
  writers.clear();
  say("done");
  return 0;
}
