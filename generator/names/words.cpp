#include "names/words.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace mektep {

namespace {

constexpr char cyrillic(char32_t lower) {
  return static_cast<char>(lower - 0x400);
}

enum class Kind : std::uint8_t { gap, skip, letter, latin, digit };

struct Sign {
  Kind kind = Kind::gap;
  char folded = 0;  // 0 of a letter: dropped (ь, ъ)
  bool upper = false;
  std::uint8_t gap = 0;
};

// Latin and Greek letters that look like Cyrillic ones.
constexpr char look_alike(char32_t c) {
  struct Pair {
    char32_t sign, letter;
  };
  constexpr Pair pairs[] = {{'a', U'а'}, {'c', U'с'}, {'e', U'е'}, {'o', U'о'}, {'p', U'р'}, {'x', U'х'},
                            {'y', U'у'}, {'i', U'и'}, {'A', U'а'}, {'B', U'в'}, {'C', U'с'}, {'E', U'е'},
                            {'H', U'н'}, {'K', U'к'}, {'M', U'м'}, {'O', U'о'}, {'P', U'р'}, {'T', U'т'},
                            {'X', U'х'}, {'Y', U'у'}, {'k', U'к'}, {'m', U'м'}, {'t', U'т'}};
  for (const Pair& pair : pairs)
    if (pair.sign == c) return cyrillic(pair.letter);
  return 0;
}

Sign sign_of(char32_t c) {
  if (c >= U'а' && c <= U'я') {
    if (c == U'ь' || c == U'ъ') return {Kind::letter, 0, false, 0};
    return {Kind::letter, cyrillic(c == U'э' ? U'е' : c), false, 0};
  }
  if (c >= U'А' && c <= U'Я') {
    Sign sign = sign_of(c + 0x20);
    sign.upper = true;
    return sign;
  }
  if (c < 0x80) {
    const char ascii = static_cast<char>(c);
    if (ascii >= 'a' && ascii <= 'z') return {Kind::latin, ascii, false, 0};
    if (ascii >= 'A' && ascii <= 'Z') return {Kind::latin, static_cast<char>(ascii + 32), true, 0};
    if (ascii >= '0' && ascii <= '9') return {Kind::digit, static_cast<char>(ascii - 0x20), false, 0};
    switch (ascii) {
      case ' ':
      case '\t':
      case '\r':
        return {Kind::gap, 0, false, gap_space};
      case '\n':
        return {Kind::gap, '\n', false, gap_space};
      case '.':
        return {Kind::gap, 0, false, gap_dot};
      case '!':
      case '?':
      case ';':
        return {Kind::gap, 0, false, gap_sentence};
      case ',':
        return {Kind::gap, 0, false, gap_comma};
      case '-':
        return {Kind::gap, 0, false, gap_hyphen};
      case '"':
        return {Kind::gap, 0, false, gap_other | gap_quote};
      default:
        return {Kind::gap, 0, false, gap_other};
    }
  }
  switch (c) {
    case U'ё':
    case U'є':
      return {Kind::letter, cyrillic(U'е'), false, 0};
    case U'Ё':
      return {Kind::letter, cyrillic(U'е'), true, 0};
    case U'ү':
    case U'ұ':
      return {Kind::letter, cyrillic(U'у'), false, 0};
    case U'Ү':
      return {Kind::letter, cyrillic(U'у'), true, 0};
    case U'ө':
    case 0x3BF:  // Greek ο
      return {Kind::letter, cyrillic(U'о'), false, 0};
    case U'Ө':
    case 0x39F:
      return {Kind::letter, cyrillic(U'о'), true, 0};
    case U'ң':
      return {Kind::letter, cyrillic(U'н'), false, 0};
    case U'Ң':
      return {Kind::letter, cyrillic(U'н'), true, 0};
    case U'і':
    case U'ї':
      return {Kind::letter, cyrillic(U'и'), false, 0};
    case U'І':
      return {Kind::letter, cyrillic(U'и'), true, 0};
    case 0x3B1:  // Greek α
      return {Kind::letter, cyrillic(U'а'), false, 0};
    case 0x391:
      return {Kind::letter, cyrillic(U'а'), true, 0};
    case 0xAD:
      return {Kind::skip, 0, false, 0};
    case 0xA0:
    case 0x2007:
    case 0x2009:
    case 0x202F:
      return {Kind::gap, 0, false, gap_space};
    case U'«':
    case U'»':
    case U'„':
    case U'“':
    case U'”':
      return {Kind::gap, 0, false, gap_other | gap_quote};
    case U'…':
      return {Kind::gap, 0, false, gap_dot};
    case 0x2010:
    case 0x2011:
      return {Kind::gap, 0, false, gap_hyphen};
    default:
      break;
  }
  const bool invisible = (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF || c == 0x034F ||
                         (c >= 0x202A && c <= 0x202E) || (c >= 0x300 && c <= 0x36F);
  if (invisible) return {Kind::skip, 0, false, 0};
  if (c >= 0x400 && c < 0x530) return {Kind::letter, cyrillic(U'ы'), to_lower(c) != c, 0};
  return {Kind::gap, 0, false, gap_other};
}

// Abbreviations whose dot ends no sentence.
bool is_abbreviation(std::string_view folded) {
  static const std::array<std::string, 19> all = {
      fold_word("ул"), fold_word("им"),   fold_word("г"),    fold_word("с"),  fold_word("д"),
      fold_word("кв"), fold_word("т"),    fold_word("ж"),    fold_word("м"),  fold_word("р"),
      fold_word("пр"), fold_word("стр"),  fold_word("тел"),  fold_word("к"),  fold_word("ст"),
      fold_word("гр"), fold_word("проф"), fold_word("акад"), fold_word("зам")};
  return std::ranges::find(all, folded) != all.end();
}

}  // namespace

void TextWords::add(TextWord word, std::size_t at) {
  // дж is the Russian spelling of ж at the beginning of a name.
  if (folded_.size() - at > 2 && folded_[at] == cyrillic(U'д') && folded_[at + 1] == cyrillic(U'ж'))
    folded_.erase(at, 1);
  const std::size_t size = folded_.size() - at;
  if (size == 0) return;
  word.text = std::string_view(folded_).substr(at, size);
  if (words_.empty()) {
    word.sentence = true;
  } else {
    const TextWord& before = words_.back();
    word.sentence = (word.gap & gap_sentence) != 0 ||
                    ((word.gap & gap_dot) != 0 && !before.initial && !is_abbreviation(before.text));
  }
  words_.push_back(word);
}

void TextWords::read(std::string_view text) {
  words_.clear();
  folded_.clear();
  folded_.reserve(text.size() + 8);  // views into it stay valid: it never grows beyond the text
  TextWord word;
  std::uint8_t gap = 0;
  bool inside = false, all_upper = true, any_cyrillic = false, any_latin = false, last_line = false;
  std::size_t at = 0, letters = 0, letter_count = 0;
  const auto close = [&](std::size_t end) {
    if (!inside) return;
    inside = false;
    word.end = static_cast<std::uint32_t>(end);
    word.all_caps = all_upper && letter_count > 1;
    word.latin = any_latin && !any_cyrillic;
    word.number = letter_count == 0;
    word.initial = word.capital && letter_count == 1 && end < text.size() && text[end] == '.';
    add(word, letters);
    gap = 0;
  };
  while (at < text.size()) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    Sign sign = sign_of(c);
    if (sign.kind == Kind::skip) {
      // и with a breve and е with two dots, written in two characters
      if (c == 0x306 && inside && folded_.back() == cyrillic(U'и')) folded_.back() = cyrillic(U'й');
      continue;
    }
    if (sign.kind == Kind::gap) {
      if (inside && c == '-' && at < text.size()) {
        // «Аса-⏎нов»: a word that a line has split goes on in small letters.
        std::size_t next = at;
        while (next < text.size() && (text[next] == '\n' || text[next] == '\r')) ++next;
        std::size_t peek = next;
        if (next > at && next < text.size()) {
          const Sign after = sign_of(next_code_point(text, peek));
          if (after.kind == Kind::letter && !after.upper) {
            at = next;
            continue;
          }
        }
      }
      close(begin);
      if (sign.folded == '\n') {
        if (last_line) sign.gap |= gap_sentence;
        last_line = true;
      } else if ((sign.gap & gap_space) == 0) {
        last_line = false;
      }
      gap |= sign.gap;
      continue;
    }
    last_line = false;
    const bool is_digit = sign.kind == Kind::digit;
    if (inside && is_digit != (letter_count == 0)) close(begin);
    if (!inside) {
      inside = true;
      word = {};
      word.begin = static_cast<std::uint32_t>(begin);
      word.gap = gap;
      word.capital = sign.upper;
      gap = 0;
      letters = folded_.size();
      all_upper = true;
      any_cyrillic = any_latin = false;
      letter_count = 0;
    }
    if (is_digit) {
      folded_ += sign.folded;
      continue;
    }
    ++letter_count;
    all_upper &= sign.upper;
    if (sign.kind == Kind::letter) {
      if (!any_cyrillic && any_latin) {
        // What looked Latin so far was a disguise.
        for (std::size_t i = letters; i < folded_.size(); ++i) {
          const auto raw = static_cast<unsigned char>(folded_[i]);
          const char capital = look_alike(raw - 32U), small = look_alike(raw);
          if (small || capital) folded_[i] = small ? small : capital;
        }
      }
      any_cyrillic = true;
      if (sign.folded) folded_ += sign.folded;
    } else {
      any_latin = true;
      const char twin = any_cyrillic ? look_alike(c) : 0;
      folded_ += twin ? twin : sign.folded;
    }
  }
  close(text.size());
}

std::string fold_word(std::string_view word) {
  TextWords words;
  words.read(word);
  return words.size() == 1 ? std::string(words[0].text) : std::string();
}

}  // namespace mektep
