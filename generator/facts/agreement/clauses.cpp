// What a sentence is made of.
#include <algorithm>
#include <array>

#include "facts/agreement/sentence.h"

namespace mektep {

bool SentenceSearch::begins_clause(std::size_t i) const {
  return i > begin_ && ((words_[i].gap & gap_comma) != 0 ||
                        between(i - 1, i).find_first_of("()") != std::string_view::npos);
}

// «Класстар – 14», «сменность – две», «из них 40 …»: not of the number before.
bool SentenceSearch::stands_alone(Range clause) const {
  static const std::array<std::string, 7> those{
      fold_word("анын"),  fold_word("алардын"), fold_word("ичинен"),  fold_word("из"),
      fold_word("среди"), fold_word("том"),     fold_word("арасынан")};
  for (std::size_t at = clause.begin; at < std::min(clause.end, clause.begin + 2); ++at)
    if (std::ranges::find(those, words_[at].text) != those.end()) return true;
  for (std::size_t at = clause.begin + 1; at < clause.end; ++at)
    if ((words_[at].gap & gap_other) != 0) return true;
  return std::ranges::any_of(numbers_, [&](const Number& one) {
    return one.first >= clause.begin && one.first < clause.end && !is_year(one);
  });
}

SentenceSearch::Range SentenceSearch::range_of(const Number& one) const {
  const auto clause_from = [&](std::size_t begin) {
    std::size_t end = begin + 1;
    while (end < end_ && !begins_clause(end)) ++end;
    return Range{begin, end};
  };
  const auto clause_before = [&](std::size_t end) {
    std::size_t begin = end - 1;
    while (begin > begin_ && !begins_clause(begin)) --begin;
    return Range{begin, end};
  };
  Range range{one.first, one.last + 1};
  while (range.begin > begin_ && !(begins_clause(range.begin) && stands_alone(clause_before(range.begin))))
    --range.begin;
  while (range.end < end_ && !(begins_clause(range.end) && stands_alone(clause_from(range.end)))) ++range.end;
  return range;
}

bool SentenceSearch::happened(Range range) const {
  static const std::array<std::string, 12> kyrgyz{fold_word("ды"),  fold_word("ди"),  fold_word("ду"),
                                                  fold_word("ты"),  fold_word("ти"),  fold_word("ту"),
                                                  fold_word("кан"), fold_word("кен"), fold_word("гон"),
                                                  fold_word("кон"), fold_word("ган"), fold_word("ген")};
  static const std::array<std::string, 4> russian{fold_word("ли"), fold_word("лись"), fold_word("лось"),
                                                  fold_word("лась")};
  const auto ends = [&](std::size_t i, const auto& endings) {
    const std::string_view word = words_[i].text;
    constexpr CueSet states = bit(Cue::is) | bit(Cue::studies) | bit(Cue::works) | bit(Cue::all) |
                              bit(Cue::week) | bit(Cue::pupil) | bit(Cue::teacher) | bit(Cue::founded) |
                              bit(Cue::address);
    return word.size() >= 4 && !words_[i].capital && !is_any(i, states) &&
           std::ranges::any_of(endings, [&](const std::string& end) { return word.ends_with(end); });
  };
  if (ends(end_ - 1, kyrgyz)) return true;
  for (std::size_t i = range.begin; i < range.end; ++i)
    if (words_[i].text.size() >= 5 && ends(i, russian)) return true;
  return false;
}

bool SentenceSearch::is_to_come() const {
  static const std::array<std::string, 2> later{fold_word("жылдан"), fold_word("кийин")};
  if (has(Cue::later)) return true;
  for (const Number& one : numbers_)
    if (is_year(one) && one.value > facts_.year + 1) return true;
  for (std::size_t i = begin_ + 1; i < end_; ++i)
    if (words_[i].text == later[1] && words_[i - 1].text == later[0]) return true;
  return false;
}

bool SentenceSearch::is_row() const {
  return end_ - begin_ <= 4 && numbers_.size() == 1 && numbers_.front().last + 2 >= end_;
}

}  // namespace mektep
