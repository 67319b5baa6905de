// One pass over the bytes: words of one alphabet cost a table look-up a letter, only the others are taken
// apart.
#include "facts/letters/letters.h"

#include "base/text.h"
#include "facts/letters/mixed.h"

namespace mektep {
namespace letters {

std::uint8_t code_of(char32_t letter) {
  if (letter >= U'а' && letter <= U'я') return static_cast<std::uint8_t>(letter - U'а' + 1);
  if (letter >= U'А' && letter <= U'Я') return static_cast<std::uint8_t>(letter - U'А' + 1);
  switch (letter) {
    case U'ё':
    case U'Ё':
      return yo;
    case U'ң':
    case U'Ң':
      return ng;
    case U'ө':
    case U'Ө':
      return oe;
    case U'ү':
    case U'Ү':
      return ue;
    default:
      return no_code;
  }
}

char32_t letter_of(std::uint8_t code) {
  constexpr std::u32string_view after = U"ёңөү";
  return code <= ya ? U'а' + code - 1 : after[code - yo];
}

namespace {

enum Flag : std::uint8_t { latin = 1, cyrillic = 2, digit = 4, odd = 8 };
constexpr std::uint8_t wide = 16;  // a lead byte that needs a closer look

struct Tables {
  std::array<std::uint8_t, 256> flags{};
  std::array<std::uint8_t, 256> codes{};  // by (lead byte & 3) * 64 + the low bits of the second byte
  constexpr Tables() {
    for (unsigned c = 'a'; c <= 'z'; ++c) flags[c] = flags[c - 32] = latin;
    for (unsigned c = '0'; c <= '9'; ++c) flags[c] = digit;
    for (unsigned c = 0xC2; c < 0xF5; ++c) flags[c] = wide;
    for (unsigned c = 0xD0; c <= 0xD3; ++c) flags[c] = cyrillic;
    for (unsigned c = 0; c < 256; ++c) codes[c] = coded(0x400 + c);
  }
  static constexpr std::uint8_t coded(char32_t c) {
    if (c >= 0x430 && c <= 0x44F) return static_cast<std::uint8_t>(c - 0x430 + 1);
    if (c >= 0x410 && c <= 0x42F) return static_cast<std::uint8_t>(c - 0x410 + 1);
    if (c == 0x451 || c == 0x401) return yo;
    if (c == 0x4A2 || c == 0x4A3) return ng;
    if (c == 0x4E8 || c == 0x4E9) return oe;
    return c == 0x4AE || c == 0x4AF ? ue : no_code;
  }
};
constexpr Tables tables;

constexpr std::uint8_t byte_at(std::string_view text, std::size_t at) {
  return static_cast<std::uint8_t>(text[at]);
}

bool is_hidden_or_mark(char32_t c) {
  return is_hidden(c) || (c >= 0x300 && c <= 0x36F);
}
bool is_other_letter(char32_t c) {
  return (c >= 0xC0 && c < 0x2B0 && c != 0xD7 && c != 0xF7) || (c >= 0x386 && c < 0x400) ||
         (c >= 0x1E00 && c < 0x1F00);
}

bool in_address(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::string_view borders = " \t\r\n\"<>()";
  const std::size_t from = text.find_last_of(borders, begin);
  const std::size_t first = from == std::string_view::npos ? 0 : from + 1;
  const std::string_view chunk =
      text.substr(first, std::min(text.find_first_of(borders, end), text.size()) - first);
  return chunk.contains('@') || chunk.contains("://") || chunk.starts_with("www.");
}

class Search {
 public:
  Search(std::string_view text, std::optional<Locale> language, std::vector<LetterFault>& faults)
      : text_(text), language_(language), faults_(faults) {}

  void run() {
    while (at_ < text_.size()) {
      const std::uint8_t flag = tables.flags[byte_at(text_, at_)];
      std::size_t after = at_ + 1;
      if (flag == wide) {
        after = at_;
        const char32_t c = next_code_point(text_, after);
        if (is_other_letter(c) || turns_direction(c)) after = at_;
      } else if (flag != 0) {
        after = at_;
      }
      if (after == at_)
        word();
      else
        at_ = after;
    }
  }

 private:
  void word() {
    const std::size_t begin = at_;
    const bool coding = language_ == Locale::ky;
    const std::string_view text =
        text_;  // local copies: writing bytes may change any member, thinks the compiler
    std::uint8_t* const codes_at = coded_.at.data();
    std::size_t at = begin, size = 0;
    std::uint8_t flags = 0;
    while (at < text.size()) {
      const std::uint8_t byte = byte_at(text, at), flag = tables.flags[byte];
      if (flag == cyrillic && at + 1 < text.size()) {
        const std::uint8_t code = tables.codes[(byte & 3U) * 64U + (byte_at(text, at + 1) & 63U)];
        flags |= code == no_code ? cyrillic | odd : cyrillic;
        if (coding && size < longest_word) codes_at[size] = code;
        ++size;
        at += 2;
      } else if (flag == wide) {
        std::size_t after = at;
        const char32_t c = next_code_point(text, after);
        if (is_hidden_or_mark(c)
                ? !letter_follows(after) && !(c >= 0x300 && c <= 0x36F) && !turns_direction(c)
                : !is_other_letter(c))
          break;
        flags |= odd;
        at = after;
      } else if (flag == 0) {
        break;
      } else {
        flags |= flag;
        ++at;
      }
    }
    at_ = at;
    coded_.size = size;
    if (flags == cyrillic) {
      if (coding && size >= 2 && size <= longest_word) kyrgyz(begin);
    } else if ((flags & cyrillic) != 0 || (flags & odd) != 0) {
      mixed(begin);
    }
  }
  bool letter_follows(std::size_t at) const {
    if (at >= text_.size()) return false;
    const std::uint8_t flag = tables.flags[byte_at(text_, at)];
    return flag == latin || flag == cyrillic;
  }
  void kyrgyz(std::size_t begin) {
    const std::uint8_t lead = byte_at(text_, begin), second = byte_at(text_, begin + 1);
    coded_.capital = lead == 0xD0 && second < 0xB0;
    if (lead >= 0xD2) coded_.capital = (second & 1U) == 0;  // Ң Ө Ү are even
    if (coded_.size <= 4 && (in_pair(begin) || follows_number(begin))) return;
    const auto repaired = repair_kyrgyz(coded_);
    if (repaired) report(begin, at_, *repaired);
  }
  // «10-тен»: an ending, not a word.
  bool follows_number(std::size_t begin) const {
    return begin >= 2 && text_[begin - 1] == '-' && tables.flags[byte_at(text_, begin - 2)] == digit &&
           coded_.size <= 3;
  }
  // Two words of which one alone could be right: «жаны жыл», «уй-було», «аты-жону».
  bool in_pair(std::size_t begin) {
    const auto is = [&](std::initializer_list<std::uint8_t> letters) {
      return std::ranges::equal(coded_.span(), letters);
    };
    const std::string_view after = text_.substr(at_), before = text_.substr(0, begin);
    if (is({zh, a, n, y})) {
      static constexpr std::string_view nouns[] = {
          " жыл",        " окуу",  " китеп",   " мектеп", " имарат", " программа", " долбоор",  " компьютер",
          " технология", " муун",  " мугалим", " спорт",  " класс",  " кабинет",   " жабдуу",   " усул",
          " стандарт",   " сайт",  " түрлөр",  " форма",  " тема",   " темалар",   " маалымат", " мыйзам",
          " тартип",     " сабак", " курс",    " ыкма",   " эреже",  " кызмат"};
      if (std::ranges::none_of(nouns, [&](std::string_view noun) { return after.starts_with(noun); }))
        return false;
      CodedWord repaired = coded_;
      repaired.at[2] = ng;
      report(begin, at_, repaired);
      return true;
    }
    const bool home = is({u, j}) && (after.starts_with("-було") || after.starts_with("-бүлө") ||
                                     after.starts_with(" бүлө"));
    const bool name =
        coded_.size == 4 && is({zh, o, n, u}) && (before.ends_with("аты-") || before.ends_with("Аты-"));
    if (!home && !name) return false;
    CodedWord repaired = coded_;
    for (std::size_t number = 0; number < repaired.size; ++number)
      repaired.at[number] = fronted(repaired.at[number]);
    report(begin, at_, repaired);
    return true;
  }
  void report(std::size_t begin, std::size_t end, const CodedWord& repaired) {
    std::size_t wrong = 0;
    while (wrong < coded_.size && repaired.at[wrong] == coded_.at[wrong]) ++wrong;
    if (wrong == coded_.size || in_address(text_, begin, end)) return;
    LetterFault fault{
        .kind = LetterFaultKind::russian, .word = begin, .size = end - begin, .letter = begin + 2 * wrong};
    std::size_t at = fault.letter;
    fault.wrong = next_code_point(text_, at);
    fault.repaired = rewrite(text_.substr(begin, end - begin), repaired);
    faults_.push_back(std::move(fault));
  }
  void mixed(std::size_t begin) {
    const std::string_view found = text_.substr(begin, at_ - begin);
    auto fault = find_mixed(found, language_);
    if (!fault || in_address(text_, begin, at_)) return;
    fault->word = begin;
    fault->size = found.size();
    fault->letter += begin;
    faults_.push_back(std::move(*fault));
  }

  std::string_view text_;
  std::optional<Locale> language_;
  std::vector<LetterFault>& faults_;
  std::size_t at_ = 0;
  CodedWord coded_;
};

}  // namespace
}  // namespace letters

void find_letter_faults(std::string_view text, std::optional<Locale> language,
                        std::vector<LetterFault>& faults) {
  letters::Search(text, language, faults).run();
}

}  // namespace mektep
