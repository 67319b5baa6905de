#include "checks/agreement_rules.h"

namespace mektep::rules {

const Rule fact_contradicted{
    .id = "fact-contradicted",
    .severity = Severity::blocks,
    .clauses = "PROH-3",
    .message = {"«{found}» деп жазылган, ал эми {other} ичинде: {expected}",
                "Здесь «{found}», а в {other}: {expected}", "“{found}” here, but {expected} in {other}"},
    .expected = {"{expected}", "{expected}", "{expected}"},
    .hint =
        {"Бул жерге фактыны өзүн коюңуз: {repair}. Башка жылга же бир бөлүккө тиешелүү болсо, ошону жазыңыз.",
         "Вставьте сюда сам факт: {repair}. Если речь о другом годе или о части, так и напишите.",
         "Quote the fact itself here: {repair}. If another year or a part is meant, say so."},
    .why = {"Сайттын ар кайсы жеринде бир эле маалымат ар башка болбошу керек.",
            "Одни и те же сведения в разных местах сайта не должны различаться.",
            "The same data may not differ between parts of the site."}};

}  // namespace mektep::rules
