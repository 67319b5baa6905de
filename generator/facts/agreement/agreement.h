// PROH-3: what a text says of the school's main facts, held against the facts. Approximate and dated
// statements are understood: «болжол менен 800», «2019-жылы 750».
#pragma once
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/locale.h"
#include "names/words.h"

namespace mektep {

enum class FactKind : std::uint8_t {
  pupils,
  teachers,
  founded,
  director,
  email,
  street,
  postal_code,
  licence,
  study_days,
  hours,
  phone,
  name
};

// The facts that texts are held against; what is empty is not compared.
struct KnownFacts {
  std::optional<int> pupils;
  std::set<int> teachers;      // more than one way to count them
  std::optional<int> founded;  // year
  struct Name {
    std::string surname, given;
  };
  std::vector<Name> director;        // in each language
  std::set<std::string> emails;      // all that the school has
  std::vector<std::string> streets;  // "Мектеп көчөсү, 12", "ул. Мектеп, 12"
  std::vector<std::string> places;   // these and where else the school has something
  std::string postal_code;
  std::set<std::string> licences;       // numbers, without spaces
  std::set<int> licence_years;          // of their dates
  std::set<Date> licence_days;          // that they have: given, in force from, until
  std::optional<int> study_days;        // a week
  std::set<std::pair<int, int>> hours;  // from, until: minutes since midnight
  std::set<std::string> phones;         // all that the school has, E.164
  std::string main_phone;               // of these, the one to give
  std::vector<std::string> names;       // of the school, in each language and length; the first one to give
  int year = 0;                         // today's: what is said of it is said of now
};

struct Contradiction {
  FactKind kind;
  std::size_t begin = 0, end = 0;  // bytes of the text
  std::string expected;            // as a text would say it
  bool operator==(const Contradiction&) const = default;
};

// Replaces what `found` held by what contradicts the facts, in the order of the text. `text` is UTF-8 without
// mark-up, `words` are its words. Linear.
void find_contradictions(std::string_view text, const TextWords& words, const KnownFacts& facts,
                         std::vector<Contradiction>& found);

}  // namespace mektep
