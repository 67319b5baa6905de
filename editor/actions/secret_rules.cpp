#include "editor/actions/secret_rules.h"

namespace mektep::editor::rules {

const Rule secret_key{
    .id = "editor-secret-key",
    .severity = Severity::blocks,
    .clauses = "",
    .message = {"Текстте купуя ачкыч же токен бар", "В тексте есть секретный ключ или токен",
                "The text holds a secret key or token"},
    .expected = {"ачкычсыз текст", "текст без ключей", "a text without keys"},
    .hint =
        {"Ачкычты тексттен алып салыңыз жана жаңысын чыгартыңыз: бул ачкычты башкалар көргөн болушу мүмкүн",
         "Уберите ключ из текста и выпустите новый: этот мог стать известен другим",
         "Take the key out of the text and have a new one issued: this one may be known to others"},
    .why = {"Сакталган нерсе сайтта чыгат жана тарыхта калат; ачкычты тапкан адам аны колдоно алат.",
            "Сохранённое попадает на сайт и остаётся в истории; нашедший ключ сможет им воспользоваться.",
            "What is saved goes to the site and stays in the history; whoever finds a key can use it."}};

const Rule personal_number{
    .id = "editor-personal-number",
    .severity = Severity::blocks,
    .clauses = "ICT-20 ICT-21",
    .message = {"Текстте адамдын жеке номери бар", "В тексте есть персональный номер человека",
                "The text holds somebody's personal number"},
    .expected = {"ПИН жана паспорттун номери жок текст", "текст без ПИН и номеров паспортов",
                 "a text without personal and passport numbers"},
    .hint = {"Номерди алып салыңыз: сайтка аты-жөнү жетиштүү",
             "Уберите номер: для сайта достаточно фамилии и имени",
             "Take the number out: a name is enough for the site"},
    .why = {
        "Жеке номер боюнча адамдын атынан насыя алууга болот; аны жарыялоого эч кандай эреже талап кылбайт.",
        "Зная персональный номер, можно действовать от имени человека; публиковать его не требует ни одно "
        "правило.",
        "With a personal number one can act in somebody's name; no regulation asks for its publication."}};

const Rule telephone_list{
    .id = "editor-telephone-list",
    .severity = Severity::warns,
    .clauses = "ICT-20 ICT-21",
    .message = {"Текстте {found} телефон номери бар", "В тексте {found} телефонных номеров",
                "The text holds {found} telephone numbers"},
    .expected = {"мектептин өз номерлери гана", "только номера самой школы", "the school's own numbers only"},
    .hint = {"Бул ата-энелердин же окуучулардын тизмеси болсо, аны алып салыңыз",
             "Если это список родителей или учеников, уберите его",
             "If this is a list of parents or pupils, take it out"},
    .why = {"Адамдын телефонун жарыялоого анын макулдугу керек.",
            "Чтобы опубликовать телефон человека, нужно его согласие.",
            "Somebody's telephone number may be published only with their consent."}};

std::span<const Rule* const> secrets() {
  static constexpr std::array<const Rule*, 3> all{&secret_key, &personal_number, &telephone_list};
  return all;
}

}  // namespace mektep::editor::rules
