// Names that are known, found in all their forms: «Асанов», «Асановдун», «Асановой», «А. Асанов», «Асан уулу
// Бакыт», «Бакыт Асанович».
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "names/beginnings.h"
#include "names/endings.h"
#include "names/personal.h"
#include "names/words.h"

namespace mektep {

// A name in one language. The given name and the patronymic may be empty.
struct KnownName {
  std::string_view surname, given, patronymic;
};

// Filled once, then safe to search in several threads. Time and memory of a search do not depend on how many
// names there are.
class KnownNames {
 public:
  // The same number may be given for the name in another language.
  void add(const KnownName& name, std::uint32_t whose);
  bool empty() const { return parts_.empty(); }
  // Appends to `found`, in the order of the text. When a name fits several people, each of them is told.
  void find(const TextWords& words, std::vector<PersonalFind>& found) const;

 private:
  enum class Kind : std::uint8_t { surname, root, given, patronymic };  // root: «Асан» of «Асан уулу»
  struct Part {
    Kind kind;
    Declension declension;
    std::uint32_t name;  // index in names_
  };
  struct Name {
    std::uint32_t whose;
    char given, patronymic;  // first letters; 0 = not known
  };
  struct Match {
    std::uint32_t word;
    Kind kind;
    std::uint32_t name;
  };
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  void add_part(std::string_view folded, Kind kind, std::uint32_t name);
  void match(const TextWords& words, std::vector<Match>& matches) const;
  void judge(const TextWords& words, std::span<const Match> matches, const Match& match,
             std::vector<PersonalFind>& found) const;

  std::vector<Name> names_;
  std::unordered_map<std::string, std::vector<Part>, Hash, std::equal_to<>> parts_;
  Beginnings<2> begins_;  // of stems
  std::size_t longest_ = 0;
};

}  // namespace mektep
