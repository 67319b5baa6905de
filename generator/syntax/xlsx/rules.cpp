#include "syntax/xlsx/rules.h"

#include <array>

namespace mektep {
namespace rules {
namespace {

constexpr Message why_workbook{
    "Excel китепчеси архив болгондуктан, анын ичине каалаган нерсени катса болот; түшүнүктүү жөнөкөй "
    "китепчелер гана окулат",
    "Книга Excel — это архив, в котором можно спрятать что угодно; читаются только понятные простые книги",
    "A workbook is an archive in which anything can be hidden; only plain ones that are understood are read"};

}  // namespace

const Rule xlsx_damaged{"xlsx-damaged",
                        Severity::blocks,
                        "",
                        {"XLSX китепчеси бузулган же кесилген", "Книга XLSX повреждена или обрезана",
                         "The XLSX workbook is damaged or cut off"},
                        {"Excel ачкан бүтүн китепче", "целая книга, которую открывает Excel",
                         "a whole workbook that Excel opens"},
                        {"Файлды журналдан кайра чыгарыңыз же Excelде ачып, кайра сактаңыз",
                         "Выгрузите файл из журнала ещё раз или откройте в Excel и сохраните снова",
                         "Export the file again, or open it in Excel and save it anew"},
                        why_workbook};

const Rule xlsx_too_big{
    "xlsx-too-big",
    Severity::blocks,
    "",
    {"XLSX китепчеси ачылганда өтө чоң болуп чыкты", "Книга XLSX в развёрнутом виде слишком велика",
     "The XLSX workbook is too big when unpacked"},
    {"бир мектептин журналы", "журнал одной школы", "the journal of one school"},
    {"Ар бир класс үчүн өзүнчө файл чыгарыңыз", "Выгрузите отдельный файл на каждый класс",
     "Export a file a class"},
    why_workbook};

const Rule xlsx_dtd{"xlsx-dtd",
                    Severity::blocks,
                    "",
                    {"XLSX китепчесинде бөтөн нерсе (DTD) бар, мындай файл окулбайт",
                     "В книге XLSX есть постороннее (DTD), такой файл не читается",
                     "The XLSX workbook holds something foreign (a DTD); such a file is not read"},
                    {"журнал чыгарган жөнөкөй китепче", "обычная книга, какую выгружает журнал",
                     "a plain workbook as the journal exports it"},
                    {"Файлды журналдан өзүңүз кайра чыгарыңыз; мурункусун ким бергенин текшериңиз",
                     "Выгрузите файл из журнала сами; проверьте, откуда взялся прежний",
                     "Export the file from the journal yourself; find out where this one came from"},
                    why_workbook};

}  // namespace rules

std::span<const Rule* const> xlsx_rules() {
  static constexpr std::array<const Rule*, 3> all{&rules::xlsx_damaged, &rules::xlsx_too_big,
                                                  &rules::xlsx_dtd};
  return all;
}

}  // namespace mektep
