#include "outputs/rules.h"

namespace mektep {
namespace rules {

const Rule outputs_two_sources{.id = "outputs-two-sources",
                               .severity = Severity::blocks,
                               .message = {"{found} дарегин эки булак талашат; экинчиси – {other}",
                                           "На адрес {found} претендуют два источника; второй – {other}",
                                           "Two sources claim the address {found}; the other is {other}"},
                               .expected = {"ар бир баракка өзүнчө дарек", "у каждой страницы свой адрес",
                                            "an address of its own for every page"},
                               .hint = {"Бирөөнүн папкасынын атын же `slug:` маанисин өзгөртүңүз.",
                                        "Измените у одного из них имя папки или значение `slug:`.",
                                        "Change the folder name or the `slug:` of one of them."},
                               .why = {"Эки барактын бири экинчисин билинбей басып калбашы керек.",
                                       "Одна страница не должна молча затереть другую.",
                                       "One page must not silently overwrite another."}};

const Rule outputs_no_layout{.id = "outputs-no-layout",
                             .severity = Severity::blocks,
                             .message = {"Темада «{found}» калыбы жок", "В теме нет макета «{found}»",
                                         "The theme has no layout “{found}”"},
                             .expected = {"layouts/{found}", "layouts/{found}", "layouts/{found}"},
                             .hint = {"Калыпты темага же мектептин theme/ папкасына кошуңуз.",
                                      "Добавьте макет в тему или в папку theme/ школы.",
                                      "Add the layout to the theme or to the school's theme/ folder."},
                             .why = {"Ар бир барактын түрү өзүнүн калыбы менен көрсөтүлөт.",
                                     "Каждый вид страниц показывается по своему макету.",
                                     "Every kind of page is shown through its layout."}};

const Rule outputs_unknown_shortcode{
    .id = "outputs-unknown-shortcode",
    .severity = Severity::blocks,
    .message = {"«{found}» деген кыстарма жок", "Вставки «{found}» не существует",
                "There is no shortcode “{found}”"},
    .expected = {"figure, gallery, document, person, fact, callout, video, map, table же contact",
                 "figure, gallery, document, person, fact, callout, video, map, table или contact",
                 "figure, gallery, document, person, fact, callout, video, map, table or contact"},
    .hint = {"{suggestion}", "{suggestion}", "{suggestion}"},
    .why = {"Белгисиз кыстарманын ордуна окурман бош жер көрмөк.",
            "На месте неизвестной вставки читатель увидел бы пустоту.",
            "A reader would see nothing where an unknown shortcode stands."}};

const Rule outputs_shortcode_argument{.id = "outputs-shortcode-argument",
                                      .severity = Severity::blocks,
                                      .message = {"«{name}» кыстармасынын «{field}» мааниси туура эмес",
                                                  "Неверное значение «{field}» вставки «{name}»",
                                                  "The value “{field}” of the shortcode “{name}” is wrong"},
                                      .expected = {"{expected}", "{expected}", "{expected}"},
                                      .hint = {"{suggestion}", "{suggestion}", "{suggestion}"},
                                      .why = {"Кыстарма эмнеге тиешелүү экенин так айтуу керек.",
                                              "Вставка должна точно указывать, к чему она относится.",
                                              "A shortcode has to say exactly what it refers to."}};

const Rule outputs_emblem_damaged{
    .id = "outputs-emblem-damaged",
    .severity = Severity::warns,
    .message = {"Мектептин белгисин тартуу мүмкүн эмес", "Эмблему школы не удаётся нарисовать",
                "The school's emblem cannot be drawn"},
    .expected = {"бузулбаган SVG сүрөт", "неповреждённый рисунок SVG", "a sound SVG drawing"},
    .hint =
        {"Файлды браузерде ачып көрүңүз. Ачылбаса, белгини тарткан адамдан SVG файлды кайра сурап алыңыз.",
         "Откройте файл в браузере. Если он не открывается, попросите у автора эмблемы файл SVG ещё раз.",
         "Open the file in a browser. If it does not open, ask whoever drew the emblem for the SVG file "
         "again."},
    .why = {"Телефондогу сүрөтчөлөр жана социалдык тармактардагы карточка ушул белгиден жасалат.",
            "Из неё делаются значки для телефонов и карточка для социальных сетей.",
            "Icons for telephones and the card for social networks are made from it."}};

}  // namespace rules

std::span<const Rule* const> outputs_rules() {
  static constexpr const Rule* all[] = {&rules::outputs_two_sources, &rules::outputs_no_layout,
                                        &rules::outputs_unknown_shortcode, &rules::outputs_shortcode_argument,
                                        &rules::outputs_emblem_damaged};
  return all;
}

}  // namespace mektep
