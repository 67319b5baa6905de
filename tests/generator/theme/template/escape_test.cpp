// Escaping by context: what Jinja2 does not do.
#include "generator/theme/template/support.h"

using namespace mektep;
using test::render;

namespace {

Record with(const char* value) {
  Record record;
  record.set("v", value);
  record.set("yes", true);
  record.set("html", Value::safe("<b title=\"x\">b</b>"));
  return record;
}

}  // namespace

TEST_CASE("an address that could run code becomes about:invalid") {
  for (const char* bad : {"javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:x", "java\tscript:x",
                          "\x01javascript:x", "data:text/html,x", "vbscript:x", "javascript\n:x", ":x",
                          "java\rscript:alert(1)", "blob:x", "file:///etc/passwd"}) {
    INFO(bad);
    CHECK(render("<a href=\"{{ v }}\">", with(bad)) == "<a href=\"about:invalid\">");
    CHECK(render("<img src='{{ v }}'>", with(bad)) == "<img src='about:invalid'>");
    CHECK(render("<form action=\"{{ v }}\">", with(bad)) == "<form action=\"about:invalid\">");
    CHECK(render("<img srcset=\"{{ v }} 2x\">", with(bad)) == "<img srcset=\"about:invalid 2x\">");
    CHECK(render("<img srcset=\"/a.jpg 1x, {{ v }} 2x\">", with(bad)) ==
          "<img srcset=\"/a.jpg 1x, about:invalid 2x\">");
  }
  for (const char* good : {"https://a/", "http://a/", "mailto:a@b", "tel:+996", "/a:b", "a/b:c", "?q=a:b",
                           "#a:b", "", "a.html", "HTTPS://A/"}) {
    INFO(good);
    CHECK(render("<a href=\"{{ v }}\">", with(good)) == "<a href=\"" + std::string(good) + "\">");
  }
  CHECK(render("<a href=\"{{ v }}\">", with("R&D.pdf")) == "<a href=\"R&amp;D.pdf\">");
}

TEST_CASE("a harmless beginning of an address in the template settles its scheme") {
  CHECK(render("<a href=\"/x/{{ v }}\">", with("javascript:x")) == "<a href=\"/x/javascript:x\">");
  CHECK(render("<a href=\"https://a/?u={{ v }}\">", with("javascript:x")) ==
        "<a href=\"https://a/?u=javascript:x\">");
  CHECK(render("<a href=\"java{{ v }}\">", with("script:x")) == "<a href=\"javaabout:invalid\">");
  CHECK(render("<a href=\"{{ v }}{{ v }}\">", with("/x:")) == "<a href=\"/x:/x:\">");
  CHECK(render("<a href=\"{% if yes %}/x/{% endif %}{{ v }}\">", with("javascript:x")) ==
        "<a href=\"/x/about:invalid\">");
}

TEST_CASE("a scheme may not be printed piecemeal") {
  CHECK(render("<a href=\"{{ v }}:alert(1)\">", with("javascript")).starts_with("template-unsafe-place"));
  CHECK(
      render("<a href=\"javascript:f({{ v }})\">", with("x")).starts_with("template-unsafe-place main:1:23"));
}

TEST_CASE("safe HTML in an address is checked too unless the template says safe there") {
  const std::string macro = "{% macro m() %}{{ v }}{% endmacro %}";
  CHECK(render(macro + "<a href=\"{{ m() }}\">", with("javascript:x")) == "<a href=\"about:invalid\">");
  CHECK(render("{% set x %}javascript&#58;f(){% endset %}<a href=\"{{ x }}\">", with("")) ==
        "<a href=\"about:invalid\">");
  CHECK(render("<a href=\"{{ v | safe }}\">", with("javascript:x")) == "<a href=\"javascript:x\">");
}

TEST_CASE("safe HTML cannot leave the quotes of an attribute") {
  CHECK(render("<i title=\"{{ html }}\">", with("")) == "<i title=\"<b title=&#34;x&#34;>b</b>\">");
  CHECK(render("<i data-x=\"{{ v | tojson }}\">", with("a")) == "<i data-x=\"&#34;a&#34;\">");
  CHECK(render("<i data-x='{{ v | tojson }}'>", with("a'b")) == "<i data-x='\"a\\u0027b\"'>");
}

TEST_CASE("plain values are refused where only trusted ones are harmless") {
  for (const char* place :
       {"<script>x = {{ v }}</script>", "<style>a { color: {{ v }} }</style>", "<a onclick=\"f({{ v }})\">",
        "<a style=\"color: {{ v }}\">", "<a class={{ v }}>", "<a {{ v }}>", "<a data-{{ v }}=\"x\">",
        "<SCRIPT>{{ v }}</SCRIPT>", "<script type=\"application/ld+json\">{{ v }}</script>",
        "<iframe srcdoc=\"{{ v }}\">", "<a {% if yes %}href{% else %}class{% endif %}=\"{{ v }}\">",
        "<script>{% for x in [1] %}{{ v }}{% endfor %}</script>", "<a b=c{{ v }}>",
        "<a ONCLICK='{{ v }}'>"}) {
    INFO(place);
    CHECK(render(place, with("x")).starts_with("template-unsafe-place main:1:"));
  }
}

TEST_CASE("trusted values may stand there") {
  CHECK(render("<script>x = {{ v | tojson }};</script>", with("</script>")) ==
        "<script>x = \"\\u003c/script\\u003e\";</script>");
  CHECK(render("<style>a { width: {{ (3 * 2) | int }}px }</style>", with("")) ==
        "<style>a { width: 6px }</style>");
  CHECK(render("<i style=\"width: {{ v | length }}%\">", with("ab")) == "<i style=\"width: 2%\">");
  CHECK(render("<option {{ 'selected' if yes else '' }}>", with("")) == "<option selected>");
  CHECK(render("<option{% if yes %} selected{% endif %} class=\"{{ v }}\">", with("c")) ==
        "<option selected class=\"c\">");
  CHECK(render("<p{{ {'class': v} | xmlattr }}>", with("\"")) == "<p class=\"&#34;\">");
  CHECK(render("<script></script>{{ v }}", with("<")) == "<script></script>&lt;");
  CHECK(render("<!-- {{ v }} --><p>", with("-->")) == "<!-- --&gt; --><p>");
  CHECK(render("a < b {{ v }}", with("x")) == "a < b x");
}

TEST_CASE("a printed piece of a tag's name has to be digits") {
  CHECK(render("<h{{ 2 }}>x</h{{ 2 }}>") == "<h2>x</h2>");
  CHECK(render("<h{{ v }}>x</h2>", with("2 onclick=x")).starts_with("template-wrong-operation main:1:6"));
}

TEST_CASE("branches have to end in the same place of HTML") {
  CHECK(render("{% if yes %}<a href=\"{% endif %}x", with(""))
            .starts_with("template-branches-differ main:1:4"));
  CHECK(render("{% for x in [1] %}<script>{% endfor %}", with("")).starts_with("template-branches-differ"));
  CHECK(render("<a href=\"x").starts_with("template-open-html"));
  CHECK(render("{% macro m() %}<script>{% endmacro %}").starts_with("template-open-html main:1:4"));
  CHECK(render("<p class=\"{% if yes %}a{% else %}b{% endif %}\">", with("")) == "<p class=\"a\">");
}

TEST_CASE("a block of a child is escaped for the place where its parent has it") {
  const test::Sources sources{
      {"base", "<script>{% block js %}{% endblock %}</script><a href=\"{% block link %}/{% endblock %}\">"},
      {"main",
       "{% extends 'base' %}{% block js %}{{ v | tojson }}{% endblock %}{% block link %}{{ v }}{% endblock "
       "%}"}};
  CHECK(render(sources, with("javascript:x")) ==
        "<script>\"javascript:x\"</script><a href=\"about:invalid\">");
  const test::Sources bad{{"base", sources.at("base")},
                          {"main", "{% extends 'base' %}\n{% block js %}{{ v }}{% endblock %}"}};
  CHECK(render(bad, with("x")).starts_with("template-unsafe-place main:2:15"));
}

TEST_CASE("an included template is escaped for the place where it is included") {
  CHECK(render(test::Sources{{"main", "<style>{% include 'css' %}</style>"}, {"css", "a > b { }"}}) ==
        "<style>a > b { }</style>");
  CHECK(render(test::Sources{{"main", "<script>{% include 'z' %}</script>"}, {"z", "x{{ v }}"}}, with("x"))
            .starts_with("template-"));
}
