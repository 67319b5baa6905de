#include "search/words.h"

#include <catch2/catch.hpp>
#include <random>

#include "base/text.h"
#include "search/stemmer.h"

using namespace mektep;

namespace {

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> all;
  SearchWords reader(text);
  for (std::string_view word; reader.next(word);) all.emplace_back(word);
  return all;
}
using List = std::vector<std::string>;

}  // namespace

TEST_CASE("words_are_folded_runs_of_letters_and_digits") {
  CHECK(words("Үйдөгү ҢӨҮ, Ёлка!") == List{"уйдогу", "ноу", "елка"});
  CHECK(words("2026/2027-окуу жылы, 5а") == List{"2026", "2027", "окуу", "жылы", "5а"});
  CHECK(words("e-mail: a@b.kg") == List{"e", "mail", "a", "b", "kg"});
  CHECK(words("И\u0306од") == List{"йод"});  // a decomposed й, as PDF files have it
  CHECK(words(" … — ").empty());
  CHECK(words("").empty());
}

TEST_CASE("long_words_are_cut") {
  const auto found = words(std::string(100, 'x') + " y");
  CHECK(found == List{std::string(SearchWords::longest, 'x'), "y"});
}

TEST_CASE("any_bytes_are_cut_into_valid_words") {
  std::mt19937 chance(1);
  Stemmer kyrgyz(Locale::ky), russian(Locale::ru);
  static constexpr std::string_view pieces[] = {"ү",
                                                "Ң",
                                                "а",
                                                "лар",
                                                "\xD0",
                                                "\x80",
                                                "\xF0\x9F\x98\x80",
                                                " ",
                                                "-",
                                                "x",
                                                "7",
                                                "\xFF",
                                                std::string_view("\0", 1),
                                                "ё",
                                                "\xCC\x86"};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t n = chance() % 40; n > 0; --n) text += pieces[chance() % std::size(pieces)];
    for (const std::string& word : words(text)) {
      CHECK_FALSE(word.empty());
      CHECK_FALSE(find_invalid_utf8(word));
      CHECK(count_code_points(word) <= SearchWords::longest);
      CHECK(words(word) == List{word});
      for (Stemmer* stemmer : {&kyrgyz, &russian}) {
        const std::string stem = stemmer->stem(word);
        CHECK_FALSE(stem.empty());
        CHECK_FALSE(find_invalid_utf8(stem));
      }
    }
  }
}

TEST_CASE("kyrgyz_endings_come_off") {
  Stemmer stemmer(Locale::ky);
  for (const std::string_view word : {"мектеп", "мектептин", "мектептерде", "мектебибиз", "мектебинин"})
    CHECK(stemmer.stem(word) == "мектеп");
  CHECK(stemmer.stem("ат") == "ат");
  CHECK(stemmer.stem("2026") == "2026");
  // Nothing is left to take off a stem.
  for (const std::string_view word : {"окуучуларыбыздын", "китепканалардагы", "билимдик"})
    CHECK(stemmer.stem(stemmer.stem(word)) == stemmer.stem(word));
}

TEST_CASE("russian_words_have_snowball_stems") {
  Stemmer stemmer(Locale::ru);
  CHECK(stemmer.stem("школы") == stemmer.stem("школой"));
  CHECK(stemmer.stem("учителями") == "учител");
}
