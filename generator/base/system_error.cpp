#include "base/system_error.h"

#include <cerrno>

namespace mektep {

Label system_error(int code) {
  switch (code) {
    case EACCES:
    case EPERM:
      return {"уруксат жок", "нет прав доступа", "permission denied"};
    case ENOENT:
      return {"файл табылган жок", "файл не найден", "no such file"};
    case EIO:
      return {"диск ката берди", "ошибка диска", "input/output error"};
    case ENOSPC:
      return {"дискте орун калган жок", "на диске не осталось места", "no space left on the disk"};
    case EDQUOT:
      return {"диск квотасы бүттү", "исчерпана дисковая квота", "disk quota exceeded"};
    case EROFS:
      return {"диск окууга гана ачык", "диск доступен только для чтения", "the disk is read-only"};
    case EMFILE:
    case ENFILE:
      return {"ачык файлдар өтө көп", "открыто слишком много файлов", "too many open files"};
    case ENAMETOOLONG:
      return {"аты өтө узун", "слишком длинное имя", "the name is too long"};
    case ELOOP:
      return {"жолдо шилтеме (symlink) бар", "в пути есть ссылка (symlink)",
              "the path holds a symbolic link"};
    case ENOTDIR:
      return {"бул папка эмес", "это не папка", "not a folder"};
    case EISDIR:
      return {"бул файл эмес, папка", "это папка, а не файл", "a folder, not a file"};
    case ENOTEMPTY:
    case EEXIST:
      return {"мындай ат бар", "такое имя уже есть", "the name exists already"};
    case EXDEV:
      return {"папкалар ар башка дискте", "папки на разных дисках", "the folders are on different disks"};
    case ENOMEM:
      return {"эс жетпейт", "не хватает памяти", "out of memory"};
    default: {
      const std::string number = std::to_string(code);
      return {"система катасы " + number, "ошибка системы " + number, "system error " + number};
    }
  }
}

}  // namespace mektep
