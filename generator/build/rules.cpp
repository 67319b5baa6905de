#include "build/rules.h"

namespace mektep {
namespace rules {

const Rule build_no_data{
    .id = "build-no-data",
    .severity = Severity::blocks,
    .message = {"Mektep'тин өз файлдары табылган жок: {found}",
                "Не найдены собственные файлы Mektep: {found}", "Mektep's own files were not found: {found}"},
    .expected = {"schema/ жана themes/ папкалары", "папки schema/ и themes/",
                 "the folders schema/ and themes/"},
    .hint = {"Программаны кайра орнотуңуз же --data менен папканы көрсөтүңүз.",
             "Переустановите программу или укажите папку через --data.",
             "Install the program again or name the folder with --data."},
    .why = {"Эрежелер жана темалар программа менен бирге орнотулат.",
            "Правила и темы устанавливаются вместе с программой.",
            "The rules and themes are installed with the program."}};

const Rule build_no_theme{
    .id = "build-no-theme",
    .severity = Severity::blocks,
    .message = {"«{found}» деген тема жок", "Темы «{found}» нет", "There is no theme “{found}”"},
    .expected = {"орнотулган тема, мисалы default", "установленная тема, например default",
                 "an installed theme, such as default"},
    .hint = {"site.yaml ичинде theme: default деп жазыңыз.", "Напишите в site.yaml theme: default.",
             "Write theme: default in site.yaml."},
    .why = {"Барактардын көрүнүшүн тема аныктайт.", "Внешний вид страниц определяет тема.",
            "The theme decides how pages look."}};

}  // namespace rules

std::span<const Rule* const> build_rules() {
  static constexpr const Rule* all[] = {&rules::build_no_data, &rules::build_no_theme};
  return all;
}

}  // namespace mektep
