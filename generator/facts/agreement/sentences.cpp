#include "facts/agreement/sentences.h"

#include <optional>

#include "facts/agreement/number_words.h"

namespace mektep {
namespace {

// Groups of three digits are one number. More than nine digits are none.
std::optional<SaidNumber> read_digits(const TextWords& words, std::size_t i, std::size_t end) {
  SaidNumber number{i, i, 0};
  std::string digits = digits_of(words[i]);
  while (number.last + 1 < end && words[number.last + 1].number && digits.size() <= 3 &&
         words[number.last + 1].text.size() == 3 && words[number.last + 1].gap == gap_space) {
    digits += digits_of(words[++number.last]);
  }
  if (digits.size() > 9) return std::nullopt;
  for (const char c : digits) number.value = number.value * 10 + (c - '0');
  return number;
}

std::optional<SaidNumber> read_number(const TextWords& words, std::size_t i, std::size_t end) {
  if (words[i].number) return read_digits(words, i, end);
  const auto spelled = read_number_words(words, i, end);
  return spelled ? std::optional(SaidNumber{i, spelled->last, spelled->value}) : std::nullopt;
}

// «Мектеп качан ачылган? – 1951-жылы.»: a short answer with a number says nothing without its question.
bool answers(const TextWords& words, std::size_t i) {
  if (i == 0 || (words[i].gap & gap_sentence) == 0 || (words[i].gap & gap_other) == 0 || !words[i].number)
    return false;
  std::size_t end = i + 1;
  while (end < words.size() && !words[end].sentence) ++end;
  return end - i <= 4;
}

}  // namespace

std::string digits_of(const TextWord& number) {
  std::string digits;
  for (const char c : number.text) digits += static_cast<char>(c + 0x20);
  return digits;
}

void Sentences::read(const TextWords& words) {
  all_.clear();
  cues_.clear();
  numbers_.clear();
  for (const TextWord& word : words.all()) cues_.push_back(cues_of(word.text));
  for (Sentence one; one.begin < words.size(); one = {.begin = one.end}) {
    one.end = one.begin + 1;
    while (one.end < words.size() && (!words[one.end].sentence || answers(words, one.end))) ++one.end;
    one.first_number = numbers_.size();
    for (std::size_t i = one.begin; i < one.end; ++i) one.said |= cues_[i];
    for (std::size_t i = one.begin; i < one.end; ++i) {
      const auto number = read_number(words, i, one.end);
      if (!number) continue;
      numbers_.push_back(*number);
      i = number->last;
    }
    one.last_number = numbers_.size();
    all_.push_back(one);
  }
}

}  // namespace mektep
