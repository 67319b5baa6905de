#include "names/numbers.h"

#include "base/date.h"
#include "base/phone.h"
#include "names/lexicon.h"

namespace mektep {

namespace {

// Digits that stand together, whatever spaces, hyphens and brackets divide them.
struct Run {
  std::size_t first, last;  // words
  std::string digits;
};

// Whether the digits of `word` belong to the number that ends at `end`.
bool continues(std::string_view text, std::size_t end, const TextWord& word) {
  const std::string_view between = text.substr(end, word.begin - end);
  return word.number && between.size() <= 4 &&
         between.find_first_not_of(" -()\xC2\xA0") == std::string_view::npos;
}

std::string digits_of(const TextWord& word) {
  std::string digits;
  for (const char c : word.text) digits += static_cast<char>(c + 0x20);
  return digits;
}

}  // namespace

bool is_personal_number(std::string_view digits) {
  if (digits.size() != 14 || (digits[0] != '1' && digits[0] != '2')) return false;
  const std::string iso = std::string(digits.substr(5, 4)) + "-" + std::string(digits.substr(3, 2)) + "-" +
                          std::string(digits.substr(1, 2));
  const auto born = parse_date(iso);
  return born && born->year >= 1900 && born->year < 2100;
}

void find_numbers(std::string_view text, const TextWords& words,
                  const std::set<std::string, std::less<>>& known, std::vector<PersonalFind>& found) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].number) continue;
    Run run{i, i, digits_of(words[i])};
    std::size_t after = i;
    for (std::size_t j = i;; ++j) {
      run.last = j;
      std::optional<Personal> kind;
      std::size_t begin = words[i].begin;
      if (is_personal_number(run.digits)) {
        kind = Personal::personal_number;
      } else {
        const bool plus = begin > 0 && text[begin - 1] == '+';
        const bool local = run.digits.size() == 10 && run.digits[0] == '0';
        const bool world = run.digits.size() == 12 && run.digits.starts_with("996");
        if (local || world) {
          const auto phone = parse_phone((world ? "+" : "") + run.digits);
          if (phone && is_known_prefix(*phone) && !known.contains(*phone)) {
            kind = Personal::phone;
            if (plus) --begin;
          }
          if (phone && known.contains(*phone)) after = j;
        }
      }
      if (kind) {
        found.push_back({*kind, begin, words[j].end});
        after = j;
        break;
      }
      if (j + 1 >= words.size() || run.digits.size() >= 14 || !continues(text, words[j].end, words[j + 1]))
        break;
      run.digits += digits_of(words[j + 1]);
    }
    i = after;
  }
}

void find_home_addresses(const TextWords& words, std::vector<PersonalFind>& found) {
  std::size_t begin = 0;
  while (begin < words.size()) {
    std::size_t end = begin + 1;
    while (end < words.size() && !words[end].sentence) ++end;
    bool lives = false, person = false;
    for (std::size_t i = begin; i < end; ++i) {
      lives |= is_living_word(words[i].text);
      person |= is_pupil_word(words[i].text);
    }
    for (std::size_t i = begin; i < end && (lives || person); ++i) {
      const bool flat = is_flat_word(words[i].text), street = lives && is_street_word(words[i].text);
      if (!flat && !street) continue;
      if (flat && i > begin && words[i - 1].number && words[i].gap != 0) {
        found.push_back({Personal::home_address, words[i - 1].begin, words[i].end});
        break;
      }
      for (std::size_t j = i + 1; j < end && j < i + 6; ++j) {
        if (!words[j].number) continue;
        found.push_back({Personal::home_address, words[i].begin, words[j].end});
        i = end;
        break;
      }
    }
    begin = end;
  }
}

}  // namespace mektep
