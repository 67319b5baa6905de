// What hangs on a name in Kyrgyz and in Russian: case endings, plurals, possessives. All words are folded
// (names/words.h).
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace mektep {

// How a name is declined; decided by its last letters.
enum class Declension : std::uint8_t {
  ov,         // Асанов, Кузьмин
  ova,        // Асанова, Кузьмина; the stem is without а
  adjective,  // Токомбаевский, -ская; the stem is without ий, ая
  a,          // Айнура, Бермет апа; the stem is without а or я
  soft,       // Сергей; the stem is without й
  plain,      // Бакыт, Айгүл, Асан
};

// The part of a name that all its forms begin with, and how it is declined.
struct Stem {
  std::string text;
  Declension declension = Declension::plain;
};
Stem stem_of(std::string_view folded_name);

// Whether `rest` may follow a stem: «Асанов» + «дун», «ой», "". Linear in a few letters.
bool is_ending(std::string_view rest, Declension declension);
// Whether `rest` is a chain of Kyrgyz suffixes, "" included: «дардын».
bool is_kyrgyz_suffix(std::string_view rest);

// A suffix that makes surnames («ов», «баев», «ская») or patronymics («ович», «овна») inside of a word.
struct NameShape {
  bool surname = false;
  bool strong = false;    // such an ending as hardly anything but a surname has: «бекова», «алиев»
  bool doubtful = false;  // «тин», «дин»: the Kyrgyz genitive of any word ends so, too
  bool patronymic = false;
  std::size_t stem = 0;  // bytes up to where endings begin
};
NameShape shape_of(std::string_view folded_word);

}  // namespace mektep
