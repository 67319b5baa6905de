#include "theme/rules.h"

namespace mektep {

namespace rules {

namespace {

constexpr Message theme_matters = {"Тема иштебесе, мектептин бир да барагы чыкпайт",
                                   "Если тема не работает, не появится ни одна страница школы",
                                   "When the theme fails, not one page of the school appears"};
constexpr Message advised{"{advice}", "{advice}", "{advice}"};

}  // namespace

const Rule template_missing{.id = "template-missing",
                            .clauses = "",
                            .message = {"«{found}» калыбы табылган жок", "Шаблон «{found}» не найден",
                                        "There is no template \"{found}\""},
                            .expected = {"темада же сайттын theme/ папкасында бар калып",
                                         "шаблон, который есть в теме или в папке theme/ сайта",
                                         "a template of the theme or of the site's folder theme/"},
                            .hint = advised,
                            .why = theme_matters};

const Rule template_encoding{
    .id = "template-encoding",
    .clauses = "",
    .message = {"Калып UTF-8 коду менен жазылган эмес", "Шаблон записан не в кодировке UTF-8",
                "The template is not UTF-8 text"},
    .expected = {"UTF-8 коду", "кодировка UTF-8", "UTF-8"},
    .hint = {"Файлды UTF-8 коду менен кайра сактаңыз", "Сохраните файл заново в кодировке UTF-8",
             "Save the file again as UTF-8"},
    .why = theme_matters};

const Rule template_unclosed_tag{
    .id = "template-unclosed-tag",
    .clauses = "",
    .message = {"«{found}» белгиси жабылган эмес", "Знак «{found}» не закрыт",
                "The sign \"{found}\" is not closed"},
    .expected = {"тиешелүү }}, %} же #}", "соответствующий знак }}, %} или #}", "the matching }}, %} or #}"},
    .hint = {"Сөз айкашынын аягына жабуучу белгини коюңуз", "Поставьте закрывающий знак в конце выражения",
             "Put the closing sign behind the expression"},
    .why = theme_matters};

const Rule template_unclosed_statement{
    .id = "template-unclosed-statement",
    .clauses = "",
    .message = {"Ачылган буйрук жабылган эмес", "Открытая команда не закрыта",
                "A statement is opened and never closed"},
    .expected = {"{found}", "{found}", "{found}"},
    .hint = {"Буйруктун аягына жабуучу буйрукту кошуңуз", "Добавьте закрывающую команду",
             "Add the closing statement"},
    .why = theme_matters};

const Rule template_unexpected{
    .id = "template-unexpected",
    .clauses = "",
    .message = {"Калыпта күтүлбөгөн жерде «{found}» турат", "В шаблоне неожиданно стоит «{found}»",
                "\"{found}\" stands where it cannot stand"},
    .expected = {"{wanted}", "{wanted}", "{wanted}"},
    .hint = {"Буйруктун жазылышын themes/TEMPLATES.md менен салыштырыңыз",
             "Сверьте запись команды с themes/TEMPLATES.md",
             "Compare the statement with themes/TEMPLATES.md"},
    .why = theme_matters};

const Rule template_bad_literal{
    .id = "template-bad-literal",
    .clauses = "",
    .message = {"Сан же текст туура эмес жазылган", "Число или строка записаны неверно",
                "A number or a string is written wrongly"},
    .expected = {"сан же жабылган тырмакчадагы текст", "число или строка в закрытых кавычках",
                 "a number, or a text in closed quotes"},
    .hint = {"Тырмакчаларды жана «\\» белгилерин текшериңиз", "Проверьте кавычки и знаки «\\»",
             "Check the quotes and the backslashes"},
    .why = theme_matters};

const Rule template_unknown_statement{
    .id = "template-unknown-statement",
    .clauses = "",
    .message = {"«{found}» деген буйрук жок", "Команды «{found}» нет", "There is no statement \"{found}\""},
    .expected = {"if, for, set, with, include, import, from, macro, call, filter, block, extends",
                 "if, for, set, with, include, import, from, macro, call, filter, block, extends",
                 "if, for, set, with, include, import, from, macro, call, filter, block, extends"},
    .hint = advised,
    .why = theme_matters};

const Rule template_unsupported{
    .id = "template-unsupported",
    .clauses = "",
    .message = {"«{found}» атайылап колдоого алынган эмес", "«{found}» намеренно не поддерживается",
                "\"{found}\" is left out on purpose"},
    .expected = {"Jinja2, Nunjucks жана Tera үчүнө тең орток буйрук",
                 "команда, общая для Jinja2, Nunjucks и Tera",
                 "what Jinja2, Nunjucks and Tera have in common"},
    .hint = {"themes/TEMPLATES.md файлында эмне менен алмаштыруу жазылган",
             "Чем заменить, написано в themes/TEMPLATES.md",
             "themes/TEMPLATES.md says what to write instead"},
    .why = theme_matters};

const Rule template_unknown_filter{
    .id = "template-unknown-filter",
    .clauses = "",
    .message = {"«{found}» деген чыпка жок", "Фильтра «{found}» нет", "There is no filter \"{found}\""},
    .expected = {"бар чыпканын аты", "имя существующего фильтра", "the name of a filter that exists"},
    .hint = advised,
    .why = theme_matters};

const Rule template_unknown_test{
    .id = "template-unknown-test",
    .clauses = "",
    .message = {"«{found}» деген текшерүү жок", "Проверки «{found}» нет", "There is no test \"{found}\""},
    .expected = {"бар текшерүүнүн аты", "имя существующей проверки", "the name of a test that exists"},
    .hint = advised,
    .why = theme_matters};

const Rule template_unknown_block{
    .id = "template-unknown-block",
    .clauses = "",
    .message = {"Негизги калыпта «{found}» деген блок жок", "В родительском шаблоне нет блока «{found}»",
                "The parent template has no block \"{found}\""},
    .expected = {"негизги калыптагы блоктун аты", "имя блока родительского шаблона",
                 "the name of a block of the parent template"},
    .hint = advised,
    .why = theme_matters};

const Rule template_unknown_macro{
    .id = "template-unknown-macro",
    .clauses = "",
    .message = {"Ал калыпта «{found}» деген макрос жок", "В том шаблоне нет макроса «{found}»",
                "That template has no macro \"{found}\""},
    .expected = {"калыптагы макростун аты", "имя макроса того шаблона",
                 "the name of a macro of that template"},
    .hint = advised,
    .why = theme_matters};

const Rule template_duplicate_block{
    .id = "template-duplicate-block",
    .clauses = "",
    .message = {"«{found}» блогу эки жолу аныкталган", "Блок «{found}» определён дважды",
                "The block \"{found}\" is defined twice"},
    .expected = {"ар бир блоктун өз аты", "своё имя у каждого блока", "a name of its own for each block"},
    .hint = {"Блоктордун биринин атын өзгөртүңүз", "Переименуйте один из блоков", "Rename one of the two"},
    .why = theme_matters};

const Rule template_misplaced_extends{
    .id = "template-misplaced-extends",
    .clauses = "",
    .message = {"extends буйругу туура эмес жерде турат", "Команда extends стоит не на месте",
                "The statement extends stands in the wrong place"},
    .expected = {"калыптын башында бир гана extends", "одна команда extends в начале шаблона",
                 "one extends at the beginning of the template"},
    .hint = {"extends буйругун файлдын биринчи сабына көчүрүңүз", "Перенесите extends в первую строку файла",
             "Move extends to the first line of the file"},
    .why = theme_matters};

const Rule template_extends_itself{
    .id = "template-extends-itself",
    .clauses = "",
    .message = {"Калыптар бири-бирине айлампа болуп таянат", "Шаблоны ссылаются друг на друга по кругу",
                "Templates extend each other in a circle"},
    .expected = {"айлампасыз тизмек", "цепочка без круга", "a chain without a circle"},
    .hint = {"extends буйруктарынын бирин алып салыңыз", "Уберите одну из команд extends",
             "Remove one of the extends statements"},
    .why = theme_matters};

const Rule template_too_deep{
    .id = "template-too-deep",
    .clauses = "",
    .message = {"Сөз айкашы же буйруктар өтө терең камтылган",
                "Выражение или команды вложены слишком глубоко",
                "The expression or the statements are nested too deeply"},
    .expected = {"100дөн терең эмес сөз айкашы, 40тан терең эмес буйруктар",
                 "выражение не глубже 100, команды не глубже 40",
                 "expressions at most 100 deep, statements at most 40"},
    .hint = {"Бөлүгүн set менен өзгөрмөгө чыгарыңыз", "Вынесите часть в переменную командой set",
             "Move a part into a variable with set"},
    .why = theme_matters};

const Rule template_unsafe_place{
    .id = "template-unsafe-place",
    .clauses = "",
    .message = {"Бул жерде ({found}) жөн маани турганга болбойт",
                "В этом месте ({found}) не может стоять обычное значение",
                "A plain value may not stand in this place ({found})"},
    .expected = {"| tojson чыпкасы же тырмакчадагы атрибут", "фильтр | tojson или атрибут в кавычках",
                 "the filter | tojson, or an attribute in quotes"},
    .hint = {"Мааниге | tojson кошуңуз же атрибутту тырмакчага алыңыз",
             "Добавьте к значению | tojson или возьмите атрибут в кавычки",
             "Add | tojson to the value, or put the attribute into quotes"},
    .why = {"Бөтөн текст скриптке же стилге түшсө, баракты бузуп же зыяндуу код иштетип жиберет",
            "Чужой текст в скрипте или стиле может сломать страницу или запустить вредный код",
            "Foreign text in a script or style can break the page or run harmful code"}};

const Rule template_branches_differ{
    .id = "template-branches-differ",
    .clauses = "",
    .message = {"Буйруктун бутактары HTMLдин ар башка жеринде бүтөт: {found}",
                "Ветви команды кончаются в разных местах HTML: {found}",
                "The branches end in different places of HTML: {found}"},
    .expected = {"бардык бутактарда бирдей ачылган жана жабылган тегдер жана тырмакчалар",
                 "одинаково открытые и закрытые теги и кавычки во всех ветвях",
                 "tags and quotes opened and closed alike in all branches"},
    .hint = {"Тегди же тырмакчаны бүтүндөй бир бутакка жазыңыз",
             "Пишите тег или кавычки целиком в одной ветви",
             "Write the whole tag or the whole quotes inside one branch"},
    .why = theme_matters};

const Rule template_open_html{
    .id = "template-open-html",
    .clauses = "",
    .message = {"Калып, блок же макрос HTML тегдин ичинде бүтөт: {found}",
                "Шаблон, блок или макрос кончается внутри тега HTML: {found}",
                "The template, block or macro ends inside an HTML tag: {found}"},
    .expected = {"кайда башталса, ошол эле жерде бүтүү", "конец в том же месте HTML, где начало",
                 "an end in the same place of HTML where it began"},
    .hint = {"Жабылбаган тегди же тырмакчаны жабыңыз", "Закройте незакрытый тег или кавычку",
             "Close the tag or the quote that is open"},
    .why = theme_matters};

const Rule template_two_places{
    .id = "template-two-places",
    .clauses = "",
    .message = {"Бул калып HTMLдин ар башка корголгон жерлерине кошулат: {found}",
                "Этот шаблон вставляется в места HTML с разной защитой: {found}",
                "This template is included in places of HTML that are protected differently: {found}"},
    .expected = {"бир түрдүү жер", "места одного рода", "places of one kind"},
    .hint = {"Калыпты эки файлга бөлүңүз", "Разделите шаблон на два файла", "Make two files of it"},
    .why = theme_matters};

const Rule template_faulty{
    .id = "template-faulty",
    .clauses = "",
    .message = {"«{found}» калыбында ката бар, ошондуктан барак түзүлбөйт",
                "В шаблоне «{found}» есть ошибка, поэтому страница не строится",
                "The template \"{found}\" has faults, so the page is not made"},
    .expected = {"катасыз калып", "шаблон без ошибок", "a template without faults"},
    .hint = {"Калыптын башка эскертүүлөрүн оңдоңуз", "Исправьте остальные замечания к шаблону",
             "Mend the other findings of the template"},
    .why = theme_matters};

const Rule template_unknown_name{
    .id = "template-unknown-name",
    .clauses = "",
    .message = {"«{found}» деген өзгөрмө жок", "Переменной «{found}» нет",
                "There is no variable \"{found}\""},
    .expected = {"бар өзгөрмө", "существующая переменная", "a variable that exists"},
    .hint = advised,
    .why = theme_matters};

const Rule template_unknown_attribute{
    .id = "template-unknown-attribute",
    .clauses = "",
    .message = {"«{found}» деген талаа жок", "Поля «{found}» нет", "There is no member \"{found}\""},
    .expected = {"бар талаа", "существующее поле", "a member that exists"},
    .hint = advised,
    .why = theme_matters};

const Rule template_undefined{
    .id = "template-undefined",
    .clauses = "",
    .message = {"Жок маани колдонулган: {found}", "Используется значение, которого нет: {found}",
                "A value that is not there is used: {found}"},
    .expected = {"аныкталган маани", "определённое значение", "a value that is defined"},
    .hint = {"`| default(…)` чыпкасын же `is defined` текшерүүсүн колдонуңуз",
             "Используйте фильтр `| default(…)` или проверку `is defined`",
             "Use the filter `| default(…)` or the test `is defined`"},
    .why = theme_matters};

const Rule template_wrong_argument{
    .id = "template-wrong-argument",
    .clauses = "",
    .message = {"Аргумент туура эмес: {found}", "Неверный аргумент: {found}", "A wrong argument: {found}"},
    .expected = {"themes/TEMPLATES.md файлында жазылган аргументтер",
                 "аргументы, описанные в themes/TEMPLATES.md",
                 "the arguments that themes/TEMPLATES.md describes"},
    .hint = {"Аргументтердин санын жана түрүн текшериңиз", "Проверьте число и вид аргументов",
             "Check the number and the kind of the arguments"},
    .why = theme_matters};

const Rule template_wrong_operation{
    .id = "template-wrong-operation",
    .clauses = "",
    .message = {"Бул маанилер менен мындай амал болбойт: {found}",
                "С такими значениями это действие невозможно: {found}",
                "This cannot be done with these values: {found}"},
    .expected = {"амалга ылайыктуу маанилер", "подходящие для действия значения",
                 "values that fit the operation"},
    .hint = {"Маанини int, float же string чыпкасы менен айландырыңыз",
             "Преобразуйте значение фильтром int, float или string",
             "Convert the value with the filter int, float or string"},
    .why = theme_matters};

const Rule template_limit{
    .id = "template-limit",
    .clauses = "",
    .message = {"Калып чектен ашып кетти: {found}", "Шаблон превысил предел: {found}",
                "The template went over a limit: {found}"},
    .expected = {"чектүү кайталоо, чектүү көлөм", "конечное число повторов и ограниченный объём",
                 "a bounded number of rounds and a bounded size"},
    .hint = {"Кайталоону же өзүн өзү чакырган калыпты текшериңиз",
             "Проверьте циклы и шаблоны, которые вызывают сами себя",
             "Look for loops without an end and templates that call themselves"},
    .why = theme_matters};

const Rule theme_colour_unknown{
    .id = "theme-colour-unknown",
    .clauses = "",
    .message = {"«{found}» темада мындай түс жок же түс эмес",
                "«{found}»: в теме нет такого цвета или это не цвет",
                "“{found}” is no colour of the theme, or no colour at all"},
    .expected = {"{suggestion}", "{suggestion}", "{suggestion}"},
    .hint =
        {"Түстөрдүн аттары теманын style.css файлынын башында турат; мааниси #0b4f79 сыяктуу жазылат.",
         "Имена цветов стоят в начале style.css темы; значение пишется как #0b4f79.",
         "The names of colours stand at the top of the theme's style.css; a value is written like #0b4f79."},
    .why = {"Түс темадагы аты менен гана алмашат: ката жазылган ат эч нерсени өзгөртпөйт.",
            "Цвет меняется только по имени из темы: имя с опечаткой ничего не меняет.",
            "A colour is changed by the name that it has in the theme: a misspelt name changes nothing"}};

const Rule theme_contrast{
    .id = "theme-contrast",
    .clauses = "",
    .message = {"{found}: тексттин түсү фондон жакшы айырмаланбайт ({colours}, {ratio})",
                "{found}: текст плохо виден на фоне ({colours}, {ratio})",
                "{found}: the text is hard to read on its ground ({colours}, {ratio})"},
    .expected = {"кеминде {least}", "не меньше {least}", "at least {least}"},
    .hint = {"Мисалы, {better} түсүн алыңыз.", "Возьмите, например, цвет {better}.",
             "Take {better}, for example."},
    .why = {
        "Көзү начар окурман жана күн тийген телефондогу окурман да сайтты окуй алышы керек (WCAG 2.2, "
        "1.4.3).",
        "Сайт должен читать и тот, кто плохо видит, и тот, у кого на экран светит солнце (WCAG 2.2, 1.4.3).",
        "People with poor sight, or with the sun on their screen, must be able to read the site (WCAG 2.2, "
        "1.4.3)"}};

}  // namespace rules

std::span<const Rule* const> theme_rules() {
  static constexpr const Rule* all[] = {&rules::template_missing,
                                        &rules::template_encoding,
                                        &rules::template_unclosed_tag,
                                        &rules::template_unclosed_statement,
                                        &rules::template_unexpected,
                                        &rules::template_bad_literal,
                                        &rules::template_unknown_statement,
                                        &rules::template_unsupported,
                                        &rules::template_unknown_filter,
                                        &rules::template_unknown_test,
                                        &rules::template_unknown_block,
                                        &rules::template_unknown_macro,
                                        &rules::template_duplicate_block,
                                        &rules::template_misplaced_extends,
                                        &rules::template_extends_itself,
                                        &rules::template_too_deep,
                                        &rules::template_unsafe_place,
                                        &rules::template_branches_differ,
                                        &rules::template_open_html,
                                        &rules::template_two_places,
                                        &rules::template_faulty,
                                        &rules::template_unknown_name,
                                        &rules::template_unknown_attribute,
                                        &rules::template_undefined,
                                        &rules::template_wrong_argument,
                                        &rules::template_wrong_operation,
                                        &rules::template_limit,
                                        &rules::theme_colour_unknown,
                                        &rules::theme_contrast};
  return all;
}

}  // namespace mektep
