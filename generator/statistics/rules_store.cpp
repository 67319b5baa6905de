// Rules about what is stored in statistics/, and its settings.
#include "statistics/reasons.h"
#include "statistics/rules.h"

namespace mektep {
namespace rules {
namespace {

constexpr Message why_store{"Сандар репозиторийде сакталат, сайт жана отчёттор ошолордон түзүлөт",
                            "Цифры хранятся в репозитории, из них делаются сайт и отчёты",
                            "The counts live in the repository; the site and the reports are made of them"};

}  // namespace

const Rule statistics_stored{
    "statistics-stored",
    Severity::blocks,
    "",
    {"statistics/ папкасындагы таблица бузулган: {found}", "Таблица в папке statistics/ повреждена: {found}",
     "A table in statistics/ is damaged: {found}"},
    {"`mektep statistics import` жазган түрдө", "в том виде, в каком её записал `mektep statistics import`",
     "as `mektep statistics import` wrote it"},
    {"Файлды git тарыхынан калыбына келтириңиз же маалыматты кайра киргизиңиз",
     "Восстановите файл из истории git или импортируйте данные заново",
     "Restore the file from the history of git, or import the data again"},
    why_store};

const Rule statistics_settings{
    "statistics-settings",
    Severity::blocks,
    "",
    {"settings.yaml: «{found}» деген жок же туура эмес", "settings.yaml: «{found}» нет или неверно",
     "settings.yaml: there is no '{found}', or it is wrong"},
    {"denominator (pupils, marks), programmes, levels, subjects, disclosure (threshold, min_group, "
     "open_group, "
     "coded_step, reason)",
     "denominator (pupils, marks), programmes, levels, subjects, disclosure (threshold, min_group, "
     "open_group, "
     "coded_step, reason)",
     "denominator (pupils, marks), programmes, levels, subjects, disclosure (threshold, min_group, "
     "open_group, "
     "coded_step, reason)"},
    {"Көрсөтүлгөн саптагы сөздү же санды оңдоңуз", "Исправьте слово или число в указанной строке",
     "Correct the word or the number in that line"},
    why_store};

const Rule statistics_learners_differ{
    "statistics-learners-differ",
    Severity::warns,
    "DISC-20 PROH-3",
    {"Окуучулардын саны {found} деп жазылган, ал эми сандарда: {expected_count}",
     "Указано учеников: {found}, а в статистике: {expected_count}",
     "The number of learners is given as {found}, but the statistics have {expected_count}"},
    {"бир эле сан", "одно и то же число", "one and the same number"},
    {"learners дегенди өчүрүңүз: сайт санды статистикадан алат",
     "Удалите learners: сайт берёт число из статистики",
     "Remove learners: the site takes the number from the statistics"},
    {"Сайттын бөлүктөрү бири-бирине каршы келбеши керек", "Части сайта не должны противоречить друг другу",
     "Parts of the site may not contradict each other"}};

const Rule statistics_moves{"statistics-moves",
                            Severity::warns,
                            "JRN-17",
                            {"Класстар арасында которулгандар дал келбейт: келди {arrived}, кетти {found}",
                             "Переводы между классами не сходятся: пришло {arrived}, ушло {found}",
                             "Moves between classes do not match: {arrived} in, {found} out"},
                            {"эки сан барабар", "числа равны", "equal numbers"},
                            {"Класстардын кыймылын салыштырыңыз", "Сверьте движение по классам",
                             "Compare the movement of the classes"},
                            why_row};

const Rule statistics_movement_gap{
    "statistics-movement-gap",
    Severity::warns,
    "JRN-17",
    {"{found} классында чейректин башындагы сан мурунку чейректин аягына дал келбейт: {expected_count} эмес, "
     "{start}",
     "В классе {found} число на начало четверти не равно концу прошлой: {start} вместо {expected_count}",
     "Class {found} begins the term with {start} pupils, and ended the last one with {expected_count}"},
    {"{expected_count}", "{expected_count}", "{expected_count}"},
    {"Эки чейректин кыймылын тең текшериңиз", "Проверьте движение обеих четвертей",
     "Check the movement of both terms"},
    why_row};

const Rule statistics_write_failed{
    "statistics-write-failed",
    Severity::blocks,
    "",
    {"Жазуу мүмкүн болгон жок: {reason}; эч нерсе өзгөргөн жок",
     "Не удалось записать: {reason}; ничего не изменено", "Could not write: {reason}; nothing was changed"},
    {},
    {"Дискте орун жана уруксат барын текшериңиз", "Проверьте место на диске и права доступа",
     "Check the space on the disk and the permissions"},
    why_store};

const Rule statistics_denominator_kept{
    "statistics-denominator-kept",
    Severity::notes,
    "JRN-43",
    {"Бул мезгил «{found}» бөлүүчүсү менен жарыяланган, ошол менен калат; settings.yaml эми «{settings}» "
     "дейт",
     "Этот период опубликован с делителем «{found}» и с ним остаётся; settings.yaml теперь говорит "
     "«{settings}»",
     "This term was published by the denominator “{found}” and keeps it; settings.yaml now says "
     "“{settings}”"},
    {},
    {"Эч нерсе кылуунун кереги жок: жаңы бөлүүчү жаңы мезгилдерге тиешелүү. Мезгил жарыялана элек болсо, "
     "анын "
     "файлдарын --unpublished менен кайра киргизиңиз",
     "Делать ничего не нужно: новый делитель относится к новым периодам. Если период ещё не публиковался, "
     "импортируйте его файлы снова с --unpublished",
     "Nothing has to be done: the new denominator holds for new terms. If the term was never published, "
     "import "
     "its files again with --unpublished"},
    {"Эки бөлүүчүнүн айырмасы канча бала аттестациядан өтпөгөнүн ачып коёт",
     "Разность двух делителей выдала бы, сколько детей не аттестовано",
     "The difference of the two would tell how many children were not attested"}};

}  // namespace rules
}  // namespace mektep
