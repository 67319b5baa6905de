#include "statistics/rules.h"

namespace mektep {
namespace rules {
namespace {

constexpr Message why_file{
    "Журналдан чыккан файл толук окулганда гана сандар туура чыгат, ошондуктан бир да сабы болжол менен "
    "алынбайт",
    "Цифры верны только тогда, когда файл из журнала прочитан целиком, поэтому ни одна строка не берётся "
    "наугад",
    "Figures are right only when the whole file was understood, so that no row is taken by guess"};
constexpr Message why_table{
    "Тилкелердин аттары кайсы сан эмнени билдирерин айтат; аларсыз сандар жаңылыш жерге түшөт",
    "Названия столбцов говорят, что означает каждое число; без них числа попадут не туда",
    "The names of the columns say what each number is; without them numbers end up in the wrong place"};
constexpr Message why_journal{
    "Электрондук журналдын жобосу талап кылат; текшерүүнүн жыйынтыгы мектептин ичинде гана калат",
    "Этого требует положение об электронном журнале; итог проверки остаётся внутри школы",
    "The regulation on the electronic journal wants it; what the inspection finds stays inside the school"};

}  // namespace

const Rule statistics_empty_file{
    "statistics-empty-file",
    Severity::blocks,
    "",
    {"Файлда бир да маалымат сабы жок", "В файле нет ни одной строки данных", "The file has no row of data"},
    {},
    {"Журналдан кайра чыгарып алыңыз", "Выгрузите файл из журнала ещё раз",
     "Export the file from the journal again"},
    why_file};

const Rule statistics_unreadable{
    "statistics-unreadable",
    Severity::blocks,
    "",
    {"Файл окулбай жатат: {reason}", "Файл не читается: {reason}", "The file cannot be read: {reason}"},
    {},
    {"Файлдын дарегин жана уруксаттарды текшериңиз", "Проверьте путь к файлу и права доступа",
     "Check the path of the file and its permissions"},
    why_file};

const Rule statistics_too_big{
    "statistics-too-big",
    Severity::blocks,
    "",
    {"Файл өтө чоң", "Файл слишком велик", "The file is too big"},
    {"256 МБдан ашпаган файл", "файл не больше 256 МБ", "a file of 256 MB at most"},
    {"Ар бир чейрек же ар бир класс үчүн өзүнчө файл чыгарыңыз",
     "Выгрузите отдельный файл на каждую четверть или класс", "Export one file a quarter or a class"},
    why_file};

const Rule statistics_encoding{"statistics-encoding",
                               Severity::blocks,
                               "",
                               {"Файлдын коддоосу таанылган жок", "Кодировка файла не распознана",
                                "The encoding of the file is not known"},
                               {"UTF-8 же Windows-1251", "UTF-8 или Windows-1251", "UTF-8 or Windows-1251"},
                               {"Excelде «CSV UTF-8» түрүндө сактаңыз", "Сохраните в Excel как «CSV UTF-8»",
                                "Save it in Excel as “CSV UTF-8”"},
                               why_file};

const Rule statistics_windows_1251{
    "statistics-windows-1251",
    Severity::notes,
    "",
    {"Файл Windows-1251 коддоосунда экен, UTF-8ге которулуп окулду. Бул коддоодо ң, ө, ү тамгалары жок",
     "Файл в кодировке Windows-1251, прочитан с переводом в UTF-8. В этой кодировке нет букв ң, ө, ү",
     "The file is in Windows-1251 and was converted to UTF-8. That encoding has no ң, ө, ү"},
    {},
    {"Мүмкүн болсо «CSV UTF-8» түрүндө сактаңыз", "По возможности сохраняйте как «CSV UTF-8»",
     "Save it as “CSV UTF-8” if you can"},
    why_file};

const Rule statistics_not_a_table{"statistics-not-a-table",
                                  Severity::blocks,
                                  "",
                                  {"Бул CSV же XLSX таблицасы эмес", "Это не таблица CSV и не XLSX",
                                   "This is neither a CSV table nor an XLSX workbook"},
                                  {"CSV же XLSX", "CSV или XLSX", "CSV or XLSX"},
                                  {"Эски .xls файлды Excelде .xlsx же CSV түрүндө сактаңыз",
                                   "Старый файл .xls сохраните в Excel как .xlsx или CSV",
                                   "Save an old .xls file as .xlsx or CSV in Excel"},
                                  why_file};

const Rule statistics_open_quote{
    "statistics-open-quote",
    Severity::blocks,
    "",
    {"Уячадагы тырмакча жабылган эмес же андан кийин текст бар; файл кесилген болушу мүмкүн",
     "Кавычка в ячейке не закрыта, или после неё есть текст; возможно, файл обрезан",
     "A quote in a cell is not closed, or text follows it; the file may be cut off"},
    {},
    {"Журналдан кайра чыгарып алыңыз же тырмакчаны оңдоңуз", "Выгрузите файл ещё раз или исправьте кавычку",
     "Export the file again or mend the quote"},
    why_file};

const Rule statistics_separator{
    "statistics-separator",
    Severity::blocks,
    "",
    {"Тилкелер бөлүнгөн жок: биринчи сапта бир эле уяча бар",
     "Столбцы не разделились: в первой строке одна ячейка",
     "The columns did not separate: the first line is one cell"},
    {"бөлгүч ; же , же табуляция", "разделитель ; или , или табуляция", "a separator ; or , or tab"},
    {"Файлды ; бөлгүчү менен кайра сактаңыз", "Сохраните файл с разделителем ;",
     "Save the file with ; as the separator"},
    why_table};

const Rule statistics_no_header{
    "statistics-no-header",
    Severity::blocks,
    "",
    {"Биринчи сапта тилкелердин тааныш аттары жок", "В первой строке нет известных названий столбцов",
     "The first line has no known names of columns"},
    {"тилкелердин аттары биринчи сапта", "названия столбцов в первой строке",
     "names of columns in the first line"},
    {"Биринчи сапка тилкелердин аттарын жазыңыз же --profile менен дал келүү файлын бериңиз",
     "Напишите названия столбцов в первой строке или дайте файл соответствия через --profile",
     "Write the names of the columns in the first line, or give a mapping file with --profile"},
    why_table};

const Rule statistics_missing_column{
    "statistics-missing-column",
    Severity::blocks,
    "",
    {"«{profile}» файлында тилкелер жетишпейт: {columns}",
     "В файле «{profile}» не хватает столбцов: {columns}", "The file “{profile}” lacks columns: {columns}"},
    {},
    {"Тилкени кошуңуз, же анын аты башкача болсо --profile менен дал келүү файлын бериңиз",
     "Добавьте столбец, а если он назван иначе, дайте файл соответствия через --profile",
     "Add the column, or give a mapping file with --profile when it has another name"},
    why_table};

const Rule statistics_doubled_column{
    "statistics-doubled-column",
    Severity::blocks,
    "",
    {"«{column}» тилкеси эки жолу бар", "Столбец «{column}» встречается дважды",
     "The column “{column}” is there twice"},
    {"ар бир тилке бир жолу", "каждый столбец один раз", "each column once"},
    {"Ашыкча тилкени өчүрүңүз", "Удалите лишний столбец", "Delete the surplus column"},
    why_table};

const Rule statistics_only_inspected{
    "statistics-only-inspected",
    Severity::blocks,
    "",
    {"Бул файл импорт үчүн эмес, журналды текшерүү үчүн", "Этот файл не для импорта, а для проверки журнала",
     "This file is for the inspection of the journal, not for import"},
    {},
    {"`mektep statistics inspect` буйругуна бериңиз", "Дайте его команде `mektep statistics inspect`",
     "Give it to `mektep statistics inspect`"},
    why_file};

const Rule statistics_no_class{
    "statistics-no-class",
    Severity::blocks,
    "",
    {"Китепчеде класстын аты жок", "В книге не назван класс", "The workbook does not name the class"},
    {"файлдын аты 9-А.xlsx же --class 9-А", "имя файла 9-А.xlsx или --class 9-А",
     "a file named 9-А.xlsx, or --class 9-А"},
    {"Файлды класстын аты менен атаңыз же --class кошуңуз",
     "Назовите файл именем класса или добавьте --class", "Name the file after the class, or add --class"},
    why_file};

const Rule journal_late_entry{"journal-late-entry",
                              Severity::warns,
                              "JRN-30",
                              {"Сабак өз күнүндө эмес, {days} күн {when} жазылган",
                               "Урок записан не в свой день, а на {days} дн. {when}",
                               "The lesson was not entered on its day but {days} days {when}"},
                              {"сабактын күнү", "день урока", "the day of the lesson"},
                              {"Мугалимге эскертиңиз: журнал сабак өткөн күнү толтурулат",
                               "Напомните учителю: журнал заполняется в день урока",
                               "Remind the teacher: the journal is filled in on the day of the lesson"},
                              why_journal};

const Rule journal_not_entered{"journal-not-entered",
                               Severity::warns,
                               "JRN-30",
                               {"Сабак качан жазылганы көрсөтүлгөн эмес", "Не указано, когда урок записан",
                                "It is not said when the lesson was entered"},
                               {"сабактын күнү", "день урока", "the day of the lesson"},
                               {},
                               why_journal};

const Rule journal_no_topic{
    "journal-no-topic",
    Severity::warns,
    "JRN-29",
    {"Сабактын темасы жазылган эмес", "Не записана тема урока", "The lesson has no topic"},
    {},
    {"Темасын жазыңыз", "Запишите тему", "Write the topic"},
    why_journal};

const Rule journal_no_homework{
    "journal-no-homework",
    Severity::warns,
    "JRN-29",
    {"Үй тапшырма жазылган эмес", "Не записано домашнее задание", "The lesson has no homework"},
    {},
    {"Үй тапшырманы жазыңыз же «берилген жок» деп белгилеңиз", "Запишите задание или отметьте «не задано»",
     "Write the homework, or note that none was given"},
    why_journal};

const Rule journal_too_few_marks{"journal-too-few-marks",
                                 Severity::blocks,
                                 "JRN-37",
                                 {"Чейректе {count} гана баа бар, чейректик баа үчүн жетишсиз",
                                  "Для четвертной отметки мало текущих: {count}",
                                  "Too few marks in the quarter for a mark of the term: {count}"},
                                 {"жок дегенде 3–4", "не меньше 3–4", "3 or 4 at least"},
                                 {"Окуучуну баалаңыз же аттестацияланган эмес деп белгилеңиз",
                                  "Оцените ученика или отметьте, что он не аттестован",
                                  "Mark the pupil, or state that he is not attested"},
                                 why_journal};

const Rule journal_few_marks{
    "journal-few-marks",
    Severity::warns,
    "JRN-37",
    {"Чейректе {count} баа бар", "Отметок за четверть: {count}", "Marks in the quarter: {count}"},
    {"4 же андан көп", "4 или больше", "4 or more"},
    {},
    why_journal};

const Rule journal_plan_hours{"journal-plan-hours",
                              Severity::blocks,
                              "JRN-32",
                              {"Календардык план {found} саат, окуу планы {curriculum}",
                               "Часов в КТП: {found}, в учебном плане: {curriculum}",
                               "The plan has {found} hours, the curriculum {curriculum}"},
                              {"{curriculum}", "{curriculum}", "{curriculum}"},
                              {"Планды окуу планына келтириңиз", "Приведите КТП к учебному плану",
                               "Bring the plan in line with the curriculum"},
                              why_journal};

const Rule journal_marks_forbidden{
    "journal-marks-forbidden",
    Severity::blocks,
    "JRN-34",
    {"Баа коюлбай турган класста баа бар", "Отметки в безотметочном классе",
     "Marks in a grade without marks"},
    {},
    {"Бааларды журналдан алып салыңыз", "Уберите отметки из журнала", "Take the marks out of the journal"},
    why_journal};

const Rule journal_language{
    "journal-language",
    Severity::warns,
    "JRN-33",
    {"Темалар окутуу тилинде жазылган эмес окшойт", "Темы, похоже, записаны не на языке обучения",
     "The topics seem not to be in the language of teaching"},
    {},
    {"Темаларды сабак окутулган тилде жазыңыз", "Пишите темы на языке, на котором идёт урок",
     "Write the topics in the language of the lesson"},
    why_journal};

const Rule journal_mark_contradicts{
    "journal-mark-contradicts",
    Severity::warns,
    "JRN-8",
    {"Чейректик баа күндөлүк баалардын орточосунан бир балл же андан көп айырмаланат",
     "Четвертная отметка отличается от среднего текущих на балл или больше",
     "The mark of the term differs from the average of the current ones by a whole mark or more"},
    {},
    {"Мугалим себебин түшүндүрсүн же бааны оңдосун", "Пусть учитель объяснит причину или исправит отметку",
     "Let the teacher give the reason or mend the mark"},
    why_journal};

const Rule journal_inspections{
    "journal-inspections",
    Severity::warns,
    "JRN-39",
    {"Журнал {month} айында {found} жолу текшерилген", "Проверок журнала за {month}: {found}",
     "Inspections of the journal in {month}: {found}"},
    {"айына 2 жолу", "2 раза в месяц", "twice a month"},
    {"Текшерүүнү өткөрүп, каттоо дептерине жазыңыз", "Проведите проверку и запишите её",
     "Inspect it and write it down"},
    why_journal};

const Rule journal_class_check{"journal-class-check",
                               Severity::warns,
                               "JRN-25",
                               {"{found} классынын маалыматы бул чейректе тастыкталган эмес",
                                "Данные класса {found} в этой четверти не сверены",
                                "The data of class {found} were not checked this quarter"},
                               {"чейректе бир жолу", "раз в четверть", "once a quarter"},
                               {"Класс жетекчиси маалыматты текшерип, күнүн жазсын",
                                "Пусть классный руководитель сверит данные и запишет дату",
                                "Let the class teacher check the data and write the date down"},
                               why_journal};

const Rule statistics_mapping{
    "statistics-mapping",
    Severity::blocks,
    "",
    {"Дал келүү файлында түшүнүксүз жер бар: {found}", "В файле соответствия непонятно: {found}",
     "The mapping file holds something unknown: {found}"},
    {"profile, scale, columns", "profile, scale, columns", "profile, scale, columns"},
    {"Тилкелердин аттары `mektep statistics profiles` буйругунда",
     "Названия столбцов показывает `mektep statistics profiles`",
     "`mektep statistics profiles` lists the names of the columns"},
    why_table};

}  // namespace rules

}  // namespace mektep
