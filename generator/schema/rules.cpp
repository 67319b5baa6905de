#include "schema/rules.h"

namespace mektep {
namespace rules {

namespace {
constexpr Message expected{"{expected}", "{expected}", "{expected}"};
constexpr Message why_shape{
    "Сайт, текшерүүчү жана редактор ар бир маалыматты ушул жерден, ушул түрдө издейт.",
    "Сайт, проверяющий и редактор ищут каждое сведение именно здесь и именно в таком виде.",
    "The site, the auditor and the editor look for every fact in this place and in this shape."};
}  // namespace

const Rule schema_missing_key{
    .id = "schema-missing-key",
    .severity = Severity::blocks,
    .message = {"«{label}» жазылган эмес", "Не заполнено: «{label}»", "\"{label}\" is not given"},
    .expected = expected,
    .hint = {"«{key}:» деген сапты кошуп, маанисин жазыңыз.", "Добавьте строку «{key}:» и впишите значение.",
             "Add a line \"{key}:\" with the value."},
    .why = {"Бул маалыматсыз жазуу түшүнүксүз же толук эмес болуп калат.",
            "Без этого сведения запись непонятна или неполна.",
            "Without it the record cannot be understood or is incomplete."}};

const Rule schema_unknown_key{
    .id = "schema-unknown-key",
    .severity = Severity::blocks,
    .message = {"«{key}» деген талаа бул жерде жок", "Здесь нет поля «{key}»",
                "There is no field \"{key}\" here"},
    .expected = expected,
    .hint = {"{advice}", "{advice}", "{advice}"},
    .why = {"Аты туура эмес жазылган талаадагы маалымат сайтка чыкпай, билинбей жоголуп калмак.",
            "Сведения из поля с ошибкой в имени незаметно не попали бы на сайт.",
            "A fact in a field with a misspelt name would silently not reach the site."}};

const Rule schema_wrong_type{
    .id = "schema-wrong-type",
    .severity = Severity::blocks,
    .message = {"«{label}» башка түрдө жазылышы керек", "«{label}» должно быть записано в другом виде",
                "\"{label}\" has to be written in another way"},
    .expected = expected,
    .hint = {"Азыр турганы: {found}. Күтүлгөнү: {expected}.", "Сейчас стоит: {found}. Ожидается: {expected}.",
             "Now it is: {found}. Expected: {expected}."},
    .why = why_shape};

const Rule schema_not_in_list{.id = "schema-not-in-list",
                              .severity = Severity::blocks,
                              .message = {"«{found}» – «{label}» үчүн мүмкүн болгон маанилердин бири эмес",
                                          "«{found}» не входит в допустимые значения поля «{label}»",
                                          "\"{found}\" is not one of the values of \"{label}\""},
                              .expected = expected,
                              .hint = {"{advice}", "{advice}", "{advice}"},
                              .why = why_shape};

const Rule schema_wrong_form{
    .id = "schema-wrong-form",
    .severity = Severity::blocks,
    .message = {"«{label}» туура эмес жазылган: «{found}»", "«{label}» записано неверно: «{found}»",
                "\"{label}\" is written wrongly: \"{found}\""},
    .expected = expected,
    .hint = {"Мындай жазыңыз: {expected}.", "Запишите так: {expected}.", "Write it as {expected}."},
    .why = why_shape};

const Rule schema_wrong_length{
    .id = "schema-wrong-length",
    .severity = Severity::blocks,
    .message = {"«{label}» өтө узун же өтө кыска", "«{label}» слишком длинное или слишком короткое",
                "\"{label}\" is too long or too short"},
    .expected = expected,
    .hint = {"Текстти ушул чекке келтириңиз: {expected}.", "Приведите текст к этому пределу: {expected}.",
             "Bring the text within this limit: {expected}."},
    .why = {"Узун аталыштар менюда жана издөөдө кесилип калат, бош сап эч нерсе айтпайт.",
            "Длинные названия обрезаются в меню и поиске, а пустая строка ничего не говорит.",
            "Long titles are cut off in menus and searches, and an empty line says nothing."}};

const Rule schema_out_of_range{
    .id = "schema-out-of-range",
    .severity = Severity::blocks,
    .message = {"«{label}»: {found} деген сан болушу мүмкүн эмес", "«{label}»: число {found} недопустимо",
                "\"{label}\" cannot be {found}"},
    .expected = expected,
    .hint = {"Санды текшериңиз: {expected}.", "Проверьте число: {expected}.",
             "Check the number: {expected}."},
    .why = {"Чектен чыккан сан дээрлик дайыма басууда кеткен ката.",
            "Число вне пределов почти всегда – опечатка.",
            "A number out of range is nearly always a typing error."}};

const Rule schema_wrong_count{
    .id = "schema-wrong-count",
    .severity = Severity::blocks,
    .message = {"«{label}» тизмесинде {found} пункт бар", "В списке «{label}» пунктов: {found}",
                "The list \"{label}\" has {found} items"},
    .expected = expected,
    .hint = {"Пункттардын санын текшериңиз: {expected}.", "Проверьте количество пунктов: {expected}.",
             "Check the number of items: {expected}."},
    .why = {"Бош тизме «жок» дегенди билдирбейт: жок экенин себеби менен айтуу керек.",
            "Пустой список не означает «нет»: об отсутствии сообщают с причиной.",
            "An empty list does not mean \"none\": an absence is stated, with a reason."}};

const Rule schema_repeated_item{
    .id = "schema-repeated-item",
    .severity = Severity::blocks,
    .message = {"«{label}» тизмесинде «{found}» кайталанат", "В списке «{label}» повторяется «{found}»",
                "\"{found}\" stands twice in the list \"{label}\""},
    .expected = {"ар бир пункт бир жолу", "каждый пункт один раз", "every item once"},
    .hint = {"Кайталанган пунктту өчүрүңүз.", "Удалите повтор.", "Delete the repetition."},
    .why = {"Бир маалымат бир эле жерде турушу керек.", "Одно сведение стоит в одном месте.",
            "One fact stands in one place."}};

const Rule schema_missing_item{
    .id = "schema-missing-item",
    .severity = Severity::blocks,
    .message = {"«{label}» тизмесинде милдеттүү пункт жок", "В списке «{label}» нет обязательного пункта",
                "The list \"{label}\" lacks an item that it must have"},
    .expected = expected,
    .hint = {"Тизмеге кошуңуз: {expected}.", "Добавьте в список: {expected}.",
             "Add to the list: {expected}."},
    .why = why_shape};

const Rule schema_needs_one_of{.id = "schema-needs-one-of",
                               .severity = Severity::blocks,
                               .message = {"«{label}»: булардын жок дегенде бири керек: {expected}",
                                           "«{label}»: нужно хотя бы одно из: {expected}",
                                           "\"{label}\" needs at least one of: {expected}"},
                               .expected = expected,
                               .hint = {"Булардын бирин жазыңыз: {keys}.", "Впишите одно из полей: {keys}.",
                                        "Give one of the fields: {keys}."},
                               .why = why_shape};

const Rule schema_wrong_key_name{
    .id = "schema-wrong-key-name",
    .severity = Severity::blocks,
    .message = {"«{key}» деген ат «{label}» ичинде жарабайт", "Имя «{key}» внутри «{label}» не годится",
                "\"{key}\" cannot be a name within \"{label}\""},
    .expected = expected,
    .hint = {"Атын мындай жазыңыз: {expected}.", "Запишите имя так: {expected}.",
             "Write the name as {expected}."},
    .why = why_shape};

const Rule schema_not_allowed{
    .id = "schema-not-allowed",
    .severity = Severity::blocks,
    .message = {"«{label}» бул жерде мындай болушу мүмкүн эмес", "«{label}» здесь не может быть таким",
                "\"{label}\" cannot be like this here"},
    .expected = expected,
    .hint = {"Бул талааны өчүрүңүз же маанисин өзгөртүңүз.", "Удалите это поле или измените его значение.",
             "Delete this field or change its value."},
    .why = why_shape};

const Rule schema_faulty{
    .id = "schema-faulty",
    .severity = Severity::blocks,
    .message = {"Схеманын өзүндө ката бар: {problem}", "Ошибка в самой схеме: {problem}",
                "The schema itself is faulty: {problem}"},
    .expected = {"JSON Schema 2020-12, колдоого алынган ачкыч сөздөр менен",
                 "JSON Schema 2020-12 с поддерживаемыми ключевыми словами",
                 "JSON Schema 2020-12 with the keywords that are supported"},
    .hint = {"schema/ папкасын өзгөртпөгөн болсоңуз, Mektep'ти кайра орнотуңуз.",
             "Если вы не меняли папку schema/, переустановите Mektep.",
             "Unless you have changed the folder schema/, install Mektep again."},
    .why = {"Схема – мектептин маалыматын текшерүүнүн негизи.", "Схема – основа проверки сведений школы.",
            "The schema is what all checks of the school's facts rest on."}};

}  // namespace rules

std::span<const Rule* const> schema_rules() {
  using namespace rules;
  static constexpr std::array<const Rule*, 14> list{
      &schema_missing_key,   &schema_unknown_key,  &schema_wrong_type,   &schema_not_in_list,
      &schema_wrong_form,    &schema_wrong_length, &schema_out_of_range, &schema_wrong_count,
      &schema_repeated_item, &schema_missing_item, &schema_needs_one_of, &schema_wrong_key_name,
      &schema_not_allowed,   &schema_faulty};
  return list;
}

}  // namespace mektep
