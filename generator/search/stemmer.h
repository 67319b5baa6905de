// Words without their endings, so that «мектептин» finds «мектеп» and «школы» finds «школа».
#pragma once
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/locale.h"

namespace mektep {

// The common endings of Kyrgyz nouns, folded (search/words.h), in the order in which they are taken off a
// word from its end: case, possession, number, quality. Each slot is a list of words separated by spaces,
// longest first. The index carries the table, so the browser always strips what the writer stripped.
std::span<const std::string_view> kyrgyz_endings();

// A stemmer is cheap to use and not thread-safe: each thread has its own.
class Stemmer {
 public:
  explicit Stemmer(Locale locale);
  ~Stemmer();
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;

  // `word` comes from SearchWords. Kyrgyz: the table above, while at least three letters with a vowel stay,
  // and б, г at the end of what stays become п, к (китеби → китеп). Russian: the Snowball algorithm.
  std::string stem(std::string_view word);

 private:
  struct Russian;
  std::unique_ptr<Russian> russian_;
};

}  // namespace mektep
