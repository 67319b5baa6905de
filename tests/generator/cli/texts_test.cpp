#include "cli/texts.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "base/text.h"

namespace mektep::cli {
namespace {

std::set<std::string> placeholders(std::string_view text) {
  std::set<std::string> found;
  for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1))
    found.emplace(text.substr(at, text.find('}', at) - at + 1));
  return found;
}

bool has_cyrillic(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (is_cyrillic(next_code_point(text, at))) return true;
  return false;
}

}  // namespace

TEST_CASE("every text is there in Kyrgyz, Russian and English") {
  REQUIRE(all_texts().size() == static_cast<std::size_t>(Text::count_));
  for (const TextEntry& entry : all_texts()) {
    INFO("text: " << entry.message.en);
    CHECK_FALSE(entry.message.ky.empty());
    CHECK_FALSE(entry.message.ru.empty());
    CHECK_FALSE(entry.message.en.empty());
    CHECK(has_cyrillic(entry.message.ky));
    CHECK(has_cyrillic(entry.message.ru));
  }
}

TEST_CASE("the languages of a text have the same placeholders") {
  for (const TextEntry& entry : all_texts()) {
    INFO("text: " << entry.message.en);
    CHECK(placeholders(entry.message.ky) == placeholders(entry.message.en));
    CHECK(placeholders(entry.message.ru) == placeholders(entry.message.en));
  }
}

TEST_CASE("Kyrgyz and Russian texts differ unless the word is shared") {
  const std::set<std::string_view> shared{"пункт"};
  for (const TextEntry& entry : all_texts())
    if (entry.message.ky == entry.message.ru) CHECK(shared.contains(entry.message.ky));
}

TEST_CASE("a count takes the form that its number asks for") {
  CHECK(say_count(Language::ky, Counted::errors, 1) == "1 ката");
  CHECK(say_count(Language::ky, Counted::errors, 5) == "5 ката");
  CHECK(say_count(Language::ru, Counted::errors, 1) == "1 ошибка");
  CHECK(say_count(Language::ru, Counted::errors, 3) == "3 ошибки");
  CHECK(say_count(Language::ru, Counted::errors, 11) == "11 ошибок");
  CHECK(say_count(Language::ru, Counted::errors, 21) == "21 ошибка");
  CHECK(say_count(Language::en, Counted::errors, 1) == "1 error");
  CHECK(say_count(Language::en, Counted::errors, 0) == "0 errors");
}

}  // namespace mektep::cli
