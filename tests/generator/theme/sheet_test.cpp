#include "theme/sheet.h"

#include <catch2/catch.hpp>

using mektep::compact_sheet;

TEST_CASE("a published style sheet has no comments, line breaks and idle blanks") {
  CHECK(compact_sheet("/* why */\n.a, .b {\n  margin: 0 auto;\n  color: red;\n}\n") ==
        ".a,.b{margin:0 auto;color:red}");
  CHECK(compact_sheet("@media (min-width: 46rem) { a { b: c } }") == "@media (min-width:46rem){a{b:c}}");
  CHECK(compact_sheet("a/**/b { }") == "a b{}");
}

TEST_CASE("blanks that mean something stay") {
  CHECK(compact_sheet(".a  .b > c :hover { w: calc(1px + 2px) }") == ".a .b > c :hover{w:calc(1px + 2px)}");
  CHECK(compact_sheet("a:not(:last-child) *{}") == "a:not(:last-child) *{}");
  CHECK(compact_sheet("@container page (min-width: 2rem){}") == "@container page (min-width:2rem){}");
}

TEST_CASE("texts in quotes and addresses are left alone") {
  CHECK(compact_sheet("a::before { content: \"a;  /* b */ {\"; }") == "a::before{content:\"a;  /* b */ {\"}");
  CHECK(compact_sheet("a { content: 'it\\'s ;  '; }") == "a{content:'it\\'s ;  '}");
  CHECK(compact_sheet("a { background: url(a;b,  c) ; }") == "a{background:url(a;b,  c)}");
}

TEST_CASE("a style sheet that breaks off does no harm") {
  CHECK(compact_sheet("").empty());
  CHECK(compact_sheet("a { content: \"open") == "a{content:\"open");
  CHECK(compact_sheet("a { b: url(open") == "a{b:url(open");
  CHECK(compact_sheet("/* open").empty());
  CHECK(compact_sheet("a{content:\"\\") == "a{content:\"\\");
}
