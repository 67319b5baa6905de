#include "names/endings.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"
#include "names/words.h"

namespace mektep {

namespace {

std::vector<std::string> fold_all(std::string_view words) {
  std::vector<std::string> folded;
  for (const std::string_view word : split(words, ' ')) {
    if (!word.empty()) folded.push_back(fold_word(word));
  }
  return folded;
}

bool contains(const std::vector<std::string>& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

// Letters of the folded alphabet, to read like the suffixes that they stand for.
constexpr char operator""_l(const char* utf8, std::size_t) {
  const auto high = static_cast<unsigned char>(utf8[0]), low = static_cast<unsigned char>(utf8[1]);
  return static_cast<char>(((high & 0x1FU) << 6U | (low & 0x3FU)) - 0x400);
}

constexpr std::array wide{"а"_l, "е"_l, "о"_l};
constexpr std::array narrow{"ы"_l, "и"_l, "у"_l};

// One kind of suffix: every letter is one of a set.
class Suffixes {
 public:
  explicit Suffixes(std::string_view rest) : rest_(rest) {}

  // Plural, possessive, case, and what else may follow, each once and in this order.
  bool chain() const { return from(0, 0); }

 private:
  static constexpr std::size_t kinds = 5;

  bool from(std::size_t at, std::size_t kind) const {
    if (at == rest_.size()) return true;
    for (std::size_t k = kind; k < kinds; ++k) {
      for (std::size_t size = 1; size <= 5 && at + size <= rest_.size(); ++size) {
        if (is(k, rest_.substr(at, size)) && from(at + size, k + 1)) return true;
      }
    }
    return false;
  }
  static bool one_of(char letter, std::string_view set) { return set.find(letter) != std::string_view::npos; }
  static bool is_wide(char letter) { return std::ranges::find(wide, letter) != wide.end(); }
  static bool is_narrow(char letter) { return std::ranges::find(narrow, letter) != narrow.end(); }

  static bool is(std::size_t kind, std::string_view s) {
    static const std::string ldt = fold_word("лдт"), ndt = fold_word("ндт"), gk = fold_word("гк"),
                             dt = fold_word("дт");
    const auto at = [&](std::size_t i) { return i < s.size() ? s[i] : '\0'; };
    switch (kind) {
      case 0:  // -лар, -дер, -тор
        return s.size() == 3 && one_of(s[0], ldt) && is_wide(s[1]) && s[2] == "р"_l;
      case 1:  // -ым, -ың, -ы, -сы, -быз
        if (s.size() == 1) return is_narrow(s[0]);
        if (s.size() == 2)
          return (is_narrow(s[0]) && one_of(s[1], "\x3c\x3d")) || (s[0] == "с"_l && is_narrow(s[1]));
        return (s.size() == 3 && s[0] == "б"_l && is_narrow(s[1]) && s[2] == "з"_l);
      case 2:  // -нын, -га, -ны, -да, -дан; after a possessive: -на, -н, -нда
        if (s.size() == 1) return s[0] == "н"_l;
        if (s.size() == 2) {
          return (one_of(s[0], gk) && is_wide(s[1])) || (one_of(s[0], ndt) && is_narrow(s[1])) ||
                 (one_of(s[0], ndt) && is_wide(s[1]));
        }
        if (s.size() == 3) {
          return (one_of(s[0], ndt) && (is_narrow(s[1]) || is_wide(s[1])) && s[2] == "н"_l) ||
                 (s[0] == "н"_l && one_of(s[1], dt) && is_wide(s[2]));
        }
        return false;
      case 3:  // -дагы, -дыкы, -дай, -ча, -луу, -сыз, -чы
        if (s.size() == 2) return s[0] == "ч"_l && (is_wide(s[1]) || is_narrow(s[1]));
        if (s.size() == 3) {
          return (one_of(s[0], dt) && is_wide(s[1]) && s[2] == "й"_l) ||
                 (s[0] == "с"_l && is_narrow(s[1]) && s[2] == "з"_l) ||
                 (one_of(s[0], ldt) && is_narrow(s[1]) && at(2) == s[1]) ||
                 (one_of(s[0], ldt) && is_narrow(s[1]) && s[2] == "к"_l);
        }
        return s.size() == 4 &&
               ((one_of(s[0], dt) && is_wide(s[1])) || (one_of(s[0], ndt) && is_narrow(s[1]))) &&
               one_of(s[2], gk) && is_narrow(s[3]);
      case 4:  // the question -бы, and -дыр
        if (s.size() == 2) return one_of(s[0], "\x31\x3f") && is_narrow(s[1]);
        return s.size() == 3 && one_of(s[0], dt) && is_narrow(s[1]) && s[2] == "р"_l;
      default:
        return false;
    }
  }

  std::string_view rest_;
};

const std::vector<std::string>& russian(Declension declension) {
  static const std::array<std::vector<std::string>, 6> all{
      fold_all("а у ым е ы ых ыми ов"),
      fold_all("а ой у ою ей ы ых ым ыми"),
      fold_all("ий ый ого ому им ым ом ая ой ую ою ие ые их ых ими ыми"),
      fold_all("а я ы и е у ю ой ей ою ею"),
      fold_all("й я ю ем е и ев"),
      fold_all("а у ом ем е и я ю ы")};
  return all[static_cast<std::size_t>(declension)];
}

}  // namespace

Stem stem_of(std::string_view name) {
  static const std::vector<std::string> ov = fold_all("ов ев ин ын"), ova = fold_all("ова ева ина ына"),
                                        adjective = fold_all("ский ская цкий цкая");
  const auto ends = [&](const std::vector<std::string>& list) {
    return std::ranges::any_of(list, [&](const std::string& one) { return name.ends_with(one); });
  };
  const auto cut = [&](std::size_t bytes) { return std::string(name.substr(0, name.size() - bytes)); };
  if (name.size() > 3 && ends(adjective)) return {cut(2), Declension::adjective};
  if (name.size() > 4 && ends(ova)) return {cut(1), Declension::ova};
  if (name.size() > 3 && ends(ov)) return {std::string(name), Declension::ov};
  if (name.size() > 3 && (name.back() == "а"_l || name.back() == "я"_l)) return {cut(1), Declension::a};
  if (name.size() > 3 && name.back() == "й"_l) return {cut(1), Declension::soft};
  return {std::string(name), Declension::plain};
}

bool is_kyrgyz_suffix(std::string_view rest) {
  return rest.empty() || (rest.size() <= 12 && Suffixes(rest).chain());
}

bool is_ending(std::string_view rest, Declension declension) {
  if (rest.size() > 13) return false;
  if (contains(russian(declension), rest)) return true;
  switch (declension) {
    case Declension::ov:
    case Declension::plain:
      return is_kyrgyz_suffix(rest);
    case Declension::ova:
      return rest.starts_with("а"_l) && is_kyrgyz_suffix(rest.substr(1));
    case Declension::a:
      return (rest.starts_with("а"_l) || rest.starts_with("я"_l)) && is_kyrgyz_suffix(rest.substr(1));
    case Declension::soft:
      return rest.starts_with("й"_l) && is_kyrgyz_suffix(rest.substr(1));
    case Declension::adjective: {
      static const std::vector<std::string> nominative = fold_all("ий ый ая");
      return rest.size() >= 2 && contains(nominative, rest.substr(0, 2)) && is_kyrgyz_suffix(rest.substr(2));
    }
  }
  return false;
}

NameShape shape_of(std::string_view word) {
  static const std::vector<std::string> strong = fold_all(
      "бек бай кул али мат мет таш жан хан кан нур берди гелди келди туган мырза мурат бет жиге сейит садык "
      "шер "
      "алы баатыр теми тойчу тойло баки жуму жума султан токто туро жоло осмо исмаи усе усуп жусуп болот "
      "полот "
      "адыл аил эсен жекше жапар жакып калы кады кыды муса ормо абды мол омур шакир шаршен эргеш эрали сыды "
      "ибраи жолдош ба");
  NameShape shape;
  const auto at = [&](std::size_t i) { return i < word.size() ? word[i] : '\0'; };
  for (std::size_t i = 2; i + 1 < word.size(); ++i) {
    // ов, ев, ин, ын
    const bool ov = at(i + 1) == "в"_l && (at(i) == "о"_l || at(i) == "е"_l);
    const bool in = at(i + 1) == "н"_l && (at(i) == "и"_l || at(i) == "ы"_l);
    const bool sk = at(i) == "с"_l && at(i + 1) == "к"_l && i >= 3;
    if (!ov && !in && !sk) continue;
    const std::string_view rest = word.substr(i + 2), before = word.substr(0, i);
    if (sk) {
      if (!rest.empty() && is_ending(rest, Declension::adjective)) shape = {.surname = true, .stem = i + 2};
      continue;
    }
    // -ович, -евна, and -ич, -ична of Кузьмич, Ильинична
    if (ov && i >= 2) {
      const bool ich = rest.size() >= 2 && (rest[0] == "и"_l || rest[0] == "ы"_l) && rest[1] == "ч"_l;
      if (ich && is_ending(rest.substr(2), Declension::plain)) {
        return {.patronymic = true, .stem = i + 4};
      }
      if (rest.starts_with("н"_l) && rest.size() > 1 && is_ending(rest.substr(1), Declension::a))
        return {.patronymic = true, .stem = i + 3};
    }
    const bool man = is_ending(rest, Declension::ov), woman = is_ending(rest, Declension::ova);
    if (!man && !woman) continue;
    const bool genitive = in && (before.back() == "н"_l || before.back() == "д"_l || before.back() == "т"_l);
    if (in && at(i) == "ы"_l && before.back() != "ц"_l) continue;
    const bool turkic = ov && std::ranges::any_of(strong, [&](const std::string& end) {
                          return before.ends_with(end) && (end.size() > 2 || before.size() > 3);
                        });
    shape = {.surname = true, .strong = turkic, .doubtful = genitive, .stem = i + 2};
  }
  return shape;
}

}  // namespace mektep
