// Names in addresses: slugs, file names, links, whatever the transliteration («duyshonbekova»,
// «dujšonbekova», %D0%94…).
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "names/known_names.h"

namespace mektep {

// Meant for the few whose names may not be shown: the time of a search grows with their number.
class SlugNames {
 public:
  void add(const KnownName& name, std::uint32_t whose);
  bool empty() const { return names_.empty(); }
  // Whose surname stands in `address`: sorted, each once. Surnames of less than six letters count only beside
  // the first name.
  std::vector<std::uint32_t> find(std::string_view address) const;

 private:
  struct Name {
    std::string surname, given;
    std::uint32_t whose;
  };
  std::vector<Name> names_;
};

// What is left of a word when all ways to write it in Latin letters fall together.
std::string skeleton(std::string_view text);

}  // namespace mektep
