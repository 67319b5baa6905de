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
