#include "content/rules.h"

namespace mektep {
namespace rules {

const Rule content_no_site{
    .id = "content-no-site",
    .severity = Severity::blocks,
    .message = {"Репозиторийде site.yaml файлы жок", "В репозитории нет файла site.yaml",
                "The repository has no site.yaml"},
    .expected = {"сайттын аталышы жана дареги жазылган site.yaml",
                 "файл site.yaml с названием и адресом сайта",
                 "a site.yaml with the title and the address of the site"},
    .hint = {"Папканы туура көрсөттүңүзбү? Жаңы сайтты `mektep new` баштайт.",
             "Верно ли указана папка? Новый сайт начинает команда `mektep new`.",
             "Is it the right folder? `mektep new` starts a new site."},
    .why = {"Сайттын аталышы, дареги жана менюсу ушул файлда турат.",
            "В этом файле стоят название, адрес и меню сайта.",
            "The title, the address and the menu of the site stand in this file."}};

const Rule content_unknown_file{
    .id = "content-unknown-file",
    .severity = Severity::warns,
    .message = {"Бул жерде мындай файл күтүлбөйт, ал сайтка чыкпайт",
                "Такой файл здесь не ожидается и на сайт не попадёт",
                "A file of this kind is not expected here and does not get into the site"},
    .expected = {"{expected}", "{expected}", "{expected}"},
    .hint = {"Файлдын атын жана папкасын текшериңиз; керек болбосо өчүрүңүз.",
             "Проверьте имя и папку файла; если он не нужен, удалите его.",
             "Check the name and the folder of the file; delete it if it is not needed."},
    .why = {"Байкалбай калган файл – көп учурда атындагы ката.",
            "Незамеченный файл – чаще всего ошибка в его имени.",
            "A file that nobody reads is most often a slip in its name."}};

const Rule content_no_locale{
    .id = "content-no-locale",
    .severity = Severity::blocks,
    .clauses = "LANG-1",
    .message = {"Тексттин кайсы тилде экени файлдын атында көрсөтүлгөн эмес",
                "В имени файла не указан язык текста",
                "The name of the file does not say the language of its text"},
    .expected = {"index.ky.md же index.ru.md", "index.ky.md или index.ru.md", "index.ky.md or index.ru.md"},
    .hint = {"Файлды index.ky.md (кыргызча) же index.ru.md (орусча) деп атаңыз.",
             "Назовите файл index.ky.md (кыргызский) или index.ru.md (русский).",
             "Name the file index.ky.md (Kyrgyz) or index.ru.md (Russian)."},
    .why = {"Сайт мамлекеттик жана расмий тилде жүргүзүлөт.",
            "Сайт ведётся на государственном и официальном языках.",
            "The site is kept in the state and the official language."}};

const Rule content_bad_folder_name{
    .id = "content-bad-folder-name",
    .severity = Severity::blocks,
    .message = {"Папканын же файлдын аты веб-дарекке жарабайт",
                "Имя папки или файла не годится для веб-адреса",
                "The name of the folder or file cannot be part of a web address"},
    .expected = {"латын кичине тамгалары, сандар жана дефис: {suggestion}",
                 "строчные латинские буквы, цифры и дефис: {suggestion}",
                 "small Latin letters, digits and hyphens: {suggestion}"},
    .hint = {"Атын «{suggestion}» деп өзгөртүңүз.", "Переименуйте в «{suggestion}».",
             "Rename it to “{suggestion}”."},
    .why = {"Дарек ар кандай сервердө жана телефондо бирдей иштеши керек.",
            "Адрес должен одинаково работать на любом сервере и телефоне.",
            "An address has to work the same on every server and telephone."}};

const Rule content_no_front_matter{
    .id = "content-no-front-matter",
    .severity = Severity::blocks,
    .message = {"Тексттин башында аталышы жазылган бөлүк жок", "В начале текста нет шапки с названием",
                "The text does not begin with its title and data"},
    .expected = {"файлдын башында: ---, title: …, ---", "в начале файла: ---, title: …, ---",
                 "at the top of the file: ---, title: …, ---"},
    .hint = {"Файлдын эң башына «---», анан «title: Аталышы», анан дагы «---» сабын кошуңуз.",
             "Добавьте в самое начало файла строки «---», «title: Название» и снова «---».",
             "Put the lines “---”, “title: The title” and again “---” at the very top."},
    .why = {"Аталышы жок баракты тизмеге да, менюга да коюуга болбойт.",
            "Страницу без названия нельзя показать ни в списке, ни в меню.",
            "A page without a title can be shown neither in a list nor in a menu."}};

const Rule content_sidecar_without_asset{
    .id = "content-sidecar-without-asset",
    .severity = Severity::warns,
    .message = {"Бул сүрөттөмө тиешелүү болгон файл жок", "Нет файла, к которому относится это описание",
                "The file that this side-car describes does not exist"},
    .expected = {"жанында {expected} файлы", "рядом файл {expected}", "the file {expected} beside it"},
    .hint = {"Файлдын атын текшериңиз же сүрөттөмөнү өчүрүңүз.", "Проверьте имя файла или удалите описание.",
             "Check the name of the file or delete the side-car."},
    .why = {"Сүрөттүн баяны жана макулдук белгиси сүрөткө так тиешелүү болушу керек.",
            "Описание и отметка о согласии должны относиться именно к этому снимку.",
            "The description and the consent have to belong to this very picture."}};

const Rule content_file_missing{
    .id = "content-file-missing",
    .severity = Severity::blocks,
    .message = {"«{found}» деген файл жок", "Файла «{found}» нет", "There is no file “{found}”"},
    .expected = {"репозиторийдеги файл", "файл, который есть в репозитории",
                 "a file that exists in the repository"},
    .hint = {"{suggestion}", "{suggestion}", "{suggestion}"},
    .why = {"Окурман ачылбаган шилтемеге туш болбошу керек.",
            "Читатель не должен попадать на неработающую ссылку.",
            "A reader must not meet a link that does not open."}};

const Rule content_asset_type{
    .id = "content-asset-type",
    .severity = Severity::blocks,
    .message = {"Файлдын мазмуну анын атына туура келбейт", "Содержимое файла не соответствует его имени",
                "The contents of the file are not what its name says"},
    .expected = {"{expected}", "{expected}", "{expected}"},
    .hint = {"Туура файлды салыңыз же атындагы кеңейтүүнү оңдоңуз; файлды кайра атоо анын түрүн өзгөртпөйт.",
             "Положите верный файл или исправьте расширение; переименование не меняет вид файла.",
             "Put the right file there or mend the extension; renaming does not change what a file is."},
    .why = {"Текшерүүчү лицензиянын ордуна ачылбаган файл алса, талап аткарылган болуп саналбайт.",
            "Если вместо лицензии проверяющий получит файл, который не открывается, требование не выполнено.",
            "If an auditor gets a file that does not open instead of the licence, the duty is not met."}};

const Rule content_picture_format{
    .id = "content-picture-format",
    .severity = Severity::blocks,
    .message = {"Бул сүрөттү браузерлер көрсөтө албайт: {found}",
                "Браузеры не показывают такой снимок: {found}",
                "Browsers do not show a picture of this kind: {found}"},
    .expected = {"JPEG, PNG же WebP", "JPEG, PNG или WebP", "JPEG, PNG or WebP"},
    .hint =
        {"Сүрөттү телефондо же компьютерде ачып, JPEG кылып сактаңыз же экспорттоңуз. Айфон мындан ары JPEG "
         "тартсын десеңиз: Жөндөөлөр → Камера → Форматтар → «Эң шайкеш».",
         "Откройте снимок на телефоне или компьютере и сохраните (экспортируйте) как JPEG. Чтобы айфон "
         "снимал сразу в JPEG: Настройки → Камера → Форматы → «Наиболее совместимый».",
         "Open the picture on the telephone or a computer and save or export it as JPEG. To have an iPhone "
         "take JPEG: Settings → Camera → Formats → Most Compatible."},
    .why = {"Окурман сүрөттүн ордуна бош жерди көрмөк, файл болсо тартылган жерди айтып коймок.",
            "Читатель увидел бы пустое место, а сам файл выдал бы, где он снят.",
            "Readers would see an empty place, and the file would tell where it was taken."}};

const Rule content_file_ending{
    .id = "content-file-ending",
    .severity = Severity::warns,
    .message = {"Мындай файлды окурман ача албайт, ал сайтка чыкпайт",
                "Такой файл читатель не откроет, на сайт он не попадёт",
                "Readers cannot open such a file; it does not get into the site"},
    .expected = {"JPG, PNG, WebP, PDF, DOCX, XLSX, ODT, MP3, MP4…",
                 "JPG, PNG, WebP, PDF, DOCX, XLSX, ODT, MP3, MP4…",
                 "JPG, PNG, WebP, PDF, DOCX, XLSX, ODT, MP3, MP4…"},
    .hint = {"Файлды PDF же ушул түрлөрдүн бири кылып сактаңыз; сайтка керек болбосо, өчүрүңүз.",
             "Сохраните его как PDF или в одном из этих форматов; если сайту он не нужен, удалите.",
             "Save it as PDF or as one of these; delete it if the site does not need it."},
    .why = {"Хостинг белгисиз файлды программа катары иштетип жибериши мүмкүн, телефон аны ача албайт.",
            "Незнакомый файл хостинг может выполнить как программу, а телефон его не откроет.",
            "A host might run an unknown file as a program, and a telephone cannot open it."}};

const Rule content_active_picture{
    .id = "content-active-picture",
    .severity = Severity::blocks,
    .message = {"Сүрөттүн ичинде программа же башка жакка шилтеме бар: {found}",
                "Внутри изображения есть программа или обращение к другому месту: {found}",
                "The picture holds a program or reaches out to another place: {found}"},
    .expected = {"сызыктар менен тексттен гана турган SVG, же PNG, JPEG, WebP",
                 "SVG только из линий и текста, либо PNG, JPEG, WebP",
                 "an SVG of lines and text only, or PNG, JPEG, WebP"},
    .hint = {"Сүрөттү «жөнөкөй SVG» же PNG түрүндө кайра сактаңыз.",
             "Сохраните рисунок заново как «простой SVG» или PNG.",
             "Save the drawing again as “plain SVG” or as PNG."},
    .why = {"SVG ичиндеги программа окурмандын браузеринде мектептин атынан иштеп кетет.",
            "Программа внутри SVG выполнится в браузере читателя от имени школы.",
            "A program inside an SVG would run in the reader's browser in the name of the school."}};

const Rule content_asset_too_big{
    .id = "content-asset-too-big",
    .severity = Severity::warns,
    .message = {"Файл өтө чоң: {found}", "Файл слишком велик: {found}", "The file is too big: {found}"},
    .expected = {"5 МБ чейин", "не больше 5 МБ", "5 MB at most"},
    .hint = {"PDF файлды кысып же сканерлөөнүн тактыгын азайтып кайра сактаңыз (150–200 dpi жетиштүү).",
             "Сожмите PDF или отсканируйте с меньшим разрешением (150–200 dpi достаточно).",
             "Compress the PDF or scan it again at a lower resolution (150–200 dpi will do)."},
    .why = {"3G менен кирген ата-эне 5 МБ файлды бир мүнөттөн ашык күтөт.",
            "Родитель с 3G ждёт файл в 5 МБ больше минуты.",
            "A parent on 3G waits for 5 MB longer than a minute."}};

const Rule content_document_without_record{
    .id = "content-document-without-record",
    .severity = Severity::warns,
    .message = {"Документтин папкасында document.yaml жок", "В папке документа нет document.yaml",
                "The folder of a document has no document.yaml"},
    .expected = {"{expected}", "{expected}", "{expected}"},
    .hint = {"Документтин аталышы, номери жана датасы менен document.yaml түзүңүз.",
             "Создайте document.yaml с названием, номером и датой документа.",
             "Make a document.yaml with the title, number and date of the document."},
    .why = {"Аталышы жана датасы жок файл реестрге кирбейт.", "Файл без названия и даты не войдёт в реестр.",
            "A file without a title and a date cannot be in the register."}};

}  // namespace rules

std::span<const Rule* const> content_rules() {
  static constexpr const Rule* all[] = {&rules::content_no_site,
                                        &rules::content_unknown_file,
                                        &rules::content_no_locale,
                                        &rules::content_bad_folder_name,
                                        &rules::content_no_front_matter,
                                        &rules::content_sidecar_without_asset,
                                        &rules::content_file_missing,
                                        &rules::content_asset_type,
                                        &rules::content_picture_format,
                                        &rules::content_file_ending,
                                        &rules::content_active_picture,
                                        &rules::content_asset_too_big,
                                        &rules::content_document_without_record};
  return all;
}

}  // namespace mektep
