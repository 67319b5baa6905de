#include "checks/letters_rules.h"

namespace mektep {
namespace rules {

namespace {
constexpr Message as_expected{"{expected}", "{expected}", "{expected}"};
constexpr Message found_by_search{
    "Көзгө бирдей көрүнгөнү менен, мындай сөздү издөө таппайт, экрандан окуган программа туура окубайт.",
    "На глаз слово такое же, но поиск его не найдёт, а программа чтения экрана прочитает неправильно.",
    "It looks the same, but a search does not find such a word and a screen reader misreads it."};
}  // namespace

const Rule letters_mixed{
    .id = "letters-mixed",
    .severity = Severity::warns,
    .message = {"«{found}» сөзүндө бөтөн белги бар: {letter}", "В слове «{found}» чужой знак: {letter}",
                "The word “{found}” holds a letter of another alphabet: {letter}"},
    .expected = as_expected,
    .hint = {"Сөздү кыргыз же орус баскычтобунда кайра териңиз: {expected}",
             "Наберите слово заново в кыргызской или русской раскладке: {expected}",
             "Type the word again with one keyboard layout: {expected}"},
    .why = found_by_search};

const Rule letters_kyrgyz{
    .id = "letters-kyrgyz",
    .severity = Severity::warns,
    .clauses = "LANG-1",
    .message = {"«{found}» сөзүндө кыргыз тамгасынын ордуна орус тамгасы турат: {letter}",
                "В слове «{found}» вместо кыргызской буквы стоит русская: {letter}",
                "The word “{found}” has a Russian letter in the place of a Kyrgyz one: {letter}"},
    .expected = as_expected,
    .hint = {"Сөздү ү, ө, ң тамгалары менен жазыңыз: {expected}. Кыргызча баскычтопту компьютердин тил "
             "жөндөөлөрүнөн кошсо болот.",
             "Напишите слово с буквами ү, ө, ң: {expected}. Кыргызскую раскладку можно добавить в языковых "
             "настройках компьютера.",
             "Write the word with ү, ө, ң: {expected}. The Kyrgyz keyboard layout can be added in the "
             "language settings of the computer."},
    .why = {"Мамлекеттик тилдеги текст кыргыз алфавитинин бардык тамгалары менен жазылат; болбосо сөздүн "
            "мааниси өзгөрүп, издөө аны таппай калат.",
            "Текст на государственном языке пишется всеми буквами кыргызского алфавита; иначе меняется смысл "
            "слова, а поиск его не находит.",
            "A text in the state language is written with all letters of its alphabet; otherwise words "
            "change their meaning and a search misses them."}};

const Rule letters_hidden{.id = "letters-hidden",
                          .severity = Severity::warns,
                          .message = {"«{found}» сөзүнүн ичинде көрүнбөгөн белги бар ({letter})",
                                      "Внутри слова «{found}» стоит невидимый знак ({letter})",
                                      "There is an invisible character inside the word “{found}” ({letter})"},
                          .expected = as_expected,
                          .hint = {"Сөздү өчүрүп, кайра териңиз: {expected}. Мындай белгилер көбүнчө Word же "
                                   "PDF файлынан көчүргөндө келет.",
                                   "Удалите слово и наберите заново: {expected}. Такие знаки обычно попадают "
                                   "в текст при копировании из Word или PDF.",
                                   "Delete the word and type it again: {expected}. Such characters usually "
                                   "come with text copied from Word or PDF."},
                          .why = found_by_search};

const Rule letters_decomposed{
    .id = "letters-decomposed",
    .severity = Severity::warns,
    .message = {"Файлда й же ё тамгасы эки белгиден турат, мисалы «{found}» сөзүндө",
                "В файле буква й или ё составлена из двух знаков, например в слове «{found}»",
                "In this file й or ё is made of two characters, in the word “{found}” for one"},
    .expected = as_expected,
    .hint = {"Ушул файлдагы й жана ё тамгаларын кайра териңиз: {expected}. Бул көбүнчө Mac компьютеринен "
             "көчүргөндө болот.",
             "Наберите буквы й и ё в этом файле заново: {expected}. Так бывает при копировании текста с "
             "компьютера Mac.",
             "Type й and ё in this file again: {expected}. This comes from text copied on a Mac."},
    .why = found_by_search};

}  // namespace rules
}  // namespace mektep
