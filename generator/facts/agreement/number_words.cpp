#include "facts/agreement/number_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/text.h"
#include "names/beginnings.h"
#include "names/endings.h"

namespace mektep {

namespace {

struct Spelling {
  std::string word;
  int value;
};

// «жети» of «жетиден»; what other words begin with them is told apart by the Kyrgyz suffixes. «Он», a Russian
// word as well, and «жүз», a face, count beside another number only.
const std::vector<Spelling>& kyrgyz() {
  static const std::vector<Spelling> all = [] {
    constexpr std::array<std::pair<std::string_view, int>, 20> words{
        {{"бир", 1},      {"эки", 2},     {"үч", 3},      {"төрт", 4},  {"беш", 5},
         {"алты", 6},     {"жети", 7},    {"сегиз", 8},   {"тогуз", 9}, {"он", 10},
         {"жыйырма", 20}, {"отуз", 30},   {"кырк", 40},   {"элүү", 50}, {"алтымыш", 60},
         {"жетимиш", 70}, {"сексен", 80}, {"токсон", 90}, {"жүз", 100}, {"миң", 1000}}};
    std::vector<Spelling> list;
    for (const auto& [word, value] : words) list.push_back({fold_word(word), value});
    return list;
  }();
  return all;
}

const std::vector<Spelling>& russian() {
  static const std::vector<Spelling> all = [] {
    constexpr std::array<std::pair<std::string_view, int>, 37> words{{{"один одна одного одной одну", 1},
                                                                      {"два две двух двум двумя", 2},
                                                                      {"три трёх трём тремя", 3},
                                                                      {"четыре четырёх четырём четырьмя", 4},
                                                                      {"пять пяти пятью", 5},
                                                                      {"шесть шести шестью", 6},
                                                                      {"семь семи семью", 7},
                                                                      {"восемь восьми восемью", 8},
                                                                      {"девять девяти девятью", 9},
                                                                      {"десять десяти десятью", 10},
                                                                      {"одиннадцать одиннадцати", 11},
                                                                      {"двенадцать двенадцати", 12},
                                                                      {"тринадцать тринадцати", 13},
                                                                      {"четырнадцать четырнадцати", 14},
                                                                      {"пятнадцать пятнадцати", 15},
                                                                      {"шестнадцать шестнадцати", 16},
                                                                      {"семнадцать семнадцати", 17},
                                                                      {"восемнадцать восемнадцати", 18},
                                                                      {"девятнадцать девятнадцати", 19},
                                                                      {"двадцать двадцати", 20},
                                                                      {"тридцать тридцати", 30},
                                                                      {"сорок сорока", 40},
                                                                      {"пятьдесят пятидесяти", 50},
                                                                      {"шестьдесят шестидесяти", 60},
                                                                      {"семьдесят семидесяти", 70},
                                                                      {"восемьдесят восьмидесяти", 80},
                                                                      {"девяносто девяноста", 90},
                                                                      {"сто ста", 100},
                                                                      {"двести двухсот двумстам", 200},
                                                                      {"триста трёхсот тремстам", 300},
                                                                      {"четыреста четырёхсот", 400},
                                                                      {"пятьсот пятисот", 500},
                                                                      {"шестьсот шестисот", 600},
                                                                      {"семьсот семисот", 700},
                                                                      {"восемьсот восьмисот", 800},
                                                                      {"девятьсот девятисот", 900},
                                                                      {"тысяча тысячи тысяч тысячу", 1000}}};
    std::vector<Spelling> list;
    for (const auto& [forms, value] : words)
      for (const std::string_view form : split(forms, ' ')) list.push_back({fold_word(form), value});
    return list;
  }();
  return all;
}

const std::array<std::string, 3>& weeks() {
  static const std::array<std::string, 3> all{fold_word("пятиднев"), fold_word("шестиднев"),
                                              fold_word("семиднев")};
  return all;
}

// Nearly every word of a text is none of the hundred spellings.
bool may_be_number(std::string_view word) {
  static const Beginnings<3> begins = [] {
    Beginnings<3> all;
    for (const Spelling& one : russian()) all.add(one.word);
    for (const Spelling& one : kyrgyz()) all.add(one.word);
    for (const std::string& one : weeks()) all.add(one);
    return all;
  }();
  return begins.may_begin(word);
}

// 0: none
int value_of(std::string_view word) {
  if (!may_be_number(word)) return 0;
  for (const Spelling& one : russian())
    if (word == one.word) return one.value;
  for (const Spelling& one : kyrgyz())
    if (word.starts_with(one.word) && is_kyrgyz_suffix(word.substr(one.word.size()))) return one.value;
  return 0;
}

// «пятидневная», «шестидневка»
int days_of(std::string_view word) {
  if (!may_be_number(word)) return 0;
  for (std::size_t i = 0; i < weeks().size(); ++i)
    if (word.starts_with(weeks()[i])) return static_cast<int>(i) + 5;
  return 0;
}

}  // namespace

std::optional<SpelledNumber> read_number_words(const TextWords& words, std::size_t i, std::size_t end) {
  if (const int days = days_of(words[i].text)) return SpelledNumber{i, days};
  // Of every part the next has fewer digits, save that hundreds and thousands multiply.
  int whole = 0, part = 0, size = 10000;
  std::size_t at = i;
  for (; at < end && !words[at].number; ++at) {
    if (at > i && (words[at].gap & ~(gap_space | gap_hyphen)) != 0) break;
    const int value = value_of(words[at].text);
    if (value == 0) break;
    if (value == 1000) {
      whole = std::max(part, 1) * value;
      part = 0;
      size = value;
    } else if (value == 100 && part > 1 && part < 10) {
      part *= value;
      size = value;
    } else {
      const int digits = value >= 100 ? 100 : value >= 10 ? 10 : 1;
      if (value >= size || (size == 10 && value >= 10)) break;
      part += value;
      size = digits;
    }
  }
  const int value = whole + part;
  const bool doubtful = at == i + 1 && (value == 10 || value == 100);
  if (at == i || value < 5 || doubtful) return std::nullopt;
  return SpelledNumber{at - 1, value};
}

}  // namespace mektep
