#include "statistics/privacy/shown.h"

#include <fmt/format.h>

namespace mektep::privacy {

Range known_range(const Shown& shown, const Policy& policy) {
  switch (shown.symbol) {
    case Symbol::exact:
      return {shown.value, shown.value};
    case Symbol::below:
      return {shown.lowest, policy.threshold - 1};
    case Symbol::not_applicable:
      return {0, 0};
    case Symbol::hidden:
    case Symbol::not_available:
    case Symbol::at_least:
    case Symbol::at_most:
      break;
  }
  return {shown.lowest, unbounded};
}

std::string text(const Shown& shown, const Policy& policy) {
  switch (shown.symbol) {
    case Symbol::below:
      return fmt::format("<{}", policy.threshold);
    case Symbol::hidden:
      return "c";
    case Symbol::not_applicable:
      return "z";
    case Symbol::not_available:
      return "x";
    case Symbol::at_least:
      return fmt::format("≥{}", shown.value);
    case Symbol::at_most:
      return fmt::format("≤{}", shown.value);
    case Symbol::exact:
      break;
  }
  if (shown.decimals == 0) return std::to_string(shown.value);
  std::int64_t unit = 1;
  for (int i = 0; i < shown.decimals; ++i) unit *= 10;
  const std::int64_t size = shown.value < 0 ? -shown.value : shown.value;
  return fmt::format("{}{},{:0{}}", shown.value < 0 ? "-" : "", size / unit, size % unit, shown.decimals);
}

const Message& meaning(Symbol symbol) {
  static constexpr Message exact{"так сан", "точное число", "the exact number"};
  static constexpr Message below{
      "беш баладан аз: балдарды таанытпоо үчүн так саны айтылбайт",
      "меньше пяти: точное число не называется, чтобы нельзя было узнать детей",
      "fewer than five: the exact number is not said, so that no child can be recognised"};
  static constexpr Message hidden{"жашырылган: бул же жанындагы сан бир баланы таанытып коюшу мүмкүн",
                                  "скрыто: это или соседнее число могло бы указать на отдельного ребёнка",
                                  "hidden: this or a neighbouring number could tell about a single child"};
  static constexpr Message not_applicable{"бул жерде мындай көрсөткүч болбойт",
                                          "такого показателя здесь не бывает", "does not apply here"};
  static constexpr Message not_available{"маалымат жок", "данных нет", "not available"};
  static constexpr Message at_least{"ушунча же андан көп: так үлүшү айтылбайт",
                                    "столько или больше: точная доля не называется",
                                    "this or more: the exact share is not said"};
  static constexpr Message at_most{"ушунча же андан аз: так үлүшү айтылбайт",
                                   "столько или меньше: точная доля не называется",
                                   "this or less: the exact share is not said"};
  switch (symbol) {
    case Symbol::exact:
      return exact;
    case Symbol::below:
      return below;
    case Symbol::hidden:
      return hidden;
    case Symbol::not_applicable:
      return not_applicable;
    case Symbol::not_available:
      return not_available;
    case Symbol::at_least:
      return at_least;
    case Symbol::at_most:
      break;
  }
  return at_most;
}

const Message& meaning(Why why) {
  static constexpr Message none{"", "", ""};
  static constexpr Message small{"сан өтө кичине", "число слишком мало", "the number is too small"};
  static constexpr Message nobody{"чакан топто «эч ким» же «баары» деген да ар бир бала жөнүндө айтып коёт",
                                  "в малой группе «никто» или «все» говорит о каждом ребёнке",
                                  "in a small group “nobody” or “everybody” speaks of each child"};
  static constexpr Message small_group{"топто окуучу аз: кеңири топтун санын караңыз",
                                       "в группе мало учеников: смотрите число более широкой группы",
                                       "too few pupils in the group: see the wider group"};
  static constexpr Message complement{"ачык калса, жанындагы жашырылган сан эсептелип чыкмак",
                                      "если его открыть, вычислялось бы соседнее скрытое число",
                                      "if shown, a hidden number beside it could be worked out"};
  static constexpr Message small_change{"оңдоо бир нече балага гана тийиштүү",
                                        "исправление касается лишь нескольких детей",
                                        "a correction that concerns a few children only"};
  switch (why) {
    case Why::none:
      return none;
    case Why::small:
      return small;
    case Why::nobody:
      return nobody;
    case Why::small_group:
      return small_group;
    case Why::complement:
      return complement;
    case Why::small_change:
      break;
  }
  return small_change;
}

}  // namespace mektep::privacy
