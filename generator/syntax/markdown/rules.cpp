#include "syntax/markdown/rules.h"

namespace mektep {

namespace rules {

const Rule markdown_too_complex{
    .id = "markdown-too-complex",
    .severity = Severity::blocks,
    .clauses = "",
    .message = {.ky = "Текстте бул жерде белгилер өтө көп кайталанган, аны окуу мүмкүн эмес",
                .ru = "В этом месте текста слишком много повторяющихся знаков разметки, прочесть его нельзя",
                .en = "There are too many repeated marks at this place, the text cannot be read"},
    .expected = {.ky = "кадимки текст", .ru = "обычный текст", .en = "ordinary text"},
    .hint = {.ky = "Кайталанган белгилерди алып салыңыз же абзацты бөлүңүз",
             .ru = "Уберите повторяющиеся знаки или разделите абзац",
             .en = "Remove the repeated marks or split the paragraph"},
    .why = {.ky = "Мындай текст сайтты түзүүнү көпкө токтотуп коёт",
            .ru = "Такой текст надолго остановил бы сборку сайта",
            .en = "Such a text would hold up the building of the site"}};

const Rule markdown_raw_html{
    .id = "markdown-raw-html",
    .severity = Severity::warns,
    .clauses = "",
    .message = {.ky = "Текстте HTML коду бар, ал сайтка чыкпайт: {found}",
                .ru = "В тексте есть код HTML, на сайт он не попадёт: {found}",
                .en = "The text holds HTML, which is left out of the site: {found}"},
    .expected = {.ky = "Markdown белгилери гана", .ru = "только разметка Markdown", .en = "Markdown only"},
    .hint = {.ky = "Кодду алып салыңыз; сүрөт, шилтеме жана таблица үчүн редактордун баскычтарын колдонуңуз",
             .ru = "Уберите код; для картинок, ссылок и таблиц пользуйтесь кнопками редактора",
             .en = "Remove the code; use the editor's buttons for pictures, links and tables"},
    .why = {.ky = "Башка жактан көчүрүлгөн код окурмандарга коркунуч туудурушу мүмкүн",
            .ru = "Скопированный откуда-то код может быть опасен для посетителей",
            .en = "Code copied from elsewhere may be dangerous for visitors"}};

const Rule markdown_address_scheme{
    .id = "markdown-address-scheme",
    .severity = Severity::blocks,
    .clauses = "",
    .message = {.ky = "Шилтеменин дареги мындай башталышы мүмкүн эмес: {found}",
                .ru = "Адрес ссылки не может начинаться так: {found}",
                .en = "The address of a link may not begin like this: {found}"},
    .expected = {.ky = "https://, http://, mailto:, tel: же сайттын ичиндеги жол",
                 .ru = "https://, http://, mailto:, tel: или путь внутри сайта",
                 .en = "https://, http://, mailto:, tel: or a path inside the site"},
    .hint =
        {.ky = "Даректи браузердин дарек сабынан көчүрүп алыңыз; аты кош чекиттүү файлдын алдына ./ коюңуз",
         .ru = "Скопируйте адрес из адресной строки браузера; перед именем файла с двоеточием поставьте ./",
         .en =
             "Copy the address from the browser's address bar; put ./ in front of a file name with a colon"},
    .why = {.ky = "Башка даректер окурмандын браузеринде бөтөн кодду иштетиши мүмкүн",
            .ru = "Другие адреса могут запустить чужой код в браузере посетителя",
            .en = "Other addresses may run foreign code in a visitor's browser"}};

const Rule markdown_shortcode_open{
    .id = "markdown-shortcode-open",
    .severity = Severity::blocks,
    .clauses = "",
    .message = {.ky = "Кыстарма жабылган эмес: {found}",
                .ru = "Вставка не закрыта: {found}",
                .en = "The shortcode is not closed: {found}"},
    .expected = {.ky = "{{< аты ачкыч=\"мааниси\" >}}",
                 .ru = "{{< имя ключ=\"значение\" >}}",
                 .en = "{{< name key=\"value\" >}}"},
    .hint = {.ky = "Аягына >}} коюңуз жана ар бир тырмакчанын жабылганын текшериңиз",
             .ru = "Поставьте в конце >}} и проверьте, что все кавычки закрыты",
             .en = "Put >}} at the end and see that every quote is closed"},
    .why = {.ky = "Кайда бүткөнү белгисиз кыстарма барактан түшүп калат",
            .ru = "Вставка, у которой нет конца, выпадает со страницы",
            .en = "A shortcode without an end is left out of the page"}};

const Rule markdown_shortcode_syntax{
    .id = "markdown-shortcode-syntax",
    .severity = Severity::blocks,
    .clauses = "",
    .message = {.ky = "Кыстарма түшүнүксүз жазылган: {found}",
                .ru = "Вставка записана непонятно: {found}",
                .en = "The shortcode cannot be understood: {found}"},
    .expected = {.ky = "{{< аты ачкыч=\"мааниси\" >}}, аты жана ачкычы латын тамгалары менен",
                 .ru = "{{< имя ключ=\"значение\" >}}, имя и ключ латинскими буквами",
                 .en = "{{< name key=\"value\" >}}, name and key in Latin letters"},
    .hint = {.ky = "Кыстарманы редактордун баскычы менен кайра кошуңуз",
             .ru = "Добавьте вставку заново кнопкой редактора",
             .en = "Insert the shortcode again with the editor's button"},
    .why = {.ky = "Түшүнүксүз кыстарма барактан түшүп калат",
            .ru = "Непонятная вставка выпадает со страницы",
            .en = "A shortcode that is not understood is left out of the page"}};

const Rule markdown_shortcode_quotes{
    .id = "markdown-shortcode-quotes",
    .severity = Severity::blocks,
    .clauses = "",
    .message = {.ky = "Кыстармада туура эмес тырмакча: {found}",
                .ru = "Во вставке неподходящие кавычки: {found}",
                .en = "Wrong quotes in a shortcode: {found}"},
    .expected = {.ky = "түз тырмакча: \"", .ru = "прямые кавычки: \"", .en = "straight quotes: \""},
    .hint = {.ky = "Тырмакчаларды түз тырмакчага (\") алмаштырыңыз",
             .ru = "Замените кавычки прямыми (\")",
             .en = "Replace the quotes by straight ones (\")"},
    .why = {.ky = "Телефон же Word тырмакчаны өзү алмаштырат, андан кийин маани кайда бүткөнү билинбейт",
            .ru = "Телефон или Word сам меняет кавычки, и тогда непонятно, где кончается значение",
            .en = "A telephone or word processor changes quotes by itself, and then the end of the value is "
                  "unclear"}};

const Rule markdown_shortcode_repeated{
    .id = "markdown-shortcode-repeated",
    .severity = Severity::blocks,
    .clauses = "",
    .message = {.ky = "Кыстармада бир ачкыч эки жолу берилген: {found}",
                .ru = "Во вставке дважды указан один ключ: {found}",
                .en = "A key is given twice in a shortcode: {found}"},
    .expected = {.ky = "ар бир ачкыч бир жолу", .ru = "каждый ключ один раз", .en = "every key once"},
    .hint = {.ky = "Ашыкчасын өчүрүңүз", .ru = "Удалите лишнее", .en = "Remove one of them"},
    .why = {.ky = "Эки маанинин кайсынысы туура экени белгисиз",
            .ru = "Неясно, какое из двух значений верное",
            .en = "It is unclear which of the two values is meant"}};

const Rule markdown_shortcode_in_address{
    .id = "markdown-shortcode-in-address",
    .severity = Severity::blocks,
    .clauses = "",
    .message = {.ky = "Кыстарма даректин ичинде турат: {found}",
                .ru = "Вставка стоит внутри адреса: {found}",
                .en = "A shortcode stands inside an address: {found}"},
    .expected = {.ky = "кадимки дарек", .ru = "обычный адрес", .en = "an ordinary address"},
    .hint = {.ky = "Даректи толук жазыңыз; кыстарманын алдына боштук коюңуз",
             .ru = "Напишите адрес полностью; перед вставкой поставьте пробел",
             .en = "Write the address in full; put a space before the shortcode"},
    .why = {.ky = "Мындай шилтеме эч жакка алып барбайт",
            .ru = "Такая ссылка никуда не ведёт",
            .en = "Such a link leads nowhere"}};

}  // namespace rules

std::span<const Rule* const> markdown_rules() {
  static constexpr const Rule* all[] = {
      &rules::markdown_too_complex,        &rules::markdown_raw_html,
      &rules::markdown_address_scheme,     &rules::markdown_shortcode_open,
      &rules::markdown_shortcode_syntax,   &rules::markdown_shortcode_quotes,
      &rules::markdown_shortcode_repeated, &rules::markdown_shortcode_in_address,
  };
  return all;
}

}  // namespace mektep
