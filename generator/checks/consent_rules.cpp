#include "checks/consent_rules.h"

#include "checks/reasons.h"

namespace mektep::rules {

namespace {
constexpr Message compare_with_paper{"Жазууну кагаз менен салыштырыңыз.", "Сверьте запись с бумагой.",
                                     "Compare the record with the paper."};
}  // namespace

const Rule consent_unknown{
    .id = "consent-unknown",
    .severity = Severity::blocks,
    .clauses = "ICT-21",
    .message = {"«{found}» макулдугу consents/ папкасында жок", "Согласия «{found}» нет в папке consents/",
                "There is no consent “{found}” in consents/"},
    .expected = {"макулдуктун белгиси", "обозначение согласия", "the id of a consent"},
    .hint = as_suggested,
    .why = children_are_protected};

const Rule consent_of_another{
    .id = "consent-of-another",
    .severity = Severity::blocks,
    .clauses = "ICT-21",
    .message = {"«{found}» макулдугу башка адамдыкы: {person}",
                "Согласие «{found}» дано другим человеком: {person}",
                "The consent “{found}” is another person's: {person}"},
    .expected = {"ушул кызматкердин өз макулдугу", "согласие самого этого сотрудника",
                 "the consent of this very employee"},
    .hint = {"consent: маанисин оңдоңуз же алып салыңыз; анда аты жарыяланбайт.",
             "Исправьте значение consent: или уберите его; тогда имя не публикуется.",
             "Mend consent: or take it away; then the name is not published."},
    .why = children_are_protected};

const Rule consent_not_in_force{
    .id = "consent-not-in-force",
    .severity = Severity::warns,
    .clauses = "ICT-21",
    .message = {"Макулдук колдонулбайт ({found}); {person} аты жана сүрөтү жарыяланбайт",
                "Согласие не действует ({found}); имя и фото {person} не публикуются",
                "The consent is not in force ({found}); the name and photo of {person} are withheld"},
    .expected = {"бүгүн колдонуудагы макулдук", "согласие, действующее сегодня", "a consent in force today"},
    .hint = {"Жаңы макулдук алып, consents/ папкасына жазыңыз.",
             "Получите новое согласие и внесите его в consents/.",
             "Get a new consent and enter it in consents/."},
    .why = children_are_protected};

const Rule consent_ends_soon{
    .id = "consent-ends-soon",
    .severity = Severity::warns,
    .clauses = "ICT-21",
    .message = {"{person} макулдугунун мөөнөтү жакында бүтөт: {found}",
                "Скоро закончится согласие {person}: {found}", "The consent of {person} ends soon: {found}"},
    .expected = {"30 күндөн ашык мөөнөт", "срок больше 30 дней", "more than 30 days to go"},
    .hint = {"Жаңы макулдук алыңыз.", "Получите новое согласие.", "Get a new consent."},
    .why = children_are_protected};

const Rule consent_unknown_person{
    .id = "consent-unknown-person",
    .severity = Severity::warns,
    .clauses = "ICT-21",
    .message = {"Макулдук берген «{found}» people/ папкасында жок",
                "Давшего согласие «{found}» нет в папке people/",
                "“{found}”, who gave the consent, is not in people/"},
    .expected = {"кызматкердин белгиси", "обозначение сотрудника", "the id of an employee"},
    .hint = as_suggested,
    .why = children_are_protected};

const Rule consent_dates{
    .id = "consent-dates",
    .severity = Severity::blocks,
    .clauses = "ICT-21",
    .message = {"Макулдук башталганга чейин бүтүп калган", "Согласие заканчивается раньше, чем начинается",
                "The consent ends before it begins"},
    .expected = {"{expected} же андан кийинки күн", "{expected} или более поздний день",
                 "{expected} or a later day"},
    .hint = {"from жана until күндөрүн кагаз менен салыштырыңыз.", "Сверьте from и until с бумагой.",
             "Compare from and until with the paper."},
    .why = children_are_protected};

const Rule consent_unknown_explainer{
    .id = "consent-unknown-explainer",
    .severity = Severity::warns,
    .clauses = "ICT-23",
    .message = {"Тобокелдиктерди түшүндүргөн «{found}» people/ папкасында жок",
                "Разъяснявшего риски «{found}» нет в папке people/",
                "“{found}”, who explained the risks, is not in people/"},
    .expected = {"кызматкердин белгиси", "обозначение сотрудника", "the id of an employee"},
    .hint = as_suggested,
    .why = {
        "Макулдук алган мугалим жарыялоонун тобокелдиктерин түшүндүрүүгө милдеттүү; ким экени далил.",
        "Учитель, получающий согласие, обязан разъяснить риски; кто это сделал – часть доказательства.",
        "The teacher who asks for the consent has to explain the risks; who it was is part of the proof."}};

const Rule consent_future{
    .id = "consent-future",
    .severity = Severity::blocks,
    .clauses = "ICT-20 ICT-21",
    .message = {"{found} күнү али келе элек: макулдук эсепке алынбайт",
                "День {found} ещё не наступил: согласие не учитывается",
                "{found} is still to come: the consent does not count"},
    .expected = {"бүгүнкү же өткөн күн", "сегодняшний или прошедший день", "today or a day past"},
    .hint = compare_with_paper,
    .why = children_are_protected};

const Rule consent_paper{
    .id = "consent-paper",
    .severity = Severity::warns,
    .clauses = "ICT-23",
    .message = {"{found} күнү {expected} күнү кол коюлган кагазга дал келбейт",
                "День {found} не согласуется с бумагой, подписанной {expected}",
                "{found} does not fit a paper signed on {expected}"},
    .expected = {"тобокелдиктер кол коюлганга чейин түшүндүрүлөт, макулдук кол коюлгандан кийин башталат",
                 "риски разъясняют до подписи, а согласие начинается после неё",
                 "risks are explained before the signature, and the consent begins after it"},
    .hint = compare_with_paper,
    .why = children_are_protected};

const Rule consent_subject{
    .id = "consent-subject",
    .severity = Severity::blocks,
    .clauses = "ICT-20 ICT-21",
    .message = {"Макулдук кимге таандык экени так эмес: «{found}»", "Неясно, чьё это согласие: «{found}»",
                "It is not clear whose consent this is: “{found}”"},
    .expected = {"{expected}", "{expected}", "{expected}"},
    .hint = {"Кызматкер үчүн person: гана, башкалар үчүн subject: жана pseudonym: жазыңыз.",
             "Для сотрудника укажите только person:, для остальных – subject: и pseudonym:.",
             "Write person: alone for an employee, subject: and pseudonym: for others."},
    .why = children_are_protected};

const Rule consent_no_effect{
    .id = "consent-no-effect",
    .severity = Severity::warns,
    .clauses = "ICT-20 ICT-21 ICT-22",
    .message = {"«{found}» {expected} болбосо эч нерсеге уруксат бербейт",
                "«{found}» без {expected} ничего не разрешает",
                "“{found}” without {expected} permits nothing"},
    .expected = {"{expected}", "{expected}", "{expected}"},
    .hint = {"Кагазда эмне деп жазылганын караңыз да, scopes менен covers бири-бирине дал келтириңиз.",
             "Посмотрите, что сказано в бумаге, и согласуйте scopes и covers.",
             "See what the paper says and let scopes and covers agree."},
    .why = children_are_protected};

const Rule consent_overlap{
    .id = "consent-overlap",
    .severity = Severity::warns,
    .clauses = "ICT-20 ICT-21",
    .message = {"Ошол эле адам ошол эле убакытка {other} боюнча да макул болгон",
                "На то же время тот же человек дал согласие {other}",
                "The same person has consented for the same time by {other}, too"},
    .expected = {"бир убакытта бир макулдук", "одно согласие на одно время", "one consent at a time"},
    .hint = {"Эскисине until: жазыңыз же ашыгын алып салыңыз.",
             "Закончите старое (until:) или уберите лишнее.",
             "End the older one (until:) or take away the one too many."},
    .why = {"Кайра чакырганда кайсынысы жокко чыкканы талашсыз болушу керек.",
            "При отзыве должно быть бесспорно, что именно отозвано.",
            "On withdrawal it must be beyond doubt what has been withdrawn."}};

const Rule consent_contradicts{.id = "consent-contradicts",
                               .severity = Severity::blocks,
                               .clauses = "ICT-20 ICT-21",
                               .message = {"Макулдук {other} менен карама-каршы, ошондуктан эсепке алынбайт",
                                           "Согласие противоречит {other}, поэтому не учитывается",
                                           "The consent contradicts {other}, so it does not count"},
                               .expected = {"бир кагазда – бир жооп; кайра чакыруудан кийин – жаңы кагаз",
                                            "одна бумага – один ответ; после отзыва – новая бумага",
                                            "one answer on one paper; after a withdrawal, a new paper"},
                               .hint = {"Туура эмесин алып салыңыз же ага withdrawn: жазыңыз.",
                                        "Уберите неверное или отметьте его withdrawn:.",
                                        "Take away the wrong one or mark it withdrawn:."},
                               .why = children_are_protected};

const Rule consent_entered_again{
    .id = "consent-entered-again",
    .severity = Severity::blocks,
    .clauses = "ICT-20 ICT-21",
    .message = {"№ {found} кагазы кайра чакырылган ({other}), ал кайра киргизилген",
                "Бумага № {found} отозвана ({other}), но внесена снова",
                "The paper № {found} has been withdrawn ({other}) and is entered again"},
    .expected = {"жаңы кагаз, жаңы номер", "новая бумага с новым номером", "a new paper with a new number"},
    .hint = {"Бул файлды өчүрүңүз; адам кайра макул болсо, жаңы кагаз алыңыз.",
             "Удалите этот файл; если человек согласился снова, возьмите новую бумагу.",
             "Delete this file; if the person has agreed again, take a new paper."},
    .why = children_are_protected};

const Rule consent_text_withheld{
    .id = "consent-text-withheld",
    .severity = Severity::warns,
    .clauses = "ICT-22",
    .message =
        {"Текст жарыяланбайт: анда аталган адамдын {consent} макулдугу бул күнү колдонулбайт",
         "Текст не публикуется: согласие {consent} названного в нём человека в этот день не действует",
         "The text is withheld: the consent {consent} of a person named in it is not in force on this day"},
    .expected = {"scopes: [news], covers: [name] менен колдонуудагы макулдук",
                 "действующее согласие со scopes: [news] и covers: [name]",
                 "a consent in force with scopes: [news] and covers: [name]"},
    .hint = {"Атты тексттен алып салып, consents: тизмесинен макулдукту өчүрүңүз.",
             "Уберите имя из текста, а согласие – из списка consents:.",
             "Take the name out of the text and the consent out of consents:."},
    .why = children_are_protected};

const Rule consent_named_withheld{
    .id = "consent-named-withheld",
    .severity = Severity::warns,
    .clauses = "ICT-21 ICT-22",
    .message = {"Текст жарыяланбайт: анда {person} аталган, анын макулдугу бүткөн же ал иштен кеткен",
                "Текст не публикуется: в нём назван {person}, чьё согласие закончилось или кто уволился",
                "The text is withheld: it names {person}, whose consent has ended or who has left"},
    .expected = {"кызматы гана, же жаңы макулдук", "только должность или новое согласие",
                 "the post only, or a new consent"},
    .hint = {"Тексттен атын алып салсаңыз, текст кайра жарыяланат.",
             "Уберите имя из текста, и он вернётся на сайт.",
             "Take the name out of the text, and it comes back to the site."},
    .why = children_are_protected};

const Rule person_leaves_soon{
    .id = "person-leaves-soon",
    .severity = Severity::warns,
    .clauses = "ICT-21",
    .message = {"{found} күнүнөн кийин бул кызматкердин аты, сүрөтү жана байланышы сайттан алынат",
                "После {found} имя, фото и контакты этого сотрудника уйдут с сайта",
                "After {found} the name, photo and contacts of this employee leave the site"},
    .expected = {"кызматты ээлөөчү жаңы кызматкер", "новый сотрудник на этой должности",
                 "a new employee in this post"},
    .hint = {"Аты аталган тексттерди алдын ала оңдоңуз.",
             "Заранее исправьте тексты, где назван этот человек.",
             "Mend the texts that name this person in good time."},
    .why = children_are_protected};

const Rule person_has_left{
    .id = "person-has-left",
    .severity = Severity::warns,
    .clauses = "ICT-21",
    .message = {"Кызматкер {found} күнү иштен кеткен: аты жарыяланбайт",
                "Сотрудник уволился {found}: имя не публикуется",
                "The employee left on {found}: the name is withheld"},
    .expected = {"азыркы кызматкерлер гана", "только нынешние сотрудники", "present staff only"},
    .hint = {"people/ папкасынан файлын жана сүрөтүн өчүрүңүз.", "Удалите из people/ файл и фотографию.",
             "Delete the file and the photograph from people/."},
    .why = children_are_protected};

}  // namespace mektep::rules
