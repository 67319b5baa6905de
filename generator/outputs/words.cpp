#include "outputs/words.h"

#include <array>

namespace mektep {

std::string_view word(Word word, Locale locale) {
  struct Both {
    Word word;
    std::string_view ky, ru;
  };
  static constexpr Both words[] = {
      {Word::home, "Башкы бет", "Главная"},
      {Word::news, "Жаңылыктар", "Новости"},
      {Word::events, "Иш-чаралар", "Мероприятия"},
      {Word::albums, "Сүрөт альбомдору", "Фотоальбомы"},
      {Word::people, "Мектептин кызматкерлери", "Сотрудники школы"},
      {Word::documents, "Документтер", "Документы"},
      {Word::disclosure, "Мектеп жөнүндө милдеттүү маалымат", "Обязательные сведения о школе"},
      {Word::tags, "Темалар", "Темы"},
      {Word::statistics, "Мектеп сандарда", "Школа в цифрах"},
      {Word::site_map, "Сайттын картасы", "Карта сайта"},
      {Word::search, "Сайттан издөө", "Поиск по сайту"},
      {Word::not_found, "Барак табылган жок", "Страница не найдена"},
      {Word::administration, "Администрация", "Администрация"},
      {Word::teachers, "Мугалимдер", "Учителя"},
      {Word::staff, "Башка кызматкерлер", "Другие сотрудники"},
      {Word::page_n, "{}-бет", "страница {}"},
      {Word::year_n, "{}-жылдын жаңылыктары", "Новости {} года"},
      {Word::tag_n, "Тема: {}", "Тема: {}"},
      {Word::calendar, "Иш-чаралардын календары", "Календарь мероприятий"},
      {Word::learners, "Окуучулар", "Учащиеся"},
      {Word::school_year_numbers, "Мектеп сандарда", "Школа в цифрах"},
      {Word::more_documents, "Башка документтер", "Другие документы"},
      {Word::absent, "жок", "отсутствует"},
      {Word::for_parents, "Ата-энелерге", "Родителям"},
      {Word::for_auditors, "Текшерүүчүлөргө", "Проверяющим"},
      {Word::size_note, "{}, {}", "{}, {}"},
      {Word::site_map_description, "Сайттын негизги бөлүмдөрү жана алардын барактары.",
       "Основные разделы сайта и их страницы."},
      {Word::more_n, "Дагы: {}", "Ещё: {}"},
      {Word::other_pages, "Башка барактар", "Другие страницы"},
      {Word::structure, "Мектепти башкаруунун түзүмү", "Структура управления школой"},
      {Word::structure_description,
       "Уюштуруучу, директор жана анын орун басарлары, башкаруу органдары, түзүмдүк бөлүмдөр.",
       "Учредитель, директор и его заместители, органы управления, структурные подразделения."},
      {Word::founder, "Уюштуруучу", "Учредитель"},
      {Word::governing_bodies, "Башкаруу органдары", "Органы управления"},
      {Word::units, "Түзүмдүк бөлүмдөр", "Структурные подразделения"},
      {Word::founded, "Түзүлгөн жылы", "Год основания"},
      {Word::classrooms, "Окуу кабинеттери", "Учебные кабинеты"},
      {Word::library_books, "Китепканадагы китептер", "Книги в библиотеке"},
  };
  for (const Both& both : words) {
    if (both.word == word) return locale == Locale::ky ? both.ky : both.ru;
  }
  return {};
}

}  // namespace mektep
