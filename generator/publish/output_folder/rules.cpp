#include "publish/output_folder/rules.h"

namespace mektep::rules {

const Rule output_not_a_folder{
    .id = "output-not-a-folder",
    .severity = Severity::blocks,
    .clauses = "",
    .message = {.ky = "«{path}» папка эмес", .ru = "«{path}» — не папка", .en = "“{path}” is not a folder"},
    .expected = {.ky = "даяр сайт жазыла турган папка",
                 .ru = "папка, куда записать готовый сайт",
                 .en = "a folder for the finished site"},
    .hint = {.ky = "Башка папканын атын көрсөтүңүз",
             .ru = "Укажите другую папку",
             .en = "Name another folder"},
    .why = {.ky = "Файлды же шилтемени сайт менен алмаштыруу бөтөн маалыматты жок кылат.",
            .ru = "Замена файла или ссылки сайтом уничтожила бы чужие данные.",
            .en = "Putting a site in the place of a file or a link would destroy somebody's data."}};

const Rule output_foreign_folder{
    .id = "output-foreign-folder",
    .severity = Severity::blocks,
    .clauses = "",
    .message = {.ky = "«{path}» папкасында Mektep жазбаган файлдар бар",
                .ru = "В папке «{path}» лежат файлы, записанные не Mektep",
                .en = "The folder “{path}” holds files that Mektep did not write"},
    .expected = {.ky = "бош папка же Mektep мурун жазган сайт",
                 .ru = "пустая папка или сайт, записанный Mektep раньше",
                 .en = "an empty folder, or a site written by Mektep before"},
    .hint = {.ky = "Башка папканы көрсөтүңүз же бул папканы өзүңүз бошотуңуз",
             .ru = "Укажите другую папку или сами освободите эту",
             .en = "Name another folder, or empty this one yourself"},
    .why = {.ky = "Mektep бөтөн файлдарды эч качан өчүрбөйт; кайсынысы өзүнүкү экенин .mektep-manifest "
                  "боюнча билет.",
            .ru = "Mektep никогда не удаляет чужие файлы; свои он узнаёт по .mektep-manifest.",
            .en = "Mektep never deletes what is not its own; it knows its own files by .mektep-manifest."}};

const Rule output_unusable{
    .id = "output-unusable",
    .severity = Severity::blocks,
    .clauses = "",
    .message = {.ky = "Сайтты «{path}» папкасына жазууга болбойт: {reason}",
                .ru = "Нельзя записать сайт в «{path}»: {reason}",
                .en = "The site cannot be put into “{path}”: {reason}"},
    .expected = {.ky = "жазууга уруксат бар папканын ичинде",
                 .ru = "место внутри папки, доступной для записи",
                 .en = "a place inside a writable folder"},
    .hint = {.ky = "Үстүңкү папка бар экенин жана ага жазууга уруксатыңызды текшериңиз",
             .ru = "Проверьте, что вышестоящая папка существует и доступна для записи",
             .en = "Check that the folder above exists and that you may write to it"},
    .why = {.ky = "Жаңы сайт эскисинин жанында даярдалып, анан бир заматта алмаштырылат.",
            .ru = "Новый сайт готовится рядом со старым и заменяет его за один миг.",
            .en = "The new site is made beside the old one and takes its place in one moment."}};

const Rule output_mount_point{
    .id = "output-mount-point",
    .severity = Severity::blocks,
    .clauses = "",
    .message = {.ky = "«{path}» өзүнчө дисктин башы",
                .ru = "«{path}» — корень отдельного диска",
                .en = "“{path}” is the top of a disk of its own"},
    .expected = {.ky = "ошол дисктеги папка", .ru = "папка на этом диске", .en = "a folder on that disk"},
    .hint = {.ky = "Анын ичинен папка көрсөтүңүз, мисалы {path}/site",
             .ru = "Укажите папку внутри, например {path}/site",
             .en = "Name a folder inside it, such as {path}/site"},
    .why = {.ky = "Дисктин башын бир заматта алмаштырууга болбойт.",
            .ru = "Корень диска нельзя заменить за один миг.",
            .en = "The top of a disk cannot be exchanged in one moment."}};

const Rule output_busy{
    .id = "output-busy",
    .severity = Severity::blocks,
    .clauses = "",
    .message = {.ky = "«{path}» папкасына дагы бир Mektep жазып жатат",
                .ru = "В папку «{path}» уже пишет другой Mektep",
                .en = "Another Mektep is writing to the folder “{path}”"},
    .expected = {.ky = "бир убакта бир жазуу", .ru = "одна запись за раз", .en = "one writer at a time"},
    .hint = {.ky = "Анын бүтүшүн күтүп, кайра аракет кылыңыз",
             .ru = "Дождитесь его окончания и повторите",
             .en = "Wait until it has finished and try again"},
    .why = {.ky = "Эки жазуу бири-биринин ишин бузат.",
            .ru = "Две записи испортили бы друг друга.",
            .en = "Two writers would spoil each other's work."}};

const Rule output_write_failed{
    .id = "output-write-failed",
    .severity = Severity::blocks,
    .clauses = "",
    .message = {.ky = "«{path}» жазылбай калды: {reason}",
                .ru = "Не удалось записать «{path}»: {reason}",
                .en = "“{path}” could not be written: {reason}"},
    .expected = {.ky = "дискте орун жана жазууга уруксат",
                 .ru = "место на диске и право на запись",
                 .en = "room on the disk and leave to write"},
    .hint = {.ky =
                 "Дисктеги орунду жана уруксаттарды текшерип, кайра аракет кылыңыз; эски сайт ордунда турат",
             .ru = "Проверьте место на диске и права и повторите; старый сайт остался на месте",
             .en = "Check disk space and permissions and try again; the old site still stands"},
    .why = {.ky = "Жарым-жартылай жазылган сайт эч качан көрүнбөшү керек.",
            .ru = "Наполовину записанный сайт не должен быть виден никогда.",
            .en = "A half-written site must never be seen."}};

const Rule output_path_refused{
    .id = "output-path-refused",
    .severity = Severity::blocks,
    .clauses = "",
    .message = {.ky = "Сайтта «{path}» деген файл боло албайт",
                .ru = "На сайте не может быть файла «{path}»",
                .en = "A site cannot hold the file “{path}”"},
    .expected = {.ky = "сайттын папкасынын ичиндеги, бир гана жолу жазылган файл",
                 .ru = "файл внутри папки сайта, записанный один раз",
                 .en = "a file inside the folder of the site, written once"},
    .hint = {.ky = "Бул файлды жасаган барактын slug же aliases маанисин өзгөртүңүз",
             .ru = "Измените slug или aliases страницы, из которой получается этот файл",
             .en = "Change the slug or aliases of the page that makes this file"},
    .why = {.ky = "Мындай жол сайттын папкасынан чыгып кетиши же башка файлды басып калышы мүмкүн.",
            .ru = "Такой путь может выйти за пределы сайта или затереть другой файл.",
            .en = "Such a path could leave the site or overwrite another file."}};

const Rule output_in_the_way{
    .id = "output-in-the-way",
    .severity = Severity::blocks,
    .clauses = "",
    .message = {.ky = "«{path}» файлын Mektep жазган эмес, бирок сайтка ошол ат керек",
                .ru = "Файл «{path}» записан не Mektep, а сайту нужно это имя",
                .en = "Mektep did not write “{path}”, but the site needs that name"},
    .expected = {.ky = "бош ат", .ru = "свободное имя", .en = "a free name"},
    .hint = {.ky = "Файлды башка жерге көчүрүңүз же өчүрүңүз",
             .ru = "Переместите или удалите этот файл",
             .en = "Move the file away or delete it"},
    .why = {.ky = "Бөтөн файлды Mektep эч качан өчүрбөйт жана алмаштырбайт.",
            .ru = "Чужой файл Mektep никогда не удаляет и не заменяет.",
            .en = "Mektep never deletes or replaces what is not its own."}};

}  // namespace mektep::rules

namespace mektep {

std::span<const Rule* const> output_folder_rules() {
  using namespace rules;
  static const Rule* const all[] = {&output_not_a_folder, &output_foreign_folder, &output_unusable,
                                    &output_mount_point,  &output_busy,           &output_write_failed,
                                    &output_path_refused, &output_in_the_way};
  return all;
}

}  // namespace mektep
