#include "statistics/rules.h"

#include "statistics/reasons.h"

namespace mektep {
namespace rules {
namespace {

constexpr Message why_child{
    "Баланын маалыматы эч жерде сакталбайт жана көрсөтүлбөйт, ошондуктан билдирүүдө сап менен тилке гана "
    "айтылат",
    "Данные ребёнка нигде не сохраняются и не показываются, поэтому сообщение называет только строку и "
    "столбец",
    "Nothing about a child is stored or shown anywhere, so the message names the row and column only"};

}  // namespace

const Rule statistics_ragged_row{
    "statistics-ragged-row",
    Severity::blocks,
    "",
    {"Сапта {found} уяча бар, баш сапта {cells}; файл кесилген болушу мүмкүн",
     "В строке {found} ячеек, в заголовке {cells}; возможно, файл обрезан",
     "The row has {found} cells, the header {cells}; the file may be cut off"},
    {},
    {"Бөлгүчтөрдү текшериңиз же файлды кайра чыгарыңыз", "Проверьте разделители или выгрузите файл ещё раз",
     "Check the separators, or export the file again"},
    why_row};

const Rule statistics_empty_cell{"statistics-empty-cell",
                                 Severity::blocks,
                                 "",
                                 {"«{column}» тилкесиндеги уяча бош", "Пустая ячейка в столбце «{column}»",
                                  "An empty cell in the column “{column}”"},
                                 {},
                                 {"Уячаны толтуруңуз", "Заполните ячейку", "Fill in the cell"},
                                 why_row};

const Rule statistics_not_a_class{
    "statistics-not-a-class",
    Severity::blocks,
    "",
    {"«{column}» тилкесинде класстын аты эмес нерсе турат", "В столбце «{column}» стоит не название класса",
     "The column “{column}” holds something that is no name of a class"},
    {"9-А же 11 түрүндө", "в виде 9-А или 11", "such as 9-А or 11"},
    {"Класстын атын оңдоңуз; тилкелер жылып кеткен эмеспи, текшериңиз",
     "Исправьте название класса; проверьте, не сдвинуты ли столбцы",
     "Mend the name of the class; check whether the columns have shifted"},
    why_child};

const Rule statistics_unknown_class{
    "statistics-unknown-class",
    Severity::blocks,
    "",
    {"Мындай класс класстардын тизмесинде жок: {found}", "Такого класса нет в списке классов: {found}",
     "The list of classes has no such class: {found}"},
    {"балким: {meant}", "возможно: {meant}", "perhaps: {meant}"},
    {"Аты ката жазылса оңдоңуз; жаңы класс болсо, адегенде анын тизмесин же контингентин киргизиңиз",
     "Исправьте название; если класс новый, сначала внесите его список или контингент",
     "Mend the name; if the class is new, import its list or contingent first"},
    why_row};

const Rule statistics_subject_misspelt{
    "statistics-subject-misspelt",
    Severity::blocks,
    "",
    {"Мындай предмет жок", "Такого предмета нет", "There is no such subject"},
    {"балким: {meant}", "возможно: {meant}", "perhaps: {meant}"},
    {"Предметтин атын оңдоңуз", "Исправьте название предмета", "Mend the name of the subject"},
    why_row};

const Rule statistics_unknown_subject{"statistics-unknown-subject",
                                      Severity::blocks,
                                      "",
                                      {"«{column}» тилкесинде белгилүү предметтердин аты турган жок",
                                       "В столбце «{column}» стоит не название известного предмета",
                                       "The column “{column}” holds no known name of a subject"},
                                      {"предметтин аты", "название предмета", "the name of a subject"},
                                      {"Мектептин өз предмети болсо, аны statistics/settings.yaml файлына "
                                       "кошуңуз; тилкелер жылып кеткен эмеспи, текшериңиз",
                                       "Если это свой предмет школы, добавьте его в "
                                       "statistics/settings.yaml; проверьте, не сдвинуты ли столбцы",
                                       "If it is the school's own subject, add it to "
                                       "statistics/settings.yaml; check whether the columns have shifted"},
                                      why_child};

const Rule statistics_not_a_mark{
    "statistics-not-a-mark",
    Severity::blocks,
    "",
    {"Баа шкаладан тышкары же баа эмес", "Отметка вне шкалы или не отметка",
     "The mark is outside the scale or no mark"},
    {"5, 4, 3, 2, 1, н/а, осв же бош уяча", "5, 4, 3, 2, 1, н/а, осв или пустая ячейка",
     "5, 4, 3, 2, 1, н/а, осв or an empty cell"},
    {"Бааны журналда оңдоп, файлды кайра чыгарыңыз; башка шкала болсо, аны дал келүү файлында көрсөтүңүз",
     "Исправьте отметку в журнале и выгрузите файл ещё раз; другую шкалу укажите в файле соответствия",
     "Mend the mark in the journal and export again; name another scale in the mapping file"},
    why_child};

const Rule statistics_unmarked_grade{
    "statistics-unmarked-grade",
    Severity::blocks,
    "JRN-34",
    {"{found} классында бул мезгилде баа коюлбайт", "В классе {found} в этот период отметки не ставятся",
     "No marks are given in class {found} in this term"},
    {"баасыз окутуу", "безотметочное обучение", "teaching without marks"},
    {"Бул класстын бааларын файлдан алып салыңыз; мектеп 11 жылдык программа менен окутса, аны "
     "statistics/settings.yaml файлында көрсөтүңүз",
     "Уберите отметки этого класса из файла; если школа работает по 11-летней программе, укажите это в "
     "statistics/settings.yaml",
     "Take the marks of this class out of the file; if the school has the 11-year programme, say so in "
     "statistics/settings.yaml"},
    why_row};

const Rule statistics_not_a_count{
    "statistics-not-a-count",
    Severity::blocks,
    "",
    {"«{column}» тилкесинде бүтүн сан турган жок", "В столбце «{column}» стоит не целое число",
     "The column “{column}” holds no whole number"},
    {"0дон баштап бүтүн сан", "целое число от 0", "a whole number from 0"},
    {"Санды оңдоңуз", "Исправьте число", "Mend the number"},
    why_row};

const Rule statistics_formula{"statistics-formula",
                              Severity::blocks,
                              "",
                              {"Уячада сан эмес, формула турат", "В ячейке стоит формула, а не число",
                               "The cell holds a formula and not a number"},
                              {"маани", "значение", "a value"},
                              {"Көчүрүп, «маанилерди гана коюу» менен кайра коюңуз",
                               "Скопируйте и вставьте «только значения»", "Copy and paste “values only”"},
                              why_row};

const Rule statistics_total{"statistics-total",
                            Severity::blocks,
                            "",
                            {"«{column}» дал келбейт: {found}, ал эми сап боюнча {sum} болууга тийиш",
                             "«{column}» не сходится: {found}, а по строке должно быть {sum}",
                             "“{column}” does not add up: {found}, and by the row it ought to be {sum}"},
                            {"{sum}", "{sum}", "{sum}"},
                            {"Саптагы сандарды журнал менен салыштырыңыз", "Сверьте числа строки с журналом",
                             "Compare the numbers of the row with the journal"},
                            why_row};

const Rule statistics_row_twice{
    "statistics-row-twice",
    Severity::blocks,
    "",
    {"Бул сап файлда экинчи жолу кездешет: {found}", "Эта строка встречается в файле второй раз: {found}",
     "This row is in the file a second time: {found}"},
    {},
    {"Кайсынысы туура экенин чечип, экинчисин өчүрүңүз", "Решите, какая верна, и удалите вторую",
     "Decide which is right and delete the other"},
    why_row};

const Rule statistics_two_files{
    "statistics-two-files",
    Severity::blocks,
    "",
    {"{found} эки файлда бар, экинчиси: {other}", "{found} есть в двух файлах, второй: {other}",
     "{found} is in two files, the other one: {other}"},
    {},
    {"Эки файлдын бирин гана киргизиңиз", "Импортируйте только один из двух файлов",
     "Import only one of the two files"},
    why_row};

const Rule statistics_pupil_twice{
    "statistics-pupil-twice",
    Severity::blocks,
    "",
    {"Бул окуучу бир эле предмет же тизмеде экинчи жолу кездешет",
     "Этот ученик встречается второй раз в том же предмете или списке",
     "This pupil is there a second time in the same subject or list"},
    {},
    {"Кайталанган сапты өчүрүңүз; аты-жөнү бирдей эки бала болсо, аларды номер менен айырмалаңыз",
     "Удалите повтор; двух детей с одинаковыми именами различите номером",
     "Delete the repetition; tell two children of one name apart by a number"},
    why_child};

const Rule statistics_other_term{
    "statistics-other-term",
    Severity::blocks,
    "",
    {"Файл башка мезгилге тиешелүү", "Файл относится к другому периоду", "The file is of another term"},
    {"{expected_term}", "{expected_term}", "{expected_term}"},
    {"Туура файлды тандаңыз же --year жана --period мааниси менен салыштырыңыз",
     "Выберите верный файл или сверьте его с --year и --period",
     "Choose the right file, or compare it with --year and --period"},
    why_row};

const Rule statistics_not_a_term{
    "statistics-not-a-term",
    Severity::blocks,
    "",
    {"«{column}» тилкесинде окуу жылы же чейрек түшүнүксүз",
     "В столбце «{column}» непонятен учебный год или четверть",
     "The column “{column}” holds no school year or term"},
    {"{expected_term}", "{expected_term}", "{expected_term}"},
    {"2025-2026 жана «1-чейрек» же q1 деп жазыңыз", "Напишите 2025-2026 и «1 четверть» или q1",
     "Write 2025-2026 and «1 четверть» or q1"},
    why_row};

const Rule statistics_no_term{"statistics-no-term",
                              Severity::blocks,
                              "",
                              {"Файл кайсы окуу жылына жана чейрекке тиешелүү экени белгисиз",
                               "Неизвестно, к какому учебному году и четверти относится файл",
                               "It is not known to which school year and term the file belongs"},
                              {},
                              {"--year 2025-2026 --period q1 деп кошуңуз",
                               "Добавьте --year 2025-2026 --period q1", "Add --year 2025-2026 --period q1"},
                              why_row};

const Rule statistics_not_a_date{
    "statistics-not-a-date",
    Severity::blocks,
    "",
    {"«{column}» тилкесинде күн түшүнүксүз", "В столбце «{column}» непонятна дата",
     "The column “{column}” holds no date"},
    {"2025-09-15 же 15.09.2025", "2025-09-15 или 15.09.2025", "2025-09-15 or 15.09.2025"},
    {"Күндү оңдоңуз", "Исправьте дату", "Mend the date"},
    why_row};

const Rule statistics_not_a_sex{
    "statistics-not-a-sex",
    Severity::blocks,
    "",
    {"«{column}» тилкесинде эмне жазылганы түшүнүксүз", "В столбце «{column}» непонятное значение",
     "The column “{column}” holds an unknown value"},
    {"э же к, м же ж", "м или ж, э или к", "м or ж, э or к"},
    {"Уячаны оңдоңуз", "Исправьте ячейку", "Mend the cell"},
    why_child};

const Rule statistics_not_a_language{
    "statistics-not-a-language",
    Severity::blocks,
    "",
    {"Окутуу тили түшүнүксүз", "Непонятен язык обучения", "The language of teaching is not known"},
    {"ky, ru, uz, tg же en", "ky, ru, uz, tg или en", "ky, ru, uz, tg or en"},
    {"Тилдин кодун жазыңыз", "Напишите код языка", "Write the code of the language"},
    why_row};

const Rule statistics_not_a_programme{
    "statistics-not-a-programme",
    Severity::blocks,
    "",
    {"Программанын белгиси туура эмес", "Обозначение программы неверно", "The id of the programme is wrong"},
    {"school/education.yaml файлындагы id", "id из school/education.yaml", "an id of school/education.yaml"},
    {"primary, basic же secondary деп жазыңыз", "Напишите primary, basic или secondary",
     "Write primary, basic or secondary"},
    why_row};

const Rule statistics_marks_missing{
    "statistics-marks-missing",
    Severity::warns,
    "JRN-43",
    {"{found} классында {count} баа коюлган эмес, ошондуктан анын көрсөткүчтөрү чыгарылбайт",
     "В классе {found} не выставлено отметок: {count}, поэтому его показатели не выводятся",
     "Class {found} lacks {count} marks, so no figures of it are given"},
    {"бардык баалар же н/а, осв", "все отметки или н/а, осв", "all marks, or н/а, осв"},
    {"Мугалимдер бааларды койгондон кийин файлды кайра киргизиңиз",
     "Импортируйте файл снова, когда учителя выставят отметки",
     "Import the file again once the teachers have given the marks"},
    why_row};

const Rule statistics_small_class{"statistics-small-class",
                                  Severity::notes,
                                  "",
                                  {"{found} классында окуучу аз, анын көрсөткүчтөрү өзүнчө жарыяланбайт",
                                   "В классе {found} мало учеников, его показатели отдельно не публикуются",
                                   "Class {found} has few pupils; no figures of it alone are published"},
                                  {"5тен кем эмес окуучу", "не меньше 5 учеников", "5 pupils at least"},
                                  {},
                                  why_child};

const Rule statistics_sheet_twice{
    "statistics-sheet-twice",
    Severity::blocks,
    "",
    {"Бул предметтин барагы экинчи жолу кездешет", "Лист этого предмета встречается второй раз",
     "This subject has a second sheet"},
    {"бир предмет, бир барак; топтор: «Алгебра (1 гр.)»",
     "один предмет, один лист; группы: «Алгебра (1 гр.)»", "one sheet a subject; groups: «Алгебра (1 гр.)»"},
    {"Ашыкча баракты өчүрүңүз же топторду белгилеңиз", "Удалите лишний лист или обозначьте группы",
     "Delete the surplus sheet, or mark the groups"},
    why_row};

const Rule statistics_no_final_marks{
    "statistics-no-final-marks",
    Severity::blocks,
    "",
    {"Баракта чейректик баанын тилкеси жок", "На листе нет столбца четвертных отметок",
     "The sheet has no column of final marks"},
    {"«1 ЧТ» сыяктуу тилке", "столбец вида «1 ЧТ»", "a column such as «1 ЧТ»"},
    {"Журналда чейректик бааларды чыгарып, файлды кайра алыңыз",
     "Выставьте в журнале четвертные отметки и выгрузите файл ещё раз",
     "Give the final marks in the journal and export again"},
    why_row};

const Rule statistics_levels_partial{
    "statistics-levels-partial",
    Severity::warns,
    "",
    {"{found} классынын окуучуларынын жетишүүсү эсептелген жок: бардык предметтер бирге киргизилиши керек",
     "Успеваемость учеников класса {found} не посчитана: нужны все предметы сразу",
     "The levels of class {found} are not counted: all subjects are needed at once"},
    {"класстын бардык предметтери бир импортто", "все предметы класса в одном импорте",
     "all subjects of the class in one import"},
    {"Класстын бардык файлдарын бир буйрукта киргизиңиз", "Импортируйте все файлы класса одной командой",
     "Import all files of the class by one command"},
    why_row};

}  // namespace rules

std::span<const Rule* const> statistics_rules() {
  using namespace rules;
  static const std::vector<const Rule*> all{&statistics_empty_file,
                                            &statistics_unreadable,
                                            &statistics_too_big,
                                            &statistics_encoding,
                                            &statistics_windows_1251,
                                            &statistics_not_a_table,
                                            &statistics_open_quote,
                                            &statistics_separator,
                                            &statistics_no_header,
                                            &statistics_missing_column,
                                            &statistics_doubled_column,
                                            &statistics_ragged_row,
                                            &statistics_empty_cell,
                                            &statistics_not_a_class,
                                            &statistics_unknown_class,
                                            &statistics_subject_misspelt,
                                            &statistics_unknown_subject,
                                            &statistics_not_a_mark,
                                            &statistics_unmarked_grade,
                                            &statistics_not_a_count,
                                            &statistics_formula,
                                            &statistics_total,
                                            &statistics_row_twice,
                                            &statistics_two_files,
                                            &statistics_pupil_twice,
                                            &statistics_other_term,
                                            &statistics_not_a_term,
                                            &statistics_no_term,
                                            &statistics_not_a_date,
                                            &statistics_not_a_sex,
                                            &statistics_not_a_language,
                                            &statistics_not_a_programme,
                                            &statistics_marks_missing,
                                            &statistics_small_class,
                                            &statistics_only_inspected,
                                            &statistics_no_class,
                                            &statistics_sheet_twice,
                                            &statistics_no_final_marks,
                                            &statistics_levels_partial,
                                            &journal_late_entry,
                                            &journal_not_entered,
                                            &journal_no_topic,
                                            &journal_no_homework,
                                            &journal_too_few_marks,
                                            &journal_few_marks,
                                            &journal_plan_hours,
                                            &journal_marks_forbidden,
                                            &journal_language,
                                            &journal_mark_contradicts,
                                            &journal_inspections,
                                            &journal_class_check,
                                            &statistics_mapping,
                                            &statistics_stored,
                                            &statistics_settings,
                                            &statistics_denominator_kept,
                                            &statistics_learners_differ,
                                            &statistics_moves,
                                            &statistics_movement_gap,
                                            &statistics_write_failed};
  return all;
}

}  // namespace mektep
