#include "checks/name_rules.h"

#include "checks/reasons.h"

namespace mektep::rules {

namespace {
constexpr Message answer_or_take_away{
    "Алып салыңыз; же макулдук бар болсо, аны тексттин consents: тизмесине кошуңуз; же жообун answers.yaml "
    "файлына жазыңыз: words: {words}.",
    "Уберите; или, если согласие есть, добавьте его в consents: этого текста; или запишите ответ в "
    "answers.yaml: "
    "words: {words}.",
    "Take it away; or, when there is a consent, add it to consents: of the text; or enter the answer in "
    "answers.yaml: words: {words}."};
constexpr Message consented{"жазуу жүзүндөгү макулдук", "письменное согласие", "a written consent"};
}  // namespace

const Rule consent_name_in_text{
    .id = "consent-name-in-text",
    .severity = Severity::blocks,
    .clauses = "ICT-22",
    .message = {"Текстте жарыялоого макулдугу жок кызматкердин аты турат (people/{person}.yaml)",
                "В тексте стоит имя сотрудника, который не дал согласия на публикацию (people/{person}.yaml)",
                "The text holds the name of an employee who has not consented to publication "
                "(people/{person}.yaml)"},
    .expected = {"кызматы гана", "только должность", "the post only"},
    .hint = {"Атын кызматы менен алмаштырыңыз же {{< person id=\"{person}\" >}} колдонуңуз.",
             "Замените имя должностью или вставкой {{< person id=\"{person}\" >}}.",
             "Put the post instead of the name, or {{< person id=\"{person}\" >}}."},
    .why = children_are_protected};

const Rule consent_name_in_address{
    .id = "consent-name-in-address",
    .severity = Severity::blocks,
    .clauses = "ICT-22",
    .message = {"Файлдын аталышында же даректе макулдугу жок кызматкердин аты турат (people/{person}.yaml)",
                "В имени файла или адресе стоит имя сотрудника без согласия (people/{person}.yaml)",
                "The name of a file or an address holds the name of an employee without consent "
                "(people/{person}.yaml)"},
    .expected = {"эч кимди атабаган аталыш", "название, которое никого не называет",
                 "a name that names nobody"},
    .hint = {"Файлдын же папканын атын өзгөртүңүз.", "Переименуйте файл или папку.",
             "Rename the file or folder."},
    .why = children_are_protected};

const Rule pupil_without_consent{
    .id = "pupil-without-consent",
    .severity = Severity::blocks,
    .clauses = "ICT-20 ICT-22",
    .message = {"Бул жерде {person} аталган, ал эми атын атоого макулдук жок же колдонулбайт",
                "Здесь назван {person}, а согласия на упоминание имени нет или оно не действует",
                "{person} is named here, and there is no consent in force to the name"},
    .expected = {"ата-энесинин жазуу жүзүндөгү макулдугу (scopes: [news], covers: [name])",
                 "письменное согласие родителей (scopes: [news], covers: [name])",
                 "a written consent of the parents (scopes: [news], covers: [name])"},
    .hint = {"Атын алып салыңыз: «8-класстын окуучусу» деген жетиштүү.",
             "Уберите имя: достаточно «ученик 8 класса».",
             "Take the name away: “a pupil of class 8” is enough."},
    .why = children_are_protected};

const Rule pupil_not_listed{
    .id = "pupil-not-listed",
    .severity = Severity::blocks,
    .clauses = "ICT-20 ICT-22",
    .message = {"Бул жерде {person} аталган, ал эми {consent} макулдугу тексттин consents: тизмесинде жок",
                "Здесь назван {person}, но согласия {consent} нет в списке consents: этого текста",
                "{person} is named here, but the consent {consent} is not in consents: of the text"},
    .expected = {"consents: [{consent}]", "consents: [{consent}]", "consents: [{consent}]"},
    .hint = {"consents: тизмесине {consent} кошуңуз; мөөнөтү бүткөндө текст өзү сайттан алынат.",
             "Добавьте {consent} в consents:; когда срок кончится, текст сам уйдёт с сайта.",
             "Add {consent} to consents:; when it ends, the text goes off the site by itself."},
    .why = children_are_protected};

const Rule name_unknown{.id = "name-unknown",
                        .severity = Severity::warns,
                        .clauses = "ICT-22",
                        .message = {"Бул жерде «{found}» деген адам аталганбы, ал макулбу?",
                                    "Здесь назван человек («{found}») – он дал согласие?",
                                    "Is a person named here (“{found}”), and have they consented?"},
                        .expected = consented,
                        .hint = answer_or_take_away,
                        .why = children_are_protected};

const Rule name_of_pupil{
    .id = "name-of-pupil",
    .severity = Severity::blocks,
    .clauses = "ICT-20 ICT-22",
    .message = {"Бул жерде окуучу аталгандай («{found}»), ата-энесинин макулдугу көрсөтүлгөн эмес",
                "Здесь, похоже, назван ученик («{found}»), а согласие родителей не указано",
                "A pupil seems to be named here (“{found}”), and no consent of the parents is given"},
    .expected = consented,
    .hint = answer_or_take_away,
    .why = children_are_protected};

const Rule file_withheld{
    .id = "file-withheld",
    .severity = Severity::warns,
    .clauses = "ICT-20 ICT-21 ICT-22",
    .message = {"Файл жарыяланбайт: анда макулдугу жок адам аталган; сайттын калганы жарыяланат",
                "Файл не публикуется: в нём назван человек без согласия; остальной сайт публикуется",
                "The file is withheld: it names somebody without consent; the rest of the site is published"},
    .expected = {"атсыз даана, макулдук же answers.yaml файлындагы жооп",
                 "экземпляр без имени, согласие или ответ в answers.yaml",
                 "a copy without the name, a consent, or an answer in answers.yaml"},
    .hint =
        {"Файлды аты жок даана менен алмаштырыңыз же башка эскертүүлөргө жооп бериңиз: файл кайра "
         "жарыяланат. Ага чейин ордунда түшүндүрмө турат.",
         "Замените файл экземпляром без имени или ответьте на остальные предупреждения о нём: он вернётся "
         "на сайт. До того на его месте стоит пояснение.",
         "Put a copy without the name in its place, or answer the other warnings about it: it comes back to "
         "the site. Until then a note stands there."},
    .why = children_are_protected};

const Rule personal_phone{.id = "personal-phone",
                          .severity = Severity::warns,
                          .clauses = "ICT-20 ICT-21",
                          .message = {"Мектептики эмес телефон номери: {found}", "Телефон не школы: {found}",
                                      "A telephone that is not the school's: {found}"},
                          .expected = {"school/ папкасындагы номерлердин бири", "один из номеров в school/",
                                       "one of the numbers in school/"},
                          .hint = answer_or_take_away,
                          .why = children_are_protected};

const Rule personal_number{
    .id = "personal-number",
    .severity = Severity::blocks,
    .clauses = "ICT-20 ICT-21",
    .message = {"Бул адамдын жеке номерине (ПИН) окшойт: {found}",
                "Похоже на персональный номер (ПИН): {found}",
                "This looks like a personal number (PIN): {found}"},
    .expected = {"жеке номер сайтта эч качан турбайт", "персональных номеров на сайте не бывает",
                 "no personal number ever stands on the site"},
    .hint = answer_or_take_away,
    .why = children_are_protected};

const Rule personal_address{
    .id = "personal-address",
    .severity = Severity::warns,
    .clauses = "ICT-20",
    .message = {"Бул бирөөнүн үй дарегине окшойт: {found}", "Похоже на чей-то домашний адрес: {found}",
                "This looks like somebody's home address: {found}"},
    .expected = consented,
    .hint = answer_or_take_away,
    .why = children_are_protected};

const Rule answer_consent{
    .id = "answer-consent",
    .severity = Severity::blocks,
    .clauses = "ICT-22",
    .message = {"Жооп таянган «{found}» макулдугу жок, колдонулбайт же атын атоого берилген эмес",
                "Согласия «{found}», на которое опирается ответ, нет, оно не действует или дано не на имя",
                "The consent “{found}” that the answer rests on is missing, not in force or not for a name"},
    .expected = {"scopes: [news], covers: [name] менен колдонуудагы макулдук",
                 "действующее согласие со scopes: [news] и covers: [name]",
                 "a consent in force with scopes: [news] and covers: [name]"},
    .hint = {"Атты тексттен алып салып, жоопту өчүрүңүз.", "Уберите имя из текста и удалите ответ.",
             "Take the name out of the text and delete the answer."},
    .why = children_are_protected};

}  // namespace mektep::rules
