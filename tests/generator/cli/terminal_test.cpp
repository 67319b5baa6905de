#include "cli/terminal.h"

#include <catch2/catch.hpp>

namespace mektep::cli {

TEST_CASE("control characters and turned writing cannot reach the terminal") {
  CHECK(visible("a\x1b[31mb") == "a<1B>[31mb");
  CHECK(visible("a\xE2\x80\xAE"
                "b") == "a<202E>b");
  CHECK(visible("a\xFF"
                "b") ==
        "a\xEF\xBF\xBD"
        "b");
  CHECK(visible("мектеп ӨҮҢ") == "мектеп ӨҮҢ");
  CHECK(visible_lines("a\nb\tc") == "a\nb<09>c");
}

TEST_CASE("width counts columns, not bytes or code points") {
  CHECK(display_width("мектеп") == 6);
  CHECK(display_width("и\xCC\x86") == 1);  // и with combining breve
  CHECK(display_width("学校") == 4);
  CHECK(display_width("") == 0);
}

TEST_CASE("the caret stands under the column") {
  const SourceLine plain = show_line("title: Школа", 8, "Школа", 80);
  CHECK(plain.text == "title: Школа");
  CHECK(plain.caret == 7);
  CHECK(plain.length == 5);

  const SourceLine wide = show_line("学校: x", 5, "", 80);
  CHECK(wide.caret == 6);
  CHECK(wide.length == 1);

  const SourceLine combining = show_line("и\xCC\x86: x", 5, "x", 80);
  CHECK(combining.caret == 3);

  const SourceLine tab = show_line("a:\tb", 4, "b", 80);
  CHECK(tab.text == "a:  b");
  CHECK(tab.caret == 4);

  const SourceLine broken = show_line(
      "a\xFF"
      "b",
      2, "", 80);
  CHECK(broken.caret == 1);
}

TEST_CASE("a caret behind the end of the line stands behind its last character") {
  const SourceLine shown = show_line("abc", 9, "", 80);
  CHECK(shown.caret == 3);
  CHECK(shown.length == 1);
  CHECK(show_line("", 1, "", 80).caret == 0);
}

TEST_CASE("a finding without a column has no caret") {
  CHECK(show_line("abc", 0, "", 80).length == 0);
}

TEST_CASE("a long line is cut around its column") {
  std::string line(500, 'x');
  line += "FAULT";
  line += std::string(500, 'y');
  const SourceLine shown = show_line(line, 501, "FAULT", 60);
  CHECK(display_width(shown.text) <= 60);
  CHECK(shown.text.starts_with("…x"));
  CHECK(shown.text.ends_with("y…"));
  CHECK(shown.length == 5);
  std::size_t bytes =
      shown.caret + std::string("…").size() - 1;  // everything in front is ASCII but the ellipsis
  CHECK(shown.text.substr(bytes, 5) == "FAULT");

  const SourceLine early = show_line(line, 1, "", 60);
  CHECK(early.caret == 0);
  CHECK(early.text.starts_with("xxx"));
}

}  // namespace mektep::cli
