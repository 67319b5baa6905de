// Faults with their places and advice, limits, threads, custom callables.
#include <fstream>
#include <set>
#include <thread>

#include "generator/theme/template/support.h"
#include "theme/template/builtins.h"

using namespace mektep;
using test::render;

namespace {

Finding fault(const test::Sources& sources, const Record& globals = {}) {
  Findings findings;
  const auto set = test::compile(sources, findings);
  if (!findings.empty()) return findings.front();
  std::string out = "kept";
  const auto done = set.render("main", globals, out);
  REQUIRE_FALSE(done);
  CHECK(out == "kept");
  return done.error();
}
std::string advice(const std::string& main, const Record& globals = {}) {
  return fault({{"main", main}}, globals).hint(Language::en);
}

TemplateSet::Options small() {
  TemplateSet::Options options;
  options.max_steps = 100'000;
  options.max_output = 10'000;
  return options;
}

}  // namespace

TEST_CASE("a fault names template, line and column in code points") {
  CHECK(render("ө\nөө {{ missing }}") == "template-unknown-name main:2:7 missing");
  CHECK(render("{% if x %}\n{{ 1 +") == "template-unclosed-tag main:2:1 {{");
  CHECK(render("a\n  {% if true %}b") == "template-unclosed-statement main:2:3 endif");
  CHECK(render("{{ 'abc") == "template-bad-literal main:1:4 'abc");
  CHECK(render("{% autoescape off %}") == "template-unsupported main:1:4 autoescape");
  CHECK(render("{% for x in [1] recursive %}{% endfor %}") == "template-unsupported main:1:17 recursive");
  CHECK(render("{{ 1 | upper | nope }}") == "template-unknown-filter main:1:16 nope");
  CHECK(render("\xff") == "template-encoding main:0:0 ");
  CHECK(render("{{ 99999999999999999999 }}") == "template-bad-literal main:1:4 99999999999999999999");
  CHECK(render("{{ 9223372036854775807 + 1 }}").starts_with("template-wrong-operation main:1:24"));
}

TEST_CASE("a fault in an included template or macro is placed there") {
  CHECK(render(test::Sources{{"main", "{% include 'part' %}"}, {"part", "\n{{ nope }}"}}) ==
        "template-unknown-name part:2:4 nope");
  CHECK(render(test::Sources{{"main", "{% import 'lib' as l %}{{ l.m() }}"},
                             {"lib", "{% macro m() %}\n\n {{ nope }}{% endmacro %}"}}) ==
        "template-unknown-name lib:3:5 nope");
  CHECK(render(test::Sources{{"main", "{% extends 'base' %}"}, {"base", "x\n{{ nope }}"}}) ==
        "template-unknown-name base:2:4 nope");
}

TEST_CASE("an unknown name brings the nearest known one") {
  Record globals;
  globals.set("title", "x");
  globals.set("page", make_record({{"summary", "s"}}));
  CHECK(advice("{{ titel }}", globals) == "Did you mean title?");
  CHECK(advice("{{ page.sumary }}", globals) == "Did you mean summary?");
  CHECK(advice("{{ page['sumary'] }}", globals) == "Did you mean summary?");
  CHECK(advice("{{ title | uper }}", globals) == "Did you mean upper?");
  CHECK(advice("{% if title is defned %}{% endif %}", globals) == "Did you mean defined?");
  CHECK(advice("{% inclde 'x' %}") == "Did you mean include?");
  CHECK(fault({{"main", "{% extends 'base' %}{% block cotent %}{% endblock %}"},
               {"base", "{% block content %}{% endblock %}"}})
            .hint(Language::en) == "Did you mean content?");
  CHECK(fault({{"main", "{% from 'lib' import buton %}"}, {"lib", "{% macro button() %}{% endmacro %}"}})
            .hint(Language::en) == "Did you mean button?");
  CHECK(fault({{"main", "{% include 'heder' %}"}, {"header", ""}}).hint(Language::en) ==
        "Did you mean header?");
  CHECK(render("{{ 'x' | truncate(lenght=3) }}").find("did you mean \"length\"") != std::string::npos);
}

TEST_CASE("all faults of a set are found, not the first only") {
  Findings findings;
  test::compile({{"a", "{{ 1 | nope }}{{ 2 is nope }}"}, {"b", "{% if %}"}, {"c", "{% include 'nope' %}"}},
                findings);
  CHECK(findings.size() == 4);
}

TEST_CASE("templates that extend or include each other without end are refused") {
  CHECK(render(test::Sources{{"main", "{% extends 'b' %}"}, {"b", "{% extends 'main' %}"}})
            .starts_with("template-extends-itself"));
  CHECK(render("{% extends 'main' %}").starts_with("template-extends-itself"));
  CHECK(render("{% include 'main' %}") == "template-limit main:1:4 max_depth");
  CHECK(render("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}").ends_with("max_depth"));
  CHECK(render("{% import 'main' as m %}").ends_with("max_depth"));
}

TEST_CASE("endless work ends with a finding") {
  for (const char* endless :
       {"{% for i in range(10**9) %}{% endfor %}", "{{ 'x' * 10**9 }}", "{{ [1] * 10**9 }}",
        "{% for i in range(9000) %}aaaaaaaa{% endfor %}", "{{ range(10**12) | list }}",
        "{% for a in range(999) %}{% for b in range(999) %}{% endfor %}{% endfor %}",
        "{% set ns = namespace(s='xxxxxxxx') %}{% for i in range(64) %}{% set ns.s = ns.s ~ ns.s %}{% endfor "
        "%}",
        "{% set ns = namespace(x=1) %}{% for i in range(5000) %}{% set ns.x = [ns.x] %}{% endfor %}",
        "{% set ns = namespace(x=1) %}{% for i in range(5000) %}{% set ns.x = {'a': ns.x} %}{% endfor %}",
        "{% macro f(n) %}{{ f(n) ~ f(n) }}{% endmacro %}{{ f(1) }}", "{{ 'a' | center(100000) }}",
        "{{ '%999999999d' % 1 }}{{ 'x' * 9999 }}", "{{ 'ab' | replace('', 'x' * 9000) }}",
        "{{ [1] | batch(1000000, 0) | list }}", "{{ range(90000) | unique | list | length }}"}) {
    INFO(endless);
    CHECK(render(endless, {}, small()).starts_with("template-"));
  }
}

TEST_CASE("tags, comments and references that never end cost one look") {
  for (const char* piece : {"<", "<!--", "&"}) {
    INFO(piece);
    CHECK(render("{{ ('" + std::string(piece) + "' * 2000000) | striptags | length > 0 }}") == "True");
  }
}

TEST_CASE("deep nesting is a finding and no stack overflow") {
  const auto many = [](std::string_view text, int count = 100'000) {
    std::string all;
    for (int i = 0; i < count; ++i) all += text;
    return all;
  };
  CHECK(render("{{ " + many("(") + "1" + many(")") + " }}").starts_with("template-too-deep"));
  CHECK(render("{{ " + many("[") + many("]") + " }}").starts_with("template-too-deep"));
  CHECK(render("{{ " + many("-") + "1 }}").starts_with("template-too-deep"));
  CHECK(render("{{ " + many("not ") + "1 }}").starts_with("template-too-deep"));
  CHECK(render("{{ 1" + many("+1") + " }}").starts_with("template-too-deep"));
  CHECK(render("{{ 'a'" + many("|upper") + " }}").starts_with("template-too-deep"));
  CHECK(render("{{ a" + many(".b") + " }}").starts_with("template-too-deep"));
  CHECK(render("{{ 1" + many(" if 1 else 1") + " }}").starts_with("template-too-deep"));
  CHECK(render(many("{% if 1 %}") + many("{% endif %}")).starts_with("template-too-deep"));
  CHECK(render("{% for " + many("(") + "a" + many(")") + " in b %}{% endfor %}")
            .starts_with("template-too-deep"));
}

TEST_CASE("nested loops whose rounds end elsewhere in HTML are judged in bounded time") {
  std::string text = "<a href=\"";
  for (int i = 0; i < 38; ++i) text += "{% for x in [1] %}a";
  for (int i = 0; i < 38; ++i) text += "b{{ x }}{% endfor %}";
  CHECK(render(text + "\">").starts_with("template-"));
}

TEST_CASE("cycles through namespaces and macros are no leak") {
  CHECK(render("{% set ns = namespace() %}{% set ns.me = ns %}{% macro m() %}{% endmacro %}{% set ns.m = m "
               "%}{% set ns.l = [ns] %}x") == "x");
  CHECK(render("{% set ns = namespace() %}{% for x in [1, 2] %}{% set ns.loop = loop %}{% endfor %}{{ "
               "ns.loop.index }}") == "2");
}

TEST_CASE("custom filters, tests and functions are called with values") {
  TemplateSet::Options options;
  options.filters.emplace_back("shout", [](std::span<const Value> v) -> std::expected<Value, TemplateError> {
    return Value(std::string(v[0].as_string()) + (v.size() > 1 ? std::string(v[1].as_string()) : "!"));
  });
  options.tests.emplace_back("short", [](std::span<const Value> v) -> std::expected<Value, TemplateError> {
    return v[0].as_string().size() < 3;
  });
  options.functions.emplace_back("t", [](std::span<const Value> v) -> std::expected<Value, TemplateError> {
    if (v.empty()) return std::unexpected(TemplateError{"t: a key expected"});
    return v.size() > 1 ? v[1].as_object().get("n") : v[0];
  });
  CHECK(render("{{ 'a' | shout }}{{ 'b' | shout('?') }}{{ ['x'] | map('shout') | first }}", {}, options) ==
        "a!b?x!");
  CHECK(render("{{ 'ab' is short }}{{ ['abc', 'a'] | select('short') | join }}", {}, options) == "Truea");
  CHECK(render("{{ t('k') }}{{ t('k', n=5) }}", {}, options) == "k5");
  CHECK(render("{{ t() }}", {}, options) == "template-wrong-argument main:1:4 t: a key expected");
  CHECK(render("{% set t = 'mine' %}{{ t }}", {}, options) == "mine");
}

TEST_CASE("several threads render one set at once") {
  Findings findings;
  const auto set = test::compile({{"main",
                                   "{% extends 'base' %}{% block b %}{% for x in xs %}{{ loop.index }}{{ x "
                                   "}}{% endfor %}{{ m.v }}{% endblock %}"},
                                  {"base", "({% block b %}{% endblock %}"}},
                                 findings);
  REQUIRE(findings.empty());
  const Record globals({{"xs", ValueList{"a", "b"}}, {"m", make_record({{"v", 1}})}});
  std::vector<std::jthread> threads;
  std::array<int, 4> wrong{};
  for (int& count : wrong) {
    threads.emplace_back([&] {
      for (int i = 0; i < 500; ++i) {
        std::string out;
        if (!set.render("main", globals, out) || out != "(1a2b1") ++count;
      }
    });
  }
  threads.clear();
  CHECK(wrong == std::array<int, 4>{});
}

TEST_CASE("every rule of templates speaks three languages") {
  std::set<std::string_view> ids;
  for (const Rule* rule : theme_rules()) {
    CHECK(ids.insert(rule->id).second);
    for (const Message* text : {&rule->message, &rule->expected, &rule->hint, &rule->why}) {
      CHECK_FALSE(text->ky.empty());
      CHECK_FALSE(text->ru.empty());
      CHECK_FALSE(text->en.empty());
    }
  }
}

TEST_CASE("every built-in filter, test and function is documented") {
  std::ifstream file(MEKTEP_ROOT "/themes/TEMPLATES.md");
  const std::string manual{std::istreambuf_iterator<char>(file), {}};
  REQUIRE_FALSE(manual.empty());
  const auto documented = [&](std::string_view heading, std::span<const templates::Builtin> table) {
    const std::size_t begin = manual.find(heading);
    REQUIRE(begin != std::string::npos);
    const std::string section = manual.substr(begin, manual.find("\n## ", begin + 4) - begin);
    for (const templates::Builtin& builtin : table) {
      INFO(builtin.name);
      const std::string name(builtin.name);
      CHECK((section.find("`" + name + "`") != std::string::npos ||
             section.find("`" + name + "(") != std::string::npos ||
             section.find("`" + name + " ") != std::string::npos));
    }
  };
  documented("\n## Filters", templates::builtin_filters());
  documented("\n## Tests", templates::builtin_tests());
  documented("\n## Functions", templates::builtin_functions());
}
