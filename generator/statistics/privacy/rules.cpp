#include "statistics/privacy/rules.h"

#include <array>

namespace mektep {
namespace rules {

namespace {
constexpr Message children_stay_unnamed{
    "Кичинекей сан бир баланы таанытып коёт: класста бир гана бала жетишпесе, анын ким экенин бүт айыл "
    "билет. "
    "Ошондуктан кичине сандар жашырылат, калган сандардан эсептеп чыгаруу да мүмкүн болбошу керек.",
    "Маленькое число называет ребёнка: если в классе не успевает один, всё село знает, кто это. Поэтому "
    "малые "
    "числа скрываются – и так, чтобы их нельзя было вычислить по остальным.",
    "A small number names a child: when one pupil of a class fails, the whole village knows who. So small "
    "numbers "
    "are hidden, and in such a way that they cannot be worked out from the others."};
constexpr Message sums_must_hold{
    "Бөлүктөрдүн суммасы жалпы санга барабар болбосо, жок дегенде бирөө туура эмес (EMIS-3).",
    "Если части не дают в сумме целое, хотя бы одно из чисел неверно (EMIS-3).",
    "When the parts do not make the whole, at least one of the numbers is wrong (EMIS-3)."};
constexpr Message policy_is_explained{
    "Мектеп жашыруунун эрежелерин өзгөртө алат, бирок окурман кайсы эреже колдонулганын жана эмне үчүн "
    "экенин "
    "көрүшү керек.",
    "Школа может изменить правила скрытия, но читатель должен видеть, какое правило действует и почему.",
    "A school may change the rules of hiding, but readers must see which rule is used and why."};
}  // namespace

const Rule privacy_sum_differs{
    .id = "privacy-sum-differs",
    .severity = Severity::blocks,
    .clauses = "EMIS-3 JRN-17",
    .message = {"«{found}» {total} деп жазылган, ал эми бөлүктөрдүн суммасы {sum}",
                "«{found}» указано как {total}, а сумма частей – {sum}",
                "“{found}” is given as {total}, but its parts make {sum}"},
    .expected = {"бөлүктөрдүн суммасына барабар сан", "число, равное сумме частей",
                 "a number equal to the sum of its parts"},
    .hint = {"Класстардын сандарын журнал менен салыштырып, катасын оңдоңуз да, кайра импорттоңуз.",
             "Сверьте числа по классам с журналом, исправьте ошибку и импортируйте заново.",
             "Compare the numbers of the classes with the journal, mend the wrong one and import again."},
    .why = sums_must_hold};

const Rule privacy_negative_count{
    .id = "privacy-negative-count",
    .severity = Severity::blocks,
    .clauses = "EMIS-3",
    .message = {"«{found}» терс сан болуп калган", "«{found}» – отрицательное число",
                "“{found}” is a negative number"},
    .expected = {"0 же андан чоң бүтүн сан", "целое число не меньше 0", "a whole number, 0 or more"},
    .hint = {"Бул сан чыккан таблицаны текшериңиз.", "Проверьте таблицу, из которой взято это число.",
             "Check the table that this number comes from."},
    .why = sums_must_hold};

const Rule privacy_range_too_narrow{
    .id = "privacy-range-too-narrow",
    .severity = Severity::blocks,
    .clauses = "EMIS-38",
    .message =
        {"Жашырылган «{found}» санын калган сандардан эсептеп чыгарса болот: ал {low}–{high} аралыгында",
         "Скрытое число «{found}» вычисляется по остальным: оно лежит между {low} и {high}",
         "The hidden number “{found}” can be worked out from the others: it is between {low} and {high}"},
    .expected = {"окурман жок дегенде беш ар кандай санды мүмкүн деп эсептей турган аралык",
                 "промежуток, в котором читателю возможны по меньшей мере пять разных чисел",
                 "a range in which readers must think at least five different numbers possible"},
    .hint =
        {"Таблица жарыяланбайт. Ар дайым көрсөтүлөт деп белгиленген сандарды азайтыңыз же таблицаны класс "
         "боюнча эмес, параллель же баскыч боюнча чыгарыңыз.",
         "Таблица не публикуется. Уменьшите количество чисел, помеченных как всегда открытые, или дайте "
         "таблицу не "
         "по классам, а по параллелям или ступеням.",
         "The table is not published. Mark fewer numbers as always shown, or give the table by grades or "
         "levels "
         "instead of classes."},
    .why = children_stay_unnamed};

const Rule privacy_policy_weak{
    .id = "privacy-policy-weak",
    .severity = Severity::blocks,
    .clauses = "EMIS-38",
    .message = {"«{field}» чеги {found} – балдарды коргоого жетпейт",
                "Порог «{field}» = {found} не защищает детей",
                "The limit “{field}” of {found} does not protect children"},
    .expected = {"{least} же андан чоң сан", "число не меньше {least}", "a number of {least} or more"},
    .hint = {"Бул сапты алып салыңыз: анда демейки чек иштейт.",
             "Уберите эту строку – будет действовать порог по умолчанию.",
             "Remove this line: then the default applies."},
    .why = children_stay_unnamed};

const Rule privacy_policy_contrary{
    .id = "privacy-policy-contrary",
    .severity = Severity::blocks,
    .message = {"Жашыруу чектери бири-бирине каршы келет: «{field}» = {found}",
                "Пороги скрытия противоречат друг другу: «{field}» = {found}",
                "The limits of hiding contradict each other: “{field}” = {found}"},
    .expected = {"{least} же андан чоң сан", "число не меньше {least}", "a number of {least} or more"},
    .hint = {"Чектерди демейки маанилерине кайтарыңыз: 5, 10, 40.", "Верните пороги по умолчанию: 5, 10, 40.",
             "Put the limits back to their defaults: 5, 10, 40."},
    .why = policy_is_explained};

const Rule privacy_policy_no_reason{
    .id = "privacy-policy-no-reason",
    .severity = Severity::blocks,
    .message = {"Жашыруу чектери өзгөртүлгөн, бирок себеби жазылган эмес",
                "Пороги скрытия изменены, а причина не указана",
                "The limits of hiding are changed, but no reason is given"},
    .expected = {"reason: {ky: …, ru: …}", "reason: {ky: …, ru: …}", "reason: {ky: …, ru: …}"},
    .hint = {"Эмне үчүн өзгөртүлгөнүн эки тилде бир сүйлөм менен жазыңыз; ал баракта көрсөтүлөт.",
             "Напишите на двух языках одним предложением, почему; это будет показано на странице.",
             "Say why in one sentence in both languages; the page will show it."},
    .why = policy_is_explained};

}  // namespace rules

std::span<const Rule* const> privacy_rules() {
  static constexpr std::array all{&rules::privacy_sum_differs,      &rules::privacy_negative_count,
                                  &rules::privacy_range_too_narrow, &rules::privacy_policy_weak,
                                  &rules::privacy_policy_contrary,  &rules::privacy_policy_no_reason};
  return all;
}

}  // namespace mektep
