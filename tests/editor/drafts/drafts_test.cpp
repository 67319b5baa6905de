#include "editor/drafts/drafts.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <random>

#include "editor/drafts/presence.h"

namespace mektep::editor {
namespace {

using Files = std::vector<DraftFile>;

// The state of an editor in a file of its own; `restart` opens it anew.
struct State {
  State() {
    std::string pattern = (std::filesystem::temp_directory_path() / "mektep-drafts-XXXXXX").string();
    if (!::mkdtemp(pattern.data())) std::abort();
    folder = pattern;
    machine.milliseconds = [this] { return now; };
    restart();
  }
  State(const State&) = delete;
  ~State() {
    drafts.reset();
    database.reset();
    std::filesystem::remove_all(folder);
  }
  void restart() {
    drafts.reset();
    database.reset();
    database = std::move(*Database::open(folder + "/state.db", std::array{draft_migrations()}));
    drafts.emplace(*database, machine);
  }
  // The version that was given.
  std::int64_t save(std::int64_t version, const Files& files, const std::string& base = "b1",
                    std::int64_t account = 1) {
    last = drafts->save({account, "news/a", base, version, files}).value();
    return last.version;
  }
  Files files(std::int64_t account = 1) const {
    const auto draft = drafts->find(account, "news/a").value();
    return draft ? draft->files : Files();
  }

  std::string folder;
  std::int64_t now = 1'793'000'000'000;
  Machine machine;
  std::unique_ptr<Database> database;
  std::optional<Drafts> drafts;
  DraftSaved last;
};

TEST_CASE("a draft comes back after a restart, with its base, to its author only") {
  State state;
  state.save(0, {{"news/a/index.ky.md", "салам"}, {"news/a/old.jpg", std::nullopt}});
  state.restart();
  const auto draft = state.drafts->find(1, "news/a").value();
  REQUIRE(draft.has_value());
  CHECK(draft->base == "b1");
  CHECK(draft->saved == state.now);
  CHECK(draft->files == Files{{"news/a/index.ky.md", "салам"}, {"news/a/old.jpg", std::nullopt}});
  CHECK_FALSE(state.drafts->find(2, "news/a").value().has_value());
  CHECK(state.drafts->list(0).value().size() == 1);
  CHECK(state.drafts->list(2).value().empty());
  CHECK(state.drafts->of_entry("news/a").value().size() == 1);
}

TEST_CASE("autosave of one file leaves the other files alone") {
  State state;
  const auto version = state.save(0, {{"ky", "1"}, {"ru", "2"}});
  state.save(version, {{"ky", "3"}});
  CHECK(state.files() == Files{{"ky", "3"}, {"ru", "2"}});
  CHECK_FALSE(state.last.replaced_another);
  CHECK(state.drafts->copies(1, "news/a").value().empty());
}

TEST_CASE("two tabs of one account: the later text stands, the other is a copy") {
  State state;
  const auto version = state.save(0, {{"ky", "1"}});
  state.save(version, {{"ky", "first tab"}});
  state.save(version, {{"ky", "second tab"}});
  CHECK(state.last.replaced_another);
  CHECK(state.files() == Files{{"ky", "second tab"}});
  const auto copies = state.drafts->copies(1, "news/a").value();
  REQUIRE(copies.size() == 1);
  CHECK(copies[0].files == Files{{"ky", "first tab"}});
  SECTION("the same text makes no copy") {
    state.save(version, {{"ky", "second tab"}});
    CHECK_FALSE(state.last.replaced_another);
  }
}

TEST_CASE("what is thrown away can be had back for thirty days") {
  State state;
  state.save(0, {{"ky", "text"}});
  REQUIRE(state.drafts->discard(1, "news/a").has_value());
  CHECK(state.files().empty());
  state.now += (copy_days - 1) * 86'400'000LL;
  REQUIRE(state.drafts->forget_old_copies().has_value());
  CHECK(state.drafts->copies(1, "news/a").value()[0].files == Files{{"ky", "text"}});
  state.now += 2 * 86'400'000LL;
  REQUIRE(state.drafts->forget_old_copies().has_value());
  CHECK(state.drafts->copies(1, "news/a").value().empty());
}

TEST_CASE("a draft that was saved to the repository goes, unless it was typed on") {
  State state;
  const auto version = state.save(0, {{"ky", "1"}});
  const auto later = state.save(version, {{"ky", "2"}});
  REQUIRE(state.drafts->settle(1, "news/a", version).has_value());
  CHECK(state.files() == Files{{"ky", "2"}});
  REQUIRE(state.drafts->settle(1, "news/a", later).has_value());
  CHECK(state.files().empty());
}

TEST_CASE("a new base takes the place of the old files") {
  State state;
  const auto version = state.save(0, {{"ky", "1"}, {"ru", "2"}});
  state.save(version, {{"ky", "3"}}, "b2");
  CHECK(state.files() == Files{{"ky", "3"}});
  SECTION("and what a tab that knew nothing of them takes away is a copy") {
    state.save(0, {{"ru", "4"}}, "b3");
    CHECK(state.drafts->copies(1, "news/a").value()[0].files == Files{{"ky", "3"}});
  }
}

TEST_CASE("drafts follow an entry to its new name") {
  State state;
  state.save(0, {{"news/a/index.ky.md", "1"}, {"news/ab", "2"}});
  REQUIRE(state.drafts->rename("news/a", "news/жаңы").has_value());
  CHECK(state.files().empty());
  const auto draft = state.drafts->find(1, "news/жаңы").value();
  REQUIRE(draft.has_value());
  CHECK(draft->files[0].path == "news/жаңы/index.ky.md");
}

TEST_CASE("whatever two tabs and restarts do, the last text of each is in the draft or a copy") {
  for (std::uint32_t seed = 0; seed < 40; ++seed) {
    State state;
    std::mt19937 random(seed);
    std::array<std::int64_t, 2> versions{};
    std::array<std::string, 2> typed;
    for (int i = 0; i < 15; ++i) {
      const std::size_t tab = random() % 2;
      typed[tab] = fmt::format("tab {} text {}", tab, i);
      versions[tab] = state.save(versions[tab], {{"ky", typed[tab]}});
      if (random() % 5 == 0) state.restart();
      std::set<std::string> kept;
      for (const DraftFile& file : state.files()) kept.insert(*file.bytes);
      const auto copies = state.drafts->copies(1, "news/a").value();
      for (const Draft& copy : copies) kept.insert(*copy.files[0].bytes);
      for (const std::string& text : typed) CHECK((text.empty() || kept.contains(text)));
    }
  }
}

TEST_CASE("who has an entry open is known while the browser gives signs of life") {
  State state;
  Presence presence(state.machine);
  const Actor aigul{.account = 1, .name = "Айгүл"};
  const Actor bakyt{.account = 2, .name = "Бакыт"};
  CHECK(presence.touch("news/a", aigul, false).empty());
  state.now += 20'000;
  const auto others = presence.touch("news/a", bakyt, true);
  REQUIRE(others.size() == 1);
  CHECK(others[0].name == "Айгүл");
  CHECK(others[0].since == state.now / 1000 - 20);
  CHECK(presence.touch("news/a", aigul, true)[0].has_typed);
  CHECK(presence.others("news/b", 0).empty());
  state.now += 46'000;
  CHECK(presence.others("news/a", 2).empty());
  presence.touch("news/a", bakyt, false);
  presence.leave("news/a", 2);
  CHECK(presence.others("news/a", 1).empty());
}

}  // namespace
}  // namespace mektep::editor
