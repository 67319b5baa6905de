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
      case '|':
        return {Kind::gap, 0, false, gap_other | gap_cell};
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

// sign_of for the alphabets that texts are written in: most of what a site says goes through it.
constexpr char32_t table_end = 0x530;
const std::array<Sign, table_end>& common_signs() {
  static const auto table = [] {
    std::array<Sign, table_end> signs;
    for (char32_t c = 0; c < table_end; ++c) signs[c] = sign_of(c);
    return signs;
  }();
  return table;
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

// Reads one text. Letters are folded into a buffer that never moves while words look into it.
class TextWords::Reader {
 public:
  Reader(std::string_view text, std::vector<TextWord>& words, char* folded)
      : text_(text), words_(words), begin_(folded), end_(folded) {}

  void run() {
    while (at_ < text_.size()) {
      const std::size_t begin = at_;
      const char32_t c = next();
      const Sign sign = c < table_end ? signs_[c] : sign_of(c);
      switch (sign.kind) {
        case Kind::skip:
          // и with a breve, written in two characters
          if (c == 0x306 && inside_ && end_ != begin_ && end_[-1] == cyrillic(U'и'))
            end_[-1] = cyrillic(U'й');
          break;
        case Kind::gap:
          if (!(inside_ && c == '-' && goes_on_below())) gap(sign, begin);
          break;
        default:
          letter(sign, c, begin);
      }
    }
    close(text_.size());
  }

 private:
  char32_t next() {
    const auto lead = static_cast<unsigned char>(text_[at_]);
    if (lead >= 0x80 && lead < 0xE0 && at_ + 1 < text_.size()) {
      const auto second = static_cast<unsigned char>(text_[at_ + 1]);
      at_ += 2;
      return (lead & 0x1FU) << 6U | (second & 0x3FU);
    }
    return next_code_point(text_, at_);
  }

  // «Аса-⏎нов»: a word that a line has split goes on in small letters.
  bool goes_on_below() {
    const std::size_t next = text_.find_first_not_of("\n\r", at_);
    if (next == at_ || next == std::string_view::npos) return false;
    std::size_t peek = next;
    const Sign after = sign_of(next_code_point(text_, peek));
    if (after.kind != Kind::letter || after.upper) return false;
    at_ = next;
    return true;
  }

  void gap(const Sign& sign, std::size_t begin) {
    close(begin);
    gap_ |= sign.gap;
    if (sign.folded == '\n') {
      if (last_line_) gap_ |= gap_sentence;  // an empty line
      last_line_ = true;
    } else if ((sign.gap & gap_space) == 0) {
      last_line_ = false;
    }
  }

  void letter(const Sign& sign, char32_t c, std::size_t begin) {
    last_line_ = false;
    const bool is_digit = sign.kind == Kind::digit;
    if (inside_ && is_digit != (letters_ == 0)) close(begin);
    if (!inside_) open(sign, begin);
    if (is_digit) {
      *end_++ = sign.folded;
      return;
    }
    ++letters_;
    all_upper_ &= sign.upper;
    if (sign.kind == Kind::letter) {
      if (!any_cyrillic_ && any_latin_) unmask();
      any_cyrillic_ = true;
      if (sign.folded) *end_++ = sign.folded;
    } else {
      any_latin_ = true;
      const char twin = any_cyrillic_ ? look_alike(c) : '\0';
      *end_++ = twin ? twin : sign.folded;
    }
  }

  // What looked Latin so far was a disguise.
  void unmask() {
    for (char* letter = begin_; letter != end_; ++letter) {
      const auto raw = static_cast<unsigned char>(*letter);
      const char capital = look_alike(raw - 32U), small = look_alike(raw);
      if (small || capital) *letter = small ? small : capital;
    }
  }

  void open(const Sign& sign, std::size_t begin) {
    inside_ = all_upper_ = true;
    any_cyrillic_ = any_latin_ = false;
    letters_ = 0;
    begin_ = end_;
    word_ = {};
    word_.begin = static_cast<std::uint32_t>(begin);
    word_.gap = gap_;
    word_.capital = sign.upper;
    gap_ = 0;
  }

  void close(std::size_t end) {
    if (!inside_) return;
    inside_ = false;
    // дж is the Russian spelling of ж at the beginning of a name.
    if (end_ - begin_ > 2 && begin_[0] == cyrillic(U'д') && begin_[1] == cyrillic(U'ж')) ++begin_;
    if (begin_ == end_) return;
    word_.end = static_cast<std::uint32_t>(end);
    word_.text = {begin_, end_};
    word_.all_caps = all_upper_ && letters_ > 1;
    word_.latin = any_latin_ && !any_cyrillic_;
    word_.number = letters_ == 0;
    const bool dj =
        letters_ == 2 && begin_[0] == cyrillic(U'д') && begin_[1] == cyrillic(U'ж');  // «Дж. Асанова»
    word_.initial = word_.capital && (letters_ == 1 || dj) && end < text_.size() && text_[end] == '.';
    word_.sentence = words_.empty() || begins_sentence(words_.back());
    words_.push_back(word_);
  }
  bool begins_sentence(const TextWord& before) const {
    return (word_.gap & gap_sentence) != 0 ||
           ((word_.gap & gap_dot) != 0 && !before.initial && !is_abbreviation(before.text) &&
            !(word_.gap == gap_dot && !word_.capital));  // 8.30, school.kg
  }

  const std::array<Sign, table_end>& signs_ = common_signs();
  const std::string_view text_;
  std::vector<TextWord>& words_;
  std::size_t at_ = 0;
  // The word that is being read
  char *begin_, *end_;
  TextWord word_;
  std::size_t letters_ = 0;  // no digits
  bool inside_ = false, all_upper_ = true, any_cyrillic_ = false, any_latin_ = false;
  // What has come since the last one
  std::uint8_t gap_ = 0;
  bool last_line_ = false;
};

void TextWords::read(std::string_view text) {
  words_.clear();
  if (folded_.size() < text.size()) folded_.resize(text.size());  // a letter is no shorter than its sign
  Reader(text, words_, folded_.data()).run();
}

std::string fold_word(std::string_view word) {
  TextWords words;
  words.read(word);
  return words.size() == 1 ? std::string(words[0].text) : std::string();
}

}  // namespace mektep
