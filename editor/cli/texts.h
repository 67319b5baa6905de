// Everything that the command line says by itself, in one place and in three languages. Where `{}` stands,
// the caller puts a value in.
#pragma once
#include <string>

#include "base/locale.h"

namespace mektep::editor::texts {

template <class... Values>
std::string say(Language language, const Message& message, const Values&... values) {
  return fmt::vformat(fmt::string_view(message.in(language)), fmt::make_format_args(values...));
}

// What commands and options are for.
inline constexpr Message about{"Мектептин мазмунун браузерде түзөтүү", "Править содержание школы в браузере",
                               "Edit a school's content repository in a browser"};
inline constexpr Message options_group{"Параметрлер", "Параметры", "Options"};
inline constexpr Message commands_group{"Буйруктар", "Команды", "Commands"};
inline constexpr Message usage{"Колдонуу", "Использование", "Usage"};
inline constexpr Message star{"* — милдеттүү түрдө көрсөтүлөт", "* — указать обязательно", "* must be given"};
inline constexpr Message help{"Ушул жардамды көрсөтүү", "Показать эту справку", "Show this help"};
inline constexpr Message lang{"Билдирүүлөрдүн тили: ky, ru, en", "Язык сообщений: ky, ru, en",
                              "Language of messages: ky, ru, en"};
inline constexpr Message repo{"Мектептин мазмуну турган bare git репозиторийи",
                              "Голый репозиторий git с содержанием школы",
                              "Bare git repository of the school's content"};
inline constexpr Message state{"Каттоо жазуулары, долбоорлор, иштер папкасы; көрсөтүлбөсө: REPO.state",
                               "Папка учётных записей, черновиков и заданий; если не указана: REPO.state",
                               "Folder of accounts, drafts and jobs; default: REPO.state"};
inline constexpr Message data{"schema/, themes/, editor/ турган папка",
                              "Папка, где лежат schema/, themes/ и editor/",
                              "Folder that holds schema/, themes/ and editor/"};
inline constexpr Message serve{"Редакторду иштетүү", "Запустить редактор", "Serve the editor"};
inline constexpr Message listen{"Дареги жана порту; ага ушул машина гана жетет",
                                "Адрес и порт; доступны только этой машине",
                                "Address and port; only this machine may reach it"};
inline constexpr Message preview_origin{"Алдын ала көрүүнүн прокси артындагы ачык дареги",
                                        "Внешний адрес предпросмотра за прокси",
                                        "Public address of the preview, behind a proxy"};
inline constexpr Message preview_listen{"Алдын ала көрүүнүн дареги жана порту", "Адрес и порт предпросмотра",
                                        "Address and port of the preview"};
inline constexpr Message origin{"Прокси артындагы ачык дарек: https://editor.school.example",
                                "Внешний адрес за прокси: https://editor.school.example",
                                "Public address behind the proxy: https://editor.school.example"};
inline constexpr Message proxy{"X-Forwarded-For айтканына ишенилген даректер",
                               "Адреса, чьему X-Forwarded-For можно верить",
                               "Addresses whose X-Forwarded-For is believed"};
inline constexpr Message init{"Репозиторий түзүп, орнотуу шилтемесин чыгаруу",
                              "Создать репозиторий и вывести ссылку для настройки",
                              "Make a bare repository and print the link of the set-up"};
inline constexpr Message from{"Файлдары биринчи коммит болчу папка",
                              "Папка, файлы которой станут первым коммитом",
                              "Folder whose files become the first commit"};
inline constexpr Message fsck{
    "Репозиторий, база жана журнал бүтүнбү — карап чыгуу; редактор иштеп турса болот",
    "Проверить, целы ли репозиторий, база и журнал; редактор может работать",
    "Look whether repository, database and log are whole; the editor may run"};
inline constexpr Message gc{
    "Көп сактоолордун файлдарын топтоо, мөөнөтү өткөндү өчүрүү; редактор иштеп турса болот",
    "Упаковать файлы многих сохранений, убрать просроченное; редактор может работать",
    "Pack the files of many saves; remove what has run out; the editor may run"};
inline constexpr Message user{"Адамдардын каттоо жазуулары", "Учётные записи людей", "Accounts of people"};
inline constexpr Message user_add{"Каттоо жазуусун ачуучу шилтемени чыгаруу",
                                  "Вывести ссылку, по которой человек заведёт учётную запись",
                                  "Print a link with which somebody makes an account"};
inline constexpr Message user_disable{"Каттоо жазуусун жабуу: бардык сеанстары бүтөт",
                                      "Закрыть учётную запись: все её сеансы завершатся",
                                      "End all sessions of an account and let it in no more"};
inline constexpr Message user_reset{"Жаңы сырсөз үчүн шилтемени чыгаруу", "Вывести ссылку для нового пароля",
                                    "Print a link for a new password"};
inline constexpr Message link_origin{"Шилтемелер үчүн редактордун ачык дареги",
                                     "Внешний адрес редактора для ссылок",
                                     "Public address of the editor, for links"};
inline constexpr Message email{"Адамдын почта дареги", "Адрес почты человека", "Address of the person"};
inline constexpr Message name{"Өзгөрүүлөр тарыхында көрүнчү аты", "Имя, которое видно в истории изменений",
                              "Name that the history of changes shows"};
inline constexpr Message role{"Адам эмне кыла алат", "Что человеку можно делать", "What the person may do"};
inline constexpr Message factor{"Экинчи кодду да алып салуу: телефон жоголгон",
                                "Снять и второй код: телефон потерян",
                                "Remove the second factor too: the phone is lost"};

// What was wrong with the words of the command line.
inline constexpr Message no_command{"буйрук көрсөтүлгөн жок", "команда не указана", "no command is given"};
inline constexpr Message lacks{"{} көрсөтүлгөн жок", "не указан параметр {}", "{} is missing"};
inline constexpr Message unknown_word{"белгисиз сөз: {}", "неизвестное слово: {}", "unknown word: {}"};
inline constexpr Message bad_value{"{} маанисин кабыл албайт же мааниси жок",
                                   "{}: значение не подходит или не указано",
                                   "{}: the value does not fit or is missing"};
inline constexpr Message try_help{"Жардам: mektep-editor --help", "Справка: mektep-editor --help",
                                  "Help: mektep-editor --help"};
inline constexpr Message wants_address{
    "{} үчүн 127.0.0.1:8080 сыяктуу ушул машинанын дареги жана порту керек",
    "{}: нужны адрес этой машины и порт, например 127.0.0.1:8080",
    "{} wants a loopback address and a port, such as 127.0.0.1:8080"};
inline constexpr Message wants_email{"--email үчүн name@school.kg сыяктуу дарек керек",
                                     "--email: нужен адрес вида name@school.kg",
                                     "--email wants an address such as name@school.kg"};

// What could not be done.
inline constexpr Message no_state_folder{"абал папкасын түзүүгө болбоду: {}",
                                         "не удалось создать папку состояния: {}",
                                         "the state folder cannot be made: {}"};
inline constexpr Message no_database{"маалымат базасы ачылбады: {}", "не открывается база данных: {}",
                                     "the database cannot be opened: {}"};
inline constexpr Message no_log{"журнал ачылбады: {}", "не открывается журнал: {}",
                                "the log cannot be opened: {}"};
inline constexpr Message no_data{
    "schema/, themes/, editor/ турган папка табылган жок; аны --data менен көрсөтүңүз",
    "не найдена папка, где лежат schema/, themes/ и editor/; укажите её через --data",
    "the folder with schema/, themes/ and editor/ was not found; name it with --data"};
inline constexpr Message no_common_passwords{"{} ичинде көп колдонулган сырсөздөрдүн тизмеси жок",
                                             "в {} нет списка распространённых паролей",
                                             "the list of common passwords is missing in {}"};
inline constexpr Message no_site_folder{"сайттын папкасын колдонууга болбойт: {}",
                                        "папку сайта нельзя использовать: {}",
                                        "the folder of the site cannot be used: {}"};
inline constexpr Message no_schema{"schema/ окулбады: {}", "не читается schema/: {}",
                                   "schema/ cannot be read: {}"};
inline constexpr Message faulty_screens{"редактордун экрандары бузук", "экраны редактора неисправны",
                                        "the screens of the editor are faulty"};
inline constexpr Message cannot_listen{"{} дарегин угууга болбойт: ээленген окшойт",
                                       "не удаётся слушать {}: похоже, занято",
                                       "cannot listen on {}: it seems to be taken"};
inline constexpr Message account_there{"бул дарек менен каттоо жазуусу бар",
                                       "учётная запись с таким адресом уже есть",
                                       "there is an account with this address"};
inline constexpr Message no_account{"бул дарек менен каттоо жазуусу жок",
                                    "учётной записи с таким адресом нет",
                                    "there is no account with this address"};

// What was done.
inline constexpr Message made_repository{"Репозиторий: {}", "Репозиторий: {}", "Repository: {}"};
inline constexpr Message made_state{"Абал: {}", "Состояние: {}", "State: {}"};
inline constexpr Message setup_link{"Биринчи администраторду орнотуу (24 саат жарактуу): {}",
                                    "Настройка первого администратора (действует 24 часа): {}",
                                    "Set up the first administrator (valid for 24 hours): {}"};
inline constexpr Message serves{"Редактор: {}/", "Редактор: {}/", "Editor: {}/"};
inline constexpr Message ready{"Даяр", "Готово", "Ready"};
inline constexpr Message looked{
    "коммиттер: {}, папкалар: {}, файлдар: {}, Git LFS объекттери: {}, каталар: {}",
    "коммитов: {}, папок: {}, файлов: {}, объектов Git LFS: {}, неисправностей: {}",
    "commits: {}, folders: {}, files: {}, objects of Git LFS: {}, faults: {}"};
inline constexpr Message packed{"майда файлдар: {}, топтомдор: {}, топтолду: {}",
                                "мелких файлов: {}, пакетов: {}, упаковано: {}",
                                "small files: {}, packs: {}, packed: {}"};

}  // namespace mektep::editor::texts
