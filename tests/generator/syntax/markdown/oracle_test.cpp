// Compares our rendering with that of cmark-gfm itself, run with its own extensions in a process of its own:
// our parser changes tables inside the library, and the comparison must not profit from that.
#ifndef __clang__
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"  // g++ 12 about <regex> under the address sanitizer
#endif

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <random>
#include <regex>
#include <sstream>

#include "generator/syntax/markdown/markdown_testing.h"

using namespace mektep;

namespace {

std::string library_html(const std::string& text) {
  cmark_gfm_core_extensions_ensure_registered();
  cmark_parser* parser = cmark_parser_new(CMARK_OPT_FOOTNOTES);
  for (const char* name : {"table", "strikethrough", "autolink", "tasklist"})
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
  cmark_parser_feed(parser, text.data(), text.size());
  cmark_node* root = cmark_parser_finish(parser);
  char* html = cmark_render_html(root, CMARK_OPT_FOOTNOTES, nullptr);
  std::string out = html;
  std::free(html);
  cmark_node_free(root);
  cmark_parser_free(parser);
  return out;
}

std::vector<std::string> library_htmls(const std::vector<std::string>& texts) {
  std::FILE* file = std::tmpfile();
  REQUIRE(file);
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    for (const std::string& text : texts) {
      const std::string html = library_html(text);
      const std::size_t size = html.size();
      std::fwrite(&size, sizeof size, 1, file);
      std::fwrite(html.data(), 1, size, file);
    }
    std::fflush(file);
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  REQUIRE(status == 0);
  std::rewind(file);
  std::vector<std::string> all;
  std::size_t size = 0;
  while (std::fread(&size, sizeof size, 1, file) == 1) {
    std::string html(size, 0);
    REQUIRE(std::fread(html.data(), 1, size, file) == size);
    all.push_back(std::move(html));
  }
  std::fclose(file);
  REQUIRE(all.size() == texts.size());
  return all;
}

void replace(std::string& text, const char* pattern, const char* with) {
  text = std::regex_replace(text, std::regex(pattern), with);
}

// Each line is one intended difference; see render_markdown.
std::string comparable_library(std::string html) {
  html = replace_all(html, "<!-- raw HTML omitted -->\n", "");
  html = replace_all(html, "<!-- raw HTML omitted -->", "");
  html = replace_all(html, " />", ">");
  html = replace_all(html, "&#x27;", "'");
  if (html.find("<a href=\"\"") != std::string::npos)
    html = replace_all(html, "<a href=\"\"", "<a href=\"about:empty\"");
  if (html.find("checkbox") != std::string::npos) {
    replace(html, "<li><input type=\"checkbox\" checked=\"\" disabled=\"\">", "<li:x>");
    replace(html, "<li><input type=\"checkbox\" disabled=\"\">", "<li:_>");
  }
  if (html.find(" align=") != std::string::npos)
    replace(html, " align=\"(left|center|right)\"", " class=\"align-$1\"");
  if (html.find("footnote") != std::string::npos) {
    replace(html, " data-footnote-(ref|backref)", "");
    replace(html, " data-footnotes", "");
    replace(html, " id=\"fnref-[^\"]*\"", "");
    replace(html, "<li id=\"fn-[^\"]*\"", "<li");
    replace(html, "href=\"#fn(ref)?-[^\"]*\"", "href=\"#fn$1\"");
    replace(html, " aria-label=\"[^\"]*\"", "");
    // The library links back to references that are not shown, too: those in definitions that nobody refers
    // to.
    replace(html,
            " <a href=\"#fnref\" class=\"footnote-backref\">↩<sup class=\"footnote-ref\">[0-9]*</sup></a>",
            "");
  }
  return html;
}

std::string comparable_ours(std::string html) {
  html = replace_all(html, " />", ">");
  html = replace_all(html, "&#39;", "'");
  if (html.find("<h") != std::string::npos) replace(html, "<h([1-6]) id=\"[^\"]*\">", "<h$1>");
  if (html.find("task-") != std::string::npos) {
    replace(html, "<li class=\"task-done\"><span [^>]*>☑</span>", "<li:x>");
    replace(html, "<li class=\"task-open\"><span [^>]*>☐</span>", "<li:_>");
  }
  if (html.find("<section class=\"scroll\"") != std::string::npos) {
    replace(html, "<section class=\"scroll\"[^>]*>\n", "");
    html = replace_all(html, "</table>\n</section>", "</table>");
    html = replace_all(html, " scope=\"col\"", "");
  }
  if (html.find("footnote") != std::string::npos) {
    replace(html, " role=\"doc-[^\"]*\"", "");
    replace(html, " aria-label=\"[^\"]*\"", "");
    replace(html, " id=\"fnref-[^\"]*\"", "");
    replace(html, "<li id=\"fn-[^\"]*\"", "<li");
    replace(html, "href=\"#fn(ref)?-[^\"]*\"", "href=\"#fn$1\"");
    replace(html,
            " <a href=\"#fnref\" class=\"footnote-backref\">↩<sup class=\"footnote-ref\">[0-9]*</sup></a>",
            "");
  }
  return html;
}

bool is_refused_by_us(const Findings& findings) {
  for (const Finding& finding : findings)
    if (finding.rule->id != "markdown-raw-html") return true;
  return false;
}

// The library lets an autolink stand inside a link; we do not.
bool has_nested_links(const std::string& html) {
  bool open = false;
  for (std::size_t at = 0; (at = html.find('<', at)) != std::string::npos; ++at) {
    if (html.compare(at, 3, "<a ") == 0) {
      if (open) return true;
      open = true;
    } else if (html.compare(at, 4, "</a>") == 0) {
      open = false;
    }
  }
  return false;
}

// The library shows raw HTML in the alternative text of a picture; we leave it out there, too.
bool has_html_in_image(const Markdown& tree) {
  for (const MdNode& node : tree.nodes) {
    if (node.type != MdType::html_inline) continue;
    for (std::uint32_t at = node.parent; at != 0; at = tree.nodes[at].parent)
      if (tree.nodes[at].type == MdType::image) return true;
  }
  return false;
}

// How many texts differ; shows the first few.
int count_differences(const std::vector<std::string>& texts) {
  const std::vector<std::string> theirs = library_htmls(texts);
  int differences = 0, compared = 0;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    Findings findings;
    const Markdown tree = testing::parse(texts[i], findings);
    // An address that we refuse or a shortcode is a difference by design.
    if (is_refused_by_us(findings) || texts[i].find("{{<") != std::string::npos ||
        has_nested_links(theirs[i]) || has_html_in_image(tree))
      continue;
    ++compared;
    const std::string ours = comparable_ours(testing::to_html(tree, false, Locale::ky, true));
    const std::string library = comparable_library(theirs[i]);
    // Left-out HTML may leave line ends in other places.
    const bool raw = theirs[i].find("<!-- raw HTML") != std::string::npos;
    const bool same = raw ? replace_all(ours, "\n", "") == replace_all(library, "\n", "") : ours == library;
    if (same) continue;
    if (++differences <= 5)
      WARN("--- text\n" << texts[i] << "\n--- library\n" << library << "\n--- ours\n" << ours);
  }
  UNSCOPED_INFO("compared " << compared << " of " << texts.size());
  CHECK(compared * 10 >= static_cast<int>(texts.size()) * 7);
  return differences;
}

std::vector<std::string> spec_examples(const std::string& path) {
  std::ifstream in(path);
  std::vector<std::string> examples;
  std::string line, example;
  bool inside = false, source = false;
  while (std::getline(in, line)) {
    if (!inside && line.starts_with("````````````````````````````````") &&
        line.find("example") != std::string::npos) {
      inside = source = true;
      example.clear();
    } else if (inside && line == "````````````````````````````````") {
      inside = false;
      examples.push_back(replace_all(example, "→", "\t"));
    } else if (inside && line == ".") {
      source = false;
    } else if (source) {
      example += line + "\n";
    }
  }
  return examples;
}

// Documents from pieces that meet each other in every way.
std::string random_document(std::mt19937& random) {
  static const std::vector<std::string> words = {"сөз",
                                                 "мектеп",
                                                 "a",
                                                 "b_c",
                                                 "www.mektep.kg",
                                                 "https://a.kg/b_(c)",
                                                 "http://x.y?q=1&amp;b=2.",
                                                 "a.b@c.kg",
                                                 "mailto:q@w.kg",
                                                 "*",
                                                 "**",
                                                 "***",
                                                 "_",
                                                 "__",
                                                 "~",
                                                 "~~",
                                                 "~~~",
                                                 "`",
                                                 "``",
                                                 "[",
                                                 "]",
                                                 "](",
                                                 ")",
                                                 "(",
                                                 "![",
                                                 "[^1]",
                                                 "[^a]",
                                                 "<",
                                                 ">",
                                                 "<b>",
                                                 "</b>",
                                                 "<!-- c -->",
                                                 "&amp;",
                                                 "&copy;",
                                                 "&#35;",
                                                 "\\*",
                                                 "\\",
                                                 "\"",
                                                 "'",
                                                 "|",
                                                 "\\|",
                                                 ":",
                                                 "!",
                                                 "#",
                                                 "-",
                                                 "+",
                                                 "=",
                                                 "1.",
                                                 "2)",
                                                 "[x]",
                                                 "[ ]",
                                                 "[x](y)",
                                                 "[x](<y z> \"t\")",
                                                 "![s](p.jpg 't')",
                                                 "[x][r]",
                                                 "[r]",
                                                 "<https://a.kg>",
                                                 "<q@w.kg>",
                                                 "ө",
                                                 "№",
                                                 "—",
                                                 "«",
                                                 "»",
                                                 "&",
                                                 ";"};
  static const std::vector<std::string> starts = {"",
                                                  "",
                                                  "",
                                                  "",
                                                  "",
                                                  "# ",
                                                  "## ",
                                                  "> ",
                                                  ">",
                                                  "- ",
                                                  "* ",
                                                  "+ ",
                                                  "1. ",
                                                  "2. ",
                                                  "10) ",
                                                  "- [ ] ",
                                                  "- [x] ",
                                                  "    ",
                                                  "  ",
                                                  "\t",
                                                  "```\n",
                                                  "~~~ c\n",
                                                  "---\n",
                                                  "===\n",
                                                  "| a | b |\n|:-:|--:|\n| ",
                                                  "|",
                                                  "[r]: /u 'т'\n",
                                                  "[^1]: ",
                                                  "[^a]: ",
                                                  "<div>\n",
                                                  "***\n",
                                                  "   - "};
  const auto pick = [&](const std::vector<std::string>& from) -> const std::string& {
    return from[random() % from.size()];
  };
  std::string text;
  const int lines = 1 + static_cast<int>(random() % 12);
  for (int i = 0; i < lines; ++i) {
    text += pick(starts);
    if (random() % 4 == 0) text += pick(starts);
    const int count = static_cast<int>(random() % 10);
    for (int k = 0; k < count; ++k) {
      text += pick(words);
      if (random() % 3 != 0) text += ' ';
    }
    if (random() % 16 == 0) text += "  ";
    text += random() % 4 == 0 ? "\n\n" : "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("rendering equals the library's on our examples") {
  std::ifstream in(MEKTEP_ROOT "/tests/data/markdown/examples.md");
  std::stringstream all;
  all << in.rdbuf();
  std::vector<std::string> texts;
  const std::string content = all.str();
  for (std::size_t at = 0; at < content.size();) {
    const std::size_t end = std::min(content.find("\n%%%\n", at), content.size());
    texts.push_back(content.substr(at, end - at) + "\n");
    at = end + 5;
  }
  REQUIRE(texts.size() >= 150);
  CHECK(count_differences(texts) == 0);
}

// apt-get download cmark-gfm has the text of the GFM specification, the npm package commonmark-spec that of
// CommonMark.
TEST_CASE("rendering equals the library's on the examples of the specification") {
  const char* path = std::getenv("MEKTEP_MARKDOWN_SPEC");
  if (!path) return;
  const std::vector<std::string> texts = spec_examples(path);
  REQUIRE(texts.size() > 600);
  CHECK(count_differences(texts) == 0);
}

TEST_CASE("rendering equals the library's on random documents") {
  std::mt19937 random(2026);
  std::vector<std::string> texts;
  const char* count = std::getenv("MEKTEP_MARKDOWN_RANDOM");
  for (int i = 0; i < (count ? std::atoi(count) : 5000); ++i) texts.push_back(random_document(random));
  CHECK(count_differences(texts) == 0);
}
