#include <catch2/catch.hpp>
#include <set>

#include "base/slug.h"
#include "base/text.h"
#include "publish/all_rules.h"

namespace mektep::cli {
namespace {

bool complete(const Message& m) {
  return !m.ky.empty() && !m.ru.empty() && !m.en.empty();
}

bool has_cyrillic(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (is_cyrillic(next_code_point(text, at))) return true;
  return false;
}

// The {names} of a text; a brace that is no name (an example in the text) is left out.
std::set<std::string> names(std::string_view text) {
  std::set<std::string> found;
  for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
    const std::size_t end = text.find('}', at);
    if (end == std::string_view::npos) break;
    const std::string_view name = text.substr(at + 1, end - at - 1);
    const bool word = !name.empty() && std::all_of(name.begin(), name.end(),
                                                   [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
    if (word) found.emplace(name);
  }
  return found;
}

}  // namespace

TEST_CASE("rule ids are unique, in kebab case and begin with their area") {
  std::set<std::string_view> seen;
  for (const Rule* rule : all_rules()) {
    INFO("rule: " << rule->id);
    CHECK(seen.insert(rule->id).second);
    CHECK(is_slug(rule->id));
    CHECK(rule->id.find('-') != std::string_view::npos);
  }
  CHECK(seen.size() > 50);
}

TEST_CASE("every rule says what is wrong and why in three languages") {
  for (const Rule* rule : all_rules()) {
    INFO("rule: " << rule->id);
    CHECK(complete(rule->message));
    CHECK(complete(rule->why));
    CHECK((rule->expected.empty() || complete(rule->expected)));
    CHECK((rule->hint.empty() || complete(rule->hint)));
    CHECK_FALSE((rule->expected.empty() && rule->hint.empty()));
    for (const Message* m : {&rule->message, &rule->why}) {
      CHECK(has_cyrillic(m->ky));
      CHECK(has_cyrillic(m->ru));
    }
    CHECK_FALSE(rule->message.en.ends_with('.'));
  }
}

TEST_CASE("the languages of a rule name the same parameters") {
  for (const Rule* rule : all_rules()) {
    INFO("rule: " << rule->id);
    for (const Message* m : {&rule->message, &rule->expected, &rule->hint, &rule->why}) {
      CHECK(names(m->ky) == names(m->en));
      CHECK(names(m->ru) == names(m->en));
    }
    CHECK(names(rule->why.en).empty());  // explained without a finding at hand
  }
}

}  // namespace mektep::cli
