#include "cli/progress.h"

#include <catch2/catch.hpp>
#include <sstream>

namespace mektep::cli {

TEST_CASE("progress speaks the language, writes once a percent and wipes its line") {
  std::ostringstream stream;
  {
    Progress progress(stream, true, Language::ru, 80);
    for (std::size_t i = 0; i <= 10000; ++i) progress.phase("render", i, 10000);
    CHECK(stream.str().find("Сборка страниц") != std::string::npos);
    std::size_t lines = 0;
    for (const char c : stream.str()) lines += c == '\r' ? 1 : 0;
    CHECK(lines <= 101);
  }
  CHECK(stream.str().ends_with("\r\x1b[K"));
}

TEST_CASE("progress is silent in a pipe") {
  std::ostringstream stream;
  {
    Progress progress(stream, false, Language::ky, 80);
    progress.phase("read", 1, 2);
  }
  CHECK(stream.str().empty());
}

TEST_CASE("progress fits a narrow terminal and survives an empty phase") {
  std::ostringstream stream;
  Progress progress(stream, true, Language::ky, 20);
  progress.phase("render", 0, 0);
  CHECK(stream.str() == "\r\x1b[K…");
}

}  // namespace mektep::cli
