// Stems of words as the index has them: a word a line in, `word kyrgyz russian` a line out. Compared with
// what the browser makes of the same words (stems_test.mjs).
#include <iostream>

#include "search/stemmer.h"
#include "search/words.h"

using namespace mektep;

int main() {
  Stemmer kyrgyz(Locale::ky), russian(Locale::ru);
  for (std::string line; std::getline(std::cin, line);) {
    SearchWords words(line);
    for (std::string_view word; words.next(word);)
      std::cout << word << ' ' << kyrgyz.stem(word) << ' ' << russian.stem(word) << '\n';
  }
  return 0;
}
