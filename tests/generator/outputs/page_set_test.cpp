#include "outputs/page_set.h"

#include <catch2/catch.hpp>

#include "outputs/rules.h"

using namespace mektep;

namespace {

struct Closed {
  std::vector<std::string> files;
  Findings findings;
};

Closed close(const std::vector<std::string>& files) {
  PageSet pages;
  for (const std::string& file : files) {
    PlannedOutput output;
    output.file = file;
    output.place = {"source of " + file, {}};
    pages.add(std::move(output));
  }
  Closed closed;
  pages.close(closed.findings);
  closed.files = pages.files();
  return closed;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("outputs are sorted by file") {
  CHECK(close({"b/index.html", "a/index.html", "index.html"}).files ==
        Strings{"a/index.html", "b/index.html", "index.html"});
}

TEST_CASE("of two sources for one file the first stands and the second is reported") {
  const Closed closed = close({"a/index.html", "a/index.html"});
  CHECK(closed.files == Strings{"a/index.html"});
  REQUIRE(closed.findings.size() == 1);
  CHECK(closed.findings[0].rule == &rules::outputs_two_sources);
}

TEST_CASE("a file in the place of a folder stands, what lies in the folder is reported") {
  // "a.b" sorts between a file and what lies below a folder of the same name.
  const Closed closed = close({"a", "a.b", "a/b/index.html", "a/index.html", "ab/index.html"});
  CHECK(closed.files == Strings{"a", "a.b", "ab/index.html"});
  REQUIRE(closed.findings.size() == 2);
  CHECK(closed.findings[0].found == "/a/b/index.html");
  CHECK(std::get<std::string>(closed.findings[0].params.back().value) == "source of a");
}

TEST_CASE("what can be no file of a site is left out") {
  const Closed closed = close({"../x/index.html", "/x", "a//b", "a/./b", "a\\b", "a\nb", "",
                               std::string(256, 'x') + "/index.html", "kept/index.html"});
  CHECK(closed.files == Strings{"kept/index.html"});
  CHECK(closed.findings.empty());
}
