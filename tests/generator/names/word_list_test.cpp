#include "names/word_list.h"

#include <catch2/catch.hpp>

#include "names/words.h"

using namespace mektep;

TEST_CASE("a list of words knows beginnings and whole words, however they are written") {
  const WordList list("окуучу ул. өз");
  CHECK(list.matches(fold_word("окуучулардын")));
  CHECK(list.matches(fold_word("ОКУУЧУ")));
  CHECK(list.matches(fold_word("ул")));
  CHECK_FALSE(list.matches(fold_word("улица")));
  CHECK(list.matches(fold_word("Озгөн")));  // ө is folded
  CHECK_FALSE(list.matches(fold_word("мугалим")));
}

TEST_CASE("a list of words takes words of one letter and no words") {
  const WordList list("г. а");
  CHECK(list.matches(fold_word("г")));
  CHECK_FALSE(list.matches(fold_word("год")));
  CHECK(list.matches(fold_word("а")));
  CHECK(list.matches(fold_word("ата")));
  CHECK_FALSE(list.matches(""));
  CHECK_FALSE(WordList("").matches(fold_word("ата")));
}
