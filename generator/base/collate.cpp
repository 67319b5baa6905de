// Dictionary order. A text is read as a row of tokens: a letter, a whole number, or the blank between two
// words; punctuation is no token. Rows are compared by rank first, then by Ё (Russian), then by case, then by
// bytes.
#include "base/localise.h"
#include "base/text.h"

namespace mektep {
namespace {

// Letters in their order; those of neighbouring languages stand behind the letter that they come from.
constexpr std::u32string_view alphabet = U"аәбвгґғдеёєжзийіїкқлмнңоөпрстуүўфхҳцчшщъыьэюя";

enum Rank : std::uint32_t { end_rank, blank_rank, number_rank, latin_rank, cyrillic_rank = 0x1000 };

constexpr std::array<std::uint32_t, 0x530 - 0x400> cyrillic_ranks = [] {
  std::array<std::uint32_t, 0x530 - 0x400> ranks{};
  for (std::size_t i = 0; i < ranks.size(); ++i)
    ranks[i] = static_cast<std::uint32_t>(cyrillic_rank + 0x100 + i);
  for (std::size_t i = 0; i < alphabet.size(); ++i) {
    ranks[alphabet[i] - 0x400] = static_cast<std::uint32_t>(cyrillic_rank + i);
  }
  return ranks;
}();

struct Token {
  std::uint32_t rank = end_rank;
  std::uint8_t mark = 0;    // Russian ё behind е
  bool capital = false;     // small letters first
  std::string_view number;  // without leading zeros
};

bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}
bool is_blank(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x202F;
}

class Reader {
 public:
  Reader(std::string_view text, Locale locale) : text_(text), locale_(locale) {}

  Token next() {
    bool blank = false;
    while (at_ < text_.size()) {
      const std::size_t start = at_;
      const char32_t c = next_code_point(text_, at_);
      if (is_blank(c)) {
        blank = true;
        continue;
      }
      const bool digit = is_digit(c);
      if (!digit && !is_letter(c)) continue;
      if (blank && begun_) {
        at_ = start;
        begun_ = false;  // the blank is told once
        return {.rank = blank_rank};
      }
      begun_ = true;
      return digit ? number(start) : letter(c);
    }
    return {};
  }

 private:
  Token number(std::size_t start) {
    while (at_ < text_.size() && is_digit(static_cast<unsigned char>(text_[at_]))) ++at_;
    std::string_view digits = text_.substr(start, at_ - start);
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    return {.rank = number_rank, .number = digits};
  }

  Token letter(char32_t c) {
    const char32_t small = composed(to_lower(c));
    Token token{.capital = to_lower(c) != c};
    if (is_cyrillic(small)) {
      const bool folded = locale_ == Locale::ru && small == U'ё';
      token.rank = cyrillic_ranks[(folded ? U'е' : small) - 0x400];
      token.mark = folded ? 1 : 0;
    } else {
      token.rank = latin_rank + static_cast<std::uint32_t>(small);
    }
    return token;
  }

  // й and ё may come in two code points (NFD).
  char32_t composed(char32_t small) {
    if ((small != U'и' && small != U'е') || at_ >= text_.size() || text_[at_] != '\xCC') return small;
    std::size_t after = at_;
    const char32_t sign = next_code_point(text_, after);
    const char32_t whole = small == U'и' && sign == 0x306 ? U'й' : small == U'е' && sign == 0x308 ? U'ё' : 0;
    if (whole == 0) return small;
    at_ = after;
    return whole;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Locale locale_;
  bool begun_ = false;
};

template <class Value>
int compare(const Value& a, const Value& b) {
  return a < b ? -1 : b < a ? 1 : 0;
}

}  // namespace

int collate(std::string_view a, std::string_view b, Locale locale) {
  Reader left(a, locale);
  Reader right(b, locale);
  int by_mark = 0;
  int by_case = 0;
  for (;;) {
    const Token x = left.next();
    const Token y = right.next();
    if (x.rank != y.rank) return compare(x.rank, y.rank);
    if (x.rank == end_rank) break;
    if (x.number.size() != y.number.size()) return compare(x.number.size(), y.number.size());
    if (const int order = compare(x.number, y.number); order != 0) return order;
    if (by_mark == 0) by_mark = compare(x.mark, y.mark);
    if (by_case == 0) by_case = compare(x.capital, y.capital);
  }
  if (by_mark != 0) return by_mark;
  return by_case != 0 ? by_case : compare(a, b);
}

}  // namespace mektep
