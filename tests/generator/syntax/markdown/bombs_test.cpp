// Texts made to keep a Markdown parser busy. No clock here: a parser that is caught by one of these runs for
// minutes and ctest's time limit tells.
#include <catch2/catch.hpp>

#include "generator/syntax/markdown/markdown_testing.h"

using namespace mektep;

namespace {

std::string times(std::string_view text, std::size_t count) {
  std::string out;
  out.reserve(text.size() * count);
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

std::string deep_list(std::size_t depth) {
  std::string out;
  for (std::size_t i = 0; i < depth; ++i) out += std::string(2 * i, ' ') + "- a\n";
  return out;
}

std::string link_bomb() {
  return "[a]: /" + std::string(200'000, 'x') + "\n\n" + times("[a] ", 50'000);
}

std::string many_definitions() {
  std::string out;
  for (int i = 0; i < 50'000; ++i) out += fmt::format("[a{}]: /u\n\n", i);
  for (int i = 0; i < 50'000; ++i) out += fmt::format("[a{}]\n\n", i);
  return out;
}

std::string many_footnotes() {
  std::string out;
  for (int i = 0; i < 50'000; ++i) out += fmt::format("[^{}]\n\n", i);
  for (int i = 0; i < 50'000; ++i) out += fmt::format("[^{}]: x\n\n", i);
  return out;
}

}  // namespace

TEST_CASE("texts made to stop the parser do not") {
  const std::size_t n = 50'000;
  const std::pair<const char*, std::string> bombs[] = {
      {"www._", times("www._", n)}, {"www. lines", times("www._ ", n)}, {"http://_", times("http://_", n)}, {"@", times("@", n)},
      {"a@", times("a@", n)}, {"a@b.c ", times("a@b.c ", n)}, {"mailto:", times("mailto:a@", n)},
      {"<!A", times("<!A", n)}, {"<?", times("<?", n)}, {"<![CDATA[", times("<![CDATA[", n)}, {"<!--", times("<!--", n)},
      {"a <!A", "a " + times("<!A ", n)}, {"a <?", "a " + times("<? ", n)}, {"a <![CDATA[", "a " + times("<![CDATA[", n)},
      {"a <!--", "a " + times("<!--", n)}, {"a <", "a " + times("<", n)}, {"<a ", "a " + times("<a b='", n)},
      {">", times(">", n)}, {"> lines", times(times(">", 90) + "a\n", 5000)}, {"[", times("[", n)}, {"[ ]", times("[", n) + times("]", n)},
      {"[a](", times("[a](", n)}, {"![[]()", times("![[]()", n)}, {"[a](<b", times("[a](<b", n)}, {"[a", times("[a", n)}, {"[^a", times("[^a", n)},
      {"a](b)", times("a](b)", n)}, {"]", times("]", n)}, {"[]", times("[]", n)}, {"*", times("*", 100'000)}, {"*a", times("*a ", n)},
      {"a*", times("a* ", n)}, {"**a", times("**a ", n)}, {"*a **a", times("*a **a ", n)}, {"a**b", "a**b" + times("c* ", n)},
      {"*a_ ", times("*a_ ", n)}, {"_a", times("_a ", n)}, {"*a closed", times("*a ", n) + times("a* ", n)}, {"~", times("~", n)},
      {"~a", times("~a ", n)}, {"~a ~~", "~a" + times(" b~~", n)}, {"~~a ~", times("~~a ~b", n)}, {"`", times("`", n)},
      {"` growing", [] { std::string s; for (std::size_t i = 1; i < 600; ++i) s += "e" + std::string(i, '`'); return s; }()},
      {"- - -", times("- ", n)}, {"1. 1.", times("1. ", n)}, {"deep list", deep_list(700)}, {"deep list and blanks", deep_list(90) + times("\n", 1'900'000)},
      {"wide table", times("|a", 30'000) + "|\n" + times("|-", 30'000) + "|\n" + times("|\n", 30'000)},
      {"table", times("|a", 400) + "|\n" + times("|-", 400) + "|\n" + times("|\n", 30'000)},
      {"long table", "|a|\n|-|\n" + times("|a|\n", 300'000)},
      {"table heads", times("|a|\n", n)}, {"table bars", times("|", n) + "\n" + times("|-", 10)}, {"dashes", times("-", n) + "\n"}, {"a\\n-", times("a\n|-\n", n)},
      {"# ", times("# ", n)}, {"#s", "# a " + times("#", n) + "b"}, {"spaces", "a" + times(" ", n) + "b"}, {"tabs", times("\t", n) + "a"},
      {"tab lines", times(" \t\n", n)}, {"&", times("&", n)}, {"&a", times("&aaaaaaaaaaaaaaaaaa", n)}, {"\\", times("\\", n)}, {"[a]: ", times("[a]: b\n", n)},
      {"[a]: open", times("[a]: <b 'c", n)}, {"link bomb", link_bomb()}, {"definitions", many_definitions()}, {"footnotes", many_footnotes()},
      {"one footnote", "[^a]: b\n\n" + times("[^a]", n)}, {"nested footnotes", times("[^a]: [^a]: ", 1000)}, {"footnote chain", times("[^1][^2][^3]\n", 20'000) + "\n[^1]: [^2]\n[^2]: [^3]\n[^3]: [^1]\n"},
      {"{{<", times("{{<", n)}, {"{{< \"", times("{{< \"", n)}, {"{{< x >}}", times("{{< x >}} ", n)}, {"`{{<", times("`{{< ", n)}, {"{{< lines", times("{{<\n", n)}, {"``{{<", times("``{{< x >}} `", n)},
      {"{{< \xE2\x80\x9C", times("{{< a=\xE2\x80\x9C", n)}, {"{{< one, many", "{{< " + times("a=\xE2\x80\x9C ", n)}, {"{{< keys", [] { std::string s = "{{< x "; for (int i = 0; i < 50'000; ++i) s += fmt::format("k{}=1 ", i); return s + ">}}"; }()},
      {"headings", times("# a\n", n)}, {"quotes", times("\"a ", n)}, {"html", times("<b>", n)}, {"setext", times("a\n=\n", n)}, {"*a nested links", times("*[a ", n) + times("](b)*", n)},
      {"mixed emphasis", times("**x [a*b**c*](d) ", 20'000)}, {"newlines", times("\n", 2'000'000)}, {"words", times("сөз ", 250'000)}, {"lines", times("сөз\n", 250'000)},
      {"images", times("![", n) + times("](a)", n)}, {"smart", times("a\"", n)}, {"lazy", times("> ", 90) + "a\n" + times("b\n", 500'000)}, {"code lines", times("    a\n", 200'000)}, {"fences", times("```\n", n)}, {"list items", times("- a\n", 300'000)},
      {"list of one line", times("- a\n\n", 200'000)}, {"ordered", times("1. a\n", 300'000)}, {"loose code", times("    a\n\n", 200'000)}};
  for (const auto& [name, text] : bombs) {
    INFO(name);
    Findings findings;
    const Markdown tree = testing::parse(text, findings);
    const std::string out = testing::to_html(tree, true);
    const std::string plain = plain_text(tree);
    CHECK((!tree.empty() || !findings.empty() || text.find_first_not_of(" \t\n") == std::string::npos ||
           out.empty()));
  }
}

TEST_CASE("a long ordinary text is not too complex") {
  std::string text;
  for (int i = 0; i < 400; ++i) {
    text += fmt::format("## Бөлүм {}\n\n", i);
    for (int k = 0; k < 6; ++k)
      text +=
          "Мектепте *жаңы* окуу жылы [башталды](https://mektep.kg/kabar) — www.mektep.kg, жазыңыз: "
          "info@mektep.kg `код`. ";
    text += "\n\n";
    for (int k = 0; k < 20; ++k)
      text += fmt::format("- [Документ {}](/documents/{}/) **маанилүү** ~~эски~~\n", k, k);
    text += "\n| а | б | в |\n|---|---|---|\n";
    for (int k = 0; k < 20; ++k) text += "| *1* | [2](x) | 3 |\n";
    text += "\n";
  }
  Findings findings;
  const Markdown tree = testing::parse(text, findings);
  CHECK(findings.empty());
  CHECK(tree.nodes.size() > 10'000);
}
