// Two people and a push from outside edit a school at random; a plain model in memory knows what must be
// there. Every word that somebody writes is written once: a lost update is a lost word.
#include <catch2/catch.hpp>
#include <random>

#include "editor/actions/save_draft.h"
#include "editor/actions/save_entry.h"
#include "tests/editor/actions/desk.h"

namespace mektep::editor {
namespace {

using namespace testing;
using Words = std::set<std::string>;

Words words_of(std::string_view text) {
  Words words;
  for (std::size_t at = text.find('w'); at != std::string_view::npos; at = text.find('w', at + 1)) {
    const std::size_t end = text.find_first_not_of("0123456789", at + 1);
    words.emplace(text.substr(at, end == std::string_view::npos ? end : end - at));
  }
  return words;
}

// What one person sees in a browser: a text and the revision that it was opened at.
struct Window {
  const Actor* actor = nullptr;
  std::string base, text;
  std::int64_t version = 0;
  Words typed;  // since it was opened
};

class Game {
 public:
  explicit Game(std::uint32_t seed)
      : random_(seed),
        desk_({{path_of(0), start(0)}, {path_of(1), start(1)}, {"news/x/index.ky.md", "w90\n\nw91\n"}}) {}

  void play() {
    for (int round = 0; round < 60; ++round) {
      const std::size_t entry = random_() % 3;
      const Actor& actor = random_() % 2 == 0 ? desk_.aigul : desk_.bakyt;
      Window& window = windows_[{actor.account, entry}];
      if (!window.actor) {
        open(window, actor, entry);
      } else if (random_() % 3 != 0) {
        type(window, entry);
      } else {
        save(window, entry);
      }
      if (random_() % 15 == 0) push(random_() % 3);
      if (random_() % 20 == 0) desk_.restart();
      look();
    }
    INFO("merges " << merges << ", conflicts " << conflicts);
    CHECK(committed_.size() > 5);
  }

  static int merges, conflicts;

 private:
  static std::string path_of(std::size_t entry) {
    return entry == 2 ? "news/x/index.ky.md" : fmt::format("people/p{}.yaml", entry);
  }
  static std::string entry_of(std::size_t entry) {
    return entry == 2 ? "news/x" : fmt::format("people/p{}", entry);
  }
  static std::string start(int entry) {
    return fmt::format("a: w{}0\nb: {{ky: w{}1, ru: w{}2}}\nc:\n  - w{}3\n  - w{}4\n", entry, entry, entry,
                       entry, entry);
  }

  std::string word() { return "w" + std::to_string(next_++); }

  void open(Window& window, const Actor& actor, std::size_t entry) {
    window = {.actor = &actor, .base = desk_.repository->head(), .text = desk_.text(path_of(entry))};
  }

  // One word of the text gets a companion; sometimes there is a paragraph or an item more.
  void change(std::string& text, std::size_t entry, const std::string& word) {
    if (random_() % 4 == 0) {
      text += entry == 2 ? "\n" + word + "\n" : "  - " + word + "\n";
      return;
    }
    std::vector<std::size_t> ends;
    for (std::size_t at = text.find('w'); at != std::string::npos; at = text.find('w', at + 1))
      ends.push_back(text.find_first_not_of("0123456789", at + 1));
    text.insert(ends[random_() % ends.size()], " " + word);
  }

  void type(Window& window, std::size_t entry) {
    const std::string fresh = word();
    change(window.text, entry, fresh);
    window.typed.insert(fresh);
    const SaveDraft draft{entry_of(entry), window.base, window.version, {{path_of(entry), window.text}}};
    const auto saved = draft.execute(*desk_.services, *window.actor);
    REQUIRE(saved.has_value());
    window.version = saved->version;
  }

  void save(Window& window, std::size_t entry) {
    if (window.typed.empty()) return;
    auto written = SaveEntry{.entry = entry_of(entry)}.execute(*desk_.services, *window.actor);
    REQUIRE(written.has_value());
    while (written->conflict) {
      ++conflicts;
      decide(window, entry, *written);
    }
    merges += written->merged ? 1 : 0;
    committed_.merge(window.typed);
    window = {};
  }

  // Text is kept from both sides; of a field, one side goes by a person's decision.
  void decide(Window& window, std::size_t entry, Written& written) {
    ResolveConflict decision{entry_of(entry), written.conflict->head, {}};
    for (const FileConflict& file : written.conflict->files) {
      std::vector<Resolution> resolutions;
      for (const MergeConflict* conflict : file.merge.conflicts()) {
        const bool text = conflict->kind == MergeConflict::Kind::text;
        resolutions.push_back({text ? Resolution::Take::both : Resolution::Take::theirs, {}});
        if (text) continue;
        // What is given up on purpose: words of mine that theirs does not have.
        const Words theirs = words_of(conflict->theirs);
        for (const std::string& mine : words_of(conflict->mine)) {
          if (!theirs.contains(mine)) given_up_.insert(mine);
        }
      }
      decision.decisions.emplace_back(file.path, std::move(resolutions));
    }
    auto decided = decision.execute(*desk_.services, *window.actor);
    REQUIRE(decided.has_value());
    written = std::move(*decided);
  }

  // As `git push` does it: a commit from outside.
  void push(std::size_t entry) {
    desk_.scratch.git("clone -q school.git clone", ".");
    std::string text = desk_.text(path_of(entry));
    const std::string fresh = word();
    change(text, entry, fresh);
    desk_.scratch.write("clone/" + path_of(entry), text);
    desk_.scratch.git("commit -qam pushed && git push -q origin main && rm -rf ../clone", "clone");
    committed_.insert(fresh);
  }

  // Every word is where it must be: the saved ones in the repository, the others in their author's draft.
  void look() {
    Words there;
    for (std::size_t entry = 0; entry < 3; ++entry) there.merge(words_of(desk_.text(path_of(entry))));
    for (const std::string& saved : committed_) {
      INFO(saved);
      CHECK((there.contains(saved) || given_up_.contains(saved)));
    }
    for (const auto& [who, window] : windows_) {
      if (window.typed.empty()) continue;
      const auto draft = desk_.services->drafts.find(who.first, entry_of(who.second)).value();
      REQUIRE(draft.has_value());
      CHECK(draft->files[0].bytes == window.text);
    }
  }

  std::mt19937 random_;
  Desk desk_;
  std::map<std::pair<std::int64_t, std::size_t>, Window> windows_;
  Words committed_, given_up_;
  int next_ = 100;
};

int Game::merges = 0;
int Game::conflicts = 0;

TEST_CASE("two people, a push and restarts lose no word") {
  for (std::uint32_t seed = 0; seed < 10; ++seed) {
    CAPTURE(seed);
    Game(seed).play();
  }
  // Or it would prove little.
  CHECK(Game::merges > 12);
  CHECK(Game::conflicts > 8);
}

}  // namespace
}  // namespace mektep::editor
