// Faults of the system and sudden ends while a site is published.
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <csignal>

#include "generator/publish/output_folder/published.h"

using namespace mektep;
using namespace mektep::testing;

TEST_CASE("a fault at any system call leaves the old site, and the next try succeeds") {
  for (const int code : {ENOSPC, EACCES, EIO}) {
    bool finished = false;
    for (int fault_at = 0; !finished; ++fault_at) {
      CAPTURE(code, fault_at);
      const Scratch scratch;
      REQUIRE(publish(scratch.site(), first));
      put(scratch.path("site/own.txt"), "own");
      Site old_site = read(scratch.site());
      Site new_site = second;
      new_site["own.txt"] = "own";
      std::atomic<int> calls = 0;
      std::string failed;
      const auto result =
          publish(scratch.site(), second, {.before = [&](std::string_view call, const std::string& path) {
                    if (calls++ != fault_at) return 0;
                    failed = std::string(call) + " " + path;
                    return code;
                  }});
      CAPTURE(failed);
      finished = calls <= fault_at;
      if (result) {
        // Only what comes behind the exchange may fail without a finding.
        CHECK(read(scratch.site()) == new_site);
      } else {
        CHECK(read(scratch.site()) == old_site);
        CHECK(leftovers(scratch).empty());
        CHECK(result.error()
                  .message(Language::en)
                  .find(code == ENOSPC ? "no space"
                        : code == EIO  ? "input/output"
                                       : "denied") != std::string::npos);
      }
      CHECK(publish(scratch.site(), second).has_value());
      CHECK(read(scratch.site()) == new_site);
      CHECK(leftovers(scratch).empty());
    }
  }
}

TEST_CASE("without an exchange of names two renames do it, and the first is undone when the second fails") {
  const Scratch scratch;
  REQUIRE(publish(scratch.site(), first));
  const auto no_exchange = [](std::string_view call, const std::string&) {
    return call == "exchange" ? EINVAL : 0;
  };
  CHECK(publish(scratch.site(), second, {.before = no_exchange}) == OutputSummary{2, 2, 1});
  CHECK(read(scratch.site()) == second);
  CHECK(leftovers(scratch).empty());
  const auto result =
      publish(scratch.site(), first, {.before = [](std::string_view call, const std::string& path) {
                return call == "exchange" ? ENOSYS : call == "rename" && path == "site" ? EIO : 0;
              }});
  CHECK_FALSE(result.has_value());
  CHECK(read(scratch.site()) == second);
  CHECK(leftovers(scratch).empty());
}

namespace {
// Publishes in a process of its own that kills itself before its `kill_at`th system call; false when it came
// to its end.
bool publish_and_die(const std::string& folder, const Site& site, int kill_at, bool no_exchange) {
  const pid_t child = ::fork();
  if (child == 0) {
    int calls = 0;
    (void)publish(folder, site, {.before = [&](std::string_view call, const std::string&) {
                    if (calls++ == kill_at) ::raise(SIGKILL);
                    return no_exchange && call == "exchange" ? EINVAL : 0;
                  }});
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFSIGNALED(status);
}
}  // namespace

TEST_CASE("a process killed before any system call leaves the old site or the new one") {
  for (const bool no_exchange : {false, true}) {
    int kills = 0;
    for (int kill_at = 0;; ++kill_at) {
      CAPTURE(no_exchange, kill_at);
      const Scratch scratch;
      REQUIRE(publish(scratch.site(), first));
      put(scratch.path("site/own.txt"), "own");
      Site old_site = first, new_site = second;
      old_site["own.txt"] = new_site["own.txt"] = "own";
      const bool killed = publish_and_die(scratch.site(), second, kill_at, no_exchange);
      // Two renames leave a moment without a site; opening the folder ends it.
      if (no_exchange && !fs::exists(scratch.site())) {
        REQUIRE(OutputFolder::open(scratch.site()).has_value());
        CHECK(read(scratch.site()) == old_site);
      }
      const Site after = read(scratch.site());
      CHECK((after == old_site || after == new_site));
      CHECK(publish(scratch.site(), second).has_value());
      CHECK(read(scratch.site()) == new_site);
      CHECK(leftovers(scratch).empty());
      if (!killed) break;
      ++kills;
    }
    CHECK(kills > 15);
  }
}

TEST_CASE("a process killed at a random moment leaves the old site or the new one") {
  Site old_site, new_site;
  for (int i = 0; i < 300; ++i) {
    old_site[fmt::format("p/{}/{}/index.html", i % 20, i)] =
        std::string(4000, static_cast<char>('a' + i % 26));
    new_site[fmt::format("p/{}/{}/index.html", i % 20, i)] =
        std::string(4000, static_cast<char>('a' + i % (i % 2 ? 26 : 25)));
  }
  new_site["extra.html"] = "extra";
  unsigned state = 1;
  for (int round = 0; round < 40; ++round) {
    CAPTURE(round);
    const Scratch scratch;
    REQUIRE(publish(scratch.site(), old_site));
    const pid_t child = ::fork();
    if (child == 0) {
      for (;;) {  // back and forth until killed
        (void)publish(scratch.site(), new_site);
        (void)publish(scratch.site(), old_site);
      }
    }
    ::usleep((state = state * 1103515245 + 12345) / 65536 % 60000);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    const Site after = read(scratch.site());
    CHECK((after == old_site || after == new_site));
    CHECK(publish(scratch.site(), new_site).has_value());
    CHECK(read(scratch.site()) == new_site);
    CHECK(leftovers(scratch).empty());
  }
}

TEST_CASE("a file that somebody adds while the site changes is not lost") {
  const Scratch scratch;
  REQUIRE(publish(scratch.site(), first));
  const auto result =
      publish(scratch.site(), second, {.before = [&](std::string_view call, const std::string&) {
                if (call == "exchange") put(scratch.path("site/uploads/late.txt"), "late");
                return 0;
              }});
  REQUIRE(result.has_value());
  Site expected = second;
  expected["uploads/late.txt"] = "late";
  CHECK(read(scratch.site()) == expected);
  CHECK(leftovers(scratch).empty());
}
