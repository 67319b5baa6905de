#include "build/last_build.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "build/rules.h"
#include "source/rules.h"

using namespace mektep;
namespace fs = std::filesystem;

namespace {

class CacheFolder {
 public:
  CacheFolder() : path_(fs::temp_directory_path() / fmt::format("mektep-last-build-{}", ::getpid())) {
    fs::remove_all(path_);
  }
  ~CacheFolder() { fs::remove_all(path_); }
  std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

const Rule* rule_of_test(std::string_view id) {
  return id == rules::build_no_theme.id ? &rules::build_no_theme : nullptr;
}

LastBuild example() {
  Finding finding(rules::build_no_theme, {"news/«а»/index.ky.md", {3, 14}}, "theme[0]", "a\n\"b\"",
                  {{"name", std::string("x")}, {"who", Label{"ким", "кто", "who"}}});
  finding.severity = Severity::warns;
  finding.clauses = "DISC-2";
  return {"since 5\na\t1 2\n", {0xfedcba9876543210, 7}, 3, 12, {std::move(finding)}};
}

}  // namespace

TEST_CASE("the last build is remembered with all it said") {
  const CacheFolder cache;
  remember_build(cache.path(), "/srv/site", example());
  const auto last = recall_build(cache.path(), "/srv/site", rule_of_test);
  REQUIRE(last);
  CHECK(last->inputs == example().inputs);
  CHECK(last->site == example().site);
  CHECK(last->pages == 3);
  CHECK(last->files == 12);
  REQUIRE(last->findings.size() == 1);
  const Finding &kept = last->findings[0], given = example().findings[0];
  CHECK(kept.rule == given.rule);
  CHECK(kept.place == given.place);
  CHECK(kept.field == given.field);
  CHECK(kept.found == given.found);
  CHECK(kept.severity == given.severity);
  CHECK(kept.clauses == given.clauses);
  REQUIRE(kept.params.size() == 2);
  CHECK(std::get<std::string>(kept.params[0].value) == "x");
  CHECK(std::get<Label>(kept.params[1].value) == Label{"ким", "кто", "who"});
}

TEST_CASE("each folder has its own last build") {
  const CacheFolder cache;
  remember_build(cache.path(), "/srv/site", example());
  CHECK_FALSE(recall_build(cache.path(), "/srv/other", rule_of_test));
}

TEST_CASE("a build that met something unreadable is not remembered") {
  const CacheFolder cache;
  LastBuild build = example();
  build.findings.emplace_back(rules::source_lfs_missing, Place{"photo.jpg", {}});
  remember_build(cache.path(), "/srv/site", build);
  CHECK_FALSE(recall_build(cache.path(), "/srv/site", rule_of_test));
}

TEST_CASE("a damaged memory and one with rules that are no more count as none") {
  const CacheFolder cache;
  remember_build(cache.path(), "/srv/site", example());
  CHECK_FALSE(recall_build(cache.path(), "/srv/site", [](std::string_view) { return nullptr; }));
  for (const auto& entry : fs::recursive_directory_iterator(cache.path())) {
    if (entry.is_regular_file()) fs::resize_file(entry.path(), entry.file_size() - 1);
  }
  CHECK_FALSE(recall_build(cache.path(), "/srv/site", rule_of_test));
  CHECK_FALSE(recall_build("", "/srv/site", rule_of_test));
}
