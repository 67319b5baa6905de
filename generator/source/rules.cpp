#include "source/rules.h"

namespace mektep::rules {

const Rule source_not_a_folder{
    .id = "source-not-a-folder",
    .severity = Severity::blocks,
    .clauses = "",
    .message = {.ky = "«{path}» деген папка жок",
                .ru = "Папки «{path}» нет",
                .en = "There is no folder “{path}”"},
    .expected = {.ky = "мектептин сайтынын папкасы",
                 .ru = "папка сайта школы",
                 .en = "the folder of a school's site"},
    .hint = {.ky = "Папканын жолун текшериңиз: site.yaml жаткан папканы көрсөтүңүз",
             .ru = "Проверьте путь: нужна папка, в которой лежит site.yaml",
             .en = "Check the path: it must be the folder that holds site.yaml"},
    .why = {.ky = "Сайт бир папкадагы файлдардан жасалат, ошондуктан ал папка болушу керек.",
            .ru = "Сайт собирается из файлов одной папки, поэтому она должна существовать.",
            .en = "A site is made from the files of one folder, so that folder must exist."}};

const Rule source_not_a_repository{
    .id = "source-not-a-repository",
    .severity = Severity::blocks,
    .clauses = "",
    .message = {.ky = "«{path}» папкасында git сактагычы жок",
                .ru = "В папке «{path}» нет хранилища git",
                .en = "The folder “{path}” holds no git repository"},
    .expected = {.ky = "git сактагычы", .ru = "хранилище git", .en = "a git repository"},
    .hint = {.ky = "Версияны көрсөтпөй иштетиңиз же папкада «git init» аткарып, файлдарды сактаңыз",
             .ru = "Запустите без указания версии или выполните в папке «git init» и сохраните файлы",
             .en = "Run it without a revision, or run “git init” in the folder and commit the files"},
    .why = {.ky = "Сайттын мурунку абалын git гана эстеп турат.",
            .ru = "Прежние состояния сайта помнит только git.",
            .en = "Only git remembers earlier states of a site."}};

const Rule source_unreadable{
    .id = "source-unreadable",
    .severity = Severity::blocks,
    .clauses = "",
    .message = {.ky = "«{path}» окулбай жатат: {reason}",
                .ru = "Не удаётся прочитать «{path}»: {reason}",
                .en = "“{path}” cannot be read: {reason}"},
    .expected = {.ky = "окууга уруксат берилген файл",
                 .ru = "файл, который можно прочитать",
                 .en = "a readable file"},
    .hint = {.ky = "Файлдын уруксаттарын текшериңиз; иш учурунда файлдарды өчүрбөңүз жана жылдырбаңыз",
             .ru = "Проверьте права доступа; не удаляйте и не перемещайте файлы во время работы",
             .en = "Check the permissions; do not delete or move files while Mektep is running"},
    .why = {.ky = "Окулбаган файл сайтта жок болуп калат, ошондуктан биз аны унчукпай калтырбайбыз.",
            .ru = "Непрочитанный файл исчез бы с сайта, поэтому мы не пропускаем его молча.",
            .en = "A file that was not read would vanish from the site, so it is never skipped in silence."}};

const Rule source_empty_repository{
    .id = "source-empty-repository",
    .severity = Severity::blocks,
    .clauses = "",
    .message = {.ky = "«{path}» сактагычында азырынча бир да сакталган версия жок",
                .ru = "В хранилище «{path}» ещё нет ни одной сохранённой версии",
                .en = "The repository “{path}” has no commit yet"},
    .expected = {.ky = "жок дегенде бир сакталган версия",
                 .ru = "хотя бы одна сохранённая версия",
                 .en = "at least one commit"},
    .hint = {.ky = "Файлдарды биринчи жолу сактаңыз: git add . жана git commit",
             .ru = "Сохраните файлы в первый раз: git add . и git commit",
             .en = "Commit the files once: git add . and git commit"},
    .why = {.ky = "Бош сактагычтан сайт жасоого болбойт.",
            .ru = "Из пустого хранилища нельзя собрать сайт.",
            .en = "No site can be made from an empty repository."}};

const Rule source_unknown_revision{.id = "source-unknown-revision",
                                   .severity = Severity::blocks,
                                   .clauses = "",
                                   .message = {.ky = "Сактагычта «{revision}» деген версия жок",
                                               .ru = "В хранилище нет версии «{revision}»",
                                               .en = "The repository has no revision “{revision}”"},
                                   .expected = {.ky = "бутактын, белгинин аты же версиянын коду",
                                                .ru = "имя ветки, метки или код версии",
                                                .en = "the name of a branch or tag, or the id of a commit"},
                                   .hint = {.ky = "Атын текшериңиз; бардык бутактарды «git branch» көрсөтөт",
                                            .ru = "Проверьте имя; все ветки показывает «git branch»",
                                            .en = "Check the name; “git branch” lists the branches"},
                                   .why = {.ky = "Сайт так кайсы версиядан жасалганы белгилүү болушу керек.",
                                           .ru = "Должно быть точно известно, из какой версии собран сайт.",
                                           .en = "It must be certain from which revision a site was made."}};

const Rule source_foreign_repository{
    .id = "source-foreign-repository",
    .severity = Severity::blocks,
    .clauses = "",
    .message = {.ky = "«{path}» сактагычы башка колдонуучуга таандык",
                .ru = "Хранилище «{path}» принадлежит другому пользователю",
                .en = "The repository “{path}” belongs to another user"},
    .expected = {.ky = "Mektep иштеткен колдонуучунун өз сактагычы",
                 .ru = "хранилище того пользователя, который запускает Mektep",
                 .en = "a repository of the user who runs Mektep"},
    .hint =
        {.ky = "Ээси катары кириңиз, же администратор ээсин алмаштырсын (chown), же ишенсеңиз: "
               "git config --global --add safe.directory {path}",
         .ru = "Войдите как владелец, или пусть администратор сменит владельца (chown), или, если доверяете: "
               "git config --global --add safe.directory {path}",
         .en = "Log in as the owner, have the owner changed (chown), or, if you trust it: "
               "git config --global --add safe.directory {path}"},
    .why = {.ky = "Бөтөн сактагычтын жөндөөлөрү сиздин атыңыздан буйрук аткарып жибериши мүмкүн, ошондуктан "
                  "git аны "
                  "ачпайт.",
            .ru = "Настройки чужого хранилища могут выполнить команды от вашего имени, поэтому git его не "
                  "открывает.",
            .en = "The settings of somebody else's repository could run commands in your name, so git "
                  "refuses it."}};

const Rule source_damaged_object{
    .id = "source-damaged-object",
    .severity = Severity::blocks,
    .clauses = "",
    .message = {.ky = "Сактагычтагы {object} объектиси бузулган же жок: {reason}",
                .ru = "Объект {object} в хранилище повреждён или отсутствует: {reason}",
                .en = "The object {object} of the repository is damaged or missing: {reason}"},
    .expected = {.ky = "бүтүн сактагыч", .ru = "целое хранилище", .en = "an intact repository"},
    .hint = {.ky = "«git fsck» аркылуу текшерип, бузулганын камдык көчүрмөдөн калыбына келтириңиз",
             .ru = "Проверьте командой «git fsck» и восстановите повреждённое из резервной копии",
             .en = "Check with “git fsck” and restore what is damaged from a backup"},
    .why = {.ky = "Бузулган маалыматтан жасалган сайт туура эмес болуп калат.",
            .ru = "Сайт из повреждённых данных был бы неверным.",
            .en = "A site made from damaged data would be wrong."}};

const Rule source_symlink{
    .id = "source-symlink",
    .severity = Severity::blocks,
    .clauses = "",
    .message = {.ky = "Бул файл эмес, башка жерге шилтеме (symlink)",
                .ru = "Это не файл, а ссылка на другое место (symlink)",
                .en = "This is not a file but a symbolic link"},
    .expected = {.ky = "кадимки файл", .ru = "обычный файл", .en = "an ordinary file"},
    .hint = {.ky = "Шилтемени өчүрүп, анын ордуна файлдын өзүн коюңуз",
             .ru = "Удалите ссылку и положите на её место сам файл",
             .en = "Delete the link and put the file itself in its place"},
    .why = {.ky = "Шилтеме компьютердеги башка, мисалы жеке, файлды сайтка чыгарып жибериши мүмкүн.",
            .ru = "Через ссылку на сайт может попасть чужой, например личный, файл с компьютера.",
            .en = "A link could pull another, perhaps private, file of the computer onto the site."}};

const Rule source_submodule{
    .id = "source-submodule",
    .severity = Severity::blocks,
    .clauses = "",
    .message = {.ky = "Бул папка башка git сактагычы",
                .ru = "Эта папка — другое хранилище git",
                .en = "This folder is another git repository"},
    .expected = {.ky = "кадимки папка", .ru = "обычная папка", .en = "an ordinary folder"},
    .hint = {.ky = "Папканы сыртка чыгарыңыз же анын ичиндеги .git дегенди өчүрүңүз",
             .ru = "Уберите папку или удалите в ней .git",
             .en = "Move the folder elsewhere, or delete the .git inside it"},
    .why = {
        .ky = "Башка сактагычтын файлдары биздин версияда жок, ошондуктан сайтты кайра жасоого болбой калат.",
        .ru = "Файлов другого хранилища нет в нашей версии, и сайт нельзя было бы собрать снова.",
        .en = "The files of another repository are not part of our revision, so the site could not be made "
              "again."}};

const Rule source_special_file{
    .id = "source-special-file",
    .severity = Severity::blocks,
    .clauses = "",
    .message = {.ky = "Бул кадимки файл эмес (түзүлүш же канал)",
                .ru = "Это не обычный файл (устройство или канал)",
                .en = "This is not an ordinary file (a device, socket or pipe)"},
    .expected = {.ky = "кадимки файл", .ru = "обычный файл", .en = "an ordinary file"},
    .hint = {.ky = "Аны өчүрүңүз", .ru = "Удалите его", .en = "Delete it"},
    .why = {.ky = "Мындай файлдын мазмуну жок, сайтка коюлбайт.",
            .ru = "У такого файла нет содержимого, на сайте ему не место.",
            .en = "Such a file has no content that a site could show."}};

const Rule source_git_inside{
    .id = "source-git-inside",
    .severity = Severity::blocks,
    .clauses = "",
    .message = {.ky = "Аты git'тин кызматтык файлына окшош",
                .ru = "Имя совпадает со служебным файлом git",
                .en = "The name is one that git keeps for itself"},
    .expected = {.ky = "башка ат", .ru = "другое имя", .en = "another name"},
    .hint = {.ky = "Файлдын атын өзгөртүңүз же аны өчүрүңүз",
             .ru = "Переименуйте файл или удалите его",
             .en = "Rename the file or delete it"},
    .why = {
        .ky = "Мындай файл сактагычты көчүргөн адамдын компьютеринде зыяндуу буйрук аткарышы мүмкүн.",
        .ru = "Такой файл может выполнить вредную команду на компьютере того, кто скопирует хранилище.",
        .en = "Such a file could run a harmful command on the computer of whoever copies the repository."}};

const Rule source_name_not_utf8{
    .id = "source-name-not-utf8",
    .severity = Severity::blocks,
    .clauses = "",
    .message = {.ky = "Файлдын аты бузулган: ал UTF-8 менен жазылган эмес",
                .ru = "Имя файла испорчено: оно записано не в UTF-8",
                .en = "The file name is garbled: it is not UTF-8"},
    .expected = {.ky = "окулуучу ат", .ru = "читаемое имя", .en = "a readable name"},
    .hint = {.ky = "Файлдын атын кайра жазыңыз", .ru = "Переименуйте файл", .en = "Rename the file"},
    .why = {.ky = "Мындай аттар эски архивдерден чыгат жана башка компьютерде ачылбайт.",
            .ru = "Такие имена получаются из старых архивов и не открываются на другом компьютере.",
            .en = "Such names come out of old archives and cannot be opened on another computer."}};

const Rule source_name_not_nfc{
    .id = "source-name-not-nfc",
    .severity = Severity::blocks,
    .clauses = "",
    .message = {.ky = "Аттагы й же ё эки белгиден куралган",
                .ru = "В имени й или ё составлены из двух знаков",
                .en = "The name spells letters such as й or ё as two characters"},
    .expected = {.ky = "бир белги менен жазылган тамгалар (NFC)",
                 .ru = "буквы, записанные одним знаком (NFC)",
                 .en = "letters of one character each (NFC)"},
    .hint = {.ky = "Файлдын атын клавиатурадан кайра терип жазыңыз",
             .ru = "Наберите имя файла заново с клавиатуры",
             .en = "Type the file name anew"},
    .why = {.ky = "Көзгө бирдей көрүнгөн эки ат компьютер үчүн эки башка ат: шилтемелер иштебей калат.",
            .ru = "Два одинаковых на вид имени для компьютера разные: ссылки перестают работать.",
            .en = "Two names that look the same are different to a computer: links break."}};

const Rule source_name_character{
    .id = "source-name-character",
    .severity = Severity::blocks,
    .clauses = "",
    .message = {.ky = "Атта колдонууга болбой турган белги бар: {character}",
                .ru = "В имени есть недопустимый знак: {character}",
                .en = "The name holds a character that it may not hold: {character}"},
    .expected = {.ky = "тамгалар, сандар, дефис, чекит",
                 .ru = "буквы, цифры, дефис, точка",
                 .en = "letters, digits, hyphens, dots"},
    .hint = {.ky = "Файлдын атынан бул белгини алып салыңыз",
             .ru = "Уберите этот знак из имени файла",
             .en = "Take the character out of the file name"},
    .why = {.ky = "Windows бул белгилерди кабыл албайт, көрүнбөгөн белгилер болсо окурманды адаштырат.",
            .ru = "Windows не принимает такие знаки, а невидимые вводят читателя в заблуждение.",
            .en = "Windows refuses these characters, and invisible ones mislead the reader."}};

const Rule source_name_dots{.id = "source-name-dots",
                            .severity = Severity::blocks,
                            .clauses = "",
                            .message = {.ky = "Жолдо бош бөлүк, «.» же «..» бар",
                                        .ru = "В пути есть пустая часть, «.» или «..»",
                                        .en = "The path has an empty part, “.” or “..”"},
                            .expected = {.ky = "папка/файл түрүндөгү жол",
                                         .ru = "путь вида папка/файл",
                                         .en = "a path such as folder/file"},
                            .hint = {.ky = "Файлды кадимки ат менен кайра сактаңыз",
                                     .ru = "Сохраните файл заново под обычным именем",
                                     .en = "Save the file again under an ordinary name"},
                            .why = {.ky = "Мындай жол сайттын папкасынан чыгып кетет.",
                                    .ru = "Такой путь ведёт за пределы папки сайта.",
                                    .en = "Such a path leads out of the folder of the site."}};

const Rule source_name_ending{
    .id = "source-name-ending",
    .severity = Severity::blocks,
    .clauses = "",
    .message = {.ky = "Ат чекит же боштук менен бүтөт",
                .ru = "Имя кончается точкой или пробелом",
                .en = "The name ends in a dot or a space"},
    .expected = {.ky = "тамга же сан менен бүткөн ат",
                 .ru = "имя, которое кончается буквой или цифрой",
                 .en = "a name that ends in a letter or digit"},
    .hint = {.ky = "Акыркы белгини өчүрүңүз",
             .ru = "Удалите последний знак",
             .en = "Delete the last character"},
    .why = {.ky = "Windows мындай атты унчукпай кыскартат, файл табылбай калат.",
            .ru = "Windows молча обрезает такое имя, и файл не находится.",
            .en = "Windows silently shortens such a name, and the file cannot be found."}};

const Rule source_name_device{
    .id = "source-name-device",
    .severity = Severity::blocks,
    .clauses = "",
    .message = {.ky = "«{name}» Windows'то түзүлүштүн аты болгондуктан файлга берилбейт",
                .ru = "«{name}» в Windows — имя устройства, файл так назвать нельзя",
                .en = "“{name}” is the name of a device in Windows, no file can have it"},
    .expected = {.ky = "башка ат", .ru = "другое имя", .en = "another name"},
    .hint = {.ky = "Файлдын атын өзгөртүңүз", .ru = "Переименуйте файл", .en = "Rename the file"},
    .why = {.ky = "Windows колдонгон кесиптештер сактагычты көчүрө албай калат.",
            .ru = "Коллеги с Windows не смогут скопировать хранилище.",
            .en = "Colleagues who use Windows could not copy the repository."}};

const Rule source_name_too_long{
    .id = "source-name-too-long",
    .severity = Severity::blocks,
    .clauses = "",
    .message = {.ky = "Аты өтө узун", .ru = "Имя слишком длинное", .en = "The name is too long"},
    .expected = {.ky = "папканын же файлдын аты 200 байттан, бүт жол 400 байттан ашпаган",
                 .ru = "имя до 200 байт, весь путь до 400 байт",
                 .en = "at most 200 bytes a name and 400 bytes the whole path"},
    .hint = {.ky = "Атты кыскартыңыз: кирилл тамгасы эки байтты ээлейт",
             .ru = "Сократите имя: кириллическая буква занимает два байта",
             .en = "Shorten the name: a Cyrillic letter takes two bytes"},
    .why = {.ky = "Хостингдер жана Windows узун жолдорду кабыл албайт.",
            .ru = "Хостинги и Windows не принимают длинных путей.",
            .en = "Hosting companies and Windows refuse long paths."}};

const Rule source_name_twin{
    .id = "source-name-twin",
    .severity = Severity::blocks,
    .clauses = "",
    .message = {.ky = "Аты «{other}» менен дээрлик бирдей",
                .ru = "Имя почти совпадает с «{other}»",
                .en = "The name is nearly the same as “{other}”"},
    .expected = {.ky = "баш тамгасы менен гана айырмаланбаган ат",
                 .ru = "имя, которое отличается не только регистром букв",
                 .en = "a name that differs in more than the case of letters"},
    .hint = {.ky = "Экөөнүн бирин башкача атаңыз же өчүрүңүз",
             .ru = "Переименуйте или удалите один из двух",
             .en = "Rename or delete one of the two"},
    .why = {.ky = "Windows менен Mac үчүн булар бир файл: бири экинчисин басып калат.",
            .ru = "Для Windows и Mac это один файл: один затрёт другой.",
            .en = "To Windows and Mac they are one file: one would overwrite the other."}};

const Rule source_lfs_missing{
    .id = "source-lfs-missing",
    .severity = Severity::blocks,
    .clauses = "",
    .message = {.ky = "Файлдын өзү бул компьютерде жок, анын Git LFS белгиси гана бар",
                .ru = "Самого файла на этом компьютере нет, есть только его указатель Git LFS",
                .en = "The file itself is not on this computer, only its Git LFS pointer"},
    .expected = {.ky = "{oid} объектиси", .ru = "объект {oid}", .en = "the object {oid}"},
    .hint = {.ky = "Жүктөп алыңыз: git lfs pull; же файлды кайра салыңыз",
             .ru = "Загрузите его: git lfs pull; или добавьте файл заново",
             .en = "Fetch it: git lfs pull; or add the file again"},
    .why = {.ky = "Сүрөт же документ сайтта ачылбай калат.",
            .ru = "Снимок или документ на сайте не откроется.",
            .en = "The photo or document would not open on the site."}};

const Rule source_lfs_damaged{
    .id = "source-lfs-damaged",
    .severity = Severity::blocks,
    .clauses = "",
    .message = {.ky = "Файлдын мазмуну анын Git LFS белгисине дал келбейт",
                .ru = "Содержимое файла не совпадает с его указателем Git LFS",
                .en = "The bytes of the file do not match its Git LFS pointer"},
    .expected = {.ky = "{oid} объектиси", .ru = "объект {oid}", .en = "the object {oid}"},
    .hint = {.ky = "Бузулган объектини өчүрүп, кайра жүктөңүз: git lfs fsck, git lfs pull",
             .ru = "Удалите повреждённый объект и загрузите снова: git lfs fsck, git lfs pull",
             .en = "Delete the damaged object and fetch it again: git lfs fsck, git lfs pull"},
    .why = {.ky = "Документтин SHA-256 саны текшерүүчү үчүн: башка мазмун башка документ болуп калат.",
            .ru = "По SHA-256 документ сверяет проверяющий: другое содержимое — это другой документ.",
            .en = "An auditor checks a document by its SHA-256: other bytes are another document."}};

}  // namespace mektep::rules

namespace mektep {

std::span<const Rule* const> source_rules() {
  using namespace rules;
  static const Rule* const all[] = {
      &source_not_a_folder,     &source_not_a_repository,   &source_unreadable,     &source_empty_repository,
      &source_unknown_revision, &source_foreign_repository, &source_damaged_object, &source_symlink,
      &source_submodule,        &source_special_file,       &source_git_inside,     &source_name_not_utf8,
      &source_name_not_nfc,     &source_name_character,     &source_name_dots,      &source_name_ending,
      &source_name_device,      &source_name_too_long,      &source_name_twin,      &source_lfs_missing,
      &source_lfs_damaged};
  return all;
}

}  // namespace mektep
