#include "cli/texts.h"

#include <array>

#include "base/localise.h"

namespace mektep::cli {
namespace {

constexpr std::size_t text_count = static_cast<std::size_t>(Text::count_);

// clang-format off
constexpr std::array<TextEntry, text_count> table{{
  {Text::about, {"Мектептин сайтын текшерет жана түзөт",
                 "Проверяет и собирает сайт школы",
                 "Checks and builds the website of a school"}},
  {Text::usage, {"Колдонуу:", "Использование:", "Usage:"}},
  {Text::commands, {"Буйруктар:", "Команды:", "Commands:"}},
  {Text::options, {"Параметрлер:", "Параметры:", "Options:"}},
  {Text::global_options, {"Жалпы параметрлер:", "Общие параметры:", "General options:"}},
  {Text::arguments, {"Аргументтер:", "Аргументы:", "Arguments:"}},
  {Text::more_help, {"Бир буйрук жөнүндө: mektep help БУЙРУК", "Об одной команде: mektep help КОМАНДА",
                     "About one command: mektep help COMMAND"}},
  {Text::see_also_manual, {"Толук сыпаттама: man mektep", "Полное описание: man mektep", "The manual: man mektep"}},

  {Text::new_summary, {"Жаңы мектеп үчүн баштапкы репозиторий түзүү",
                       "Создать начальный репозиторий для новой школы",
                       "Create a starter repository for a new school"}},
  {Text::check_summary, {"Мазмунду текшерүү жана кемчиликтерди көрсөтүү",
                         "Проверить содержание и показать, что исправить",
                         "Check the content and show what to mend"}},
  {Text::build_summary, {"Сайтты түзүү; тоскоол болгон ката болсо, эч нерсе жазылбайт",
                         "Собрать сайт; если есть препятствия, ничего не записывается",
                         "Build the site; nothing is written when a finding blocks"}},
  {Text::serve_summary, {"Долбоорду ушул компьютерде көрсөтүү; ар бир өзгөрүүдөн кийин барак өзү жаңырат",
                         "Показать черновик на этом компьютере; страница сама обновляется после каждого изменения",
                         "Show the draft on this computer; pages reload by themselves at every change"}},
  {Text::explain_summary, {"Эрежени, милдеттүү маалыматты же барактын дарегин түшүндүрүү",
                           "Объяснить правило, обязательные сведения или адрес страницы",
                           "Explain a rule, a disclosure item or the address of a page"}},
  {Text::statistics_summary, {"Журналдын файлдарын сандарга айландырып сактоо жана көрсөткүчтөрдү чыгаруу",
                              "Превратить файлы журнала в числа, сохранить их и вывести показатели",
                              "Turn exported journals into counts, keep them, show the figures"}},
  {Text::theme_summary, {"Теманы текшерүү же жаңысын баштоо",
                         "Проверить тему оформления или начать новую",
                         "Check a theme or start a new one"}},
  {Text::completion_summary, {"Командалык кабык үчүн толуктоо скриптин чыгаруу",
                              "Вывести скрипт автодополнения для командной оболочки",
                              "Print the completion script of a shell"}},
  {Text::help_summary, {"Жардам көрсөтүү", "Показать справку", "Show help"}},
  {Text::version_summary, {"Версияны көрсөтүү", "Показать версию", "Show the version"}},

  {Text::argument_folder, {"түзүлө турган папка; бош болушу керек", "создаваемая папка; должна быть пустой",
                           "the folder to create; must be empty"}},
  {Text::argument_repository, {"мектептин репозиторийи; көрсөтүлбөсө, учурдагы папка",
                               "репозиторий школы; по умолчанию текущая папка",
                               "the school's repository; the current folder when left out"}},
  {Text::argument_subject, {"эреженин аты, маалыматтын аты же номери, же барактын дареги",
                            "имя правила, имя или номер сведений либо адрес страницы",
                            "the id of a rule, the id or number of an item, or the address of a page"}},
  {Text::argument_action, {"эмне кылуу керек", "что сделать", "what to do"}},
  {Text::argument_files, {"import: журналдан чыгарылган CSV же XLSX файлдар; show: мектептин репозиторийи",
                          "import: файлы CSV или XLSX из журнала; show: репозиторий школы",
                          "import: CSV or XLSX files from the journal; show: the repository of the school"}},
  {Text::argument_theme, {"теманын аты же папкасы, же мектептин репозиторийи; new үчүн — жаңы папка",
                          "имя или папка темы либо репозиторий школы; для new — новая папка",
                          "the name or folder of a theme, or a school's repository; for new, the folder to create"}},
  {Text::argument_shell, {"кабыктын аты", "имя оболочки", "the name of the shell"}},
  {Text::argument_command, {"буйруктун аты", "имя команды", "the name of a command"}},

  {Text::option_lang, {"билдирүүлөрдүн тили; көрсөтүлбөсө, системаныкы", "язык сообщений; по умолчанию язык системы",
                       "language of messages; the system's when left out"}},
  {Text::option_data, {"schema/ жана themes/ турган папка", "папка, в которой лежат schema/ и themes/",
                       "the folder that holds schema/ and themes/"}},
  {Text::option_help, {"жардам көрсөтүү", "показать справку", "show help"}},
  {Text::option_version, {"версияны көрсөтүү", "показать версию", "show the version"}},
  {Text::option_name, {"мектептин кыргызча аты", "название школы по-кыргызски", "name of the school in Kyrgyz"}},
  {Text::option_name_ru, {"мектептин орусча аты", "название школы по-русски", "name of the school in Russian"}},
  {Text::option_base_url_new, {"сайттын келечектеги дареги", "будущий адрес сайта", "future address of the site"}},
  {Text::option_format, {"отчёттун түрү", "вид отчёта", "form of the report"}},
  {Text::option_limit, {"текстте канча кемчилик көрсөтүлөт; 0 — баары", "сколько замечаний показать текстом; 0 — все",
                        "how many findings to show as text; 0 = all"}},
  {Text::option_today, {"кайсы күнгө карата текшерилет; көрсөтүлбөсө, бүгүн",
                        "на какой день проверять; по умолчанию сегодня",
                        "the day that counts as today; the real one when left out"}},
  {Text::option_at, {"git ревизиясы; көрсөтүлбөсө, папкадагы файлдар",
                     "ревизия git; по умолчанию файлы в папке",
                     "git revision; the files in the folder when left out"}},
  {Text::option_jobs, {"канча агымда иштейт; 0 — процессордун өзөктөрүнчө",
                       "число потоков; 0 — по числу ядер процессора", "number of threads; 0 = one a core"}},
  {Text::option_cache, {"бир жолу даярдалган сүрөттөр сакталуучу папка; көрсөтүлбөсө, ~/.cache/mektep",
                        "папка, где хранятся однажды подготовленные изображения; по умолчанию ~/.cache/mektep",
                        "the folder that keeps pictures once made; ~/.cache/mektep when left out"}},
  {Text::option_no_cache, {"баарын кайра даярдоо жана эч нерсе сактабоо", "подготовить всё заново и ничего не хранить",
                           "make everything anew and keep nothing"}},
  {Text::option_out, {"сайт жазыла турган папка", "папка, в которую записать сайт",
                      "the folder to write the site to"}},
  {Text::option_base_url, {"site.yaml ичиндегинин ордуна сайттын дареги", "адрес сайта вместо указанного в site.yaml",
                           "address of the site instead of the one in site.yaml"}},
  {Text::option_draft, {"долбоорлор менен кошо жана каталар болсо да түзүү; жарыялоо үчүн эмес",
                        "собрать с черновиками и даже при ошибках; не для публикации",
                        "build with drafts and in spite of errors; not for publication"}},
  {Text::option_links, {"барактарга шилтемелер: folders – папкага (about/), files – файлга (about/index.html), "
                        "сайтты дисктен же флешкадан окуш үчүн",
                        "ссылки на страницы: folders – на папку (about/), files – на файл (about/index.html), "
                        "чтобы читать сайт с диска или флешки",
                        "links to pages: folders (about/), or files (about/index.html) for a site that is read "
                        "from a disk"}},
  {Text::option_port, {"порттун номери; көрсөтүлбөсө, 8000ден баштап биринчи бош порт",
                       "номер порта; по умолчанию первый свободный, начиная с 8000",
                       "number of the port; the first free one from 8000 on when left out"}},
  {Text::option_open, {"браузерди дароо ачуу", "сразу открыть браузер", "open the browser at once"}},
  {Text::option_list, {"бардык эрежелердин жана маалыматтардын аттарын чыгаруу",
                       "вывести имена всех правил и сведений", "print the ids of all rules and items"}},
  {Text::option_man, {"man барагын чыгаруу", "вывести страницу man", "print the manual page"}},
  {Text::option_into, {"сандар сактала турган репозиторий", "репозиторий, в котором хранятся числа",
                       "the repository that keeps the counts"}},
  {Text::option_profile, {"файлдын түрү (mektep statistics profiles) же дал келүү файлы, YAML; жазылбаса, тилкелерден табылат",
                          "вид файла (mektep statistics profiles) или файл соответствия, YAML; иначе угадывается по столбцам",
                          "the kind of file (mektep statistics profiles) or a mapping file, YAML; else guessed from the columns"}},
  {Text::option_year, {"окуу жылы, мисалы 2025-2026", "учебный год, например 2025-2026", "the school year, such as 2025-2026"}},
  {Text::option_period, {"мезгил: q1…q4 чейректер, h1, h2 жарым жылдыктар, year", "период: q1…q4 четверти, h1, h2 полугодия, year",
                         "the term: q1 to q4 quarters, h1, h2 half-years, year"}},
  {Text::option_class, {"файлда класс жазылбаса, анын аты", "класс, если в файле его нет", "the class, when the file does not name it"}},
  {Text::option_dry_run, {"эмне сакталарын гана көрсөтүү", "только показать, что будет сохранено", "only show what would be stored"}},
  {Text::option_figure_format, {"көрсөткүчтөрдүн түрү", "вид показателей", "how the figures are printed"}},
  {Text::option_denominator, {"пайыздын бөлүүчүсү: окуучулар же коюлган баалар", "делитель процентов: ученики или выставленные отметки",
                              "what percentages are divided by: pupils or marks given"}},
  {Text::exit_codes, {"Чыгуу коддору:", "Коды возврата:", "Exit codes:"}},
  {Text::exit_0, {"тоскоол жок", "препятствий нет", "nothing blocks"}},
  {Text::exit_1, {"жарыялоого тоскоол болгон кемчиликтер бар", "есть замечания, которые не дают публиковать",
                  "findings block publication"}},
  {Text::exit_2, {"иштетүү мүмкүн болгон жок", "выполнить не удалось", "could not run"}},

  {Text::unknown_command, {"«{0}» деген буйрук жок", "нет команды «{0}»", "there is no command “{0}”"}},
  {Text::unknown_option, {"«{0}» деген параметр жок", "нет параметра «{0}»", "there is no option “{0}”"}},
  {Text::did_you_mean, {"балким, «{0}»?", "возможно, «{0}»?", "did you mean “{0}”?"}},
  {Text::try_help, {"Жардам: {0}", "Справка: {0}", "Help: {0}"}},
  {Text::value_missing, {"{0} параметринин мааниси жок: {0} {1}", "у параметра {0} нет значения: {0} {1}",
                         "option {0} lacks its value: {0} {1}"}},
  {Text::argument_missing, {"{0} көрсөтүлгөн жок", "не указано: {0}", "{0} is missing"}},
  {Text::too_many_arguments, {"ашыкча аргумент: «{0}»", "лишний аргумент: «{0}»", "one argument too many: “{0}”"}},
  {Text::not_a_choice, {"{0}: «{1}» туура эмес; мүмкүн болгондор: {2}", "{0}: «{1}» не подходит; возможно: {2}",
                        "{0}: “{1}” is not possible; choose from {2}"}},
  {Text::not_a_date, {"{0}: «{1}» дата эмес; 2026-09-01 түрүндө жазыңыз", "{0}: «{1}» не дата; пишите как 2026-09-01",
                      "{0}: “{1}” is not a date; write it as 2026-09-01"}},
  {Text::not_a_number, {"{0}: «{1}» 0дөн {2} чейинки бүтүн сан эмес", "{0}: «{1}» не целое число от 0 до {2}",
                        "{0}: “{1}” is not a whole number from 0 to {2}"}},
  {Text::not_a_url, {"{0}: «{1}» http:// же https:// менен башталган дарек эмес",
                     "{0}: «{1}» не адрес, который начинается с http:// или https://",
                     "{0}: “{1}” is not an address that begins with http:// or https://"}},
  {Text::unexpected_value, {"{0} параметрине маани берилбейт", "параметр {0} не принимает значения",
                            "option {0} takes no value"}},
  {Text::given_twice, {"{0} эки жолу берилген", "параметр {0} указан дважды", "option {0} is given twice"}},

  {Text::severity_blocks, {"ката", "ошибка", "error"}},
  {Text::severity_warns, {"эскертүү", "предупреждение", "warning"}},
  {Text::severity_notes, {"белги", "заметка", "note"}},
  {Text::label_field, {"талаа", "поле", "field"}},
  {Text::label_expected, {"күтүлөт", "ожидается", "expected"}},
  {Text::label_found, {"табылды", "найдено", "found"}},
  {Text::label_hint, {"кеңеш", "совет", "help"}},
  {Text::label_clause, {"пункт", "пункт", "clause"}},
  {Text::label_explain, {"кененирээк: mektep explain {0}", "подробнее: mektep explain {0}",
                         "more: mektep explain {0}"}},
  {Text::more_findings, {"… жана дагы {0}; баарын көрсөтүү: --limit 0", "… и ещё {0}; показать все: --limit 0",
                         "… and {0} more; to show all: --limit 0"}},
  {Text::no_findings, {"Кемчилик табылган жок", "Замечаний нет", "No findings"}},
  {Text::verdict_blocked, {"азырынча жарыялоого болбойт", "публиковать пока нельзя", "not fit for publication yet"}},
  {Text::verdict_clear, {"жарыялоого болот", "можно публиковать", "fit for publication"}},
  {Text::repository_as_a_whole, {"репозиторий бүтүндөй", "репозиторий в целом", "the repository as a whole"}},
  {Text::built, {"Сайт даяр: {0} ({1} жазылды, {2} өзгөргөн жок, {3} өчүрүлдү) → {4}",
                 "Сайт готов: {0} (файлов записано {1}, не изменилось {2}, удалено {3}) → {4}",
                 "The site is ready: {0} (files: {1} written, {2} unchanged, {3} removed) → {4}"}},
  {Text::built_draft, {"Бул долбоор: жарыялоо үчүн эмес", "Это черновик: не для публикации",
                       "This is a draft: not for publication"}},
  {Text::not_built, {"Сайт жазылган жок: адегенде каталарды оңдоңуз", "Сайт не записан: сначала исправьте ошибки",
                     "The site was not written: mend the errors first"}},

  {Text::no_data_folder, {"schema/ жана themes/ папкалары табылган жок; --data ПАПКА же MEKTEP_DATA менен көрсөтүңүз",
                          "папки schema/ и themes/ не найдены; укажите --data ПАПКА или MEKTEP_DATA",
                          "schema/ and themes/ were not found; name their folder by --data DIR or MEKTEP_DATA"}},
  {Text::no_such_data_folder, {"«{0}» папкасында schema/ жана themes/ жок", "в папке «{0}» нет schema/ и themes/",
                               "the folder “{0}” does not hold schema/ and themes/"}},
  {Text::cannot_run, {"иштетүү мүмкүн болгон жок: {0}", "выполнить не удалось: {0}", "could not run: {0}"}},
  {Text::folder_not_empty, {"«{0}» папкасы бош эмес; башка папканы көрсөтүңүз",
                            "папка «{0}» не пуста; укажите другую", "the folder “{0}” is not empty; name another one"}},
  {Text::cannot_write, {"«{0}» жазылбай калды: {1}", "не удалось записать «{0}»: {1}", "“{0}” could not be written: {1}"}},
  {Text::no_starter, {"баштапкы файлдар «{0}» папкасынан табылган жок", "начальные файлы не найдены в «{0}»",
                      "the starter files were not found in “{0}”"}},
  {Text::git_failed, {"git репозиторийин түзүү мүмкүн болгон жок: {0}", "не удалось создать репозиторий git: {0}",
                      "the git repository could not be made: {0}"}},
  {Text::created, {"Даяр: «{0}» папкасында {1} файл түзүлдү жана git менен сакталды",
                   "Готово: в папке «{0}» создано файлов: {1}, они сохранены в git",
                   "Done: {1} files made in “{0}” and committed to git"}},
  {Text::created_next, {"Эмне толтуруу керек: {0}", "Что заполнить: {0}", "What to fill in: {0}"}},
  {Text::first_commit, {"Мектептин сайтын баштоо", "Начать сайт школы", "Start the school's site"}},
  {Text::default_name, {"Биздин мектеп", "Наша школа", "Our school"}},
  {Text::phase_read, {"Окулууда", "Чтение", "Reading"}},
  {Text::phase_check, {"Текшерилүүдө", "Проверка", "Checking"}},
  {Text::phase_render, {"Барактар түзүлүүдө", "Сборка страниц", "Rendering"}},
  {Text::phase_write, {"Жазылууда", "Запись", "Writing"}},

  {Text::not_a_year, {"«{0}» окуу жылы эмес; мисалы: 2025-2026", "«{0}» не учебный год; например: 2025-2026",
                      "“{0}” is no school year; such as 2025-2026"}},
  {Text::not_a_period, {"«{0}» мезгил эмес; мисалы: q1, h1, year", "«{0}» не период; например: q1, h1, year",
                        "“{0}” is no term; such as q1, h1, year"}},
  {Text::not_a_class, {"«{0}» класс эмес; мисалы: 9-А", "«{0}» не класс; например: 9-А", "“{0}” is no class; such as 9-А"}},
  {Text::statistics_read, {"{0}: {1}, окулган саптар: {2}; тилкелер: {3}", "{0}: {1}, прочитано строк: {2}; столбцы: {3}",
                           "{0}: {1}, rows read: {2}; columns: {3}"}},
  {Text::statistics_refused, {"эч нерсе сакталган жок: адегенде каталарды оңдоңуз", "ничего не сохранено: сначала исправьте ошибки",
                              "nothing was stored: mend the errors first"}},
  {Text::statistics_stored_rows, {"Сакталды. Жаңы саптар: {0}, оңдолгон: {1}, өзгөрбөгөн: {2}",
                                  "Сохранено. Новых строк: {0}, исправлено: {1}, без изменений: {2}",
                                  "Stored. New rows: {0}, corrected: {1}, unchanged: {2}"}},
  {Text::statistics_would_store, {"Сакталган жок (--dry-run). Жаңы саптар: {0}, оңдолмок: {1}, өзгөрбөгөн: {2}",
                                  "Не сохранено (--dry-run). Новых строк: {0}, исправилось бы: {1}, без изменений: {2}",
                                  "Not stored (--dry-run). New rows: {0}, to be corrected: {1}, unchanged: {2}"}},
  {Text::statistics_nothing_new, {"Баары мурда эле сакталган, өзгөргөн эч нерсе жок. Жаңы: {0}, оңдолгон: {1}, өзгөрбөгөн: {2}",
                                  "Всё уже сохранено, изменений нет. Новых: {0}, исправлено: {1}, без изменений: {2}",
                                  "Everything is stored already. New: {0}, corrected: {1}, unchanged: {2}"}},
  {Text::statistics_no_terms, {"бул мезгил үчүн сандар сакталган эмес", "для этого периода числа не сохранены",
                               "no counts are stored for this term"}},
  {Text::statistics_required_columns, {"* милдеттүү тилкелер", "* обязательные столбцы", "* required columns"}},
  {Text::serve_ready, {"Сайт ушул жерде көрүнөт: {0}", "Сайт виден здесь: {0}", "The site is shown at {0}"}},
  {Text::serve_stop, {"Бүтүрүү үчүн Ctrl-C басыңыз", "Чтобы закончить, нажмите Ctrl-C", "Press Ctrl-C to end"}},
  {Text::serve_built, {"Түзүлдү ({0} мс): {1}", "Собрано ({0} мс): {1}", "Built ({0} ms): {1}"}},
  {Text::serve_kept, {"Мурунку сайт көрсөтүлүп турат ({0} мс): {1}", "Показывается прежний сайт ({0} мс): {1}",
                      "The site before it is shown on ({0} ms): {1}"}},
  {Text::serve_port_taken, {"{0}-порт бош эмес; --port менен башкасын көрсөтүңүз",
                            "порт {0} занят; укажите другой через --port", "port {0} is taken; name another by --port"}},
  {Text::serve_cannot_watch, {"папкаларга көз салуу мүмкүн эмес: алар өтө көп (fs.inotify.max_user_watches)",
                              "нельзя следить за папками: их слишком много (fs.inotify.max_user_watches)",
                              "the folders cannot be watched: there are too many (fs.inotify.max_user_watches)"}},
  {Text::explain_unknown, {"«{0}» деген эреже, маалымат же барак жок", "нет ни правила, ни сведений, ни страницы «{0}»",
                           "there is no rule, item or page “{0}”"}},
  {Text::explain_rule, {"эреже", "правило", "rule"}},
  {Text::explain_item, {"милдеттүү маалымат", "обязательные сведения", "disclosure item"}},
  {Text::explain_why, {"Эмне үчүн", "Зачем", "Why"}},
  {Text::explain_mend, {"Кантип оңдоо керек", "Как исправить", "How to mend it"}},
  {Text::explain_severity, {"Мааниси", "Строгость", "Severity"}},
  {Text::explain_requirement, {"Талап", "Требование", "Requirement"}},
  {Text::explain_must, {"милдеттүү", "обязательно", "must"}},
  {Text::explain_should, {"сунушталат", "рекомендуется", "should"}},
  {Text::explain_group, {"Бөлүм", "Раздел", "Section"}},
  {Text::explain_sources, {"Кайда жазылат", "Где записать", "Where it stands"}},
  {Text::explain_review, {"Ар {0} күндө кайра каралат", "Пересматривать каждые {0} дн.",
                          "To be reviewed every {0} days"}},
  {Text::explain_absence, {"Жок болсо, себебин көрсөтүп, жок экенин жазса болот",
                           "Если этого нет, можно так и указать, с причиной",
                           "The school may state that there is none, with a reason"}},
  {Text::explain_personal, {"Жеке маалымат: адамдын макулдугу менен гана көрсөтүлөт",
                            "Персональные данные: показываются только с согласия человека",
                            "Personal data: shown only with the consent of the person"}},
  {Text::rule_blocks, {"жарыялоого тоскоол", "не даёт публиковать", "blocks publication"}},
  {Text::rule_warns, {"эскертет", "предупреждает", "warns"}},
  {Text::rule_notes, {"белгилейт", "отмечает", "notes"}},
  {Text::explain_file, {"Сайттагы файл", "Файл сайта", "File of the site"}},
  {Text::explain_address, {"Дареги", "Адрес", "Address"}},
  {Text::explain_place, {"Дарегин берген жер", "Чем задан адрес", "What gives the address"}},
  {Text::explain_made_from, {"Эмнеден түзүлгөн", "Из чего собрано", "Made from"}},
  {Text::hosting_ftp, {"FTP менен толтурулган хостинг (Apache, LiteSpeed): сайттын бардык файлдарын, .htaccess менен кошо, көчүрүңүз.",
                       "Хостинг, который заполняют по FTP (Apache, LiteSpeed): скопируйте все файлы сайта вместе с .htaccess.",
                       "A host that is filled by FTP (Apache, LiteSpeed): copy all files of the site, .htaccess among them."}},
  {Text::hosting_static, {"GitHub Pages, GitLab Pages, Cloudflare Pages, Netlify: папканы ошол бойдон жүктөңүз; 404.html, _headers жана "
                          ".nojekyll ичинде бар.",
                          "GitHub Pages, GitLab Pages, Cloudflare Pages, Netlify: загрузите папку как есть; 404.html, _headers и "
                          ".nojekyll уже в ней.",
                          "GitHub Pages, GitLab Pages, Cloudflare Pages, Netlify: upload the folder as it is; 404.html, _headers and "
                          ".nojekyll are in it."}},
  {Text::hosting_own, {"Өз сервериңиз: даяр жөндөөлөрдү mektep explain nginx же mektep explain caddy чыгарат.",
                       "Собственный сервер: готовую настройку выводит mektep explain nginx или mektep explain caddy.",
                       "A server of your own: mektep explain nginx or mektep explain caddy prints its configuration."}},
  {Text::hosting_disk, {"Диск же флешка: сайтты mektep build --links files менен түзүңүз.",
                        "Диск или флешка: соберите сайт командой mektep build --links files.",
                        "A disk or USB stick: build the site by mektep build --links files."}},
  {Text::output_lost, {"жыйынтык толук жазылган жок", "вывод записан не полностью", "the output could not be written"}},
  {Text::translation_original, {"түп нуска", "оригинал", "original"}},
  {Text::translation_current, {"дал келет", "актуален", "current"}},
  {Text::translation_unmarked, {"белгисиз", "без отметки", "unmarked"}},
  {Text::translation_stale, {"эскирген", "устарел", "stale"}},
  {Text::translation_missing, {"жок", "нет", "missing"}},
  {Text::theme_not_found, {"«{0}» деген тема да, мектептин репозиторийи да жок",
                           "«{0}» — ни тема, ни репозиторий школы",
                           "“{0}” is neither a theme nor a school's repository"}},
  {Text::theme_created, {"Даяр: «{0}» папкасында {1} файл түзүлдү", "Готово: в папке «{0}» создано файлов: {1}",
                         "Done: {1} files made in “{0}”"}},
  {Text::theme_created_next, {"Текшерүү: {0}", "Проверить: {0}", "Check it with: {0}"}},
}};
// clang-format on

constexpr bool in_order() {
  for (std::size_t i = 0; i < table.size(); ++i)
    if (static_cast<std::size_t>(table[i].which) != i) return false;
  return true;
}
static_assert(in_order(), "texts stand in the order of Text");

// Kyrgyz keeps the singular behind a number.
struct Forms {
  std::string_view ky, ru_one, ru_few, ru_many, en_one, en_other;
};
constexpr std::array<Forms, static_cast<std::size_t>(Counted::count_)> forms{{
    {"ката", "ошибка", "ошибки", "ошибок", "error", "errors"},
    {"эскертүү", "предупреждение", "предупреждения", "предупреждений", "warning", "warnings"},
    {"белги", "заметка", "заметки", "заметок", "note", "notes"},
    {"барак", "страница", "страницы", "страниц", "page", "pages"},
}};

}  // namespace

std::string_view text(Text which, Language language) {
  return table[static_cast<std::size_t>(which)].message.in(language);
}

std::string say_count(Language language, Counted what, std::int64_t count) {
  const Forms& form = forms[static_cast<std::size_t>(what)];
  std::string_view word = form.ky;
  if (language == Language::en) {
    word = count == 1 ? form.en_one : form.en_other;
  } else if (language == Language::ru) {
    const Plural category = plural(count, Locale::ru);
    word = category == Plural::one ? form.ru_one : category == Plural::few ? form.ru_few : form.ru_many;
  }
  return fmt::format("{} {}", count, word);
}

std::span<const TextEntry> all_texts() {
  return table;
}

}  // namespace mektep::cli
