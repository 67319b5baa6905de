#include "build/theme_check/rules.h"

namespace mektep {

namespace rules {

const Rule theme_manifest{
    .id = "theme-manifest",
    .severity = Severity::blocks,
    .message = {"theme.yaml файлында «{field}» жок же туура эмес",
                "В theme.yaml нет «{field}» или он неверен", "theme.yaml has no “{field}”, or a wrong one"},
    .expected = {"name, title (ky, ru), version, licence, engine: 1",
                 "name, title (ky, ru), version, licence, engine: 1",
                 "name, title (ky, ru), version, licence, engine: 1"},
    .hint = {"theme.yaml файлын themes/README.md боюнча толуктаңыз.",
             "Дополните theme.yaml по themes/README.md.", "Complete theme.yaml as themes/README.md says."},
    .why = {"Теманын аты, версиясы жана лицензиясы белгилүү болушу керек.",
            "Имя, версия и лицензия темы должны быть известны.",
            "A theme's name, version and licence must be known"}};

const Rule theme_no_layout{
    .id = "theme-no-layout",
    .severity = Severity::blocks,
    .message = {"Темада «{found}» калыбы жок", "В теме нет шаблона «{found}»",
                "The theme has no layout “{found}”"},
    .expected = {"themes/README.md таблицасындагы бардык калыптар",
                 "все шаблоны из таблицы в themes/README.md", "all layouts of the table in themes/README.md"},
    .hint = {"Калыпты башка темадан көчүрүп алып, өзгөртүңүз.",
             "Скопируйте шаблон из другой темы и измените его.",
             "Copy the layout from another theme and change it."},
    .why = {"Мындай барактар чыкпай калат.", "Страницы этого вида не получатся.",
            "Pages of this kind could not be made"}};

const Rule theme_unknown_name{
    .id = "theme-unknown-name",
    .severity = Severity::blocks,
    .message = {"«{found}» деген ат калыптарга берилбейт", "Имени «{found}» у шаблонов нет",
                "Templates have no name “{found}”"},
    .expected = {"{suggestion}", "{suggestion}", "{suggestion}"},
    .hint = {"Аттардын тизмеси themes/README.md файлында.", "Список имён — в themes/README.md.",
             "The list of names is in themes/README.md."},
    .why = {"Белгисиз ат жолукканда барак түзүлбөйт.",
            "На неизвестном имени сборка страницы останавливается.",
            "An unknown name stops the page from being made"}};

const Rule theme_unknown_string{
    .id = "theme-unknown-string",
    .severity = Severity::blocks,
    .message = {"strings.yaml файлында «{found}» деген сап жок", "В strings.yaml нет строки «{found}»",
                "strings.yaml has no string “{found}”"},
    .expected = {"{suggestion}", "{suggestion}", "{suggestion}"},
    .hint = {"Сапты strings.yaml файлына кыргызча жана орусча кошуңуз.",
             "Добавьте строку в strings.yaml по-кыргызски и по-русски.",
             "Add the string to strings.yaml in Kyrgyz and Russian."},
    .why = {"Теманын бардык сөздөрү бир файлда, эки тилде турат.",
            "Все слова темы стоят в одном файле, на двух языках.",
            "All words of a theme stand in one file, in two languages"}};

const Rule theme_unknown_asset{
    .id = "theme-unknown-asset",
    .severity = Severity::blocks,
    .message = {"assets/ папкасында «{found}» деген файл жок", "В папке assets/ нет файла «{found}»",
                "The folder assets/ has no file “{found}”"},
    .expected = {"{suggestion}", "{suggestion}", "{suggestion}"},
    .hint = {"Файлдын атын текшериңиз.", "Проверьте имя файла.", "Check the name of the file."},
    .why = {"Жок файлды сураган барак бузулуп көрүнөт.",
            "Страница, которой не хватает файла, выглядит сломанной.",
            "A page that lacks a file looks broken"}};

const Rule theme_string_language{
    .id = "theme-string-language",
    .severity = Severity::blocks,
    .message = {"«{field}» сабынын {found} тилиндеги тексти жок",
                "У строки «{field}» нет текста на языке {found}",
                "The string “{field}” has no text in {found}"},
    .expected = {"кыргызча жана орусча текст", "текст на кыргызском и русском",
                 "a text in Kyrgyz and in Russian"},
    .hint = {"strings.yaml файлына текстти кошуңуз.", "Добавьте текст в strings.yaml.",
             "Add the text to strings.yaml."},
    .why = {"Сайт эки тилде бирдей толук болушу керек (LANG-1).",
            "Сайт должен быть одинаково полным на двух языках (LANG-1).",
            "The site must be as complete in one language as in the other (LANG-1)"}};

const Rule theme_string_unused{
    .id = "theme-string-unused",
    .severity = Severity::notes,
    .message = {"«{found}» сабын бир да калып колдонбойт", "Строку «{found}» не использует ни один шаблон",
                "No template uses the string “{found}”"},
    .hint = {"Керек болбосо, strings.yaml файлынан өчүрүңүз.",
             "Если она не нужна, удалите её из strings.yaml.",
             "Delete it from strings.yaml if nobody needs it."},
    .why = {"Керексиз саптар котормочунун убактысын алат.", "Лишние строки отнимают время переводчика.",
            "Unused strings cost a translator's time"}};

const Rule theme_html_unbalanced{
    .id = "theme-html-unbalanced",
    .severity = Severity::blocks,
    .message = {"«{found}» тегинин жубу жок", "У тега «{found}» нет пары", "The tag {found} has no partner"},
    .expected = {"ачылган ар бир тег жабылат", "каждый открытый тег закрыт",
                 "every tag that is opened is closed"},
    .hint = {"Бул барактын калыбынан тегди табыңыз.", "Найдите тег в шаблоне этой страницы.",
             "Look for the tag in the layout of this page."},
    .why = {"Браузерлер мындай баракты ар кимиси өзүнчө оңдойт.",
            "Браузеры чинят такую страницу каждый по-своему.",
            "Browsers mend such a page each in its own way"}};

const Rule theme_html_repeated_id{
    .id = "theme-html-repeated-id",
    .severity = Severity::blocks,
    .message = {"Бир барактагы id=\"{found}\" кайталанат", "На странице повторяется id=\"{found}\"",
                "The page has id=\"{found}\" twice"},
    .expected = {"ар бир id бир жолу", "каждый id — один раз", "each id once"},
    .hint = {"Аттардын бирин өзгөртүңүз.", "Измените одно из имён.", "Change one of the names."},
    .why = {"Шилтемелер жана экран окугучтар биринчисин гана табат.",
            "Ссылки и программы чтения с экрана находят только первый.",
            "Links and screen readers find only the first"}};

const Rule theme_html_no_alt{
    .id = "theme-html-no-alt",
    .severity = Severity::blocks,
    .message = {"Сүрөттүн alt атрибуту жок", "У картинки нет атрибута alt", "A picture has no alt attribute"},
    .expected = {"alt=\"…\"", "alt=\"…\"", "alt=\"…\""},
    .hint = {"Кооздук үчүн гана турган сүрөткө alt=\"\" деп жазыңыз.", "Для украшения пишите alt=\"\".",
             "For mere decoration write alt=\"\"."},
    .why = {"Сүрөттү көрбөгөндөр анын текстин угат (WCAG 2.2, 1.1.1).",
            "Кто не видит картинку, слышит её текст (WCAG 2.2, 1.1.1).",
            "Those who cannot see a picture hear its text (WCAG 2.2, 1.1.1)"}};

const Rule theme_html_no_lang{
    .id = "theme-html-no-lang",
    .severity = Severity::blocks,
    .message = {"Барактын тили көрсөтүлгөн эмес", "Не указан язык страницы",
                "The page does not say its language"},
    .expected = {"<html lang=\"ky\">", "<html lang=\"ky\">", "<html lang=\"ky\">"},
    .hint = {"layouts/base.html калыбын оңдоңуз.", "Исправьте layouts/base.html.", "Mend layouts/base.html."},
    .why = {"Окуп берүүчү программа тилди ушундан билет (WCAG 2.2, 3.1.1).",
            "По нему программа чтения выбирает язык (WCAG 2.2, 3.1.1).",
            "Screen readers choose their voice by it (WCAG 2.2, 3.1.1)"}};

const Rule theme_html_no_title{
    .id = "theme-html-no-title",
    .severity = Severity::blocks,
    .message = {"Барактын <title> теги жок же бош", "У страницы нет <title> или он пуст",
                "The page has no <title>, or an empty one"},
    .expected = {"<title>…</title>", "<title>…</title>", "<title>…</title>"},
    .hint = {"layouts/base.html калыбын оңдоңуз.", "Исправьте layouts/base.html.", "Mend layouts/base.html."},
    .why = {"Барак өтмөктө, издөөдө жана тарыхта ушул ат менен турат.",
            "Под этим именем страница стоит во вкладке, в поиске и в истории.",
            "Tabs, searches and history show this name"}};

const Rule theme_html_heading{
    .id = "theme-html-heading",
    .severity = Severity::blocks,
    .message = {"Баракта бир гана башкы баш сөз болушу керек ({found})",
                "На странице должен быть один главный заголовок ({found})",
                "A page has one main heading ({found})"},
    .expected = {"бир <h1>", "один <h1>", "one <h1>"},
    .hint = {"page.title бир жолу <h1> ичинде турсун.", "Выведите page.title в <h1> один раз.",
             "Show page.title in <h1> once."},
    .why = {"Экран окугучтар баракты баш сөздөр боюнча тааныйт.",
            "По заголовкам страницу узнают программы чтения с экрана.",
            "Screen readers know a page by its headings"}};

const Rule theme_html_inline{
    .id = "theme-html-inline",
    .severity = Severity::blocks,
    .message = {"Баракта ички стиль же скрипт бар: {found}",
                "На странице встроенный стиль или скрипт: {found}",
                "The page has an inline style or script: {found}"},
    .expected = {"assets/ ичиндеги файл", "файл в assets/", "a file of assets/"},
    .hint = {"Стилди assets/ ичиндеги файлга көчүрүңүз.", "Перенесите его в файл папки assets/.",
             "Move it to a file of assets/."},
    .why = {"Коопсуздук саясаты (CSP) аны иштетпейт.", "Политика безопасности (CSP) его не пропустит.",
            "The site's security policy (CSP) forbids it"}};

const Rule theme_html_foreign{
    .id = "theme-html-foreign",
    .severity = Severity::blocks,
    .message = {"Барак башка серверден файл сурайт: {found}",
                "Страница просит файл у чужого сервера: {found}", "The page asks another server for {found}"},
    .expected = {"мектептин өз файлы", "файл самого сайта", "a file of the site itself"},
    .hint = {"Файлды теманын assets/ папкасына салыңыз.", "Положите файл в assets/ темы.",
             "Put the file into the theme's assets/."},
    .why = {"Окурмандын жүргөнүн эч ким байкабашы керек (ICT-20).",
            "Никто посторонний не должен узнавать, кто читает сайт (ICT-20).",
            "No third party may learn who reads the site (ICT-20)"}};

const Rule theme_page_size{
    .id = "theme-page-size",
    .severity = Severity::warns,
    .message = {"Барак стилдери менен өтө оор: {found}", "Страница со стилями слишком тяжёлая: {found}",
                "The page with its styles is too heavy: {found}"},
    .expected = {"сүрөттөрсүз 100 КБдан ашпаган барак", "до 100 КБ без картинок",
                 "at most 100 KB without pictures"},
    .hint = {"Стилди жана скрипттерди кыскартыңыз.", "Сократите стили и скрипты.",
             "Shorten styles and scripts."},
    .why = {"Эски телефондо, начар байланышта барак акырын ачылат.",
            "На старом телефоне со слабой связью страница открывается долго.",
            "On an old phone over a weak network it loads slowly"}};

const Rule theme_page_requests{
    .id = "theme-page-requests",
    .severity = Severity::warns,
    .message = {"Барак өтө көп файл сурайт: {found}", "Страница просит слишком много файлов: {found}",
                "The page asks for too many files: {found}"},
    .expected = {"сүрөттөрсүз 6 суроодон ашпайт", "не больше 6 запросов без картинок",
                 "at most 6 requests without pictures"},
    .hint = {"Стилдерди бир файлга чогултуңуз.", "Соберите стили в один файл.",
             "Gather the styles in one file."},
    .why = {"Начар байланышта ар бир файл өзүнчө күттүрөт.", "При слабой связи ждать приходится каждый файл.",
            "Over a weak network each file is waited for"}};

}  // namespace rules

std::span<const Rule* const> theme_check_rules() {
  static constexpr const Rule* all[] = {
      &rules::theme_manifest,       &rules::theme_no_layout,       &rules::theme_unknown_name,
      &rules::theme_unknown_string, &rules::theme_unknown_asset,   &rules::theme_string_language,
      &rules::theme_string_unused,  &rules::theme_html_unbalanced, &rules::theme_html_repeated_id,
      &rules::theme_html_no_alt,    &rules::theme_html_no_lang,    &rules::theme_html_no_title,
      &rules::theme_html_heading,   &rules::theme_html_inline,     &rules::theme_html_foreign,
      &rules::theme_page_size,      &rules::theme_page_requests};
  return all;
}

}  // namespace mektep
