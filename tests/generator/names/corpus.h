// The labelled corpus of names (corpus/README.md) and how well a search does on it.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "names/name_finder.h"

namespace mektep::test {

struct Label {
  Personal kind;
  std::size_t begin, end;
};

struct Sentence {
  std::string text;  // without marks
  std::vector<Label> labels;
};

std::vector<Sentence> read_corpus(const std::string& file);
// The finder that knows the register of the corpus.
const NameFinder& corpus_finder();

// Of one kind of find.
struct Score {
  std::size_t right = 0, missed = 0, wrong = 0;
  double recall() const { return rate(missed); }
  double precision() const { return rate(wrong); }

 private:
  double rate(std::size_t faults) const {
    return right + faults == 0 ? 1.0 : static_cast<double>(right) / static_cast<double>(right + faults);
  }
};

struct Scores {
  Score known, unknown, other, all;
  std::string mistakes;  // a line each
};
Scores score(const std::vector<Sentence>& corpus);

}  // namespace mektep::test
