#include "syntax/markdown/html.h"

#include <catch2/catch.hpp>

#include "generator/syntax/markdown/markdown_testing.h"

using namespace mektep;
using testing::html;

namespace {
std::string ky(std::string_view text) {
  return html(text, true, Locale::ky);
}
}  // namespace

TEST_CASE("straight quotes become guillemets, with inner quotes inside") {
  CHECK(ky("\"сөз\"") == "<p>«сөз»</p>\n");
  CHECK(ky("Ал \"Мектеп \"Ак-Кеме\"\" деди.") == "<p>Ал «Мектеп „Ак-Кеме“» деди.</p>\n");
  CHECK(ky("(\"сөз\"), \"б\"!") == "<p>(«сөз»), «б»!</p>\n");
  CHECK(ky("«Мектеп \"Ак-Кеме\"»") == "<p>«Мектеп „Ак-Кеме“»</p>\n");
  CHECK(ky("5\" дюйм") == "<p>5&quot; дюйм</p>\n");
  CHECK(ky("\" сөз") == "<p>&quot; сөз</p>\n");
  CHECK(html("\"сөз\"", true, Locale::ru) == "<p>«сөз»</p>\n");
}

TEST_CASE("quotes work across inline mark-up and begin anew in every block") {
  CHECK(ky("\"*сөз*\" жана *\"сөз\"*") == "<p>«<em>сөз</em>» жана <em>«сөз»</em></p>\n");
  CHECK(ky("\"[шилтеме](x)\"") == "<p>«<a href=\"x\">шилтеме</a>»</p>\n");
  CHECK(ky("\"`код`\"") == "<p>«<code>код</code>»</p>\n");
  CHECK(ky("\"бир\nэки\"") == "<p>«бир\nэки»</p>\n");
  CHECK(ky("\"ачык\n\n\"сөз\"") == "<p>«ачык</p>\n<p>«сөз»</p>\n");
  CHECK(ky("\"ачык\n\n# \"сөз\"") == "<p>«ачык</p>\n<h1 id=\"soz\">«сөз»</h1>\n");
}

TEST_CASE("hyphens with spaces become dashes behind a no-break space") {
  CHECK(ky("Бишкек - борбор") == "<p>Бишкек\u00A0— борбор</p>\n");
  CHECK(ky("*Бишкек* - борбор") == "<p><em>Бишкек</em>\u00A0— борбор</p>\n");
  CHECK(ky("2020--2021 -- жыл") == "<p>2020–2021\u00A0– жыл</p>\n");
  CHECK(ky("а --- б") == "<p>а\u00A0— б</p>\n");
  CHECK(ky("кара-суу -5 --опция ----") == "<p>кара-суу -5 --опция ----</p>\n");
  CHECK(ky("Бишкек -\nборбор") == "<p>Бишкек\u00A0—\nборбор</p>\n");
}

TEST_CASE("dots, numbers and signs get their typographic form") {
  CHECK(ky("күт... 1..2 ....") == "<p>күт… 1..2 ....</p>\n");
  CHECK(ky("2026 ж. 5 г. 1990-1999 жж. 5 гг.") ==
        "<p>2026\u00A0ж. 5\u00A0г. 1990-1999\u00A0жж. 5\u00A0гг.</p>\n");
  CHECK(ky("5 жыл 3 г б") == "<p>5 жыл 3 г б</p>\n");
  CHECK(ky("№ 5 №6 № а") == "<p>№\u00A05 №\u00A06 №\u00A0а</p>\n");
}

TEST_CASE("no line ends between a number and what is counted") {
  CHECK(ky("4-сабак, 5-й; 2026-жылы") == "<p>4-\u2060сабак, 5-\u2060й; 2026-\u2060жылы</p>\n");
  // A telephone, a span, an address, a code, a long word.
  for (const std::string text :
       {"0312-45-67-89", "5-9", "а4-сабак", "COVID-19", "12345-уй", "1-кыргызстандыктар"})
    CHECK(ky(text) == "<p>" + text + "</p>\n");
}

TEST_CASE("typography leaves code, addresses and shortcode arguments alone") {
  CHECK(ky("`\"а\" - б...`") == "<p><code>&quot;а&quot; - б...</code></p>\n");
  CHECK(ky("```\n\"а\" -- б\n```") == "<pre><code>&quot;а&quot; -- б\n</code></pre>\n");
  CHECK(ky("https://a.kg/b--c...d") ==
        "<p><a href=\"https://a.kg/b--c...d\">https://a.kg/b--c...d</a></p>\n");
  CHECK(ky("{{< x a=\"б - в...\" >}}") == "[[x a=б - в...]]\n");
  CHECK(ky("![а - б](x)") == "<p><img src=\"x\" alt=\"а - б\" /></p>\n");
  CHECK(html("\"а\" - б...", false) == "<p>&quot;а&quot; - б...</p>\n");
}

TEST_CASE("footnotes are numbered, labelled and linked both ways") {
  Findings findings;
  const Markdown tree = testing::parse("А[^x] б[^y] в[^x].\n\n[^y]: У.\n[^x]: Х.\n", findings);
  testing::PlainHooks hooks;
  MarkdownHtmlOptions options;
  options.id_prefix = "p-";
  options.locale = Locale::ru;
  std::string out;
  render_markdown(out, tree, hooks, options);
  CHECK(
      out ==
      "<p>А<sup class=\"footnote-ref\"><a href=\"#p-fn-1\" id=\"p-fnref-1\" role=\"doc-noteref\">1</a></sup> "
      "б<sup "
      "class=\"footnote-ref\"><a href=\"#p-fn-2\" id=\"p-fnref-2\" role=\"doc-noteref\">2</a></sup> в<sup "
      "class=\"footnote-ref\"><a href=\"#p-fn-1\" id=\"p-fnref-1-2\" role=\"doc-noteref\">1</a></sup>.</p>\n"
      "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Примечания\">\n<ol>\n<li "
      "id=\"p-fn-1\">\n<p>Х. "
      "<a href=\"#p-fnref-1\" class=\"footnote-backref\" role=\"doc-backlink\" aria-label=\"Вернуться к "
      "тексту 1\">↩</a> "
      "<a href=\"#p-fnref-1-2\" class=\"footnote-backref\" role=\"doc-backlink\" aria-label=\"Вернуться к "
      "тексту "
      "1-2\">↩<sup class=\"footnote-ref\">2</sup></a></p>\n</li>\n<li id=\"p-fn-2\">\n<p>У. <a "
      "href=\"#p-fnref-2\" "
      "class=\"footnote-backref\" role=\"doc-backlink\" aria-label=\"Вернуться к тексту "
      "2\">↩</a></p>\n</li>\n</ol>\n</section>\n");
}

TEST_CASE("tables scroll in a named box and head cells say what they head") {
  CHECK(html("| а | б |\n|:-:|---|\n| 1 | 2 |\n") ==
        "<section class=\"scroll\" tabindex=\"0\" "
        "aria-label=\"Таблица\">\n<table>\n<thead>\n<tr>\n<th "
        "scope=\"col\" class=\"align-center\">а</th>\n<th "
        "scope=\"col\">б</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td "
        "class=\"align-center\">1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>\n</section>\n");
}

TEST_CASE("the frames of tables are named after the heading above them, each in its own way") {
  const std::string made = html("| а |\n|---|\n\n## Ашкана & меню\n\n| а |\n|---|\n\nж\n\n| б |\n|---|\n");
  CHECK(made.find("aria-label=\"Таблица\"") != std::string::npos);
  CHECK(made.find("aria-label=\"Ашкана &amp; меню\"") != std::string::npos);
  CHECK(made.find("aria-label=\"Ашкана &amp; меню 2\"") != std::string::npos);
}

TEST_CASE("task items carry a sign with a name instead of a form control") {
  CHECK(html("- [x] а\n- [ ] б\n") ==
        "<ul>\n<li class=\"task-done\"><span role=\"img\" aria-label=\"аткарылды\">☑</span> а</li>\n<li "
        "class=\"task-open\"><span role=\"img\" aria-label=\"аткарыла элек\">☐</span> б</li>\n</ul>\n");
}

TEST_CASE("headings are shifted below the page's own and keep to six levels") {
  Findings findings;
  const Markdown tree = testing::parse("# а\n###### б\n", findings);
  testing::PlainHooks hooks;
  MarkdownHtmlOptions options;
  options.shift_headings = 1;
  options.id_prefix = "n-";
  std::string out = "мурунку";
  render_markdown(out, tree, hooks, options);
  CHECK(out == "мурунку<h2 id=\"n-a\">а</h2>\n<h6 id=\"n-b\">б</h6>\n");
}

TEST_CASE("a link whose address is withheld is only its text") {
  CHECK(html("а [б](javascript:x) в") == "<p>а б в</p>\n");
}

TEST_CASE("an address cannot leave its attribute") {
  CHECK(html("[а](x\"y'z&b<)").find("href=\"x%22y&#39;z&amp;b%3C\"") != std::string::npos);
}
