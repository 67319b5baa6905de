// Kyrgyz endings. Harmony makes of each one up to eight spellings; with the vowels reduced to high and low
// few remain.
#include "facts/letters/word.h"

namespace mektep::letters {
namespace {

// И stands for ы и у ү, А for а е о ө.
constexpr std::string_view endings_list =
    "лАр дАр тАр лАрИ дАрИ тАрИ нИн дИн тИн нИ дИ тИ гА кА А нА дА тА ндА дАн тАн нАн И сИ Им м Ин н ИнИз "
    "нИз ИбИз бИз "
    "сИз нАр ИнАр лИИ дИИ тИИ лИк дИк тИк лИг дИг тИг чИ чИл дАй тАй чА гИ кИ дАгИ тАгИ ИИ АА лАА дАА тАА Ип "
    "п гАн кАн "
    "Ат йт т й Иш ш Ар р бА пА мА гИлА сА сИн Ил л дИр тИр гИз кИз гАз кАз Ит Ик гИч кИч мАк мАкчИ нчИ ИнчИ "
    "лА лАш дАш "
    "тАш лАн дАн тАн лАт дАт тАт рААк ИрААк АрААк мИн бИ пИ чИлИк АлИк АлИ йлИ ИчИ сИз сИздИк дАгАн тАгАн "
    "лАгАн кИр нИкИ "
    "дИкИ тИкИ АбИ йбИ ИндИ мА мАл мАй гАй тИрИл дИрИл ИшИ Инч нч гИс кИс бАс пАс АнАк ИмдИк чАн Ач ч дАнИ "
    "Из АйИн йИн "
    "сАнИз сАк бИзчА ИндА АндА АрдА гИчА кИчА гИнчА нАА рИ ргИз";

struct Ending {
  std::array<std::uint8_t, 8> at{};
  std::uint8_t size = 0;
};
constexpr std::uint8_t high = y, low = a;

constexpr std::uint8_t reduced(std::uint8_t code) {
  switch (code) {
    case i:
    case u:
    case ue:
    case y:
      return high;
    case e:
    case o:
    case oe:
    case a:
    case eh:
      return low;
    case ng:
      return n;
    default:
      return code;
  }
}

struct Endings {
  std::array<std::array<Ending, 48>, codes> by_first{};
  std::array<std::uint8_t, codes> counts{};
  Endings() {
    Ending one;
    const auto keep = [&] {
      if (one.size > 0) by_first[one.at[0]][counts[one.at[0]]++] = one;
      one = {};
    };
    for (std::size_t at = 0; at + 1 < endings_list.size();) {
      if (endings_list[at] == ' ') {
        keep();
        ++at;
        continue;
      }
      const char32_t letter = (char32_t{static_cast<unsigned char>(endings_list[at])} & 0x1FU) << 6 |
                              (char32_t{static_cast<unsigned char>(endings_list[at + 1])} & 0x3FU);
      one.at[one.size++] = reduced(code_of(letter));
      at += 2;
    }
    keep();
  }
};

}  // namespace

bool are_endings(std::span<const std::uint8_t> rest) {
  static const Endings endings;
  std::uint64_t reached = 1;  // bit i: a chain ends before letter i
  for (std::size_t at = 0; at < rest.size(); ++at) {
    if (!(reached >> at & 1U)) continue;
    const std::uint8_t first = reduced(rest[at]);
    for (std::size_t number = 0; number < endings.counts[first]; ++number) {
      const Ending& ending = endings.by_first[first][number];
      if (ending.size > rest.size() - at) continue;
      std::size_t same = 1;
      while (same < ending.size && reduced(rest[at + same]) == ending.at[same]) ++same;
      if (same == ending.size) reached |= std::uint64_t{1} << (at + same);
    }
  }
  return (reached >> rest.size() & 1U) != 0;
}

}  // namespace mektep::letters
