#include "syntax/front_matter.h"

#include <catch2/catch.hpp>
#include <random>

#include "generator/syntax/syntax_testing.h"
#include "syntax/rules.h"
#include "syntax/yaml/reader.h"

using namespace mektep;
using mektep::testing::dump;
using mektep::testing::reported;
using Reported = std::vector<std::string>;

namespace {

FrontMatter parse(std::string_view text, const Reported& expected = {}) {
  Findings findings;
  FrontMatter out = parse_front_matter(text, "index.ky.md", findings);
  CHECK(reported(findings) == expected);
  return out;
}

}  // namespace

TEST_CASE("front matter and text are told apart, with the line where the text begins") {
  const FrontMatter page = parse("---\ntitle: Биринчи коңгуроо\ntags: [holiday]\n---\n\nТекст\n");
  CHECK(dump(page.data) == "{title@2:1=<Биринчи коңгуроо>@2:8,tags@3:1=[<holiday>@3:8,]@3:7,}@2:1");
  CHECK(page.body == "\nТекст\n");
  CHECK(page.body_line == 5);
}

TEST_CASE("a file without front matter is all text") {
  for (const std::string_view text :
       {"Текст\n", "", "--\n", "- a\n- b\n", "----\nа\n", "Эки\n---\nсаптык\n"}) {
    const FrontMatter page = parse(text);
    CHECK(page.data.is_null());
    CHECK(page.body == text);
    CHECK(page.body_line == 1);
  }
}

TEST_CASE("empty front matter is an empty map") {
  const FrontMatter page = parse("---\n---\nТекст");
  CHECK(page.data.is_map());
  CHECK(page.data.members.empty());
  CHECK(page.body == "Текст");
}

TEST_CASE("the library reads what the quick reader refuses, with marks in the file") {
  const FrontMatter page = parse("---\nsummary: >-\n  эки\n  сап\ntitle: \"а\\tб\"\n---\nx");
  CHECK(dump(page.data) == "{summary@2:1='эки сап'@2:10,title@5:1='а\tб'@5:8,}@2:1");
}

TEST_CASE("a byte-order mark and CRLF before, in and behind front matter are accepted with a note") {
  const FrontMatter page =
      parse("\xEF\xBB\xBF---\r\ntitle: а\r\n---\r\nТекст\r\n", {"text-byte-order-mark 1:1", "text-crlf 2:1"});
  CHECK(page.data.text_of("title") == "а");
  CHECK(page.body == "Текст\r\n");
  CHECK(page.body_line == 4);
}

TEST_CASE("unterminated front matter is a finding in its first line, and no field is taken for text") {
  CHECK(parse("---\ntitle: а\n\nТекст\n", {"front-matter-open 1:1"}).body.empty());
  CHECK(parse("---", {"front-matter-open 1:1"}).body.empty());
  CHECK(parse("---\ntitle: \"а\n", {"front-matter-open 1:1"}).data.is_null());
}

TEST_CASE("border lines that are nearly right are recognised") {
  CHECK(parse("\n\n---\ntitle: а\n---\nx", {"front-matter-not-first 3:1"}).data.text_of("title") == "а");
  CHECK(parse("—\ntitle: а\n---\nx", {"front-matter-line 1:1"}).body == "x");
  CHECK(parse("---\ntitle: а\n----\nx", {"front-matter-line 3:1"}).body == "x");
  CHECK(parse("---\ntitle: а\n–––\nx", {"front-matter-line 3:1"}).body == "x");
  CHECK(parse("title: а\ndate: 2026-09-01\n---\nx", {"front-matter-line 1:1"}).data.text_of("date") ==
        "2026-09-01");
  CHECK(parse("---  \ntitle: а\n---\t\nx").body == "x");
}

TEST_CASE("faults in front matter stand at their lines in the file") {
  CHECK(parse("---\ntitle: а: б\n---\n", {"yaml-colon-in-text 2:9"}).data.text_of("title") == "а: б");
  parse("---\na: 1\na: 2\n---\n", {"yaml-duplicate-key 3:1"});
  parse("---\na: \xD0\n---\n", {"text-invalid-utf8 2:4"});
  parse("---\na: b\n\tc: d\n---\n", {"yaml-tab 3:1"});
  parse("---\na: \"b\n---\nx\"\n", {"yaml-open-quote 2:4"});
  CHECK(parse("---\n- a\n---\n", {"front-matter-not-map 2:1"}).data.is_map());
  CHECK(parse("---\nжөн гана текст\n---\n", {"front-matter-not-map 2:1"}).data.is_map());
}

TEST_CASE("50 MB that never close their front matter end with one finding") {
  CHECK(parse("---\n" + std::string(50u << 20, 'a'), {"front-matter-open 1:1"}).body.empty());
  std::string lines = "---\n";
  while (lines.size() < (50u << 20)) lines += "a: 1\n";
  parse(lines, {"front-matter-open 1:1"});
  parse(lines + "---\n", {"text-too-big 0:0"});
}

namespace {

// Random YAML from pieces that meet in real front matter, and from pieces that trip readers up.
class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}
  std::string text() {
    std::string out;
    map(out, 0, 0);
    return out;
  }

 private:
  std::size_t upto(std::size_t n) { return random_() % n; }
  template <std::size_t N>
  std::string_view one_of(const std::array<std::string_view, N>& all) {
    return all[upto(N)];
  }
  std::string_view key() {
    return one_of(std::array<std::string_view, 19>{"$ref", "title", "date", "summary", "tags", "image",
                                                   "аталышы", "a b", "a-b", "x.y", "1", "null", "“k”",
                                                   "\"q\"", "a/b", "k ", "ө", "-k", "~"});
  }
  std::string_view word() {
    return one_of(std::array<std::string_view, 52>{
        "Мектеп", "2026-09-01", "0312",     "no",   "a b c",    "«Звезда» №5", "https://x.kg/а?б#в",
        "a#b",    "a # b",      "(текст)",  "+996", "/news/a/", ".5",          "~",
        "null",   "a: b",       "a:b",      "a:",   "- a",      "-a",          "-1",
        "?",      "?a",         "@a",       "&a b", "*a",       "!a",          "%a",
        "a, b",   "a [b] {c}",  "[a",       "a]",   "|",        ">-",          "'",
        "\"",     "a\"b\"",     "it's",     "  a",  "a  ",      "a\tb",        "---",
        "...",    "“a: b”",     "\xC2\xA0", "–",    "Null",     "a ,b",        "{a: b}",
        "[]",     "<b>",        "a\\b"});
  }
  void flow(std::string& out, int depth) {
    const bool map = upto(2) == 0;
    out += map ? '{' : '[';
    for (std::size_t i = upto(4); i-- > 0;) {
      if (upto(4) == 0) out += ' ';
      if (map) {
        out += key();
        out += upto(12) == 0 ? ":" : ": ";
      }
      scalar(out, depth + 1);
      if (i != 0 || upto(8) == 0) out += upto(3) == 0 ? "," : ", ";
    }
    out += upto(30) == 0 ? ')' : map ? '}' : ']';
  }
  void scalar(std::string& out, int depth) {
    switch (upto(10)) {
      case 0:
        out += '"';
        out += word();
        out += '"';
        break;
      case 1:
        out += '\'';
        out += word();
        out += '\'';
        break;
      case 2:
      case 3:
        if (depth < 3) return flow(out, depth);
        [[fallthrough]];
      default:
        out += word();
    }
  }
  void end(std::string& out) {
    if (upto(12) == 0) out += " # эскертүү";
    if (upto(15) == 0) out += "  ";
    out += upto(20) == 0 ? "\r\n" : "\n";
    if (upto(15) == 0) out += "\n";
    if (upto(20) == 0) out += "  # түшүндүрмө: x\n";
  }
  void map(std::string& out, std::size_t indent, int depth, bool first_in_line = false) {
    for (std::size_t i = 1 + upto(4); i-- > 0; first_in_line = false) {
      if (!first_in_line) out.append(indent + (upto(40) == 0 ? 1 : 0), ' ');
      out += key();
      out += ":";
      value(out, indent, depth);
    }
  }
  void value(std::string& out, std::size_t indent, int depth) {
    const std::size_t kind = upto(8);
    if (kind == 0 || depth > 2) {
      end(out);
    } else if (kind == 1) {
      end(out);
      map(out, indent + 2, depth + 1);
    } else if (kind == 2) {
      end(out);
      list(out, indent + 2 * upto(2), depth + 1);
    } else {
      out += upto(30) == 0 ? "" : upto(10) == 0 ? "  " : " ";
      scalar(out, 0);
      end(out);
    }
  }
  void list(std::string& out, std::size_t indent, int depth) {
    for (std::size_t i = 1 + upto(3); i-- > 0;) {
      out.append(indent, ' ');
      out += upto(30) == 0 ? "-" : "- ";
      if (upto(4) == 0) {
        map(out, indent + 2, depth + 1, true);
      } else {
        scalar(out, 0);
        end(out);
      }
    }
  }

  std::minstd_rand random_;
};

}  // namespace

TEST_CASE("the quick reader gives the same nodes as the library, or refuses") {
  std::size_t quick = 0;
  for (unsigned seed = 1; seed <= 20'000; ++seed) {
    const std::string text = Generator(seed).text();
    Node node;
    const YamlOptions options;
    if (!read_plain_yaml(text, options, node)) continue;
    ++quick;
    Findings findings;
    const Node slow = read_yaml_with_library(text, "", findings, options);
    if (dump(node) != dump(slow) || !findings.empty()) {
      INFO(text);
      CHECK(dump(node) == dump(slow));
      CHECK(findings.empty());
    }
  }
  CHECK(quick > 1000);
}
