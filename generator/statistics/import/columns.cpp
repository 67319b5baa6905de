#include "statistics/import/columns.h"

#include "base/text.h"

namespace mektep {
namespace {

// clang-format off
constexpr std::array<ColumnSpec, 48> columns{{
    {"class", {"класс", "класс", "class"}, "класстын аты|classname"},
    {"pupil", {"окуучу", "ученик", "pupil"}, "окуучулар|ученики|фио|ф.и.о.|аты-жөнү|окуучунун аты-жөнү|фио ученика|учащийся|учащиеся|student|name|id"},
    {"subject", {"предмет", "предмет", "subject"}, "сабак|сабактын аты|предметтин аты|дисциплина|наименование предмета"},
    {"mark", {"баа", "отметка", "mark"}, "оценка|жыйынтык баа|чейректик баа|итоговая отметка|итоговая оценка|четвертная отметка|grade"},
    {"year", {"окуу жылы", "учебный год", "year"}, "жыл|год|school year"},
    {"period", {"мезгил", "период", "period"}, "чейрек|четверть|term|quarter|полугодие|жарым жылдык"},
    {"total", {"бардыгы", "всего", "total"}, "итого|жалпы|барды|саны|количество"},
    {"n5", {"«5»", "«5»", "n5"}, "5|беш|пять|отлично|пятерки|на 5|количество 5|кол-во 5|5 саны"},
    {"n4", {"«4»", "«4»", "n4"}, "4|төрт|четыре|хорошо|четверки|на 4|количество 4|кол-во 4|4 саны"},
    {"n3", {"«3»", "«3»", "n3"}, "3|үч|три|удовлетворительно|удовл|тройки|на 3|количество 3|кол-во 3|3 саны"},
    {"n2", {"«2»", "«2»", "n2"}, "2|эки|два|неудовлетворительно|неуд|двойки|на 2|количество 2|кол-во 2|2 саны"},
    {"n1", {"«1»", "«1»", "n1"}, "1|бир|один|единицы|на 1|количество 1|кол-во 1|1 саны"},
    {"not_attested", {"аттестацияланбаган", "не аттестовано", "not_attested"}, "н/а|а/э|на|ae|аттестация алган эмес|не аттестованы|неаттестованные|na"},
    {"exempt", {"бошотулган", "освобождено", "exempt"}, "осв|освобождены|бош|бошотулгандар"},
    {"missing", {"баасы жок", "без отметки", "missing"}, "баа коюлган эмес|нет отметки|не выставлено|пусто"},
    {"pupils", {"окуучулардын саны", "учеников", "pupils"}, "окуучу саны|бардык окуучу|всего учеников|количество учеников|учащихся|всего учащихся|списочный состав"},
    {"excellent", {"отличниктер", "отличники", "excellent"}, "беш менен|на отлично|отличников"},
    {"good", {"жакшы окугандар", "хорошисты", "good"}, "4 жана 5 менен|на 4 и 5|хорошистов|ударники"},
    {"one_four", {"бир «4» менен", "с одной «4»", "one_four"}, "с одной 4|бир төрт менен"},
    {"satisfactory", {"канааттандырарлык", "успевают с «3»", "satisfactory"}, "үч менен|с тройками|троечники"},
    {"one_three", {"бир «3» менен", "с одной «3»", "one_three"}, "с одной 3|бир үч менен"},
    {"failing", {"жетишпегендер", "неуспевающие", "failing"}, "неуспевающих|не успевают|эки менен"},
    {"without_marks", {"баа коюлбагандар", "без отметок", "without_marks"}, "безотметочные"},
    {"lessons", {"окуучу-сабак", "ученико-уроки", "lessons"}, "сабактар|уроков|уроки|всего уроков|ученико-часы"},
    {"ill", {"оорусу боюнча", "по болезни", "ill"}, "ооруу|болезнь|по болезни уроков|ооруп"},
    {"excused", {"себептүү", "уважительная", "excused"}, "по уважительной|уважительные|жүйөлүү|жүйөлүү себеп|по уважительной причине"},
    {"unexcused", {"себепсиз", "без уважительной", "unexcused"}, "неуважительная|по неуважительной|без причины|жүйөсүз|без уважительной причины|прогулы"},
    {"unstated", {"себеби көрсөтүлгөн эмес", "причина не указана", "unstated"}, "н|без указания причины"},
    {"late", {"кечигүү", "опоздания", "late"}, "кечигүүлөр|оп|опозданий"},
    {"days", {"окуучу-күн", "ученико-дни", "days"}, "күндөр|дней|дни|всего дней"},
    {"days_ill", {"күн: оорусу боюнча", "дней по болезни", "days_ill"}, "күн оору|дни по болезни"},
    {"days_excused", {"күн: себептүү", "дней по уважительной", "days_excused"}, "күн жүйөлүү|дни по уважительной"},
    {"days_unexcused", {"күн: себепсиз", "дней без уважительной", "days_unexcused"}, "күн жүйөсүз|дни без уважительной"},
    {"days_unstated", {"күн: себеби көрсөтүлгөн эмес", "дней без указания причины", "days_unstated"}, ""},
    {"start", {"башында", "на начало", "start"}, "мезгилдин башында|чейректин башында|на начало периода|на начало четверти|было|initial"},
    {"arrived", {"келди", "прибыло", "arrived"}, "келгендер|прибыли|прибывшие|келген"},
    {"departed", {"кетти", "выбыло", "departed"}, "кеткендер|выбыли|выбывшие|кеткен"},
    {"moved_in", {"башка класстан келди", "переведено в класс", "moved_in"}, "которулуп келди|переведены в класс|из другого класса"},
    {"moved_out", {"башка класска кетти", "переведено из класса", "moved_out"}, "которулуп кетти|переведены из класса|в другой класс"},
    {"end", {"аягында", "на конец", "end"}, "мезгилдин аягында|чейректин аягында|на конец периода|на конец четверти|стало|final"},
    {"programme", {"программа", "программа", "programme"}, "билим берүү программасы|образовательная программа|program"},
    {"language", {"окутуу тили", "язык обучения", "language"}, "тил|тили|язык"},
    {"boys", {"балдар", "мальчики", "boys"}, "эркек балдар|эркек|мальчиков|юноши"},
    {"girls", {"кыздар", "девочки", "girls"}, "кыз|кыз балдар|девочек|девушки"},
    {"sex", {"жынысы", "пол", "sex"}, "жыныс|gender"},
    {"date", {"датасы", "дата", "date"}, "күнү|сабактын датасы|дата урока|lessonday|күн|lesson date"},
    {"topic", {"тема", "тема", "topic"}, "сабактын темасы|тема урока"},
    {"homework", {"үй тапшырма", "домашнее задание", "homework"}, "үй иши|үйгө тапшырма|дз|д/з|задание"},
}};
constexpr std::array<ColumnSpec, 5> more_columns{{
    {"inspection", {"текшерүү", "проверка", "inspection"}, "журналды текшерүү|проверка журнала|что проверено|эмне текшерилди|результат"},
    {"checked", {"тастыкталган күнү", "дата сверки", "checked"}, "маалымат тастыкталды|данные сверены|сверено|текшерилген күнү|дата проверки данных"},
    {"entered", {"жазылган убактысы", "дата внесения", "entered"}, "киргизилди|время внесения|внесено|created_at|createdat|толтурулган"},
    {"curriculum", {"окуу планы", "учебный план", "curriculum"}, "окуу планындагы сааттар|часы учебного плана|часы по учебному плану|окуу планы боюнча саат"},
    {"plan", {"календардык план", "календарный план", "plan"}, "ктп|календарно-тематический план|часы по ктп|календардык-тематикалык план|ктп боюнча саат|ктп часы"},
}};
// clang-format on

using Ids = std::string_view;
constexpr std::array<Ids, 6> counts_required{"class", "subject", "n5", "n4", "n3", "n2"};
constexpr std::array<Ids, 7> counts_optional{"n1",     "not_attested", "exempt", "missing",
                                             "pupils", "year",         "period"};
constexpr std::array<Ids, 4> marks_required{"class", "pupil", "subject", "mark"};
constexpr std::array<Ids, 2> term_columns{"year", "period"};
constexpr std::array<Ids, 5> levels_required{"class", "pupils", "excellent", "good", "failing"};
constexpr std::array<Ids, 8> levels_optional{"one_four", "satisfactory",  "one_three", "not_attested",
                                             "missing",  "without_marks", "year",      "period"};
constexpr std::array<Ids, 5> attendance_required{"class", "lessons", "ill", "excused", "unexcused"};
constexpr std::array<Ids, 10> attendance_optional{
    "pupil",        "unstated",       "late",          "days", "days_ill",
    "days_excused", "days_unexcused", "days_unstated", "year", "period"};
constexpr std::array<Ids, 5> movement_required{"class", "start", "arrived", "departed", "end"};
constexpr std::array<Ids, 4> movement_optional{"moved_in", "moved_out", "year", "period"};
constexpr std::array<Ids, 3> contingent_required{"class", "boys", "girls"};
constexpr std::array<Ids, 5> contingent_optional{"programme", "language", "total", "year", "period"};
constexpr std::array<Ids, 3> list_required{"class", "pupil", "sex"};
constexpr std::array<Ids, 4> list_optional{"programme", "language", "year", "period"};
constexpr std::array<Ids, 4> lessons_required{"class", "subject", "date", "topic"};
constexpr std::array<Ids, 5> lessons_optional{"homework", "entered", "language", "year", "period"};
constexpr std::array<Ids, 4> hours_required{"class", "subject", "curriculum", "plan"};

constexpr std::array<Ids, 2> inspections_required{"date", "inspection"};
constexpr std::array<Ids, 2> checks_required{"class", "checked"};

constexpr std::array<Profile, 11> profiles{{
    {"class-list", {"Класстын тизмеси", "Список класса", "Class list"}, list_required, list_optional},
    {"contingent", {"Контингент", "Контингент", "Contingent"}, contingent_required, contingent_optional},
    {"counts", {"Баалардын саны", "Количество отметок", "Counts of marks"}, counts_required, counts_optional},
    {"marks", {"Окуучулардын баалары", "Отметки учеников", "Marks of pupils"}, marks_required, term_columns},
    {"levels",
     {"Окуучулардын жетишүүсү", "Успеваемость учеников", "Levels of pupils"},
     levels_required,
     levels_optional},
    {"attendance", {"Катышуу", "Посещаемость", "Attendance"}, attendance_required, attendance_optional},
    {"movement", {"Кыймыл", "Движение", "Movement"}, movement_required, movement_optional},
    {"lessons", {"Сабактар", "Уроки", "Lessons"}, lessons_required, lessons_optional},
    {"hours", {"Сааттар", "Часы", "Hours"}, hours_required, term_columns},
    {"inspections",
     {"Журналды текшерүүлөр", "Проверки журнала", "Inspections of the journal"},
     inspections_required,
     term_columns},
    {"class-checks",
     {"Класстын маалыматын тастыктоо", "Сверка данных класса", "Checks of the data of classes"},
     checks_required,
     term_columns},
}};

std::vector<std::string> spellings(const ColumnSpec& column) {
  std::vector<std::string> list{fold_header(column.id), fold_header(column.name.ky),
                                fold_header(column.name.ru)};
  for (const std::string_view alias : split(column.aliases, '|'))
    if (!alias.empty()) list.push_back(fold_header(alias));
  return list;
}

const ColumnSpec* find_column(std::string_view id) {
  for (const ColumnSpec& column : known_columns())
    if (column.id == id) return &column;
  return nullptr;
}

}  // namespace

std::span<const ColumnSpec> known_columns() {
  static const std::vector<ColumnSpec> all = [] {
    std::vector<ColumnSpec> list(columns.begin(), columns.end());
    list.insert(list.end(), more_columns.begin(), more_columns.end());
    return list;
  }();
  return all;
}

Label column_name(std::string_view id) {
  const ColumnSpec* column = find_column(id);
  if (!column) return {std::string(id), std::string(id), std::string(id)};
  return {std::string(column->name.ky), std::string(column->name.ru), std::string(column->name.en)};
}

std::string fold_header(std::string_view text) {
  const std::string lower = fold_for_search(text);
  std::string out;
  for (std::size_t at = 0; at < lower.size();) {
    const char32_t c = next_code_point(lower, at);
    if (is_letter(c) || (c >= U'0' && c <= U'9')) append_utf8(out, c);
  }
  return out;
}

std::string_view recognise_column(std::string_view header, std::span<const std::string_view> allowed) {
  const std::string folded = fold_header(header);
  if (folded.empty()) return {};
  for (const std::string_view id : allowed) {
    const ColumnSpec* column = find_column(id);
    if (!column) continue;
    const std::vector<std::string> known = spellings(*column);
    if (std::find(known.begin(), known.end(), folded) != known.end()) return column->id;
  }
  return {};
}

std::vector<std::string_view> Profile::columns() const {
  std::vector<std::string_view> all(required.begin(), required.end());
  all.insert(all.end(), optional.begin(), optional.end());
  return all;
}

std::span<const Profile> csv_profiles() {
  return profiles;
}

const Profile* find_profile(std::string_view id) {
  for (const Profile& profile : profiles)
    if (profile.id == id) return &profile;
  return nullptr;
}

}  // namespace mektep
