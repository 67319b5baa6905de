// Words by which a sentence tells what it speaks of. Internal to this folder; all words are folded
// (names/words.h).
#pragma once
#include <string_view>

namespace mektep {

enum class Cue {
  pupil,         // окуучу, ученик
  teacher,       // мугалим, педагог
  all,           // жалпы, всего: a number of the whole school
  school,        // мектеп, школа
  studies,       // окуйт, обучается
  works,         // эмгектенет, работает
  part,          // класс, катышты, кружок: a number of some of them
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
  began          // эшигин ачкан, история начинается: may tell of the founding
};

bool is_cue(std::string_view word, Cue cue);

}  // namespace mektep
