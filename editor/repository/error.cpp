#include "editor/repository/error.h"

namespace mektep::editor {
namespace {

constexpr Message not_a_repository{
    .ky = "Мектептин файлдарынын сактагычы табылган жок. Системанын администраторуна кайрылыңыз.",
    .ru = "Хранилище файлов школы не найдено. Обратитесь к системному администратору.",
    .en = "The school's repository was not found. Ask whoever looks after the server."};
constexpr Message foreign_owner{
    .ky = "Сактагыч серверде башка колдонуучуга таандык. Системанын администраторуна кайрылыңыз.",
    .ru = "Хранилище принадлежит другому пользователю сервера. Обратитесь к системному администратору.",
    .en = "The repository belongs to another account of the server. Ask whoever looks after the server."};
constexpr Message locked{
    .ky =
        "Сактагычка азыр башка программа жазып жатат. Бир аздан кийин кайра сактаңыз; текстиңиз жоголгон "
        "жок.",
    .ru = "В хранилище сейчас пишет другая программа. Сохраните ещё раз чуть позже; ваш текст не потерян.",
    .en = "Another program is writing to the repository. Save again in a moment; your text is not lost."};
constexpr Message no_such_revision{.ky = "Мындай версия жок. Тарых барагын кайра ачыңыз.",
                                   .ru = "Такой версии нет. Откройте страницу истории заново.",
                                   .en = "There is no such version. Open the history page again."};
constexpr Message bad_path{
    .ky = "Файлдын мындай аталышына уруксат жок. Латын тамгалары, сандар жана дефис гана колдонуңуз.",
    .ru = "Такое имя файла не допускается. Используйте только латинские буквы, цифры и дефис.",
    .en = "This file name is not allowed. Use only Latin letters, digits and hyphens."};
constexpr Message changed_meanwhile{
    .ky = "Сиз жазып жатканда муну башка бирөө өзгөрттү. Эки текст тең сакталды; аларды салыштырыңыз.",
    .ru = "Пока вы писали, это изменил кто-то другой. Сохранены оба текста; сравните их.",
    .en = "Somebody else changed this while you were writing. Both texts are kept; compare them."};
constexpr Message damaged{
    .ky =
        "Сактагычтын бир бөлүгү бузулган. Системанын администраторуна айтыңыз: резервдик көчүрмө керек "
        "болот.",
    .ru = "Часть хранилища повреждена. Сообщите системному администратору: понадобится резервная копия.",
    .en =
        "A part of the repository is damaged. Tell whoever looks after the server: a backup will be needed."};
constexpr Message disk_full{
    .ky =
        "Серверде орун калган жок, сакталган жок. Бул баракты жаппаңыз жана системанын администраторуна "
        "айтыңыз.",
    .ru =
        "На сервере кончилось место, сохранить не удалось. Не закрывайте страницу и сообщите системному "
        "администратору.",
    .en =
        "The server has no space left; nothing was saved. Keep this page open and tell whoever looks after "
        "the server."};
constexpr Message io{
    .ky = "Сервер дискке жаза алган жок, сакталган жок. Бул баракты жаппай, бир аздан кийин кайра сактаңыз.",
    .ru =
        "Серверу не удалось записать на диск, сохранить не удалось. Не закрывайте страницу и попробуйте чуть "
        "позже.",
    .en =
        "The server could not write to its disk; nothing was saved. Keep this page open and try again soon."};

}  // namespace

const Message& explain(Fault fault) {
  switch (fault) {
    case Fault::not_a_repository:
      return not_a_repository;
    case Fault::foreign_owner:
      return foreign_owner;
    case Fault::locked:
      return locked;
    case Fault::no_such_revision:
      return no_such_revision;
    case Fault::bad_path:
      return bad_path;
    case Fault::changed_meanwhile:
      return changed_meanwhile;
    case Fault::damaged:
      return damaged;
    case Fault::disk_full:
      return disk_full;
    case Fault::io:
      return io;
  }
  return io;
}

}  // namespace mektep::editor
