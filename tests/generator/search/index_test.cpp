#include "search/index.h"

#include <catch2/catch.hpp>

using namespace mektep;
using Catch::Matchers::Contains;

namespace {

std::vector<SearchPage> pages() {
  return {{.path = "about/", .title = "Мектеп", .text = "Мектептин \"тарыхы\"\nжана үй."},
          {.path = "news/1/",
           .title = "Үй",
           .text = "a\\b",
           .kind = SearchKind::news,
           .date = Date{2000, 1, 31}}};
}

}  // namespace

TEST_CASE("the_index_is_the_one_that_its_header_describes") {
  const std::string index = write_search_index(Locale::ky, pages(), {.parts = 1, .texts = 2});
  CHECK_THAT(index, Contains(R"(mektepSearch({"version":1,"parts":1,"texts":2,)"));
  CHECK_THAT(index, Contains(R"("locale":"ky")"));
  CHECK_THAT(index, Contains(R"("kinds":"sn")"));
  CHECK_THAT(index, Contains(R"("days":"#A")"));  // none; day 30
  CHECK_THAT(index, Contains(R"("paths":"about/\nnews/1/")"));
  CHECK_THAT(index, Contains(R"("titles":"Мектеп\nҮй")"));
  // Sorted, with the count of letters shared with the stem before: a, b, жана, мектеп, тарых, уй.
  CHECK_THAT(index, Contains(R"("terms":"AaAbAжанаAмектепAтарыхAуй")"));
  CHECK_THAT(index, Contains(R"("counts":"$$$$$%")"));  // уй stands on both pages
  CHECK(index == write_search_index(Locale::ky, pages(), {.parts = 1, .texts = 2}));
}

TEST_CASE("large_numbers_take_more_characters") {
  std::vector<SearchPage> many(1500, SearchPage{.path = "p/", .title = "a"});
  const std::string index = write_search_index(Locale::ru, many, {});
  CHECK_THAT(index, Contains("\"counts\":\"") && Contains("\"endings\":[]"));
  CHECK_THAT(index, Contains(R"(AaA)") || Contains(R"("terms":"Aa")"));
}

TEST_CASE("texts_are_found_by_the_hash_of_their_path") {
  CHECK(write_search_texts(pages()) ==
        "mektepText({\"about/\":\"Мектептин \\\"тарыхы\\\"\\nжана үй.\",\n\"news/1/\":\"a\\\\b\"})\n");
  CHECK(search_text_file("about/", 1) == 0);
  std::vector<std::size_t> counts(16);
  for (int i = 0; i < 1600; ++i) ++counts[search_text_file("news/" + std::to_string(i) + "/", 16)];
  for (const std::size_t count : counts) CHECK((count > 50 && count < 200));
}

TEST_CASE("long_texts_are_cut_between_letters") {
  std::string text;
  for (int i = 0; i < 40'000; ++i) text += i % 2 ? "ү" : "x";
  const std::string file = write_search_texts(std::vector{SearchPage{.path = "a", .text = text}});
  CHECK(file.size() < 48'100);
  CHECK(file.ends_with("ү\"})\n") != file.ends_with("x\"})\n"));
}
