// Texts of the YAML rules. They speak to a teacher who has never heard the word YAML.
#include "syntax/rules.h"

namespace mektep::rules {
namespace {

// Why the form matters at all: the same for most rules here.
constexpr Message why_form{
    "Mektep маалыматты ушул жазуудан окуйт. Белги жаңылыш турса, программа кайсы сөз кайсы талаага тиешелүү "
    "экенин "
    "билбейт жана болжолдоп жарыяламак эмес",
    "Mektep читает сведения именно из этой записи. Если знак стоит не там, программа не знает, какое слово к "
    "какому "
    "полю относится, а публиковать догадки нельзя",
    "Mektep reads the facts from exactly these characters. When one is out of place, it cannot know which "
    "words belong to "
    "which field, and it must not publish guesses"};
constexpr Message why_plain{
    "Файлды ар бир мугалим түшүнө алышы үчүн Mektep YAML тилинин жөнөкөй бөлүгүн гана кабыл алат",
    "Mektep принимает только простую часть языка YAML, чтобы файл мог понять и поправить любой учитель",
    "Mektep accepts only the plain part of YAML, so that every teacher can understand and mend the file"};

}  // namespace

const Rule yaml_tab{"yaml-tab",
                    Severity::blocks,
                    "",
                    {"Сап башында табуляция белгиси турат", "Строка начинается со знака табуляции",
                     "The line begins with a tab"},
                    {"боштуктар (пробел) менен чегинүү", "отступ пробелами", "indentation with spaces"},
                    {"Tab баскычы менен коюлган чегинүүнү өчүрүп, анын ордуна эки боштук коюңуз",
                     "Удалите отступ, сделанный клавишей Tab, и поставьте вместо него два пробела",
                     "Delete the indentation made with the Tab key and type two spaces instead"},
                    why_form};

const Rule yaml_space{
    "yaml-space",
    Severity::blocks,
    "",
    {"Сап башында кадимки эмес боштук турат ({found})", "Строка начинается с необычного пробела ({found})",
     "The line begins with an unusual space ({found})"},
    {"кадимки боштуктар", "обычные пробелы", "ordinary spaces"},
    {"Мындай боштук Word'дон же веб-барактан көчүргөндө келет. Аны өчүрүп, боштук баскычын басыңыз",
     "Такой пробел попадает при копировании из Word или с веб-страницы. Удалите его и нажмите клавишу "
     "пробела",
     "Such a space comes with text copied from Word or a web page. Delete it and press the space bar"},
    why_form};

const Rule yaml_duplicate_key{
    "yaml-duplicate-key",
    Severity::blocks,
    "",
    {"«{found}» талаасы кайталанып жазылган, биринчиси {line}-сапта",
     "Поле «{found}» записано повторно, первый раз — в строке {line}",
     "The field \"{found}\" is written again; it stands first in line {line}"},
    {"ар бир талаа бир гана жолу", "каждое поле только один раз", "each field only once"},
    {"Эки маанинин туурасын калтырып, экинчисин өчүрүңүз. Бир нече маани керек болсо, тизме түзүңүз",
     "Оставьте верное из двух значений, другое удалите. Если значений несколько, сделайте из них список",
     "Keep the right one of the two values and delete the other. For several values make a list"},
    {"Эки мааниден бири унчукпай жоголмок, кайсынысы экенин эч ким билмек эмес",
     "Одно из двух значений молча пропало бы, и никто не знал бы какое",
     "One of the two values would be lost in silence, and nobody would know which"}};

const Rule yaml_key_not_text{
    "yaml-key-not-text",
    Severity::blocks,
    "",
    {"Талаанын аталышы бош же сөз эмес", "Название поля пустое или не является словом",
     "The name of the field is empty or no word"},
    {"«title: Текст» сыяктуу талаа", "поле вида «title: Текст»", "a field such as \"title: Text\""},
    {"Кош чекиттин алдына талаанын аталышын жазыңыз", "Напишите название поля перед двоеточием",
     "Write the name of the field in front of the colon"},
    why_form};

const Rule yaml_anchor{"yaml-anchor",
                       Severity::blocks,
                       "",
                       {"Маани атайын «&» же «*» белгиси менен башталат: {found}",
                        "Значение начинается со служебного знака «&» или «*»: {found}",
                        "The value begins with the special sign & or *: {found}"},
                       {"кадимки текст", "обычный текст", "plain text"},
                       {"Бул жөн гана текст болсо, аны толугу менен тырмакчага алыңыз: \"…\"",
                        "Если это просто текст, возьмите его целиком в кавычки: \"…\"",
                        "If this is plain text, put all of it in quotes: \"…\""},
                       why_plain};

const Rule yaml_tag{"yaml-tag",
                    Severity::blocks,
                    "",
                    {"Маани атайын «!» белгиси менен башталат: {found}",
                     "Значение начинается со служебного знака «!»: {found}",
                     "The value begins with the special sign !: {found}"},
                    {"кадимки текст", "обычный текст", "plain text"},
                    {"Бул жөн гана текст болсо, аны толугу менен тырмакчага алыңыз: \"…\"",
                     "Если это просто текст, возьмите его целиком в кавычки: \"…\"",
                     "If this is plain text, put all of it in quotes: \"…\""},
                    why_plain};

const Rule yaml_directive{
    "yaml-directive",
    Severity::blocks,
    "",
    {"Файл «%» белгиси менен башталат", "Файл начинается со знака «%»", "The file begins with the sign %"},
    {"талаа менен башталган файл", "файл, который начинается с поля", "a file that begins with a field"},
    {"Бул сапты өчүрүңүз", "Удалите эту строку", "Delete this line"},
    why_plain};

const Rule yaml_many_documents{
    "yaml-many-documents",
    Severity::blocks,
    "",
    {"Файлда экинчи бөлүк башталат ({found})", "В файле начинается вторая часть ({found})",
     "A second part begins in the file ({found})"},
    {"бир файлда бир гана бөлүк", "одна часть в одном файле", "one part in one file"},
    {"Бул сапты өчүрүңүз же экинчи бөлүктү өз файлына көчүрүңүз",
     "Удалите эту строку или перенесите вторую часть в отдельный файл",
     "Delete this line, or move the second part to a file of its own"},
    why_plain};

const Rule yaml_too_deep{
    "yaml-too-deep",
    Severity::blocks,
    "",
    {"Маалымат өтө терең, {limit} деңгээлден ашык уяланган",
     "Данные вложены слишком глубоко, больше чем на {limit} уровней",
     "The data are nested too deeply, over {limit} levels"},
    {"{limit} деңгээлден көп эмес", "не больше {limit} уровней", "{limit} levels at most"},
    {"Ашыкча кашааларды жана чегинүүлөрдү алып салыңыз", "Уберите лишние скобки и отступы",
     "Remove surplus brackets and indentation"},
    {"Мындай файл программаны токтотуп коюшу мүмкүн", "Такой файл может остановить программу",
     "Such a file could bring the program down"}};

const Rule yaml_too_many{
    "yaml-too-many",
    Severity::blocks,
    "",
    {"Файлда ката өтө көп, калгандары көрсөтүлгөн жок", "В файле слишком много ошибок, остальные не показаны",
     "The file has too many faults; the rest is not shown"},
    {"маалымат файлы", "файл с данными", "a file with data"},
    {"Алгач көрсөтүлгөн каталарды оңдоңуз. Бул такыр башка файл эмеспи, текшериңиз",
     "Сначала исправьте показанные ошибки. Проверьте, не другой ли это файл",
     "Mend the faults that are shown first. Check that this is the right file"},
    why_form};

const Rule yaml_open_quote{
    "yaml-open-quote",
    Severity::blocks,
    "",
    {"Тырмакча ачылып, жабылган эмес: {found}", "Кавычка открыта, но не закрыта: {found}",
     "The quote is opened and never closed: {found}"},
    {"тексттин аягында дагы ошондой тырмакча", "такая же кавычка в конце текста",
     "the same quote at the end of the text"},
    {"Тексттин аягына ошол эле тырмакчаны коюңуз же башындагысын алып салыңыз",
     "Поставьте такую же кавычку в конце текста или уберите первую",
     "Put the same quote at the end of the text, or remove the first one"},
    {"Жабылбаган тырмакча кийинки саптарды да тексттин ичине кошуп алат",
     "Незакрытая кавычка захватывает в текст и следующие строки",
     "An open quote swallows the lines that follow"}};

const Rule yaml_after_quote{
    "yaml-after-quote",
    Severity::blocks,
    "",
    {"Жабылган тырмакчадан кийин дагы текст бар: {found}", "После закрытой кавычки есть ещё текст: {found}",
     "There is more text behind the closing quote: {found}"},
    {"бүт текст тырмакчанын ичинде", "весь текст внутри кавычек", "all of the text inside the quotes"},
    {"Тексттин ичине «…» тырмакчасын колдонуңуз: title: «Звезда» мектеби. Же бүт маанини сырткы тырмакчага "
     "алыңыз: '…'",
     "Внутри текста ставьте кавычки «…»: title: Школа «Звезда» №5. Или возьмите всё значение во внешние "
     "кавычки: '…'",
     "Use «…» inside the text: title: School «Star» No. 5. Or put quotes around the whole value: '…'"},
    why_form};

const Rule yaml_typographic_quotes{
    "yaml-typographic-quotes",
    Severity::blocks,
    "",
    {"Бул тырмакчалар текстти коргобойт: {found}", "Такие кавычки не защищают текст: {found}",
     "Quotes of this kind do not protect the text: {found}"},
    {"түз тырмакча: \"…\"", "прямые кавычки: \"…\"", "straight quotes: \"…\""},
    {"“ ”, „ “ же « » белгилеринин ордуна (же алардын сыртына) түз тырмакча коюңуз: \"…\"",
     "Вместо знаков “ ”, „ “ или « » (или снаружи от них) поставьте прямые кавычки: \"…\"",
     "Instead of the signs “ ”, „ “ or « » (or around them) put straight quotes: \"…\""},
    why_form};

const Rule yaml_colon_in_text{
    "yaml-colon-in-text",
    Severity::blocks,
    "",
    {"Тексттин ичинде кош чекит бар: {found}", "Внутри текста стоит двоеточие: {found}",
     "There is a colon inside the text: {found}"},
    {"тырмакчадагы текст: \"…: …\"", "текст в кавычках: \"…: …\"", "the text in quotes: \"…: …\""},
    {"Бүт текстти тырмакчага алыңыз: title: \"Мектеп: жаңылыктар\"",
     "Возьмите весь текст в кавычки: title: \"Школа: новости\"",
     "Put the whole text in quotes: title: \"School: news\""},
    {"Кош чекит менен боштук талаанын аталышын анын маанисинен бөлөт; экинчиси түшүнүксүз болуп калат",
     "Двоеточие с пробелом отделяет название поля от значения; второе такое в строке непонятно",
     "A colon with a space separates the name of a field from its value; a second one in a line is "
     "ambiguous"}};

const Rule yaml_comma_in_text{
    "yaml-comma-in-text",
    Severity::blocks,
    "",
    {"Тармал кашаанын ичиндеги текстте үтүр бар: {found}",
     "В тексте внутри фигурных скобок стоит запятая: {found}",
     "There is a comma in a text inside curly brackets: {found}"},
    {"тырмакчадагы текст: {ky: \"…, …\"}", "текст в кавычках: {ky: \"…, …\"}",
     "the text in quotes: {ky: \"…, …\"}"},
    {"Бүт текстти тырмакчага алыңыз: {ky: \"Ош, Нарын\", ru: \"Ош, Нарын\"}",
     "Возьмите весь текст в кавычки: {ky: \"Ош, Нарын\", ru: \"Ош, Нарын\"}",
     "Put the whole text in quotes: {ky: \"Ош, Нарын\", ru: \"Ош, Нарын\"}"},
    {"Кашаанын ичинде үтүр талааларды бөлөт: тексттин үтүрдөн кийинки бөлүгү жоголмок",
     "Внутри скобок запятая разделяет поля: часть текста после неё пропала бы",
     "Inside brackets a comma separates fields: the text behind it would be lost"}};

const Rule yaml_number_sign{
    "yaml-number-sign",
    Severity::blocks,
    "",
    {"Тексттин ичинде # белгиси бар: {found}", "Внутри текста стоит знак #: {found}",
     "There is the sign # inside the text: {found}"},
    {"№ белгиси же тырмакчадагы текст: \"… # …\"", "знак № или текст в кавычках: \"… # …\"",
     "the sign № or the text in quotes: \"… # …\""},
    {"Номер үчүн № белгисин жазыңыз же бүт текстти тырмакчага алыңыз",
     "Для номера пишите знак № или возьмите весь текст в кавычки",
     "Write № for a number, or put the whole text in quotes"},
    {"Боштуктан кийинки # белгиси түшүндүрмөнү баштайт: андан кийинки сөздөр сайтка чыкмак эмес",
     "Знак # после пробела начинает примечание: слова за ним на сайт не попали бы",
     "Behind a space the sign # begins a comment: the words after it would not reach the site"}};

const Rule yaml_colon_space{
    "yaml-colon-space",
    Severity::blocks,
    "",
    {"Кош чекиттен кийин боштук жок: {found}", "После двоеточия нет пробела: {found}",
     "There is no space behind the colon: {found}"},
    {"кош чекит жана боштук: «title: Текст»", "двоеточие и пробел: «title: Текст»",
     "a colon and a space: \"title: Text\""},
    {"Кош чекиттен кийин боштук коюңуз", "Поставьте пробел после двоеточия", "Put a space behind the colon"},
    why_form};

const Rule yaml_dash_space{
    "yaml-dash-space",
    Severity::blocks,
    "",
    {"Тизмедеги сызыкчадан кийин боштук жок: {found}", "После дефиса в списке нет пробела: {found}",
     "There is no space behind the hyphen of the list: {found}"},
    {"сызыкча жана боштук: «- текст»", "дефис и пробел: «- текст»", "a hyphen and a space: \"- text\""},
    {"Сызыкчадан кийин боштук коюңуз", "Поставьте пробел после дефиса", "Put a space behind the hyphen"},
    why_form};

const Rule yaml_long_dash{
    "yaml-long-dash",
    Severity::blocks,
    "",
    {"Тизме кыска сызыкча эмес, башка белги менен жазылган: {found}",
     "Список отмечен не дефисом, а другим знаком: {found}",
     "The list is marked with another sign than a hyphen: {found}"},
    {"кыска сызыкча жана боштук: «- текст»", "дефис и пробел: «- текст»", "a hyphen and a space: \"- text\""},
    {"Ар бир саптын башына кыска сызыкча (-) жана боштук коюңуз. Узун сызыкчаны көбүнчө Word өзү коёт",
     "Поставьте в начале каждой строки дефис (-) и пробел. Длинное тире часто ставит сам Word",
     "Begin each line with a hyphen (-) and a space. Word likes to put long dashes by itself"},
    why_form};

const Rule yaml_indentation{
    "yaml-indentation",
    Severity::blocks,
    "",
    {"Бул сап туура эмес чегинүү менен башталат: {found}", "У этой строки неверный отступ: {found}",
     "This line is indented wrongly: {found}"},
    {"бир деңгээлдеги саптарда бирдей чегинүү", "одинаковый отступ у строк одного уровня",
     "the same indentation for lines of one level"},
    {"Сапты ошол эле деңгээлдеги коңшу саптар менен тегиздеңиз; ички деңгээл эки боштукка оңго жылат",
     "Выровняйте строку по соседним того же уровня; вложенный уровень сдвигается на два пробела вправо",
     "Align the line with its neighbours of the same level; an inner level stands two spaces to the right"},
    why_form};

const Rule yaml_open_bracket{
    "yaml-open-bracket",
    Severity::blocks,
    "",
    {"Кашаа ачылып, жабылган эмес же башка кашаа менен жабылган: {found}",
     "Скобка открыта, но не закрыта или закрыта другой: {found}",
     "The bracket is opened and never closed, or closed by another one: {found}"},
    {"жуп кашаа: […] же {…}", "парная скобка: […] или {…}", "a pair of brackets: […] or {…}"},
    {"Аягына тиешелүү кашааны коюңуз. Кашаа тексттин бөлүгү болсо, бүт текстти тырмакчага алыңыз: \"[…]\"",
     "Поставьте в конце подходящую скобку. Если скобка — часть текста, возьмите весь текст в кавычки: "
     "\"[…]\"",
     "Put the matching bracket at the end. If the bracket is part of the text, put the whole text in quotes: "
     "\"[…]\""},
    why_form};

const Rule yaml_after_bracket{
    "yaml-after-bracket",
    Severity::blocks,
    "",
    {"Жабылган кашаадан кийин дагы текст бар: {found}", "После закрытой скобки есть ещё текст: {found}",
     "There is more text behind the closing bracket: {found}"},
    {"кашаадан кийин эч нерсе жок", "ничего после скобки", "nothing behind the bracket"},
    {"Бул тизме эмес, текст болсо, аны толугу менен тырмакчага алыңыз: \"[Кулактандыруу] …\"",
     "Если это не список, а текст, возьмите его целиком в кавычки: \"[Объявление] …\"",
     "If this is no list but text, put all of it in quotes: \"[Notice] …\""},
    why_form};

const Rule yaml_reserved_sign{
    "yaml-reserved-sign",
    Severity::blocks,
    "",
    {"Маани бул белги менен башталбайт: {found}", "Значение не может начинаться с этого знака: {found}",
     "A value cannot begin with this sign: {found}"},
    {"тырмакчадагы текст", "текст в кавычках", "the text in quotes"},
    {"Бүт текстти тырмакчага алыңыз: \"@mektep\"", "Возьмите весь текст в кавычки: \"@mektep\"",
     "Put the whole text in quotes: \"@mektep\""},
    why_form};

const Rule yaml_escape{
    "yaml-escape",
    Severity::blocks,
    "",
    {"Тырмакчанын ичинде түшүнүксүз «\\» бар: {found}", "Непонятный знак «\\» внутри кавычек: {found}",
     "A backslash inside the quotes makes no sense: {found}"},
    {"«\\» жок текст же \"\\\\\"", "текст без «\\» или \"\\\\\"", "text without \\ or with \"\\\\\""},
    {"Кош тырмакчанын (\") ордуна жалкы тырмакча (') колдонуңуз же «\\» белгисин эки жолу жазыңыз",
     "Вместо двойных кавычек (\") возьмите одинарные (') или напишите «\\» дважды",
     "Use single quotes (') instead of double ones (\"), or write the backslash twice"},
    why_form};

const Rule yaml_list_beside_key{
    "yaml-list-beside-key",
    Severity::blocks,
    "",
    {"Тизме талаанын аталышы менен бир сапта башталган: {found}",
     "Список начат в одной строке с названием поля: {found}",
     "The list begins in the same line as the name of its field: {found}"},
    {"«- …» ар бири өз сабында", "каждый «- …» на своей строке", "each \"- …\" in a line of its own"},
    {"Кош чекиттен кийин жаңы сапка өтүп, ар бир мүчөнү «- » менен өз сабына жазыңыз",
     "После двоеточия перейдите на новую строку и пишите каждый пункт с «- » на своей строке",
     "Begin a new line behind the colon and write each item with \"- \" in its own line"},
    why_form};

const Rule yaml_no_colon{
    "yaml-no-colon",
    Severity::blocks,
    "",
    {"Бул сапта талаанын аталышы да, тизменин сызыкчасы да жок: {found}",
     "В этой строке нет ни названия поля, ни дефиса списка: {found}",
     "This line has neither the name of a field nor the hyphen of a list: {found}"},
    {"«талаа: маани» же «- маани»", "«поле: значение» или «- значение»", "\"field: value\" or \"- value\""},
    {"Бул мурунку саптын уландысы болсо, аны эки боштукка оңго жылдырыңыз; жаңы талаа болсо, аталышын жана "
     "кош чекит жазыңыз",
     "Если это продолжение прошлой строки, сдвиньте его на два пробела вправо; если новое поле, напишите "
     "название и двоеточие",
     "If it continues the line above, indent it by two spaces; if it is a new field, write its name and a "
     "colon"},
    why_form};

const Rule yaml_block_text{
    "yaml-block-text",
    Severity::blocks,
    "",
    {"«|» же «>» белгисинен кийин ошол эле сапта текст турат: {found}",
     "После знака «|» или «>» в той же строке стоит текст: {found}",
     "Text stands in the same line behind the sign | or >: {found}"},
    {"текст кийинки сапта, чегинүү менен", "текст со следующей строки, с отступом",
     "the text in the next line, indented"},
    {"Текстти кийинки сапка эки боштук менен көчүрүңүз же бүт текстти тырмакчага алыңыз",
     "Перенесите текст на следующую строку с двумя пробелами или возьмите весь текст в кавычки",
     "Move the text to the next line behind two spaces, or put all of it in quotes"},
    why_form};

const Rule yaml_syntax{
    "yaml-syntax",
    Severity::blocks,
    "",
    {"Бул жерди түшүнүү мүмкүн болгон жок: {found}", "Это место не удалось понять: {found}",
     "This place could not be understood: {found}"},
    {"«талаа: маани» түрүндөгү саптар", "строки вида «поле: значение»", "lines such as \"field: value\""},
    {"Ушул сапты жана анын үстүндөгүнү текшериңиз: кош чекит, тырмакча, кашаа, чегинүү. Күмөндүү текстти "
     "тырмакчага алыңыз",
     "Проверьте эту строку и строку над ней: двоеточие, кавычки, скобки, отступ. Сомнительный текст возьмите "
     "в кавычки",
     "Check this line and the one above: colon, quotes, brackets, indentation. Put doubtful text in quotes"},
    why_form};

}  // namespace mektep::rules
