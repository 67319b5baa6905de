#include "syntax/markdown/markdown.h"

#include <catch2/catch.hpp>
#include <random>
#include <thread>

#include "generator/syntax/markdown/markdown_testing.h"
#include "generator/syntax/syntax_testing.h"
#include "syntax/markdown/address.h"
#include "syntax/markdown/rules.h"

using namespace mektep;
using testing::html;
using testing::parse;
using testing::reported;
using Rules = std::vector<std::string>;

namespace {

// "text 1:3 сөз" for every node with a text, in order.
std::vector<std::string> placed(const Markdown& tree, std::initializer_list<MdType> types) {
  std::vector<std::string> out;
  for (const MdNode& node : tree.nodes)
    if (std::find(types.begin(), types.end(), node.type) != types.end())
      out.push_back(fmt::format("{}:{} {}", node.mark.line, node.mark.column,
                                node.text.empty() ? node.extra : node.text));
  return out;
}

Rules rules_of(std::string_view text) {
  Findings findings;
  parse(text, findings);
  return reported(findings);
}

}  // namespace

TEST_CASE("places of text count code points in the file") {
  Findings findings;
  const Markdown tree = parse(
      "# Баш *сөз* www.a.kg\n\n> Салам https://a.kg/x `код` ~~өчүк~~\nжалкоо сап *a*\n> дагы a&amp;b "
      "[шилт](x) a@b.kg\n\n"
      "| а | б |\n|---|---|\n| в | *г* |\n",
      findings, 5);
  const std::vector<std::string> texts = placed(tree, {MdType::text, MdType::code});
  CHECK(texts == std::vector<std::string>{
                     "5:3 Баш ",           "5:8 сөз", "5:12  ",        "5:13 www.a.kg", "7:3 Салам ",
                     "7:9 https://a.kg/x", "7:23  ",  "7:25 код",      "7:29  ",        "7:32 өчүк",
                     "8:1 жалкоо сап ",    "8:13 a",  "9:3 дагы a&b ", "9:17 шилт",     "9:25  ",
                     "9:26 a@b.kg",        "11:3 а",  "11:7 б",        "13:3 в",        "13:8 г"});
  CHECK(placed(tree, {MdType::link}) == std::vector<std::string>{"5:13 http://www.a.kg", "7:9 https://a.kg/x",
                                                                 "9:16 x", "9:26 mailto:a@b.kg"});
  CHECK(findings.empty());
}

TEST_CASE("nodes are in document order and linked") {
  Findings findings;
  const Markdown tree = parse("- а\n- б\n\nв [г](д)\n", findings);
  for (std::uint32_t i = 1; i < tree.nodes.size(); ++i) {
    const MdNode& node = tree.nodes[i];
    CHECK(node.parent < i);
    if (node.first_child != 0) CHECK(node.first_child == i + 1);
    if (node.next != 0) CHECK(tree.nodes[node.next].parent == node.parent);
  }
}

TEST_CASE("headings get ids that are unique in the document") {
  Findings findings;
  const Markdown tree = parse("# Мектеп\n## Мектеп\n# Мектеп 2\n# !!!\n# Мектеп\n# fn 1\n", findings);
  std::vector<std::string_view> ids;
  for (const MdNode& node : tree.nodes)
    if (node.type == MdType::heading) ids.push_back(node.text);
  CHECK(ids ==
        std::vector<std::string_view>{"mektep", "mektep-2", "mektep-2-2", "section", "mektep-3", "h-fn-1"});
}

TEST_CASE("a shortcode alone in its paragraph is a block, otherwise it is inline") {
  Findings findings;
  const Markdown tree = parse(
      "Текст {{< phone \"0312\" >}} *сөз*.\n\n{{< gallery dir=\"сүрөт\\\"төр\" wide size=big >}}\n\n{{< a "
      ">}}\n{{< b >}}\n",
      findings);
  CHECK(findings.empty());
  REQUIRE(tree.shortcodes.size() == 4);
  CHECK(tree.shortcodes[0].name == "phone");
  CHECK(tree.shortcodes[0].arguments[0].key.empty());
  CHECK(tree.shortcodes[0].arguments[0].value == "0312");
  CHECK(tree.shortcodes[0].mark == Mark{1, 7});
  CHECK(tree.shortcodes[1].get("dir") == "сүрөт\"төр");
  CHECK(tree.shortcodes[1].arguments[1].value == "wide");
  CHECK(tree.shortcodes[1].get("size") == "big");
  CHECK(tree.shortcodes[1].arguments[2].mark == Mark{3, 35});
  CHECK(testing::to_html(tree) ==
        "<p>Текст [phone =0312] <em>сөз</em>.</p>\n[[gallery dir=сүрөт&quot;төр =wide "
        "size=big]]\n[[a]]\n[[b]]\n");
  CHECK(placed(tree, {MdType::text}) ==
        std::vector<std::string>{"1:1 Текст ", "1:27  ", "1:29 сөз", "1:33 ."});
}

TEST_CASE("marks of Markdown inside a shortcode are its own business") {
  CHECK(html("| а |\n|---|\n| {{< x a=\"*|`_<b>\" >}} |\n").find("[x a=*|`_&lt;b&gt;]") != std::string::npos);
  CHECK(html("*а {{< x \"*\" >}} б*\n") == "<p><em>а [x =*] б</em></p>\n");
  CHECK(html("{{< x\n  a=\"1\"\n  b=\"2\"\n>}}\n\nсөз\n") == "[[x a=1 b=2]]\n<p>сөз</p>\n");
  CHECK(html("> {{< x\n> a=\"1\" >}}\n") == "<blockquote>\n[[x a=1]]\n</blockquote>\n");
  CHECK(html("- {{< x >}}\n") == "<ul>\n<li>\n[[x]]\n</li>\n</ul>\n");
}

TEST_CASE("lines behind a shortcode of several lines keep their numbers") {
  Findings findings;
  const Markdown tree = parse("{{< x\na=1\n>}} б\n\nв\n", findings);
  CHECK(placed(tree, {MdType::text}) == std::vector<std::string>{"3:4  б", "5:1 в"});
}

TEST_CASE("a shortcode in code is literal") {
  CHECK(html("`{{< x >}}` ``{{< `y >}}``\n") ==
        "<p><code>{{&lt; x &gt;}}</code> <code>{{&lt; `y &gt;}}</code></p>\n");
  CHECK(html("```\n{{< x\n{{< y >}}\n```\n") == "<pre><code>{{&lt; x\n{{&lt; y &gt;}}\n</code></pre>\n");
  CHECK(html("    {{< x >}}\n") == "<pre><code>{{&lt; x &gt;}}\n</code></pre>\n");
  CHECK(html("`{{<` жана `>}}`\n") == "<p><code>{{&lt;</code> жана <code>&gt;}}</code></p>\n");
  CHECK(html("\\{{< x >}}\n") == "<p>{{&lt; x &gt;}}</p>\n");
  CHECK(rules_of("`{{< x`\n\n```\n{{< y \"\n```\n\n    {{< z\n").empty());
}

TEST_CASE("a broken shortcode is a finding at its place and renders as nothing") {
  CHECK(rules_of("а\n\nб {{< x y=\"1\n\nв") == Rules{"markdown-shortcode-open 3:11"});
  CHECK(html("б {{< x y=\"1\n\nв") == "<p>б </p>\n<p>в</p>\n");
  CHECK(rules_of("{{< x") == Rules{"markdown-shortcode-open 1:1"});
  CHECK(html("{{< x") == "");
  CHECK(rules_of("{{< x a=“1” >}}") == Rules{"markdown-shortcode-quotes 1:9"});
  CHECK(rules_of("{{< x a=«бир эки» b=\"2\" >}} сөз") == Rules{"markdown-shortcode-quotes 1:9"});
  CHECK(html("{{< x a=«бир эки» b=\"2\" >}} сөз") == "<p> сөз</p>\n");
  CHECK(rules_of("{{< сүрөт >}}") == Rules{"markdown-shortcode-syntax 1:5"});
  CHECK(rules_of("{{< >}}") == Rules{"markdown-shortcode-syntax 1:5"});
  CHECK(rules_of("{{< x a=1 a=2 >}}") == Rules{"markdown-shortcode-repeated 1:11"});
  CHECK(rules_of("{{< x a= >}}") == Rules{"markdown-shortcode-syntax 1:9"});
  CHECK(rules_of("[а]({{< ref \"б\" >}})") == Rules{"markdown-shortcode-in-address 1:1"});
}

TEST_CASE("a body cannot forge the marks that stand for shortcodes") {
  CHECK(html("{{< x >}} \xEF\xB7\x90"
             "0\xEF\xB7\x91\n") == "<p>[x] \uFFFD0\uFFFD</p>\n");
}

TEST_CASE("references to characters that no page can hold show the sign for an unknown one") {
  for (const char* reference : {"&#65534;", "&#xFFFE;", "&#65535;", "&#XffFF;", "&#1;", "&#x1f;", "&#12;",
                                "&#127;", "&#x9F;", "&#xFDD0;", "&#64977;", "&#0;", "&#x110000;"}) {
    INFO(reference);
    CHECK(html(std::string("a") + reference + "b\n") == "<p>a\uFFFDb</p>\n");
  }
  CHECK(html("{{< x >}} &#xFDD0;0&#xFDD1;\n") == "<p>[x] \uFFFD0\uFFFD</p>\n");
  CHECK(html("&#9;&#10;&#1171;&#x1F600;&#160;\n") == "<p>\t\nғ😀\u00A0</p>\n");
  CHECK(html("&#; &#x; &# &#1 &#\n") == "<p>&amp;#; &amp;#x; &amp;# &amp;#1 &amp;#</p>\n");
}

TEST_CASE("dangerous addresses are findings in every disguise and leave no address") {
  for (const char* address : {"javascript:alert(1)",
                              "JaVaScRiPt:alert(1)",
                              "javascript&colon;alert(1)",
                              "javascript&#58;alert(1)",
                              "javascript&#x3A;alert(1)",
                              "java&Tab;script:alert(1)",
                              "java&NewLine;script:alert(1)",
                              "&#1;javascript:alert(1)",
                              "javascript%3Aalert(1)",
                              "%6aavascript:alert(1)",
                              "javascript%253Aalert(1)",
                              "data:text/html;base64,x",
                              "data:image/png;base64,x",
                              "vbscript:x",
                              "file:///etc/passwd",
                              "ftp://a.kg",
                              "blob:x",
                              "x-y+z.1:q",
                              "&amp;#106;avascript:x",
                              "<java\tscript:alert(1)>",
                              "< javascript:alert(1)>",
                              "<javascript :x>",
                              "сабак:x",
                              "java\u200Bscript:x",
                              "a:b/c"}) {
    INFO(address);
    Findings findings;
    const Markdown tree = parse(fmt::format("[а]({}) ![б]({})\n", address, address), findings);
    CHECK(reported(findings).size() == 2);
    for (const MdNode& node : tree.nodes) CHECK(node.extra.empty());
    CHECK(testing::to_html(tree).find("href") == std::string::npos);
  }
  CHECK(rules_of("<javascript:alert(1)>") == Rules{"markdown-address-scheme 1:1"});
  CHECK(rules_of("[а][б]\n\n[б]: javascript:x\n") == Rules{"markdown-address-scheme 1:1"});
  CHECK(rules_of("ftp://a.kg") == Rules{"markdown-address-scheme 1:1"});
  CHECK(rules_of("[а](javascript:x \"т\")[б](c)") == Rules{"markdown-address-scheme 1:1"});
}

TEST_CASE("addresses are of their kind") {
  const std::pair<const char*, AddressKind> cases[] = {{"", AddressKind::none},
                                                       {" ", AddressKind::none},
                                                       {"#а", AddressKind::fragment},
                                                       {"а/б", AddressKind::internal},
                                                       {"/ru/", AddressKind::internal},
                                                       {"./a:b", AddressKind::internal},
                                                       {"a?b:c", AddressKind::internal},
                                                       {"a#b:c", AddressKind::internal},
                                                       {"%2e/x", AddressKind::internal},
                                                       {"https://a.kg", AddressKind::external},
                                                       {"HTTP://a.kg", AddressKind::external},
                                                       {"https:a", AddressKind::external},
                                                       {"//a.kg", AddressKind::external},
                                                       {"\\\\a.kg", AddressKind::external},
                                                       {"/\\a.kg", AddressKind::external},
                                                       {"/\t/a.kg", AddressKind::external},
                                                       {" //a.kg", AddressKind::external},
                                                       {"mailto:a@b.kg", AddressKind::mail},
                                                       {"Tel:+996", AddressKind::phone},
                                                       {"javascript:x", AddressKind::refused}};
  for (const auto& [address, kind] : cases) {
    INFO(address);
    CHECK(classify_address(address) == kind);
  }
  CHECK(classify_address(fmt::format("{:a>100}:b", "")) == AddressKind::refused);
  CHECK(classify_address(fmt::format("{:a>100}/b", "")) == AddressKind::internal);
}

TEST_CASE("raw HTML warns and stays out of the page") {
  CHECK(rules_of("<div>\nа\n</div>\n\nб <b>в</b>\n") ==
        Rules{"markdown-raw-html 1:1", "markdown-raw-html 5:3", "markdown-raw-html 5:7"});
  for (const char* text :
       {"<script>alert(1)</script>", "а <svg onload=alert(1)> б", "<img src=x onerror=alert(1)>",
        "<svg><style><img src=x onerror=alert(1)></style></svg>", "<!--><script>alert(1)</script>-->",
        "<?php ?>", "<![CDATA[<script>]]>", "<iframe srcdoc='x'>", "<math><mtext></mtext></math>"}) {
    INFO(text);
    const std::string out = html(text);
    CHECK(out.find('<', out.starts_with("<p>") ? 3 : 0) ==
          (out.starts_with("<p>") ? out.find("</p>") : std::string::npos));
  }
  CHECK(html("[\"><script>](x \"\\\"><b>\")").find("<script") == std::string::npos);
  CHECK(html("```\"><script>\n```").find("<script") == std::string::npos);
}

TEST_CASE("plain text is the words without mark-up, cut between words") {
  Findings findings;
  const Markdown tree = parse(
      "# Баш\n\nБир *эки*\n**үч** [төрт](x) ![алт](y) `беш`[^1]\n\n- а\n- б\n\n[^1]: эскертүү\n", findings);
  CHECK(plain_text(tree) == "Баш Бир эки үч төрт алт беш а б эскертүү");
  CHECK(plain_text(tree, 0, 10) == "Баш Бир");
  CHECK(plain_text(tree, 0, 7) == "Баш Бир");
  CHECK(plain_text(tree, 0, 2) == "Ба");
  CHECK(plain_text(tree, 0, 0) == "");
  CHECK(plain_text(tree, 1) == "Баш");
}

TEST_CASE("a text that is too big or not UTF-8 is a finding and an empty tree") {
  Findings findings;
  MarkdownOptions options;
  options.max_bytes = 10;
  CHECK(parse_markdown("он бир белги", "x.md", findings, options).empty());
  CHECK(parse("а\xFFб", findings).empty());
  CHECK(reported(findings) == Rules{"text-too-big 0:0", "text-invalid-utf8 1:2"});
}

TEST_CASE("Windows line ends are like others") {
  Findings findings;
  const Markdown tree = parse("# а\r\n\r\nб\r\nв *г*\r\n", findings);
  CHECK(placed(tree, {MdType::text}) == std::vector<std::string>{"1:3 а", "3:1 б", "4:1 в ", "4:4 г"});
  CHECK(findings.empty());
}

TEST_CASE("rules have their texts in three languages") {
  for (const Rule* rule : markdown_rules())
    for (const Message* text : {&rule->message, &rule->expected, &rule->hint, &rule->why})
      for (const Language language : {Language::ky, Language::ru, Language::en}) {
        INFO(rule->id);
        CHECK_FALSE(text->in(language).empty());
      }
}

TEST_CASE("four threads get what one gets") {
  std::mt19937 random(7);
  const std::vector<std::string> pieces = {
      "*а*",   "~~б~~", "~в~",  "www.a.kg",   "a@b.kg", "https://x.y/z", "_г_",  "`д`",
      "| а |", "~~~",   "\n\n", "\n- [x] е ", "\n# ",   "**ж ~~з** и~~", "[^1]", "{{< x >}}"};
  std::vector<std::string> texts;
  for (int i = 0; i < 2000; ++i) {
    std::string text;
    for (int k = 0; k < 30; ++k)
      text.append(pieces[random() % pieces.size()]).append(random() % 3 ? " " : "");
    texts.push_back(text + "\n\n[^1]: т\n");
  }
  std::vector<std::string> expected;
  for (const std::string& text : texts) expected.push_back(html(text, true));
  std::vector<std::size_t> wrong(4);
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < 4; ++t)
    threads.emplace_back([&, t] {
      for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::size_t k = (i * (2 * t + 1) + t * 500) % texts.size();
        wrong[t] += html(texts[k], true) != expected[k];
      }
    });
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == std::vector<std::size_t>(4));
}

TEST_CASE("what looks like a footnote over two lines keeps its text") {
  CHECK(html("[^0 а\n*HTM 2026 ж. № ] *б*\n") == "<p>[^0 а\n*HTM 2026 ж. № ] <em>б</em></p>\n");
  CHECK(html("`[^а б` [^ [х](a[^ \"[^ т\")\n") ==
        "<p><code>[^а б</code> [^ <a href=\"a%5B%5E\" title=\"[^ т\">х</a></p>\n");
}
