#include "build/inputs.h"

#include <catch2/catch.hpp>

using namespace mektep;
using Kind = InputChange::Kind;

namespace {

BuildOptions options() {
  BuildOptions options;
  options.repository = "/nowhere";
  options.data_folder = MEKTEP_ROOT;
  options.today = Date{2026, 11, 21};
  return options;
}

std::string inputs(const BuildOptions& options, std::vector<std::pair<std::string, std::string>> files) {
  return BuildInputs(options).text(*make_memory_snapshot(std::move(files)), 0);
}

}  // namespace

TEST_CASE("inputs are told by name, one a line") {
  const std::string text = inputs(options(), {{"site.yaml", "title: T\n"}});
  CHECK(text.starts_with("since 0\n"));
  CHECK(text.find("\nsite.yaml\t9 ") != text.npos);
  CHECK(text.find("\nmektep:schema/site.yaml\t") != text.npos);
  CHECK(text.find("\nmektep:themes/default/theme.yaml\t") != text.npos);
  CHECK(text.find("\n--today\t\"2026-11-21\"\n") != text.npos);
}

TEST_CASE("every option that reaches the site is an input") {
  const std::string before = inputs(options(), {});
  const auto changed = [&](auto change) {
    BuildOptions other = options();
    change(other);
    const auto changes = BuildInputs::changes(before, inputs(other, {}));
    return changes.size() == 1 ? changes[0].name : fmt::format("{} changes", changes.size());
  };
  CHECK(changed([](BuildOptions& o) { o.today = Date{2026, 11, 22}; }) == "--today");
  CHECK(changed([](BuildOptions& o) { o.base_url = "https://a.kg/"; }) == "--base-url");
  CHECK(changed([](BuildOptions& o) { o.draft = true; }) == "--draft");
  CHECK(changed([](BuildOptions& o) { o.links = LinkForm::files; }) == "--links");
  CHECK(changed([](BuildOptions& o) { o.repository = "/elsewhere"; }) == "REPO");
  CHECK(changed([](BuildOptions& o) { o.generator = "Mektep 2"; }) == "mektep");
  CHECK(changed([](BuildOptions& o) { o.program = MEKTEP_ROOT "/CMakeLists.txt"; }) == "mektep");
  // What changes no byte of the site is none.
  CHECK(changed([](BuildOptions& o) { o.jobs = 7; }) == "0 changes");
  CHECK(changed([](BuildOptions& o) { o.cache_folder = "/tmp"; }) == "0 changes");
}

TEST_CASE("a file without a trustworthy time stamp is told by its bytes") {
  const std::string one = inputs(options(), {{"pages/a/index.ky.md", "one"}});
  const std::string two = inputs(options(), {{"pages/a/index.ky.md", "two"}});
  CHECK(BuildInputs::changes(one, two) == std::vector<InputChange>{{Kind::changed, "pages/a/index.ky.md"}});
}

TEST_CASE("files come, change and go") {
  const std::string before = inputs(options(), {{"a.yaml", "1"}, {"b.yaml", "1"}, {"c.yaml", "1"}});
  const std::string now = inputs(options(), {{"b.yaml", "22"}, {"c.yaml", "1"}, {"d.yaml", "1"}});
  CHECK(BuildInputs::changes(before, now) == std::vector<InputChange>{{Kind::removed, "a.yaml"},
                                                                      {Kind::changed, "b.yaml"},
                                                                      {Kind::added, "d.yaml"}});
  CHECK(BuildInputs::changes(now, now).empty());
}

TEST_CASE("what is left out of a snapshot is an input as well") {
  const std::string without = inputs(options(), {{"site.yaml", ""}});
  const std::string with = inputs(options(), {{"site.yaml", ""}, {"a\\b", ""}});
  CHECK(BuildInputs::changes(without, with).size() == 1);
}
