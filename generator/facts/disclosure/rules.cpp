#include "facts/disclosure/rules.h"

namespace mektep {
namespace rules {

namespace {
constexpr Message expects{"{expects}", "{expects}", "{expects}"};
constexpr Message why_open{"Жобонун 3.1-пункту бул маалыматты сайтта ачык көрсөтүүнү талап кылат.",
                           "Пункт 3.1 положения требует открыто разместить эти сведения на сайте.",
                           "Clause 3.1 of the regulation requires this to be open on the site."};
}  // namespace

const Rule disclosure_missing{
    .id = "disclosure-missing",
    .severity = Severity::blocks,
    .message = {"{number} «{label}»: маалымат жок", "{number} «{label}»: сведений нет",
                "{number} \"{label}\" is not given"},
    .expected = expects,
    .hint = {"Маалыматты жазыңыз; чынында эле жок болсо, жок экенин себеби менен билдириңиз (absent).",
             "Впишите сведения; если их действительно нет, сообщите об отсутствии с причиной (absent).",
             "Fill it in; if there really is none, state that with a reason (absent)."},
    .why = why_open};

const Rule disclosure_should{.id = "disclosure-should",
                             .severity = Severity::notes,
                             .message = {"{number} «{label}»: маалымат жок (сунушталат)",
                                         "{number} «{label}»: сведений нет (рекомендуется)",
                                         "{number} \"{label}\" is not given (recommended)"},
                             .expected = expects,
                             .hint = {"Мындай маалымат болсо, кошуңуз.",
                                      "Если такие сведения есть, добавьте их.", "Add it if there is any."},
                             .why = why_open};

const Rule disclosure_untranslated{
    .id = "disclosure-untranslated",
    .severity = Severity::warns,
    .clauses = "LANG-1",
    .message = {"{number} «{label}»: бир тилде гана жазылган",
                "{number} «{label}»: заполнено только на одном языке",
                "{number} \"{label}\" is given in one language only"},
    .expected = {"кыргызча жана орусча текст", "текст на кыргызском и русском",
                 "a text in Kyrgyz and in Russian"},
    .hint = {"Экинчи тилдеги текстти кошуңуз.", "Добавьте текст на втором языке.",
             "Add the text in the other language."},
    .why = {"Сайттагы маалымат мамлекеттик жана расмий тилде жайгаштырылат.",
            "Сведения на сайте размещаются на государственном и официальном языках.",
            "Information on the site stands in the state and the official language."}};

const Rule disclosure_stale{
    .id = "disclosure-stale",
    .severity = Severity::warns,
    .clauses = "SITE-9 SITE-14",
    .message = {"{number} «{label}»: {date} күнүнө чейин текшерилиши керек болчу",
                "{number} «{label}»: нужно было проверить до {date}",
                "{number} \"{label}\" was due for review on {date}"},
    .expected = {"жаңы «reviewed» күнү", "новая дата «reviewed»", "a newer date in \"reviewed\""},
    .hint = {"Маалыматты текшерип, «reviewed» күнүн жаңыртыңыз.",
             "Проверьте сведения и обновите дату «reviewed».",
             "Check the facts and renew the date in \"reviewed\"."},
    .why = {"Сайттагы маалымат такталган жана учурдагыдай болушу керек.",
            "Сведения на сайте должны быть проверенными и свежими.",
            "What stands on the site has to be verified and current."}};

const Rule disclosure_expired{
    .id = "disclosure-expired",
    .severity = Severity::blocks,
    .message = {"{number} «{label}»: «{document}» {date} күнү күчүн жоготкон",
                "{number} «{label}»: срок действия «{document}» истёк {date}",
                "{number} \"{label}\": \"{document}\" was in force until {date}"},
    .expected = {"колдонуудагы документ", "действующий документ", "a document in force"},
    .hint = {"Жаңы документти кошуңуз же мөөнөтүн тактаңыз.",
             "Добавьте новый документ или уточните срок действия.",
             "Add the new document or correct its term."},
    .why = {"Мөөнөтү бүткөн лицензияны колдонуудагыдай көрсөтүү – жалган маалымат.",
            "Показывать истёкшую лицензию как действующую – недостоверные сведения.",
            "To show an expired licence as valid is false information."}};

const Rule disclosure_expiring{
    .id = "disclosure-expiring",
    .severity = Severity::warns,
    .message = {"{number} «{label}»: «{document}» {date} күнү күчүн жоготот",
                "{number} «{label}»: срок действия «{document}» истекает {date}",
                "{number} \"{label}\": \"{document}\" is in force until {date}"},
    .expected = {"60 күндөн көбүрөөк калган мөөнөт", "срок больше 60 дней", "more than 60 days to go"},
    .hint = {"Документти узартууну баштаңыз.", "Начните продление документа.",
             "Begin to renew the document."},
    .why = {"Мөөнөтү бүткөндө сайт жарыяланбай калат.", "Когда срок истечёт, сайт нельзя будет опубликовать.",
            "Once it has expired the site cannot be published."}};

const Rule disclosure_withheld{
    .id = "disclosure-withheld",
    .severity = Severity::notes,
    .clauses = "ICT-21",
    .message = {"{number} «{label}»: {count} адамдын аты макулдуксуз көрсөтүлбөйт",
                "{number} «{label}»: без согласия не показаны имена, человек: {count}",
                "{number} \"{label}\": the names of {count} persons are withheld for want of consent"},
    .expected = {"жазуу жүзүндөгү макулдук", "письменное согласие", "a written consent"},
    .hint = {"Макулдук алынса, consents/ папкасына жазып, кызматкердин «consent» талаасына көрсөтүңүз; макул "
             "болбосо, "
             "consent: refused деп жазыңыз.",
             "Если согласие получено, внесите его в consents/ и укажите в поле «consent» сотрудника; при "
             "отказе напишите "
             "consent: refused.",
             "When a consent has been given enter it in consents/ and name it in the person's \"consent\"; "
             "if it is "
             "refused write consent: refused."},
    .why = {"Мугалимдин жеке маалыматы жазуу жүзүндөгү макулдугу менен гана жарыяланат.",
            "Личные данные учителя публикуются только с его письменного согласия.",
            "Personal data of a teacher are published with a written consent only."}};

const Rule disclosure_contradicted{
    .id = "disclosure-contradicted",
    .severity = Severity::blocks,
    .clauses = "PROH-3",
    .message = {"{number} «{label}»: бул жердеги «{found}» башка жерде айтылганга каршы келет",
                "{number} «{label}»: «{found}» противоречит сказанному в другом месте",
                "{number} \"{label}\": \"{found}\" here contradicts what is said elsewhere"},
    .expected = {"бардык жерде бирдей маалымат", "одинаковые сведения везде", "the same everywhere"},
    .hint = {"Эки жерди салыштырып, туурасын калтырыңыз.", "Сравните оба места и оставьте верное.",
             "Compare both places and keep what is right."},
    .why = {"Сайттын бөлүмдөрүндөгү бир эле маалыматтын айырмаланышына тыюу салынат.",
            "Расхождения между одними и теми же сведениями в разделах сайта запрещены.",
            "Discrepancies between the same data in different parts of the site are prohibited."}};

}  // namespace rules

std::span<const Rule* const> disclosure_rules() {
  using namespace rules;
  static constexpr std::array<const Rule*, 8> list{
      &disclosure_missing, &disclosure_should,   &disclosure_untranslated, &disclosure_stale,
      &disclosure_expired, &disclosure_expiring, &disclosure_withheld,     &disclosure_contradicted};
  return list;
}

}  // namespace mektep
