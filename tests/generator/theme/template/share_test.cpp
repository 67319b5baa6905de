// What templates make of shared names alone is rendered once, and nobody can see it but by the clock.
#include <random>
#include <thread>

#include "generator/theme/template/support.h"
#include "theme/template/shared_parts.h"

using namespace mektep;

namespace {

// Counts how often its members are asked for.
struct Counted final : ValueObject {
  explicit Counted(std::string text) : text_(std::move(text)) {}
  Value get(std::string_view name) const override {
    ++asked;
    if (name == "title") return text_;
    if (name == "menu") return ValueList{Value("a<"), Value("b"), Value("c")};
    return {};
  }
  std::vector<std::string> names() const override { return {"title", "menu"}; }
  mutable int asked = 0;

 private:
  std::string text_;
};

TemplateSet::Options sharing() {
  TemplateSet::Options options;
  options.shared = {"site", "t"};
  return options;
}

struct Sharing {
  explicit Sharing(const test::Sources& sources) : set(test::compile(sources, findings, sharing())) {
    REQUIRE(findings.empty());
    globals.set("site", Value::Object(site));
    globals.set("t", make_record({{"home", "Башкы бет"}}));
    globals.set("page", "one");
  }
  std::string page(const std::string& name, SharedParts* parts) {
    globals.set("page", name);
    std::string out;
    const auto done = set.render("main", globals, out, parts);
    return done ? out : std::string(done.error().rule->id);
  }
  Findings findings;
  TemplateSet set;
  std::shared_ptr<const Counted> site = std::make_shared<const Counted>("Жаз-Булак");
  Record globals;
};

constexpr const char* menu = "{% for m in site.menu %}<li>{{ loop.index }} {{ m }}{% endfor %}";

}  // namespace

TEST_CASE("parts that depend on shared names alone are rendered once") {
  Sharing all({{"main", std::string("<p>{{ page }}</p>{{ t.home }} ") + menu +
                            "<b>{{ page }}</b>{% include 'foot' %}"},
               {"foot", "{% if site.title %}{{ site.title }}{% endif %}"}});
  const auto parts = all.set.make_shared_parts();
  const std::string plain = all.page("one", nullptr);
  const int once = all.site->asked;
  CHECK(all.page("one", parts.get()) == plain);
  CHECK(all.site->asked == 2 * once);
  CHECK(all.page("two", parts.get()) == all.page("two", nullptr));
  CHECK(all.site->asked == 3 * once);
}

TEST_CASE("what depends on the page, on a macro or on a variable around it is never shared") {
  const char* each =
      GENERATE("{{ site.title ~ page }}", "{% set x = page %}{{ x }}{{ site.title }}",
               "{% for m in site.menu %}{{ m }}{{ page }}{% endfor %}",
               "{% for p in [page] %}{% if site.title %}{{ p }}{% endif %}{% include 'inner' %}{% endfor %}",
               "{% macro m(x) %}{{ site.title }}{{ x }}{% endmacro %}{{ m(page) }}",
               "{% with w = page %}{% for m in site.menu %}{{ w }}{% endfor %}{% endwith %}",
               "{% if page == 'one' %}{{ site.title }}{% else %}{{ t.home }}{% endif %}",
               "{% set s %}{{ site.title }}{{ page }}{% endset %}{{ s }}");
  Sharing all({{"main", each}, {"inner", "{{ p }}{{ site.title }}"}});
  const auto parts = all.set.make_shared_parts();
  for (const char* page : {"one", "two", "one"})
    CHECK(all.page(page, parts.get()) == all.page(page, nullptr));
}

TEST_CASE("a template that gives a shared name another meaning turns sharing off") {
  const char* each = GENERATE("{% for site in [page] %}{{ site }}{% endfor %}", "{% set t = page %}{{ t }}",
                              "{% with site = page %}{{ site }}{% endwith %}",
                              "{% macro m(t) %}{{ t }}{% endmacro %}{{ m(page) }}",
                              "{% set site = page %}{% include 'inner' %}");
  Sharing all({{"main", each}, {"inner", "{{ site }}"}});
  const auto parts = all.set.make_shared_parts();
  for (const char* page : {"one", "two"}) CHECK(all.page(page, parts.get()) == all.page(page, nullptr));
}

TEST_CASE("a fault in a shared part is a fault of every rendering") {
  Sharing all(test::Sources{{"main", "{{ site.title }}{{ site.titel }}"}});
  const auto parts = all.set.make_shared_parts();
  for (int i = 0; i < 2; ++i) CHECK(all.page("one", parts.get()) == "template-unknown-attribute");
}

TEST_CASE("blocks and templates that extend others share as well") {
  Sharing all(
      {{"main", "{% extends 'base' %}{% block b %}{{ site.title }} {{ page }}{{ super() }}{% endblock %}"},
       {"base", std::string(menu) + "{% block b %}{{ t.home }}{% endblock %}{{ page }}{{ t.home }}"}});
  const auto parts = all.set.make_shared_parts();
  for (const char* page : {"one", "two"}) CHECK(all.page(page, parts.get()) == all.page(page, nullptr));
}

TEST_CASE("threads that render the same part first agree") {
  Sharing all(test::Sources{{"main", std::string(menu) + "{{ t.home }}"}});
  const std::string plain = all.page("one", nullptr);
  for (int round = 0; round < 50; ++round) {
    const auto parts = all.set.make_shared_parts();
    std::array<std::string, 4> pages;
    {
      std::vector<std::jthread> threads;
      for (std::string& page : pages)
        threads.emplace_back([&] { REQUIRE(all.set.render("main", all.globals, page, parts.get())); });
    }
    for (const std::string& page : pages) CHECK(page == plain);
  }
}
