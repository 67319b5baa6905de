// Texts of the rules about files as such, front matter, CSV and JSON; yaml/rules.cpp has those about YAML.
#include "syntax/rules.h"

#include <array>

#include "syntax/xlsx/rules.h"
#if __has_include("syntax/markdown/rules.h")
#include "syntax/markdown/rules.h"
#define MEKTEP_HAS_MARKDOWN_RULES
#endif

namespace mektep {
namespace rules {
namespace {

constexpr Message why_text{
    "Окурмандар кыргыз тамгаларынын ордуна түшүнүксүз белгилерди көрбөшү үчүн бардык тексттер бир коддоодо, "
    "UTF-8де сакталат",
    "Чтобы читатели не увидели вместо букв непонятные знаки, все тексты хранятся в одной кодировке, UTF-8",
    "All texts are kept in one encoding, UTF-8, so that readers never see strange signs in place of letters"};
constexpr Message why_front{
    "Барактын аталышы, күнү жана сүрөтү ушул бөлүктөн окулат; ал табылбаса, барак туура жарыяланбайт",
    "Название, дата и картинка страницы читаются из этой части; если её не найти, страница выйдет неверной",
    "Title, date and picture of the page are read from this part; without it the page comes out wrong"};
constexpr Message why_table{"Таблицанын бир сабы жылып кетсе, сандар башка тилкенин астында жарыяланып калат",
                            "Если одна строка таблицы съедет, числа окажутся под чужими заголовками",
                            "When one row of a table slips, figures are published under the wrong headings"};
constexpr Message why_json{
    "JSON файлдарын адатта программа жазат; бузулган файл толук эмес маалыматты билдирет",
    "Файлы JSON обычно пишет программа; повреждённый файл означает неполные данные",
    "JSON files are usually written by a program; a damaged one means incomplete data"};

}  // namespace

const Rule text_too_big{
    "text-too-big",
    Severity::blocks,
    "",
    {"Файл өтө чоң: {found} байт", "Файл слишком большой: {found} байт",
     "The file is too big: {found} bytes"},
    {"{limit} байттан көп эмес", "не больше {limit} байт", "{limit} bytes at most"},
    {"Бул чын эле текст файлыбы, текшериңиз; чоң текстти бир нече баракка бөлүңүз",
     "Проверьте, текстовый ли это файл; большой текст разделите на несколько страниц",
     "Check that this is a text file; split a long text into several pages"},
    {"Мындай чоң текст файлы жаңылыштыктан пайда болот жана сайтты куруп бүтүрбөй коёт",
     "Такой большой текстовый файл появляется по ошибке и не дал бы построить сайт",
     "A text file of this size is there by mistake and would keep the site from being built"}};

const Rule text_invalid_utf8{
    "text-invalid-utf8",
    Severity::blocks,
    "",
    {"Файл UTF-8 коддоосунда эмес, кыязы {encoding} (байт {found})",
     "Файл не в кодировке UTF-8, вероятно, {encoding} (байт {found})",
     "The file is not in UTF-8, it is probably {encoding} (byte {found})"},
    {"UTF-8 коддоосундагы текст", "текст в кодировке UTF-8", "text in UTF-8"},
    {"Файлды UTF-8де кайра сактаңыз: Блокнотто «Сактоо…» → «Коддоо: UTF-8», Excelде «CSV UTF-8». Файл "
     "Windows-1251 же UTF-16да сакталган болушу мүмкүн",
     "Сохраните файл заново в UTF-8: в Блокноте «Сохранить как…» → «Кодировка: UTF-8», в Excel «CSV UTF-8». "
     "Возможно, файл сохранён в Windows-1251 или UTF-16",
     "Save the file again as UTF-8: in Notepad \"Save as…\" → \"Encoding: UTF-8\", in Excel \"CSV UTF-8\". "
     "It may have been saved in Windows-1251 or UTF-16"},
    why_text};

const Rule text_control_character{
    "text-control-character",
    Severity::blocks,
    "",
    {"Текстте көрүнбөгөн башкаруу белгиси бар: {found}", "В тексте невидимый управляющий знак: {found}",
     "The text has an invisible control character: {found}"},
    {"көрүнгөн белгилер гана", "только видимые знаки", "visible characters only"},
    {"Ушул жердеги белгини өчүрүп, сөздү кайра териңиз. Файл бузулган же текст файлы эмес болушу мүмкүн",
     "Удалите знак в этом месте и наберите слово заново. Возможно, файл повреждён или это не текст",
     "Delete the character at this place and type the word again. The file may be damaged or may not be text "
     "at all"},
    why_text};

const Rule text_byte_order_mark{
    "text-byte-order-mark",
    Severity::notes,
    "",
    {"Файлдын башында көрүнбөгөн BOM белгиси бар", "В начале файла невидимый знак BOM",
     "The file begins with an invisible byte-order mark"},
    {"BOM жок UTF-8", "UTF-8 без BOM", "UTF-8 without a byte-order mark"},
    {"Эч нерсе кылуунун кереги жок; кааласаңыз, файлды BOM жок «UTF-8» катары сактаңыз",
     "Делать ничего не нужно; при желании сохраните файл как «UTF-8» без BOM",
     "Nothing needs to be done; if you like, save the file as UTF-8 without a BOM"},
    {"Айрым башка программалар бул белгиден жаңылышат", "Некоторые другие программы спотыкаются об этот знак",
     "Some other programs stumble over this mark"}};

const Rule text_crlf{"text-crlf",
                     Severity::notes,
                     "",
                     {"Саптардын аягы Windows үлгүсүндө (CRLF)", "Концы строк в стиле Windows (CRLF)",
                      "The lines end in the Windows manner (CRLF)"},
                     {"LF", "LF", "LF"},
                     {"Эч нерсе кылуунун кереги жок", "Делать ничего не нужно", "Nothing needs to be done"},
                     {"Аралаш сап аяктары өзгөртүүлөрдүн тарыхын окууга кыйын кылат",
                      "Из-за смешанных концов строк историю правок трудно читать",
                      "Mixed line ends make the history of changes hard to read"}};

const Rule front_matter_open{
    "front-matter-open",
    Severity::blocks,
    "",
    {"Барактын баш бөлүгү жабылган эмес: экинчи «---» сабы жок",
     "Заголовок страницы не закрыт: нет второй строки «---»",
     "The head of the page is not closed: there is no second line ---"},
    {"талаалардан кийин өзүнчө сапта «---»", "строка «---» после полей", "a line --- behind the fields"},
    {"Акыркы талаадан кийин жаңы сапка үч сызыкча жазыңыз: ---",
     "После последнего поля напишите на новой строке три дефиса: ---",
     "Write three hyphens in a new line behind the last field: ---"},
    why_front};

const Rule front_matter_not_first{"front-matter-not-first",
                                  Severity::blocks,
                                  "",
                                  {"Барактын баш бөлүгү файлдын эң биринчи сабынан башталбайт",
                                   "Заголовок страницы начинается не с первой строки файла",
                                   "The head of the page does not begin in the first line of the file"},
                                  {"биринчи сапта «---»", "«---» в первой строке", "--- in the first line"},
                                  {"«---» сабынын үстүндөгү бош саптарды жана боштуктарды өчүрүңүз",
                                   "Удалите пустые строки и пробелы над строкой «---»",
                                   "Delete the empty lines and spaces above the line ---"},
                                  why_front};

const Rule front_matter_line{
    "front-matter-line",
    Severity::blocks,
    "",
    {"Чек сап туура эмес жазылган: {found}", "Пограничная строка записана неверно: {found}",
     "The border line is written wrongly: {found}"},
    {"так үч кыска сызыкча: ---", "ровно три дефиса: ---", "exactly three hyphens: ---"},
    {"Сапты өчүрүп, үч кыска сызыкча (-) териңиз. Узун сызыкчаны көбүнчө Word өзү коёт",
     "Удалите строку и наберите три дефиса (-). Длинное тире часто ставит сам Word",
     "Delete the line and type three hyphens (-). Word likes to put long dashes by itself"},
    why_front};

const Rule front_matter_not_map{
    "front-matter-not-map",
    Severity::blocks,
    "",
    {"Барактын баш бөлүгү талаалардан турбайт", "Заголовок страницы состоит не из полей",
     "The head of the page does not consist of fields"},
    {"«title: Текст» сыяктуу саптар", "строки вида «title: Текст»", "lines such as \"title: Text\""},
    {"Эки «---» сабынын ортосуна талааларды жазыңыз: title, date…",
     "Запишите между двумя строками «---» поля: title, date…",
     "Write fields between the two lines ---: title, date…"},
    why_front};

const Rule csv_open_quote{"csv-open-quote",
                          Severity::blocks,
                          "",
                          {"Таблицанын уячасында тырмакча ачылып, жабылган эмес: {found}",
                           "В ячейке таблицы кавычка открыта, но не закрыта: {found}",
                           "A quote is opened in a cell of the table and never closed: {found}"},
                          {"уячанын аягында \"", "\" в конце ячейки", "\" at the end of the cell"},
                          {"Уячанын аягына \" коюңуз; тексттин ичиндеги тырмакча эки жолу жазылат: \"\"",
                           "Поставьте \" в конце ячейки; кавычка внутри текста пишется дважды: \"\"",
                           "Put \" at the end of the cell; a quote inside the text is written twice: \"\""},
                          why_table};

const Rule csv_after_quote{
    "csv-after-quote",
    Severity::blocks,
    "",
    {"Уячада жабылган тырмакчадан кийин текст бар: {found}",
     "В ячейке есть текст после закрытой кавычки: {found}",
     "A cell has text behind its closing quote: {found}"},
    {"тырмакчадан кийин бөлгүч же саптын аягы", "после кавычки разделитель или конец строки",
     "a separator or the end of the line behind the quote"},
    {"Тексттин ичиндеги тырмакчаны эки жолу жазыңыз: \"\"", "Кавычку внутри текста напишите дважды: \"\"",
     "Write a quote inside the text twice: \"\""},
    why_table};

const Rule csv_ragged_row{
    "csv-ragged-row",
    Severity::blocks,
    "",
    {"Сапта {found} уяча бар, ал эми баш сапта {cells}", "В строке {found} ячеек, а в заголовке {cells}",
     "The row has {found} cells, the heading has {cells}"},
    {"ар бир сапта {cells} уяча", "по {cells} ячеек в каждой строке", "{cells} cells in each row"},
    {"Жетишпеген бөлгүчтү кошуңуз же ашыкчасын өчүрүңүз; ичинде үтүр бар текстти тырмакчага алыңыз",
     "Добавьте недостающий разделитель или удалите лишний; текст с запятой внутри возьмите в кавычки",
     "Add the missing separator or delete the surplus one; put text with a comma inside in quotes"},
    why_table};

const Rule csv_no_header{
    "csv-no-header",
    Severity::blocks,
    "",
    {"Таблица бош: тилкелердин аталышы жок", "Таблица пуста: нет названий столбцов",
     "The table is empty: it has no column names"},
    {"биринчи сапта тилкелердин аталыштары", "названия столбцов в первой строке",
     "the names of the columns in the first line"},
    {"Биринчи сапка тилкелердин аталыштарын жазыңыз", "Напишите названия столбцов в первой строке",
     "Write the names of the columns in the first line"},
    why_table};

const Rule csv_missing_column{
    "csv-missing-column",
    Severity::blocks,
    "",
    {"Таблицада «{found}» тилкеси жок", "В таблице нет столбца «{found}»",
     "The table has no column “{found}”"},
    {"«{found}» деген тилке", "столбец «{found}»", "a column “{found}”"},
    {"Биринчи сапка тилкенин аталышын жазыңыз", "Напишите название столбца в первой строке",
     "Write the name of the column in the first line"},
    why_table};

const Rule csv_column_name{
    "csv-column-name",
    Severity::blocks,
    "",
    {"{number}-тилкенин аталышы бош же кайталанат: «{found}»",
     "Название столбца {number} пустое или повторяется: «{found}»",
     "The name of column {number} is empty or used twice: \"{found}\""},
    {"ар бир тилкенин өз аталышы", "у каждого столбца своё название", "a name of its own for each column"},
    {"Тилкеге өз аталышын бериңиз же ашыкча тилкени өчүрүңүз",
     "Дайте столбцу своё название или удалите лишний столбец",
     "Give the column a name of its own, or delete the surplus column"},
    why_table};

const Rule json_syntax{
    "json-syntax",
    Severity::blocks,
    "",
    {"JSON бул жерде бузулган: {found}", "JSON здесь повреждён: {found}", "The JSON is broken here: {found}"},
    {"{wanted}", "{wanted}", "{wanted}"},
    {"Файлды кайра түзүңүз же анын сакталган нускасын калыбына келтириңиз",
     "Создайте файл заново или восстановите его сохранённую версию",
     "Make the file again, or restore a saved version of it"},
    why_json};

const Rule json_duplicate_key{
    "json-duplicate-key",
    Severity::blocks,
    "",
    {"«{found}» ачкычы кайталанат", "Ключ «{found}» повторяется", "The key \"{found}\" is there twice"},
    {"ар бир ачкыч бир гана жолу", "каждый ключ только один раз", "each key only once"},
    {"Эки маанинин туурасын калтырып, экинчисин өчүрүңүз", "Оставьте верное из двух значений, другое удалите",
     "Keep the right one of the two values and delete the other"},
    why_json};

const Rule json_too_deep{
    "json-too-deep",
    Severity::blocks,
    "",
    {"Маалымат өтө терең, {limit} деңгээлден ашык уяланган",
     "Данные вложены слишком глубоко, больше чем на {limit} уровней",
     "The data are nested too deeply, over {limit} levels"},
    {"{limit} деңгээлден көп эмес", "не больше {limit} уровней", "{limit} levels at most"},
    {"Бул чын эле Mektepтин файлыбы, текшериңиз", "Проверьте, действительно ли это файл Mektep",
     "Check that this is a file of Mektep"},
    why_json};

}  // namespace rules

std::span<const Rule* const> syntax_rules() {
  using namespace rules;
  static const std::vector<const Rule*> all = [] {
    std::vector<const Rule*> list{&text_too_big,
                                  &text_invalid_utf8,
                                  &text_control_character,
                                  &text_byte_order_mark,
                                  &text_crlf,
                                  &yaml_tab,
                                  &yaml_space,
                                  &yaml_duplicate_key,
                                  &yaml_key_not_text,
                                  &yaml_anchor,
                                  &yaml_tag,
                                  &yaml_directive,
                                  &yaml_many_documents,
                                  &yaml_too_deep,
                                  &yaml_too_many,
                                  &yaml_open_quote,
                                  &yaml_after_quote,
                                  &yaml_typographic_quotes,
                                  &yaml_colon_in_text,
                                  &yaml_comma_in_text,
                                  &yaml_number_sign,
                                  &yaml_colon_space,
                                  &yaml_dash_space,
                                  &yaml_long_dash,
                                  &yaml_indentation,
                                  &yaml_open_bracket,
                                  &yaml_after_bracket,
                                  &yaml_reserved_sign,
                                  &yaml_escape,
                                  &yaml_list_beside_key,
                                  &yaml_no_colon,
                                  &yaml_block_text,
                                  &yaml_syntax,
                                  &front_matter_open,
                                  &front_matter_not_first,
                                  &front_matter_line,
                                  &front_matter_not_map,
                                  &csv_open_quote,
                                  &csv_after_quote,
                                  &csv_ragged_row,
                                  &csv_no_header,
                                  &csv_missing_column,
                                  &csv_column_name,
                                  &json_syntax,
                                  &json_duplicate_key,
                                  &json_too_deep};
#ifdef MEKTEP_HAS_MARKDOWN_RULES
    const auto markdown = markdown_rules();
    list.insert(list.end(), markdown.begin(), markdown.end());
#endif
    const auto xlsx = xlsx_rules();
    list.insert(list.end(), xlsx.begin(), xlsx.end());
    return list;
  }();
  return all;
}

}  // namespace mektep
