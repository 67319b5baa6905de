#include "publish/output_folder/output_folder.h"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <mutex>
#include <thread>

#include "generator/publish/output_folder/published.h"
#include "publish/output_folder/rules.h"

using namespace mektep;
using namespace mektep::testing;

namespace {

const Rule* refusal(const std::string& folder) {
  const auto output = OutputFolder::open(folder);
  return output ? nullptr : output.error().rule;
}

ino_t inode(const std::string& path) {
  struct stat status{};
  return ::stat(path.c_str(), &status) == 0 ? status.st_ino : 0;
}

}  // namespace

TEST_CASE("a site is put into a new folder and into an empty one") {
  const Scratch scratch;
  CHECK(publish(scratch.site(), first) == OutputSummary{4, 0, 0});
  CHECK(read(scratch.site()) == first);
  CHECK(leftovers(scratch).empty());
  fs::create_directory(scratch.path("empty"));
  CHECK(publish(scratch.path("empty/"), first) == OutputSummary{4, 0, 0});
  CHECK(read(scratch.path("empty")) == first);
}

TEST_CASE("an unchanged file keeps its inode and time, a changed one is new, a dropped one goes") {
  const Scratch scratch;
  REQUIRE(publish(scratch.site(), first));
  const auto style = inode(scratch.path("site/style.css"));
  const auto index = inode(scratch.path("site/index.html"));
  const auto time = fs::last_write_time(scratch.path("site/style.css"));
  CHECK(publish(scratch.site(), second) == OutputSummary{2, 2, 1});
  CHECK(read(scratch.site()) == second);
  CHECK(inode(scratch.path("site/style.css")) == style);
  CHECK(fs::last_write_time(scratch.path("site/style.css")) == time);
  CHECK(inode(scratch.path("site/index.html")) != index);
  CHECK_FALSE(fs::exists(scratch.path("site/news/a")));
  CHECK(leftovers(scratch).empty());
  CHECK(publish(scratch.site(), first, {.jobs = 3}) == OutputSummary{2, 2, 1});
  CHECK(read(scratch.site()) == first);
}

TEST_CASE("when nothing has changed nothing is touched") {
  const Scratch scratch;
  REQUIRE(publish(scratch.site(), first));
  const auto folder = inode(scratch.site());
  CHECK(publish(scratch.site(), first) == OutputSummary{0, 4, 0});
  CHECK(inode(scratch.site()) == folder);
  CHECK(leftovers(scratch).empty());
}

TEST_CASE("an empty site is a site") {
  const Scratch scratch;
  CHECK(publish(scratch.site(), {}) == OutputSummary{0, 0, 0});
  CHECK(fs::exists(scratch.path("site/.mektep-manifest")));
  REQUIRE(publish(scratch.site(), first));
  CHECK(publish(scratch.site(), {}) == OutputSummary{0, 0, 4});
  CHECK(read(scratch.site()).empty());
}

TEST_CASE("a file of ours that somebody changed or deleted is written again") {
  const Scratch scratch;
  REQUIRE(publish(scratch.site(), first));
  put(scratch.path("site/index.html"), "bad");  // as long as before, but a later time
  fs::last_write_time(scratch.path("site/index.html"),
                      fs::file_time_type::clock::now() + std::chrono::seconds(5));
  fs::remove(scratch.path("site/style.css"));
  fs::remove(scratch.path("site/ru/index.html"));
  fs::create_symlink("/etc/passwd", scratch.path("site/ru/index.html"));
  CHECK(publish(scratch.site(), first) == OutputSummary{3, 1, 0});
  CHECK(read(scratch.site()) == first);
}

TEST_CASE("files that are not ours stay, whatever they are") {
  const Scratch scratch;
  REQUIRE(publish(scratch.site(), first));
  put(scratch.path("site/.htaccess"), "deny");
  put(scratch.path("site/news/a/own.txt"), "own");
  put(scratch.path("site/.well-known/x/y"), "y");
  fs::create_directories(scratch.path("site/empty/folder"));
  fs::permissions(scratch.path("site/empty"), fs::perms::owner_all);
  fs::create_symlink("nowhere", scratch.path("site/link"));
  const auto own = inode(scratch.path("site/.htaccess"));
  Site expected = second;
  expected[".htaccess"] = "deny";
  expected["news/a/own.txt"] = "own";
  expected[".well-known/x/y"] = "y";
  expected["empty/folder/"] = "";
  expected["link"] = "-> nowhere";
  CHECK(publish(scratch.site(), second) == OutputSummary{2, 2, 1});
  CHECK(read(scratch.site()) == expected);
  CHECK(inode(scratch.path("site/.htaccess")) == own);
  CHECK((fs::status(scratch.path("site/empty")).permissions() & fs::perms::group_all) == fs::perms::none);
  CHECK(leftovers(scratch).empty());
  REQUIRE(publish(scratch.site(), first));
  CHECK(read(scratch.site()).at(".htaccess") == "deny");
}

TEST_CASE("the site never takes the name of a file that is not ours") {
  const Scratch scratch;
  REQUIRE(publish(scratch.site(), first));
  Site more = first;
  SECTION("a file") {
    put(scratch.path("site/robots.txt"), "own"), more["robots.txt"] = "ours";
  }
  SECTION("a file where a folder is needed") {
    put(scratch.path("site/events"), "own"), more["events/index.html"] = "ours";
  }
  SECTION("a folder where a file is needed") {
    put(scratch.path("site/events/own"), "own"), more["events"] = "ours";
  }
  const Site before = read(scratch.site());
  const auto result = publish(scratch.site(), more);
  REQUIRE_FALSE(result.has_value());
  CHECK(read(scratch.site()) == before);
  CHECK(leftovers(scratch).empty());
}

TEST_CASE("the folder keeps its rights") {
  const Scratch scratch;
  REQUIRE(publish(scratch.site(), first));
  REQUIRE(::chmod(scratch.site().c_str(), 02750) == 0);
  REQUIRE(publish(scratch.site(), second));
  struct stat status{};
  REQUIRE(::stat(scratch.site().c_str(), &status) == 0);
  CHECK((status.st_mode & 07777U) == 02750);
}

TEST_CASE("what is not an output folder is refused and left alone") {
  const Scratch scratch;
  put(scratch.path("file"), "x");
  put(scratch.path("photos/mine.jpg"), "x");
  put(scratch.path("broken/a"), "x");
  put(scratch.path("broken/.mektep-manifest"), "mektep-manifest 1\nend 0 00000000000000000000000000000000\n");
  fs::create_directory_symlink("photos", scratch.path("link"));
  const Site before = read(scratch.path());
  CHECK(refusal(scratch.path("file")) == &rules::output_not_a_folder);
  CHECK(refusal(scratch.path("link")) == &rules::output_not_a_folder);
  CHECK(refusal("") == &rules::output_not_a_folder);
  CHECK(refusal(scratch.path("photos")) == &rules::output_foreign_folder);
  CHECK(refusal(scratch.path("broken")) == &rules::output_foreign_folder);
  CHECK(refusal(scratch.path("nowhere/site")) == &rules::output_unusable);
  CHECK(refusal(scratch.path("file/site")) == &rules::output_unusable);
  CHECK(refusal("/") == &rules::output_mount_point);
  CHECK(refusal("/proc") == &rules::output_mount_point);
  CHECK(read(scratch.path()) == before);
}

TEST_CASE("a parent that may not be written is told before any work") {
  if (::geteuid() == 0) return;  // root may write everywhere
  const Scratch scratch;
  fs::permissions(scratch.path(), fs::perms::owner_read | fs::perms::owner_exec);
  CHECK(refusal(scratch.site()) == &rules::output_unusable);
  fs::permissions(scratch.path(), fs::perms::owner_all);
}

TEST_CASE("a path that could leave the folder or spoil the manifest is refused") {
  for (const std::string& path : Strings{"../a", "a/../../b", "/etc/x", "a//b", "./a", "a/.", "", "a/", "..",
                                         "a\nb", "a\\b", std::string("a\0b", 3), ".mektep-manifest", "\xFF",
                                         std::string(256, 'a'), std::string(4000, '/')}) {
    CAPTURE(path);
    const Scratch scratch;
    REQUIRE(publish(scratch.site(), first));
    auto output = OutputFolder::open(scratch.site());
    REQUIRE(output.has_value());
    CHECK(output->write(path, "x").error().rule == &rules::output_path_refused);
    CHECK(output->write("good.html", "x").has_value());
    CHECK(output->commit().error().rule == &rules::output_path_refused);
    CHECK(read(scratch.site()) == first);
    CHECK(leftovers(scratch).empty());
  }
}

TEST_CASE("a path is written once, and is a file or a folder") {
  for (const auto& [one, other] :
       std::vector<std::pair<std::string, std::string>>{{"new.html", "new.html"},
                                                        {"index.html", "index.html"},
                                                        {"x", "x/y"},
                                                        {"x/y", "x"},
                                                        {"index.html", "index.html/y"}}) {
    CAPTURE(one, other);
    const Scratch scratch;
    REQUIRE(publish(scratch.site(), first));
    auto output = OutputFolder::open(scratch.site());
    REQUIRE(output.has_value());
    CHECK(output->write(one, "one").has_value());
    (void)output->write(other, "one");
    CHECK_FALSE(output->commit().has_value());
    CHECK(read(scratch.site()) == first);
    CHECK(leftovers(scratch).empty());
  }
}

TEST_CASE("without a commit nothing happens") {
  const Scratch scratch;
  REQUIRE(publish(scratch.site(), first));
  {
    auto output = OutputFolder::open(scratch.site());
    REQUIRE(output.has_value());
    CHECK(output->write("x/y/z.html", "x").has_value());
    CHECK(refusal(scratch.site()) == &rules::output_busy);
  }
  CHECK(read(scratch.site()) == first);
  CHECK(leftovers(scratch).empty());
}

TEST_CASE("many threads write one site") {
  const Scratch scratch;
  auto output = OutputFolder::open(scratch.site(), {.jobs = 4});
  REQUIRE(output.has_value());
  {
    std::vector<std::jthread> threads;
    for (int t = 0; t < 4; ++t) {
      threads.emplace_back([&, t] {
        for (int i = t; i < 400; i += 4)
          (void)output->write(fmt::format("a/{}/{}/index.html", i % 7, i), fmt::format("{}", i));
      });
    }
  }
  CHECK(output->commit() == OutputSummary{400, 0, 0});
  const Site site = read(scratch.site());
  CHECK(site.size() == 400);
  CHECK(site.at("a/6/6/index.html") == "6");
}

TEST_CASE("only what looks like ours and is not in use is cleared away") {
  const Scratch scratch;
  put(scratch.path(".site.mektep-notes/x"), "keep");
  put(scratch.path(".site.mektep-99999999/x"), "dead");
  put(scratch.path(".other.mektep-99999999/x"), "keep");
  put(scratch.path(".site.mektep-1/x"), "alive");
  REQUIRE(publish(scratch.site(), first));
  CHECK(leftovers(scratch) == Strings{".other.mektep-99999999", ".site.mektep-1", ".site.mektep-notes"});
}

TEST_CASE("two folders with the same site are the same to the last byte") {
  const Scratch one, other;
  REQUIRE(publish(one.site(), first));
  REQUIRE(publish(other.site(), second));
  REQUIRE(publish(other.site(), first));
  CHECK(get(one.path("site/.mektep-manifest")) == get(other.path("site/.mektep-manifest")));
}

TEST_CASE("a file that somebody has changed is written anew, whatever its size and time stamp") {
  const Scratch scratch;
  REQUIRE(publish(scratch.site(), first));
  const auto& [path, bytes] = *first.begin();
  const fs::path file = scratch.path("site/" + path);
  const auto time = fs::last_write_time(file);
  std::string other = bytes;
  other.front() = other.front() == 'x' ? 'y' : 'x';
  put(file, other);
  fs::last_write_time(file, time);
  REQUIRE(publish(scratch.site(), first));
  CHECK(get(file) == bytes);
}

TEST_CASE("every rule of the output folder speaks three languages") {
  for (const Rule* rule : output_folder_rules()) {
    for (const Language language : {Language::ky, Language::ru, Language::en}) {
      for (const Message* message : {&rule->message, &rule->expected, &rule->hint, &rule->why}) {
        CHECK_FALSE(message->in(language).empty());
      }
    }
  }
}
