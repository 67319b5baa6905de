// Vowel harmony. In a Kyrgyz word front vowels (е и ө ү) are followed by front ones only, and у is followed
// by а, never by о: where a typed ending breaks this, it was typed without ү and ө. Loan words obey nothing,
// so only endings count.
#include "facts/letters/word.h"

namespace mektep::letters {
namespace {

bool is_high_round(std::uint8_t code) {
  return code == u || code == ue;
}
bool is_low_round(std::uint8_t code) {
  return code == o || code == oe;
}

struct Vowels {
  std::array<std::uint8_t, longest_word> at{};  // where they stand
  std::size_t count = 0;
};

template <class... Letters>
bool has_run(const CodedWord& word, std::size_t from, Letters... letters) {
  const std::uint8_t run[] = {static_cast<std::uint8_t>(letters)...};
  for (std::size_t at = from; at + sizeof...(letters) <= word.size; ++at) {
    if (std::equal(std::begin(run), std::end(run), word.at.begin() + static_cast<std::ptrdiff_t>(at)))
      return true;
  }
  return false;
}

template <class... Letters>
bool ends_in(const CodedWord& word, Letters... letters) {
  return word.size >= sizeof...(letters) && has_run(word, word.size - sizeof...(letters), letters...);
}

bool has_back_unrounded(const CodedWord& word) {
  return std::ranges::any_of(word.span(), [](std::uint8_t code) {
    return code == a || code == y || code == ya || code == yu || code == yo;
  });
}

CodedWord front_from(CodedWord word, std::size_t from) {
  for (std::size_t at = from; at < word.size; ++at) word.at[at] = fronted(word.at[at]);
  return word;
}

// Whether some ending that begins behind `after` and not behind `at` reaches to the end of the word.
bool ends_around(const CodedWord& word, std::size_t after, std::size_t at) {
  for (std::size_t begin = std::max<std::size_t>(after + 1, 3); begin <= at; ++begin) {
    if (are_endings(word.span().subspan(begin))) return true;
  }
  return false;
}

// «беруу», «иштоо»: a long round vowel with a consonant and a front vowel before it.
std::optional<CodedWord> long_vowel(const CodedWord& word, std::size_t before, std::size_t at) {
  const std::uint8_t first = word.at[at], second = word.at[at + 1];
  if (first == fronted(first) && second == fronted(second)) return std::nullopt;
  if (at == before + 1) return std::nullopt;
  const auto rest = word.span().subspan(at + 2);
  if (!are_endings(rest)) return std::nullopt;
  if (is_high_round(first)) {
    if (word.at[at - 1] == s) return std::nullopt;  // Жетисуу
    const bool son = !rest.empty() && rest[0] == l &&
                     (rest.size() == 1 ||
                      (rest.size() >= 2 && is_high_round(rest[1]) &&
                       (rest.size() == 2 || (rest[2] != k && rest[2] != g && !is_high_round(rest[2])))));
    if (son) return std::nullopt;                                                    // Бекуулу
    if (!rest.empty() && rest[0] == m && word.at[at - 1] == n) return std::nullopt;  // континуум
  }
  return front_from(word, at);
}

// «жонундо», «кунго»: у and then о in an ending.
bool low_after_high(const CodedWord& word, std::size_t before, std::size_t at) {
  if (at - before < 2 || has_run(word, 0, u, k, t, o, r) || has_run(word, 0, p, t, o, r) ||
      ends_in(word, o, g, o) || has_back_unrounded(word))
    return false;
  static constexpr std::array<std::array<std::uint8_t, 3>, 9> beginnings{
      {{l, o, r}, {d, o, r}, {t, o, r}, {d, o, n}, {t, o, n}, {n, o, n}, {g, o, n}, {k, o, n}, {ch, o, n}}};
  const std::size_t begin = at - 1;
  if (begin < 3) return false;
  if (!are_endings(word.span().subspan(begin))) return false;
  for (const auto& beginning : beginnings) {
    if (begin + 3 <= word.size &&
        std::equal(beginning.begin(), beginning.end(), word.at.begin() + static_cast<std::ptrdiff_t>(begin)))
      return true;
  }
  const std::uint8_t first = word.at[begin];
  return at + 1 == word.size && (first == d || first == g || first == k || first == t);
}

// Combining forms of loan words, which harmony does not cross: «фотосүрөт».
bool begins_with_combining_form(const CodedWord& word) {
  constexpr std::array<std::array<std::uint8_t, 6>, 12> forms{{{f, o, t, o},
                                                               {a, v, t, o},
                                                               {v, i, d, e, o},
                                                               {r, a, d, i, o},
                                                               {m, i, k, r, o},
                                                               {a, g, r, o},
                                                               {m, o, t, o},
                                                               {eh, k, o},
                                                               {b, i, o},
                                                               {g, e, o},
                                                               {m, o, n, o},
                                                               {n, e, j, r, o}}};
  return std::ranges::any_of(forms, [&](const auto& form) {
    std::size_t number = 0;
    while (number < form.size() && form[number] != no_code && form[number] == word.at[number]) ++number;
    return number == form.size() || form[number] == no_code;
  });
}

}  // namespace

// «келиниз», «балаңыз» without ң.
std::optional<CodedWord> repair_polite(const CodedWord& word) {
  for (std::size_t at = 3; at + 3 <= word.size; ++at) {
    if (word.at[at] != n || word.at[at + 2] != z) continue;
    const std::uint8_t before = word.at[at - 1], after = word.at[at + 1];
    const bool fits = ((before == a || before == y || before == ya) && after == y) ||
                      ((before == e || before == i) && after == i) ||
                      ((before == o || before == u || before == yu) && after == u) ||
                      ((before == oe || before == ue) && after == ue);
    const auto rest = word.span().subspan(at + 3);
    const bool tail = rest.empty() || (are_endings(rest) && (rest[0] == d || rest[0] == g || rest[0] == ch ||
                                                             rest[0] == b || rest[0] == s));
    if (!fits || !tail || (word.capital && word.size < 7)) continue;
    CodedWord repaired = word;
    repaired.at[at] = ng;
    return repaired;
  }
  return std::nullopt;
}

std::optional<CodedWord> repair_by_harmony(const CodedWord& word) {
  if (word.size < 4) return std::nullopt;
  const auto bit = [](std::uint8_t code) { return std::uint64_t{1} << code; };
  const std::uint64_t letters = word.letters(), front = bit(e) | bit(i) | bit(eh) | bit(oe) | bit(ue);
  if ((letters & bit(z)) != 0 && (letters & bit(n)) != 0) {
    if (auto repaired = repair_polite(word)) return repaired;
  }
  const bool u_and_o = (letters & bit(u)) != 0 && (letters & bit(o)) != 0;
  if (!u_and_o && ((letters & (bit(u) | bit(o))) == 0 || (letters & front) == 0)) return std::nullopt;

  Vowels vowels;
  for (std::size_t at = 0; at < word.size; ++at) {
    if (is_vowel(word.at[at])) vowels.at[vowels.count++] = static_cast<std::uint8_t>(at);
  }
  for (std::size_t number = 1; number < vowels.count; ++number) {
    const std::size_t before = vowels.at[number - 1], at = vowels.at[number];
    const std::uint8_t was = word.at[before], is = word.at[at];
    const bool is_long = at + 1 < word.size && ((is_high_round(is) && is_high_round(word.at[at + 1])) ||
                                                (is_low_round(is) && is_low_round(word.at[at + 1])));
    const bool ends_long = before + 1 == at;
    if (is_long && is_front(was)) {
      if (auto repaired = long_vowel(word, before, at)) return repaired;
    }
    if ((was == oe || was == ue) && (is == u || is == o)) {
      if (ends_long) return front_from(word, at);  // «үу»
      if (!word.capital && !has_run(word, at, u, r, ch) && ends_around(word, before, at))
        return front_from(word, at);
    }
    if ((was == u || was == o) && (is == oe || is == ue)) {
      if (ends_long) {
        CodedWord repaired = front_from(word, at);
        repaired.at[before] = fronted(was);
        return repaired;
      }
      const bool compound = word.capital || begins_with_combining_form(word) ||
                            has_run(word, before, oe, n, oe, r) || has_run(word, before, g, ue, l) ||
                            has_run(word, before, k, oe, l) || has_run(word, before, k, ue, l) ||
                            has_run(word, before, s, ue, j) || has_run(word, 0, r, o, l);
      if (!compound && ends_around(word, before, at))
        return has_back_unrounded(word) ? front_from(word, at) : front_from(word, 0);
    }
    if (is == o && !is_long && !ends_long && was == u && low_after_high(word, before, at))
      return front_from(word, 0);
  }
  return std::nullopt;
}

}  // namespace mektep::letters
