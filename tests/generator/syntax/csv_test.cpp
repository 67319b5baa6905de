#include "syntax/csv.h"

#include <catch2/catch.hpp>

#include "generator/syntax/syntax_testing.h"

using namespace mektep;
using mektep::testing::reported;
using Reported = std::vector<std::string>;

namespace {

// Cells joined by |, rows by /.
std::string parse(std::string_view text, const Reported& expected = {}) {
  Findings findings;
  const CsvTable table = parse_csv(text, "a.csv", findings);
  CHECK(reported(findings) == expected);
  std::string out;
  const auto add = [&](const std::vector<CsvCell>& cells) {
    if (!out.empty()) out += '/';
    for (std::size_t i = 0; i < cells.size(); ++i) out += (i == 0 ? "" : "|") + cells[i].text;
  };
  if (!table.header.empty()) add(table.header);
  for (const auto& row : table.rows) {
    CHECK(row.size() == table.header.size());
    add(row);
  }
  return out;
}

}  // namespace

TEST_CASE("the separator is told from the first line") {
  CHECK(parse("класс,саны\n1а,25\n") == "класс|саны/1а|25");
  CHECK(parse("класс;саны\n1а;25,5\n") == "класс|саны/1а|25,5");
  CHECK(parse("\"а;б;в\",г\n1,2\n") == "а;б;в|г/1|2");
  CHECK(parse("sep=;\r\nа;б\r\n1;2\r\n") == "а|б/1|2");
  CHECK(parse("а\n1\n") == "а/1");
}

TEST_CASE("quotes, line ends in cells, byte-order mark and CRLF") {
  CHECK(parse("\xEF\xBB\xBFа,б\r\n\"x \"\"y\"\"\",\"эки\nсап\"\r\n") == "а|б/x \"y\"|эки\nсап");
  CHECK(parse(" а , б \n 1 ,\n\n,2") == "а|б/ 1 |/|2");
  CHECK(parse("а,б\n\"\",\"\"\nx,y\n") == "а|б/x|y");
}

TEST_CASE("cells have marks in code points") {
  Findings findings;
  const CsvTable table = parse_csv("аа,бб\n\"ө\nү\",в\nг,д\n", "", findings);
  CHECK(table.header[1].mark == Mark{1, 4});
  CHECK(table.rows[0][1].mark == Mark{3, 4});
  CHECK(table.rows[1][0].mark == Mark{4, 1});
}

TEST_CASE("every fault of a table is a finding, the sound rows stay") {
  CHECK(parse("а,б\n1\n2,3\n4,5,6\n", {"csv-ragged-row 2:1", "csv-ragged-row 4:1"}) == "а|б/2|3");
  CHECK(parse("а,б\n1,\"2\n3,4\n", {"csv-open-quote 2:3"}) == "а|б");
  CHECK(parse("а,б\n\"1\"x,2\n3,4\n", {"csv-after-quote 2:4"}) == "а|б/3|4");
  CHECK(parse("а,,а\n1,2,3\n", {"csv-column-name 1:3", "csv-column-name 1:4"}) == "а||а/1|2|3");
  CHECK(parse("", {"csv-no-header 1:1"}).empty());
  CHECK(parse("\n\n", {"csv-no-header 1:1"}).empty());
  CHECK(parse("sep=;", {"csv-no-header 2:1"}).empty());
  CHECK(parse("\xEA\xEB\xE0\xF1\xF1;1\n", {"text-invalid-utf8 1:1"}).empty());
  CHECK(parse(std::string(50u << 20, ','), {"text-too-big 0:0"}).empty());
}

TEST_CASE("a hundred ragged rows are enough") {
  std::string text = "а,б\n";
  for (int i = 0; i < 100'000; ++i) text += "1\n";
  Findings findings;
  parse_csv(text, "", findings);
  CHECK(findings.size() == 99);
}
