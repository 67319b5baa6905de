#include "facts/letters/mixed.h"

#include "base/text.h"

using namespace std::string_view_literals;

namespace mektep::letters {
namespace {

enum class Script : std::uint8_t { cyrillic, latin, other };

struct Letter {
  char32_t is = 0;
  std::size_t at = 0;
  Script script = Script::other;
};

constexpr std::u32string_view latin_strong = U"aceopxyABCEHKMOPTXYαορευΑΒΕΗΚΜΟΡΤΥΧɵƟθΘϴöÖüÜŋŊʏ";
constexpr std::u32string_view cyrillic_strong = U"асеорхуАВСЕНКМОРТХУаореүАВЕНКМОРТҮХөӨөӨӨөӨүҮңҢү";
constexpr std::u32string_view latin_weak = U"kmthbiκτ", cyrillic_weak = U"кмтнвикт";
constexpr std::u32string_view foreign = U"ѳѲӧӦӱӰӊӉӈӇҥҤ", kyrgyz = U"өӨөӨүҮңҢңҢңҢ";
constexpr std::u32string_view to_latin_from = U"асеорхукАВСЕНКМОРТХУІі",
                              to_latin_to = U"aceopxykABCEHKMOPTXYIi";
constexpr std::u32string_view roman_latin = U"IVXLCDM", roman_cyrillic = U"ХСМІӀ", roman_repaired = U"XCMII";
static_assert(latin_strong.size() == cyrillic_strong.size() && latin_weak.size() == cyrillic_weak.size());
static_assert(foreign.size() == kyrgyz.size() && to_latin_from.size() == to_latin_to.size());

// Names that could be read as Cyrillic and take Kyrgyz or Russian endings.
constexpr std::u32string_view names[] = {U"Mac", U"Max", U"App",  U"app", U"Pay",  U"Com",  U"pH",
                                         U"imo", U"bot", U"chat", U"tab", U"Maya", U"Oppo", U"OPPO"};

char32_t mapped(char32_t sign, std::u32string_view from, std::u32string_view to) {
  const std::size_t at = from.find(sign);
  return at == std::u32string_view::npos ? 0 : to[at];
}
bool is_combining(char32_t sign) {
  return sign >= 0x300 && sign <= 0x36F;
}
bool is_upper(char32_t sign) {
  return to_lower(sign) != sign;
}
Script script_of(char32_t sign) {
  if (is_cyrillic(sign)) return Script::cyrillic;
  const bool greek = sign >= 0x370 && sign < 0x400;
  return greek || is_letter(sign) || (sign >= 0xC0 && sign < 0x2B0 && sign != 0xD7 && sign != 0xF7)
             ? Script::latin
             : Script::other;
}

// A word taken apart.
struct Parts {
  std::string_view word;
  std::optional<Locale> language;
  std::vector<Letter> letters;
  std::size_t latin = 0, cyrillic = 0, switches = 0;
  bool latin_first = false;
  std::u32string head;  // the letters of the first script

  Parts(std::string_view text, std::optional<Locale> locale) : word(text), language(locale) {
    Script last = Script::other;
    for (std::size_t at = 0; at < text.size();) {
      Letter letter{.at = at};
      letter.is = next_code_point(text, at);
      letter.script = script_of(letter.is);
      if (letter.script != Script::other) {
        (letter.script == Script::latin ? latin : cyrillic)++;
        if (last == Script::other)
          latin_first = letter.script == Script::latin;
        else if (letter.script != last)
          ++switches;
        if (switches == 0) head += letter.is;
        last = letter.script;
      }
      letters.push_back(letter);
    }
  }
  char32_t as_cyrillic(char32_t sign, bool weak) const {
    if (const char32_t strong = mapped(sign, latin_strong, cyrillic_strong)) return strong;
    if (language == Locale::ky && (sign == U'v' || sign == U'V') && weak)
      return sign == U'v' ? U'ү' : U'Ү';  // an old typists' habit
    return weak ? mapped(sign, latin_weak, cyrillic_weak) : 0;
  }
  bool all(Script script, auto&& holds) const {
    return std::ranges::all_of(letters,
                               [&](const Letter& one) { return one.script != script || holds(one.is); });
  }
  // The fault at the first letter that `replace` changes.
  std::optional<LetterFault> fault(LetterFaultKind kind, auto&& replace) const {
    LetterFault found{.kind = kind};
    bool first = true;
    for (const Letter& letter : letters) {
      const char32_t better = replace(letter);
      if (better != letter.is && first) {
        found.letter = letter.at;
        found.wrong = letter.is;
        first = false;
      }
      if (better != 0) append_utf8(found.repaired, better);
    }
    if (first) return std::nullopt;
    if (const CodedWord coded = code_word(found.repaired); language == Locale::ky && coded.size > 0) {
      if (const auto repaired = repair_kyrgyz(coded)) found.repaired = rewrite(found.repaired, *repaired);
    }
    return found;
  }
};

std::optional<LetterFault> find_hidden(const Parts& parts) {
  for (std::size_t number = 0; number < parts.letters.size(); ++number) {
    const char32_t sign = parts.letters[number].is;
    const char32_t next = number + 1 < parts.letters.size() ? parts.letters[number + 1].is : 0;
    if (is_hidden(next) || turns_direction(sign))
      return parts.fault(LetterFaultKind::hidden,
                         [](const Letter& one) { return is_hidden(one.is) ? 0 : one.is; });
    const char32_t base = to_lower(sign);
    if ((base == U'и' && next == 0x306) || (base == U'е' && next == 0x308)) {
      return LetterFault{.kind = LetterFaultKind::decomposed,
                         .letter = parts.letters[number].at,
                         .wrong = next,
                         .repaired = to_nfc(parts.word)};
    }
  }
  return std::nullopt;
}

std::optional<LetterFault> find_digit(const Parts& parts) {
  const auto& letters = parts.letters;
  const auto lower_cyrillic = [&](std::size_t number) {
    return letters[number].script == Script::cyrillic && !is_upper(letters[number].is);
  };
  if (parts.latin > 0 || parts.cyrillic < 3) return std::nullopt;
  std::size_t digits = 0, sure = 0;
  for (std::size_t number = 0; number < letters.size(); ++number) {
    if (letters[number].script != Script::other) continue;
    ++digits;
    const char32_t sign = letters[number].is;
    if (number > 0 && number + 1 < letters.size() && (sign == U'0' || sign == U'3') &&
        letters[number - 1].script == Script::cyrillic && lower_cyrillic(number + 1))
      ++sure;
  }
  if (digits == 0 || sure != digits) return std::nullopt;
  return parts.fault(LetterFaultKind::digit, [](const Letter& one) {
    return one.is == U'0' ? U'о' : one.is == U'3' ? U'з' : one.is;
  });
}

std::optional<LetterFault> find_roman(const Parts& parts) {
  bool sure = false;
  for (const Letter& letter : parts.letters) {
    if (letter.script == Script::latin ? !roman_latin.contains(letter.is)
                                       : !roman_cyrillic.contains(letter.is))
      return std::nullopt;
    sure |= U"IVІӀ"sv.contains(letter.is);
  }
  if (!sure) return std::nullopt;
  return parts.fault(LetterFaultKind::cyrillic, [](const Letter& one) {
    const char32_t better = mapped(one.is, roman_cyrillic, roman_repaired);
    return better ? better : one.is;
  });
}

std::optional<LetterFault> find_alphabets(const Parts& parts) {
  if (auto roman = find_roman(parts)) return roman;
  const bool ending =
      parts.switches == 1 && parts.latin_first && parts.latin >= 2;  // «PDFти»: a name with an ending
  // The ending of a name is short: «TikTokто» is one, «Okуучулар» is none.
  const bool weak = !ending || (parts.latin <= 3 && parts.cyrillic >= 5);
  const bool latin_fits =
      parts.all(Script::latin, [&](char32_t sign) { return parts.as_cyrillic(sign, weak) != 0; });
  const bool cyrillic_fits = parts.all(
      Script::cyrillic, [](char32_t sign) { return mapped(sign, to_latin_from, to_latin_to) != 0; });
  const auto to_cyrillic = [&] {
    return parts.fault(LetterFaultKind::latin, [&](const Letter& one) {
      return one.script == Script::latin ? parts.as_cyrillic(one.is, true) : one.is;
    });
  };
  const auto to_latin = [&] {
    return parts.fault(LetterFaultKind::cyrillic, [&](const Letter& one) {
      return one.script == Script::cyrillic ? mapped(one.is, to_latin_from, to_latin_to) : one.is;
    });
  };
  if (std::ranges::find(names, std::u32string_view(parts.head)) != std::end(names)) return std::nullopt;
  if (ending) {
    if (!latin_fits) return std::nullopt;
    const bool abbreviation = parts.all(Script::latin, is_upper) &&
                              parts.all(Script::cyrillic, [](char32_t sign) { return !is_upper(sign); });
    return abbreviation ? std::nullopt : to_cyrillic();
  }
  if (parts.switches == 1) {
    if (latin_fits) {
      if (!parts.latin_first && parts.word.ends_with("Com")) return std::nullopt;  // МегаCom
      return cyrillic_fits && parts.latin > parts.cyrillic ? to_latin() : to_cyrillic();
    }
    if (!parts.latin_first && cyrillic_fits && parts.cyrillic <= 2 && parts.latin >= 2)
      return to_latin();  // «Еxcel»
    return std::nullopt;
  }
  if (latin_fits && !(cyrillic_fits && parts.latin > parts.cyrillic)) return to_cyrillic();
  if (cyrillic_fits) return to_latin();
  if (parts.latin != 1 || parts.cyrillic < 3) return std::nullopt;
  auto found = parts.fault(LetterFaultKind::latin,
                           [](const Letter& one) { return one.script == Script::latin ? U'?' : one.is; });
  if (found) found->repaired.clear();
  return found;
}

}  // namespace

std::optional<LetterFault> find_mixed(std::string_view word, std::optional<Locale> language) {
  const Parts parts(word, language);
  if (auto hidden = find_hidden(parts)) return hidden;
  if (parts.cyrillic == 0) return std::nullopt;
  const bool combined =
      std::ranges::any_of(parts.letters, [](const Letter& one) { return is_combining(one.is); });
  if (combined) return std::nullopt;  // a stress mark
  if (parts.latin > 0) return find_alphabets(parts);
  if (auto digit = find_digit(parts)) return digit;
  if (language == Locale::ru && parts.cyrillic < 2) return std::nullopt;
  return parts.fault(LetterFaultKind::foreign, [](const Letter& one) {
    const char32_t better = mapped(one.is, foreign, kyrgyz);
    return better ? better : one.is;
  });
}

CodedWord code_word(std::string_view word) {
  CodedWord coded;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t sign = next_code_point(word, at);
    const std::uint8_t code = code_of(sign);
    if (code == no_code || coded.size == longest_word) return {};
    if (coded.size == 0) coded.capital = is_upper(sign);
    coded.at[coded.size++] = code;
  }
  return coded;
}

std::string rewrite(std::string_view word, const CodedWord& repaired) {
  std::string out;
  std::size_t number = 0;
  for (std::size_t at = 0; at < word.size(); ++number) {
    const char32_t sign = next_code_point(word, at);
    const char32_t better = letter_of(repaired.at[number]);
    append_utf8(out, is_upper(sign) ? to_upper(better) : better);
  }
  return out;
}

}  // namespace mektep::letters
