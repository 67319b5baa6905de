// Words by which a sentence tells what it speaks of. Internal to this folder; all words are folded
// (names/words.h).
#pragma once
#include <cstdint>
#include <string_view>

namespace mektep {

enum class Cue : std::uint8_t {
  pupil,         // окуучу, ученик
  teacher,       // мугалим, педагог
  all,           // жалпы, всего: a number of the whole school
  school,        // мектеп, школа
  studies,       // окуйт, обучается
  works,         // эмгектенет, работает
  some,          // ичинен, мыкты, класс: the number beside it is of some of them
  event,         // олимпиада, курс: whatever number stands in the sentence is of those who came
  about,         // болжол менен, около
  more,          // ашык, более
  nearly,        // дээрлик, почти
  past,          // мурда, тогда: of another time
  founded,       // негизделген, основана
  director,      // директор
  deputy,        // орун басары, заместитель: not the director
  former,        // мурдагы, бывший
  street,        // көчөсү, улица
  licence,       // лицензия
  days,          // күндүк, дней
  week,          // жума, неделя
  hours,         // иштейт, работает, ачык
  other_school,  // башка мектеп, соседняя школа
  thing,         // музей, китепкана: something of the school that has a year of its own
  child,         // бала, детей: a pupil where somebody studies
  ours,          // биздин, наша: of the school that speaks
  call,          // телефон, звоните
  now,           // азыр, сегодня
  here,          // бизде, у нас
  staff,         // жамаат, коллектив: all the teachers
  leads,         // жетектейт, руководит
  regime,        // иш убактысы, режим
  reception,     // кабылдама, приёмная: of the school, whoever is not named
  office,        // бөлүм, министерство: somebody else's
  address,       // дарек, находится
  mail,          // почта, пишите
  issued,        // берилген, выдана
  head,          // жетекчи, руководитель
  began,         // эшигин ачкан, история начинается: may tell of the founding
  is,            // бар, имеется, насчитывает: says how many there are
  learning,      // билим, учебное: before a word of `place` it is the school
  place,         // уя, ордо, заведение
  lessons,       // сабак, занятия
  age,           // жаш, лет, юбилей: how old the school is
  turns,         // толот, исполняется
  later,         // күтүлүүдө, планируется: of a time to come
  wider,         // район, республика: more than one school
  person         // адам, человек: whom the noun before counts
};

// A cue a bit.
using CueSet = std::uint64_t;
constexpr CueSet bit(Cue cue) {
  return CueSet{1} << static_cast<unsigned>(cue);
}
// What a word tells; nearly every word tells nothing, and one look says so.
CueSet cues_of(std::string_view word);
inline bool tells(std::string_view word, Cue cue) {
  return (cues_of(word) & bit(cue)) != 0;
}

}  // namespace mektep
