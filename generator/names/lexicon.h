// Words that tell a name from other words. All are folded (names/words.h); looking up is safe in every
// thread.
#pragma once
#include <string_view>

namespace mektep {

// A first name in any case, from the list or by the way in which Kyrgyz first names are made («Нурбек»,
// «Айгүлдүн»).
bool is_given_name(std::string_view word);
// A surname of those peoples of the country whose surnames have no ending of their own: «Ким», «Шмидт», «Ма».
bool is_short_surname(std::string_view word);
// A first name that is as often something else: «Роза», «Эркин», «Нарын».
bool is_also_a_word(std::string_view word);
// A word that begins with a capital letter for another reason than being a name: posts, months, subjects,
// places, beginnings of sentences.
bool is_common_word(std::string_view word);
// уулу, кызы, тегин in any case.
bool is_son_or_daughter(std::string_view word);

// Words around a name that make it the name of a thing: «атындагы», «көчөсү» behind, «имени», «улица»
// before.
bool names_things_behind(std::string_view word);
bool names_things_before(std::string_view word);
// роман, опера, фильм…: a name in quotes beside it is a title.
bool is_work_word(std::string_view word);
// окуучу, класс, ученик…: whoever is named near by is a pupil.
bool is_pupil_word(std::string_view word);
// жашайт, проживает: an address near by is somebody's home.
bool is_living_word(std::string_view word);
// көчөсү, улица, ул.: an address.
bool is_street_word(std::string_view word);
// батир, квартира, кв.
bool is_flat_word(std::string_view word);

}  // namespace mektep
