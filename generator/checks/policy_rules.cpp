#include "checks/policy_rules.h"

namespace mektep::rules {

const Rule policy_question{
    .id = "policy-question",
    .severity = Severity::warns,
    .clauses = "PROH-1 PROH-2 PROH-4 PROH-5 PROH-6 PROH-7 PROH-8 PROH-9 ICT-25",
    .message = {"«{found}» сөзү бул жерде орундуубу? ({topic})", "Уместно ли здесь «{found}»? ({topic})",
                "Is “{found}” in place here? ({topic})"},
    .expected = {"мектепке жана окууга тиешелүү текст", "текст о школе и учёбе",
                 "a text about school and learning"},
    .hint =
        {"Текстти кайра карап чыгыңыз; орундуу болсо, answers.yaml файлына жазыңыз: words: {words}, answer: "
         "suitable.",
         "Посмотрите текст ещё раз; если уместно, запишите в answers.yaml: words: {words}, answer: suitable.",
         "Look at the text again; when it is in place, enter in answers.yaml: words: {words}, answer: "
         "suitable."},
    .why = {"Зомбулукка, касташтырууга чакырган, ар-намысты кемсинткен же жарнактаган материал сайтка "
            "коюлбайт; чечимди "
            "программа эмес, адам чыгарат.",
            "Материалов с призывами к насилию и розни, с оскорблениями и рекламой на сайте не бывает; решает "
            "это человек, "
            "а не программа.",
            "Material that calls for violence or hatred, insults or advertises has no place on the site; a "
            "person decides, "
            "not the program."}};

const Rule policy_tracker{
    .id = "policy-tracker",
    .severity = Severity::warns,
    .clauses = "PROH-2 ICT-25",
    .message = {"Шилтеме окурманды аңдыйт: {found}", "Ссылка следит за читателем: {found}",
                "The link follows readers about: {found}"},
    .expected = {"барактын өз дареги", "собственный адрес страницы", "the page's own address"},
    .hint = {"Баракты ачып, даректен ? белгисинен кийинкисин алып салыңыз же түз дарегин коюңуз.",
             "Откройте страницу и уберите из адреса всё после «?» или вставьте прямой адрес.",
             "Open the page and take away what follows the “?”, or put its direct address."},
    .why = {"Мектептин сайты балдарды жарнак берүүчүлөргө көрсөтпөйт.",
            "Сайт школы не выдаёт детей рекламодателям.",
            "A school's site does not hand children to advertisers."}};

}  // namespace mektep::rules
