#include "media/rules.h"

namespace mektep {
namespace rules {

const Rule media_pdf_unreadable{
    .id = "media-pdf-unreadable",
    .severity = Severity::warns,
    .clauses = "",
    .message = {"PDF файлды окуу мүмкүн эмес: {reason}", "PDF-файл не читается: {reason}",
                "The PDF file cannot be read: {reason}"},
    .expected = {"сырсөзсүз, бузулбаган PDF", "неповреждённый PDF без пароля",
                 "a sound PDF without a password"},
    .hint =
        {"Файлды компьютерде ачып көрүңүз. Ачылбаса же сырсөз сураса, аны кайра сканерлеңиз же «PDF катары "
         "сактоо» менен кайра сактаңыз.",
         "Откройте файл на компьютере. Если он не открывается или просит пароль, отсканируйте его заново или "
         "сохраните ещё раз через «Сохранить как PDF».",
         "Open the file on a computer. If it does not open or asks for a password, scan it again or save it "
         "again with “Save as PDF”."},
    .why = {"Мындай документти ата-эне да ача албайт, ал эми сайттагы издөө анын текстин таппайт.",
            "Такой документ не откроется и у родителей, а поиск по сайту не найдёт его текста.",
            "Parents will not be able to open such a document either, and the search of the site will not "
            "find its "
            "text."}};

}  // namespace rules

std::span<const Rule* const> media_rules() {
  static constexpr const Rule* all[] = {&rules::media_pdf_unreadable};
  return all;
}

}  // namespace mektep
