#include "statistics/class_name.h"

#include <fmt/format.h>

#include <array>

#include "base/localise.h"
#include "base/text.h"

namespace mektep {
namespace {

// Keyboards stay in Latin: the letters that look the same are meant.
char32_t cyrillic_twin(char32_t c) {
  constexpr std::u32string_view latin = U"ABCEHKMOPTXY", cyrillic = U"АВСЕНКМОРТХУ";
  const std::size_t at = latin.find(c);
  return at == std::u32string_view::npos ? c : cyrillic[at];
}

bool is_ornament(char32_t c) {
  return c == U' ' || c == U'\u00A0' || c == U'-' || c == U'–' || c == U'—' || c == U'‑' || c == U'«' ||
         c == U'»' || c == U'"' || c == U'\'' || c == U'.' || c == U'_' || c == U'“' || c == U'”';
}

// Where the letter stands among the capital letters of Cyrillic; 0 for anything else. Tables of a large
// school compare classes millions of times, and collate() reads any text.
int rank_of(std::string_view letter) {
  constexpr unsigned char first_lead = 0xD0;  // U+0400 to U+04FF are two bytes: D0 80 to D3 BF
  static const std::array<std::uint16_t, 4 * 64> ranks = [] {
    std::vector<std::string> letters;
    for (char32_t c = 0x400; c < 0x500; ++c)
      if (is_letter(c) && to_upper(c) == c) append_utf8(letters.emplace_back(), c);
    std::ranges::sort(letters, [](const std::string& a, const std::string& b) {
      const int order = collate(a, b, Locale::ky);
      return order != 0 ? order < 0 : a < b;
    });
    std::array<std::uint16_t, 4 * 64> table{};
    for (std::size_t i = 0; i < letters.size(); ++i) {
      const auto lead = static_cast<unsigned char>(letters[i][0]),
                 last = static_cast<unsigned char>(letters[i][1]);
      table[(lead - first_lead) * 64 + (last & 63)] = static_cast<std::uint16_t>(i + 1);
    }
    return table;
  }();
  if (letter.size() != 2) return 0;
  const auto lead = static_cast<unsigned char>(letter[0]), last = static_cast<unsigned char>(letter[1]);
  return lead < first_lead || lead > 0xD3 ? 0 : ranks[(lead - first_lead) * 64 + (last & 63)];
}

}  // namespace

std::strong_ordering ClassName::operator<=>(const ClassName& other) const {
  if (const auto by_grade = grade <=> other.grade; by_grade != 0) return by_grade;
  if (letter == other.letter) return std::strong_ordering::equal;
  const int rank = rank_of(letter), other_rank = rank_of(other.letter);
  if (rank > 0 && other_rank > 0) return rank <=> other_rank;
  const int by_letter = collate(letter, other.letter, Locale::ky);
  return by_letter != 0 ? by_letter <=> 0 : letter.compare(other.letter) <=> 0;
}

std::string ClassName::text() const {
  return letter.empty() ? fmt::format("{}", grade) : fmt::format("{}-{}", grade, letter);
}

std::optional<ClassName> parse_class_name(std::string_view text) {
  text = trim(text);
  if (text.empty() || text.size() > 40) return std::nullopt;
  std::size_t at = 0;
  int grade = 0;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9' && at < 2)
    grade = grade * 10 + (text[at++] - '0');
  if (grade < 1 || grade > 12 || text[0] == '0') return std::nullopt;
  std::string word;
  int letters = 0;
  while (at < text.size()) {
    const char32_t c = to_upper(next_code_point(text, at));
    if (is_ornament(c)) continue;
    if (!is_letter(c)) return std::nullopt;
    append_utf8(word, cyrillic_twin(c));
    ++letters;
  }
  for (const std::string_view noun : {"КЛАСС", "КЛ"}) {
    if (word.starts_with(noun)) word.erase(0, noun.size());
    if (word.ends_with(noun)) word.erase(word.size() - noun.size());
    letters = static_cast<int>(count_code_points(word));
  }
  if (letters > 1) return std::nullopt;
  return ClassName{static_cast<std::uint8_t>(grade), std::move(word)};
}

}  // namespace mektep
