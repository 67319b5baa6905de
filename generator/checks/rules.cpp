#include "checks/rules.h"

#include "checks/agreement_rules.h"
#include "checks/consent_rules.h"
#include "checks/letters_rules.h"
#include "checks/name_rules.h"
#include "checks/policy_rules.h"
#include "checks/reasons.h"

namespace mektep {
namespace rules {

namespace {
constexpr Message two_languages{
    "Сайт мамлекеттик жана расмий тилде жүргүзүлөт; кыргызча мазмун башка тилдегиден аз болбошу керек.",
    "Сайт ведётся на государственном и официальном языках; кыргызская версия не может быть беднее других.",
    "The site is kept in the state and the official language; the Kyrgyz version may not say less than "
    "others."};
constexpr Message links_open{"Окурман ачылбаган шилтемеге туш болбошу керек.",
                             "Читатель не должен попадать на неработающую ссылку.",
                             "A reader must not meet a link that does not open."};
}  // namespace

const Rule link_broken{.id = "link-broken",
                       .severity = Severity::blocks,
                       .message = {"«{found}» шилтемеси эч жакка алып барбайт",
                                   "Ссылка «{found}» никуда не ведёт", "The link “{found}” leads nowhere"},
                       .expected = {"сайттын барагы (/жол/) же жанындагы файл",
                                    "страница сайта (/путь/) или файл рядом с текстом",
                                    "a page of the site (/path/) or a file beside the text"},
                       .hint = as_suggested,
                       .why = links_open};

const Rule link_no_heading{
    .id = "link-no-heading",
    .severity = Severity::warns,
    .message = {"«{found}» шилтемеси көрсөткөн бөлүм ал баракта жок",
                "На странице нет раздела, на который ведёт «{found}»",
                "The page has no section that “{found}” points to"},
    .expected = {"барактагы башка аталыштын белгиси", "метка одного из заголовков страницы",
                 "the id of a heading of that page"},
    .hint = as_suggested,
    .why = links_open};

const Rule link_run_out{
    .id = "link-run-out",
    .severity = Severity::warns,
    .message = {"«{found}» сайттан {day} күнүнөн кийин алынган: шилтемеси көрсөтүлбөйт",
                "«{found}» после {day} снято с сайта: ссылка на него не показывается",
                "“{found}” left the site after {day}: the link to it is not shown"},
    .expected = {"сайтта турган барак же файл", "страница или файл, которые есть на сайте",
                 "a page or file that is on the site"},
    .hint = {"Шилтемени өчүрүңүз же ал барактын «shown_until» күнүн узартыңыз.",
             "Уберите ссылку или продлите день «shown_until» той страницы.",
             "Remove the link, or move the day \"shown_until\" of that page."},
    .why = links_open};

const Rule entry_runs_out{
    .id = "entry-runs-out",
    .severity = Severity::warns,
    .message = {"{found} күнүнөн кийин бул текст сайттан алынат", "После {found} этот текст уйдёт с сайта",
                "After {found} this text leaves the site"},
    .expected = {"сайтта калган 14 күндөн көп убакыт", "больше 14 дней на сайте",
                 "more than 14 days to go on the site"},
    .hint = {"Дагы керек болсо, күнүн узартыңыз; керек болбосо, эч нерсе кылбаңыз.",
             "Если он ещё нужен, продлите день; если нет, ничего делать не надо.",
             "Move the day if the text is still needed; otherwise there is nothing to do."},
    .why = {"Текст кимдир бирөөгө дагы керек болушу мүмкүн.", "Текст может быть ещё кому-то нужен.",
            "Somebody may still need the text."}};

const Rule entry_never_shown{
    .id = "entry-never-shown",
    .severity = Severity::warns,
    .message = {"Текст {expected} күнүнөн баштап көрсөтүлөт, бирок {found} күнүнөн кийин сайттан алынат: "
                "эч качан көрүнбөйт",
                "Текст показывается с {expected}, но уходит с сайта после {found}: его никто не увидит",
                "The text is shown from {expected} on but leaves the site after {found}: nobody will see it"},
    .expected = {"{expected} же андан кийинки күн", "{expected} или более поздний день",
                 "{expected} or a later day"},
    .hint = {"Эки күндүн бирин оңдоңуз.", "Исправьте один из двух дней.", "Mend one of the two days."},
    .why = {"Даяр текст окурманга жетиши керек.", "Готовый текст должен дойти до читателя.",
            "A finished text should reach its readers."}};

const Rule picture_no_alt{
    .id = "picture-no-alt",
    .severity = Severity::warns,
    .message = {"«{found}» сүрөтүнүн сөз менен баяны жок", "У изображения «{found}» нет словесного описания",
                "The picture “{found}” has no description in words"},
    .expected = {"жанындагы {found}.yaml файлында alt: {ky: …, ru: …}",
                 "в файле {found}.yaml рядом: alt: {ky: …, ru: …}",
                 "in the file {found}.yaml beside it: alt: {ky: …, ru: …}"},
    .hint = {"Сүрөттө эмне көрүнөрүн бир сүйлөм менен эки тилде жазыңыз; кооздук үчүн гана болсо, "
             "decorative: true.",
             "Одним предложением напишите на двух языках, что на снимке; если он только украшение – "
             "decorative: true.",
             "Say in one sentence in both languages what is to be seen; decorative: true if it only adorns."},
    .why = {"Көрбөгөн адам сүрөттү экрандан окуган программа аркылуу угат.",
            "Незрячий человек услышит описание от программы чтения экрана.",
            "Someone who cannot see hears the description from a screen reader."}};

const Rule picture_people_unknown{
    .id = "picture-people-unknown",
    .severity = Severity::blocks,
    .clauses = "ICT-20 ICT-21",
    .message = {"«{found}» сүрөтүндө ким бар экени айтылган эмес, ошондуктан ал жарыяланбайт",
                "Не указано, кто на снимке «{found}», поэтому он не публикуется",
                "It is not said who is on the picture “{found}”, so it is not published"},
    .expected = {"{found}.yaml файлында people: nobody-recognisable же макулдуктардын тизмеси: [c-0001]",
                 "в файле {found}.yaml: people: nobody-recognisable или список согласий: [c-0001]",
                 "in {found}.yaml: people: nobody-recognisable or a list of consents: [c-0001]"},
    .hint = {"Сүрөттө тааный турган адам болбосо people: nobody-recognisable, stated_by жана stated_on деп "
             "жазыңыз; болсо – макулдуктарын көрсөтүңүз.",
             "Если узнаваемых людей нет, напишите people: nobody-recognisable, stated_by и stated_on; если "
             "есть – укажите их согласия.",
             "If nobody can be recognised write people: nobody-recognisable, stated_by and stated_on; "
             "otherwise name the consents."},
    .why = children_are_protected};

const Rule picture_unsigned_statement{
    .id = "picture-unsigned-statement",
    .severity = Severity::blocks,
    .clauses = "ICT-20 ICT-21",
    .message = {"«{found}» сүрөтүндө эч ким таанылбайт дегенди ким жана качан айтканы жазылган эмес",
                "Не указано, кто и когда заявил, что на снимке «{found}» никого нельзя узнать",
                "It is not said who stated, and when, that nobody can be recognised on “{found}”"},
    .expected = {"stated_by (кызматкер) жана stated_on (күнү)", "stated_by (сотрудник) и stated_on (дата)",
                 "stated_by (an employee) and stated_on (a date)"},
    .hint = {"{found}.yaml файлына stated_by жана stated_on саптарын кошуңуз.",
             "Добавьте в {found}.yaml строки stated_by и stated_on.",
             "Add stated_by and stated_on to {found}.yaml."},
    .why = children_are_protected};

const Rule picture_withheld{
    .id = "picture-withheld",
    .severity = Severity::warns,
    .clauses = "ICT-20 ICT-21",
    .message = {"Сүрөт жарыяланбайт: {consent} макулдугу бүткөн же кайра чакырылган",
                "Снимок не публикуется: согласие {consent} закончилось или отозвано",
                "The picture is withheld: the consent {consent} has ended or was withdrawn"},
    .expected = {"колдонуудагы макулдук же башка сүрөт", "действующее согласие или другой снимок",
                 "a consent in force, or another picture"},
    .hint = {"Сүрөттү тексттен алып салыңыз же жаңы макулдук алыңыз.",
             "Уберите снимок из текста или получите новое согласие.",
             "Take the picture out of the text, or get a new consent."},
    .why = {
        "Адамдын сүрөтү анын (баланын ата-энесинин) макулдугу күчүндө турганда гана жарыяланат.",
        "Снимок человека публикуется только пока действует согласие его самого (родителей ребёнка).",
        "A person's picture is published only while the consent of that person (of a child's parents) is in "
        "force."}};

const Rule picture_without_consent{
    .id = "picture-without-consent",
    .severity = Severity::blocks,
    .clauses = "ICT-20 ICT-21",
    .message =
        {"«{found}» сүрөтүнө {consent} макулдугу жарабайт: ал жок, мөөнөтү бүткөн же сүрөткө берилген эмес",
         "Согласие {consent} не подходит для снимка «{found}»: его нет, оно не действует или дано не на фото",
         "The consent {consent} does not cover the picture “{found}”: it is missing, not in force or not for "
         "pictures"},
    .expected = {"колдонуудагы, scopes: [photo], covers: [photo] макулдук",
                 "действующее согласие с scopes: [photo] и covers: [photo]",
                 "a consent in force with scopes: [photo] and covers: [photo]"},
    .hint = {"Макулдукту алыңыз же сүрөттү алып салыңыз.", "Получите согласие или уберите снимок.",
             "Get the consent or take the picture away."},
    .why = children_are_protected};

const Rule picture_statement{
    .id = "picture-statement",
    .severity = Severity::blocks,
    .clauses = "ICT-20 ICT-21",
    .message = {"«{found}»: сүрөттө эч ким таанылбайт деген сөз ким, качан айтканы туура эмес",
                "«{found}»: неверно указано, кто и когда заявил, что никто не узнаваем",
                "“{found}”: who stated that nobody is recognisable, and when, is wrong"},
    .expected = {"stated_by: people/ папкасындагы кызматкер, stated_on: бүгүн же мурда",
                 "stated_by: сотрудник из people/, stated_on: сегодня или раньше",
                 "stated_by: an employee in people/, stated_on: today or earlier"},
    .hint = {"Сүрөттү караган кызматкердин белгисин жана ошол күндү жазыңыз.",
             "Укажите сотрудника, который смотрел снимок, и день, когда он это сделал.",
             "Name the employee who looked at the picture, and the day."},
    .why = children_are_protected};

const Rule picture_reused{
    .id = "picture-reused",
    .severity = Severity::blocks,
    .clauses = "ICT-20 ICT-21",
    .message =
        {"Бул сүрөт {other} сүрөтүнүн өзү же анын бир бөлүгү окшойт, ал эми андагы адамдардын макулдугу "
         "бул жерде көрсөтүлгөн эмес",
         "Похоже, это тот же снимок, что {other}, или его часть, а согласия людей с него здесь не указаны",
         "This looks like the same picture as {other} or a part of it, without the consents of the people "
         "on that one"},
    .expected = {"ошол эле people: тизмеси, же башка сүрөт", "тот же список people: или другой снимок",
                 "the same people: list, or another picture"},
    .hint = {"Сүрөттү алмаштырыңыз же people: тизмесин оңдоңуз. Башка сүрөт болсо, answers.yaml файлына "
             "жазыңыз: words: {words}.",
             "Замените снимок или исправьте people:. Если это другой снимок, запишите в answers.yaml: words: "
             "{words}.",
             "Take another picture or mend people:. If it is a different one, enter in answers.yaml: words: "
             "{words}."},
    .why = {"Макулдук кайра чакырылса, сүрөттүн кесилген көчүрмөсү да сайтта калбашы керек.",
            "Когда согласие отозвано, на сайте не должно остаться и обрезанной копии снимка.",
            "When a consent is withdrawn, no cropped copy of the picture may stay on the site either."}};

const Rule picture_external{
    .id = "picture-external",
    .severity = Severity::blocks,
    .message = {"Сүрөт башка сайттан алынат: {found}", "Изображение загружается с чужого сайта: {found}",
                "The picture comes from another site: {found}"},
    .expected = {"тексттин жанындагы файл", "файл рядом с текстом", "a file beside the text"},
    .hint = {"Укугуңуз болсо, сүрөттү тексттин жанына сактап, атын гана жазыңыз.",
             "Если у школы есть право на снимок, сохраните его рядом с текстом и укажите только имя.",
             "If the school has the right to it, save the picture beside the text and give its name only."},
    .why = {
        "Окурмандын барактарды ачканын бөтөн сервер билбеши керек; бөтөн сүрөт каалаган учурда алмашып "
        "калышы мүмкүн.",
        "Чужой сервер не должен знать о наших читателях, а чужая картинка может в любой момент смениться.",
        "Another server must not learn of our readers, and another's picture may change at any time."}};

const Rule heading_skipped{
    .id = "heading-skipped",
    .severity = Severity::warns,
    .message = {"Аталыштардын деңгээли аттап кеткен: {found}", "Пропущен уровень заголовков: {found}",
                "A level of headings is skipped: {found}"},
    .expected = {"{expected}", "{expected}", "{expected}"},
    .hint = {"Аталышты «{expected}» менен баштаңыз.", "Начните заголовок с «{expected}».",
             "Begin the heading with “{expected}”."},
    .why = {"Экрандан окуган программалар аталыштарды мазмун катары колдонот.",
            "Программы чтения экрана используют заголовки как оглавление.",
            "Screen readers use headings as a table of contents."}};

const Rule language_no_kyrgyz{
    .id = "language-no-kyrgyz",
    .severity = Severity::blocks,
    .clauses = "LANG-1",
    .message = {"«{found}» кыргызча жок", "Нет кыргызского текста «{found}»", "“{found}” has no Kyrgyz text"},
    .expected = {"{expected}", "{expected}", "{expected}"},
    .hint = {"{expected} файлын жазыңыз.", "Напишите файл {expected}.", "Write the file {expected}."},
    .why = two_languages};

const Rule language_no_russian{
    .id = "language-no-russian",
    .severity = Severity::warns,
    .clauses = "LANG-1",
    .message = {"«{found}» орусча которулган эмес", "«{found}» не переведено на русский",
                "“{found}” is not translated into Russian"},
    .expected = {"{expected}", "{expected}", "{expected}"},
    .hint = {"{expected} файлын жазып, башына translated_from: \"{digest}\" деп кошуңуз. Ага чейин орусча "
             "баракта кыргызча текст эскертүү менен турат.",
             "Напишите файл {expected} и добавьте в начало translated_from: \"{digest}\". До тех пор на "
             "русской странице стоит кыргызский текст с пометкой.",
             "Write the file {expected} with translated_from: \"{digest}\". Until then the Russian page "
             "shows the Kyrgyz text with a notice."},
    .why = two_languages};

const Rule language_stale{
    .id = "language-stale",
    .severity = Severity::warns,
    .clauses = "LANG-1",
    .message = {"Кыргызча текст орусча котормодон кийин өзгөргөн",
                "Кыргызский текст изменился после перевода",
                "The Kyrgyz text has changed since it was translated"},
    .expected = {"translated_from: \"{digest}\"", "translated_from: \"{digest}\"",
                 "translated_from: \"{digest}\""},
    .hint = {"Котормону жаңыртып, translated_from маанисин \"{digest}\" деп өзгөртүңүз.",
             "Обновите перевод и поставьте translated_from: \"{digest}\".",
             "Bring the translation up to date and set translated_from: \"{digest}\"."},
    .why = two_languages};

const Rule language_unmarked{
    .id = "language-unmarked",
    .severity = Severity::notes,
    .clauses = "LANG-1",
    .message = {"Котормонун кайсы кыргызча тексттен жасалганы жазылган эмес",
                "Не указано, с какого кыргызского текста сделан перевод",
                "It is not said from which Kyrgyz text this was translated"},
    .expected = {"translated_from: \"{digest}\"", "translated_from: \"{digest}\"",
                 "translated_from: \"{digest}\""},
    .hint = {"Котормо азыркы текстке дал келсе, translated_from: \"{digest}\" сабын кошуңуз.",
             "Если перевод соответствует нынешнему тексту, добавьте строку translated_from: \"{digest}\".",
             "If the translation fits the present text add the line translated_from: \"{digest}\"."},
    .why = two_languages};

const Rule navigation_menu_target{
    .id = "navigation-menu-target",
    .severity = Severity::blocks,
    .message = {"Менюдагы «{found}» барагы жок", "В меню указана страница «{found}», которой нет",
                "The menu names the page “{found}”, which does not exist"},
    .expected =
        {"барактын жолу (pages/…) же news, events, people, documents, disclosure, albums, tags, sitemap",
         "путь страницы (pages/…) или news, events, people, documents, disclosure, albums, tags, sitemap",
         "the path of a page (pages/…) or news, events, people, documents, disclosure, albums, tags, "
         "sitemap"},
    .hint = {"{suggestion}", "{suggestion}", "{suggestion}"},
    .why = {"Менюнун ар бир сабы ачылышы керек.", "Каждая строка меню должна открываться.",
            "Every line of the menu has to open."}};

const Rule navigation_unnamed_tag{
    .id = "navigation-unnamed-tag",
    .severity = Severity::notes,
    .message = {"«{found}» деген белгинин аталышы site.yaml файлында жок",
                "У метки «{found}» нет названия в site.yaml", "The tag “{found}” has no name in site.yaml"},
    .expected = {"site.yaml ичинде tags: {found}: {ky: …, ru: …}",
                 "в site.yaml: tags: {found}: {ky: …, ru: …}", "in site.yaml: tags: {found}: {ky: …, ru: …}"},
    .hint = {"{suggestion}", "{suggestion}", "{suggestion}"},
    .why = {"Белги окурманга эки тилде түшүнүктүү аталыш менен көрсөтүлөт.",
            "Метка показывается читателю под понятным названием на двух языках.",
            "A tag is shown to readers under a name in both languages."}};

}  // namespace rules

std::span<const Rule* const> checks_rules() {
  static constexpr const Rule* all[] = {&rules::link_broken,
                                        &rules::link_no_heading,
                                        &rules::link_run_out,
                                        &rules::entry_runs_out,
                                        &rules::entry_never_shown,
                                        &rules::picture_no_alt,
                                        &rules::picture_people_unknown,
                                        &rules::picture_unsigned_statement,
                                        &rules::picture_without_consent,
                                        &rules::picture_withheld,
                                        &rules::picture_reused,
                                        &rules::picture_statement,
                                        &rules::picture_external,
                                        &rules::heading_skipped,
                                        &rules::language_no_kyrgyz,
                                        &rules::language_no_russian,
                                        &rules::language_stale,
                                        &rules::language_unmarked,
                                        &rules::consent_unknown,
                                        &rules::consent_of_another,
                                        &rules::consent_not_in_force,
                                        &rules::consent_ends_soon,
                                        &rules::consent_unknown_person,
                                        &rules::consent_unknown_explainer,
                                        &rules::consent_dates,
                                        &rules::consent_future,
                                        &rules::consent_paper,
                                        &rules::consent_subject,
                                        &rules::consent_no_effect,
                                        &rules::consent_overlap,
                                        &rules::consent_contradicts,
                                        &rules::consent_entered_again,
                                        &rules::consent_text_withheld,
                                        &rules::consent_named_withheld,
                                        &rules::person_leaves_soon,
                                        &rules::person_has_left,
                                        &rules::consent_name_in_text,
                                        &rules::consent_name_in_address,
                                        &rules::name_unknown,
                                        &rules::name_of_pupil,
                                        &rules::file_withheld,
                                        &rules::pupil_without_consent,
                                        &rules::pupil_not_listed,
                                        &rules::personal_phone,
                                        &rules::personal_number,
                                        &rules::personal_address,
                                        &rules::answer_consent,
                                        &rules::fact_contradicted,
                                        &rules::policy_question,
                                        &rules::policy_tracker,
                                        &rules::navigation_menu_target,
                                        &rules::navigation_unnamed_tag,
                                        &rules::letters_mixed,
                                        &rules::letters_kyrgyz,
                                        &rules::letters_hidden,
                                        &rules::letters_decomposed};
  return all;
}

}  // namespace mektep
