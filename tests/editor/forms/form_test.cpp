#include "editor/forms/form.h"

#include "content/classify.h"
#include "editor/forms/entry_form.h"
#include "forms_testing.h"

using namespace mektep;
using namespace mektep::editor;
using namespace mektep::editor::test;

namespace {

FormField form_of(std::string_view schema, std::string_view text, const Directory& directory = {}) {
  const Node value = yaml(text);
  return build_form(*schemas().schemas.find(schema), value, value,
                    {.language = Language::ru, .directory = &directory});
}
const FormField& at(const FormField& form, std::string_view path) {
  if (form.path == path && form.row.empty()) return form;
  for (const auto* parts : {&form.absence, &form.children}) {
    for (const FormField& part : *parts) {
      if (part.path == path && part.widget != Widget::group) return part;
      if (const FormField& found = at(part, path); found.path == path) return found;
    }
  }
  return form;
}

}  // namespace

TEST_CASE("a field shows what the schema says of it") {
  const FormField form =
      form_of("school/organisation.yaml", "phones:\n  - number: '0312123456'\n    for: {ky: Кабылдама}\n");
  const FormField& number = at(form, "phones[0].number");
  CHECK(number.widget == Widget::phone);
  CHECK(number.name == "phones[0].number");
  CHECK(number.value == "0312123456");
  CHECK(number.required);
  CHECK(number.example == "+996312123456");
  CHECK_FALSE(number.label.empty());
  const FormField& purpose = at(form, "phones[0].for");
  CHECK(purpose.widget == Widget::localised);
  CHECK(purpose.ky == "Кабылдама");
  CHECK(purpose.ru.empty());
}

TEST_CASE("each kind of value has its widget") {
  const FormField person = form_of("person.yaml", "{}");
  CHECK(at(person, "kind").widget == Widget::select);
  CHECK(at(person, "kind").options.front() == Option{"administration", "администрация"});
  CHECK(at(person, "experience.total").widget == Widget::number);
  CHECK(at(person, "experience.as_of").widget == Widget::date);
  CHECK(at(person, "subjects").widget == Widget::list);
  const FormField site = form_of("site.yaml", "tags: {sport: {ky: Спорт}}\n");
  CHECK(at(site, "locales").widget == Widget::choices);
  CHECK(at(site, "tags").widget == Widget::dictionary);
  CHECK(at(site, "tags").children.front().value == "sport");
  CHECK(at(site, "tags.sport").ky == "Спорт");
  CHECK(at(form_of("page.yaml", "draft: true\n"), "draft").widget == Widget::checkbox);
  const FormField consent = form_of("consent.yaml", "representative: parent\n");
  CHECK(at(consent, "representative").widget == Widget::select);
  CHECK(at(consent, "covers").options.size() == 10);
}

TEST_CASE("references are picked by name") {
  Findings findings;
  const Directory directory = read_directory(school(), schemas().catalogue, Language::ky);
  const FormField consent = form_of("consent.yaml", "person: nurbek-sydykov\n", directory);
  const FormField& person = at(consent, "person");
  REQUIRE(person.widget == Widget::select);
  const auto found = std::ranges::find(person.options, "nurbek-sydykov", &Option::value);
  REQUIRE(found != person.options.end());
  CHECK(found->label.find("Сыдыков") != std::string::npos);
  CHECK(directory.at("documents").size() > 10);
  CHECK(directory.at("consents").front().label.starts_with("c-0001 · "));
  CHECK(directory.at("programmes").front() == Option{"primary", "Башталгыч жалпы билим берүү программасы"});
  CHECK(std::ranges::find(directory.at("page"), "pages/about", &Option::value) != directory.at("page").end());
}

TEST_CASE("a value that is none of the options is offered all the same") {
  const FormField form = form_of("consent.yaml", "person: gone-away\n");
  CHECK(at(form, "person").options.back() == Option{"gone-away", "gone-away"});
}

TEST_CASE("an absence shows its reason and its day") {
  const FormField form =
      form_of("school/organisation.yaml",
              "branches:\n  absent: {reason: {ky: Жок, ru: Нет}, stated_on: 2026-09-01}\n");
  const FormField& branches = at(form, "branches");
  CHECK(branches.may_be_absent);
  CHECK(branches.absent);
  CHECK(at(form, "branches.absent.reason").ru == "Нет");
  CHECK(at(form, "branches.absent.stated_on").value == "2026-09-01");
  CHECK_FALSE(at(form_of("school/organisation.yaml", "{}"), "branches").absent);
}

TEST_CASE("a value of the wrong shape is shown as one that forms leave alone") {
  CHECK(at(form_of("person.yaml", "name: Асанова\n"), "name").widget == Widget::unknown);
}

TEST_CASE("each finding stands at its field, and each field of the demonstration school can be found") {
  const EntryFile file = *entry_file(schemas(), "school/organisation");
  Findings findings;
  const Node values = yaml("phones:\n  - {number: abc, for: {ru: Приёмная}}\nunknown: 1\nfounded: soon\n");
  validate(*file.schema, values, file.path, findings);
  FormField form = build_form(*file.schema, values, values, {.language = Language::ky});
  const Findings rest = place_findings(form, findings, Language::ky);
  CHECK(at(form, "phones[0].number").problems.size() == 1);
  CHECK(at(form, "phones[0].for").problems.size() == 1);
  CHECK(at(form, "founded").problems.size() == 1);
  REQUIRE(rest.size() == 1);
  CHECK(rest.front().field == "unknown");
}

TEST_CASE("forms are made for every structured file of the demonstration school") {
  std::size_t forms = 0;
  for (const SourceFile& source : school().files()) {
    if (!source.path.ends_with(".yaml") || classify(source.path).role == FileRole::sidecar) continue;
    const std::string id = source.path.substr(
        0, source.path.find(source.path.ends_with("/document.yaml") ? "/document" : ".yaml"));
    const auto file = entry_file(schemas(), id);
    if (!file) continue;
    CHECK(file->path == source.path);
    Findings findings;
    const Node values = read_values(*file, read_file(source.path), findings);
    const FormField form = build_form(*file->schema, values, values, {.language = Language::ky});
    auto check = [&](auto&& self, const FormField& field) -> void {
      INFO(source.path << " " << field.path);
      CHECK(field.widget != Widget::unknown);
      if (field.row.empty() && !field.path.empty()) CHECK_FALSE(field.label.empty());
      for (const FormField& part : field.children) self(self, part);
    };
    check(check, form);
    CHECK(count_controls(form) > 1);
    ++forms;
  }
  CHECK(forms > 60);
}
