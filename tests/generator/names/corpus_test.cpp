#include "generator/names/corpus.h"

#include <catch2/catch.hpp>

using namespace mektep;
using namespace mektep::test;

namespace {

void measure(const std::string& file) {
  const Scores scores = score(read_corpus(file));
  INFO(scores.mistakes);
  INFO(fmt::format(
      "known: recall {:.3f}, precision {:.3f}; unknown: recall {:.3f}, precision {:.3f}; all: recall "
      "{:.3f}, precision {:.3f}",
      scores.known.recall(), scores.known.precision(), scores.unknown.recall(), scores.unknown.precision(),
      scores.all.recall(), scores.all.precision()));
  CHECK(scores.known.recall() >= 0.98);
  CHECK(scores.unknown.recall() >= 0.90);
  CHECK(scores.other.recall() >= 0.90);
  CHECK(scores.known.precision() >= 0.90);
  CHECK(scores.unknown.precision() >= 0.90);
  CHECK(scores.all.precision() >= 0.90);
}

}  // namespace

TEST_CASE("the corpus has nine hundred sentences and more, a third of them without anything personal") {
  auto all = read_corpus("tuned.txt");
  for (const char* file :
       {"held_out.txt", "fresh.txt", "fresh2.txt", "fresh3.txt", "fresh4.txt", "fresh5.txt"})
    for (Sentence& sentence : read_corpus(file)) all.push_back(std::move(sentence));
  CHECK(all.size() >= 900);
  CHECK(std::ranges::count_if(all, [](const Sentence& s) { return s.labels.empty(); }) >= 300);
}

TEST_CASE("names are found in the sentences that the search was written with") {
  measure("tuned.txt");
}

TEST_CASE("names are found in sentences that the search was not written with") {
  measure("held_out.txt");
}

TEST_CASE("names are found in sentences that were written when the search was finished") {
  measure(GENERATE("fresh.txt", "fresh2.txt", "fresh3.txt", "fresh4.txt", "fresh5.txt"));
}
