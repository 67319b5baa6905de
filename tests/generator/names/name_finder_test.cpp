#include "names/name_finder.h"

#include <catch2/catch.hpp>

#include "names/endings.h"
#include "names/numbers.h"
#include "names/words.h"

using namespace mektep;

namespace {

NameFinder one_person() {
  NameFinder finder;
  finder.add({"Асанова", "Айнура", "Бакытовна"}, 7);
  return finder;
}

std::vector<std::string> found_by(const NameFinder& finder, std::string_view text) {
  std::vector<PersonalFind> found;
  finder.find(text, found);
  std::vector<std::string> words;
  for (const PersonalFind& one : found) words.emplace_back(text.substr(one.begin, one.end - one.begin));
  return words;
}

}  // namespace

TEST_CASE("a word is the same whatever hides in it") {
  const std::string plain = fold_word("Дүйшөнбекова");
  for (const char* disguised : {"Дуйшонбекова", "дүйшөнбекова", "Дүй\u00ADшөнбекова", "Дүй\u200Bшөнбекова",
                                "Дүйшөнбeкoва", "Дүи\u0306шөнбекова", "Дүйшө\u0301нбекова"}) {
    CHECK(fold_word(disguised) == plain);
    TextWords words;
    words.read(disguised);
    REQUIRE(words.size() == 1);
    CHECK(words[0].text == plain);
  }
}

TEST_CASE("a hyphen at the end of a line joins a word, between capitals it does not") {
  TextWords words;
  words.read("Аса-\nнова Ата-\nЖурт");
  REQUIRE(words.size() == 3);
  CHECK(words[0].text == fold_word("Асанова"));
}

TEST_CASE("endings of both languages follow a surname, other letters do not") {
  const Stem stem = stem_of(fold_word("Асанова"));
  CHECK(stem.text == fold_word("Асанов"));
  for (const char* ending :
       {"а", "ой", "у", "анын", "ага", "аны", "ада", "адан", "алар", "алардыкы", "адагы"})
    CHECK(is_ending(fold_word(ending), stem.declension));
  for (const char* other : {"ский", "ка", "", "абад", "ость"})
    CHECK_FALSE(is_ending(fold_word(other), stem.declension));
}

TEST_CASE("somebody else with the same surname is not taken for the one in the register") {
  CHECK(found_by(one_person(), "Сабакты Асанова Айнура өттү.") == std::vector<std::string>{"Асанова Айнура"});
  CHECK(found_by(one_person(), "Сабакты Асанова өттү.") == std::vector<std::string>{"Асанова"});
  std::vector<PersonalFind> found;
  one_person().find("Сабакты А. Асанова, конокту Б. Асанова тосту.", found);
  REQUIRE(found.size() == 2);
  CHECK(found[0].kind == Personal::known_name);
  CHECK(found[1].kind == Personal::unknown_name);
}

TEST_CASE("a first name alone names nobody") {
  CHECK(found_by(one_person(), "Айнура менен Бакыт келди.").empty());
}

TEST_CASE("the school's own name is no secret in any case of it") {
  NameFinder finder;
  CHECK(found_by(finder, "Токтоназар Эсенбековдун өмүрү").size() == 1);
  finder.allow("Токтоназар Эсенбеков атындагы мектеп");
  CHECK(found_by(finder, "Токтоназар Эсенбековдун өмүрү").empty());
  CHECK(found_by(finder, "Жизнь Токтоназара Эсенбекова").empty());
}

TEST_CASE("an answer holds for every case of a name and for no other name") {
  CHECK(fingerprint("Асанов Бакыт") == fingerprint("Асановдун Бакыттын"));
  CHECK(fingerprint("Асанов Бакыт") == fingerprint("Асанову Бакыту"));
  CHECK(fingerprint("Асанов Бакыт") != fingerprint("Асанов Бакытбек"));
  CHECK(fingerprint("Асанов Бакыт").size() == 16);
}

TEST_CASE("a personal number has a sex and a day of birth that exists") {
  CHECK(is_personal_number("21509201200345"));
  CHECK_FALSE(is_personal_number("31509201200345"));
  CHECK_FALSE(is_personal_number("23109201200345"));  // 31 September
  CHECK_FALSE(is_personal_number("13002201200345"));  // 30 February
  CHECK_FALSE(is_personal_number("2150920120034"));
}

TEST_CASE("the school's own telephone may stand anywhere, others are asked about") {
  NameFinder finder;
  finder.add_phone("+996352200101");
  CHECK(found_by(finder, "Чалыңыз: 0352 200101, +996 352 20 01 01").empty());
  CHECK(found_by(finder, "Чалыңыз: 0700 12-34-56") == std::vector<std::string>{"0700 12-34-56"});
  CHECK(found_by(finder, "Сабак 08:00 | 14:50 | 17:30").empty());
}

TEST_CASE("text of any kind is read to its end") {
  NameFinder finder = one_person();
  std::string odd = "\u0301\u0306-";
  for (int i = 0; i < 3000; ++i) odd += i % 3 == 0 ? "Асанова-\n" : i % 3 == 1 ? "А. " : "уулу 1";
  std::vector<PersonalFind> found;
  finder.find(odd, found);
  for (const PersonalFind& one : found) CHECK(one.end <= odd.size());
  finder.find("", found);
  CHECK(found.empty());
}
