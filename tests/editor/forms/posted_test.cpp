#include "editor/forms/posted.h"

#include "editor/forms/entry_form.h"
#include "forms_testing.h"

using namespace mektep;
using namespace mektep::editor;
using namespace mektep::editor::test;

namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

// What a browser would send of a form in which nobody changed anything.
void send(const FormField& field, Fields& to) {
  if (field.may_be_absent) {
    to.emplace_back(field.name + "?", field.absent ? "absent" : "given");
    for (const FormField& part : field.absence) send(part, to);
  }
  switch (field.widget) {
    case Widget::localised:
    case Widget::localised_textarea:
      to.emplace_back(field.name + ".ky", field.ky);
      to.emplace_back(field.name + ".ru", field.ru);
      return;
    case Widget::group:
      break;
    case Widget::list:
    case Widget::dictionary:
      to.emplace_back(field.name + "[]", "");
      for (const FormField& row : field.children) {
        to.emplace_back(field.name + "[]", row.row);
        if (field.widget == Widget::dictionary) to.emplace_back(row.name + "@key", row.value);
      }
      break;
    case Widget::choices:
      to.emplace_back(field.name, "");
      for (const std::string& value : field.chosen) to.emplace_back(field.name, value);
      return;
    case Widget::checkbox:
      to.emplace_back(field.name, "");
      if (field.value == "true") to.emplace_back(field.name, "true");
      return;
    case Widget::date_time: {
      const std::size_t t = field.value.find('T');
      to.emplace_back(field.name, field.value.substr(0, t));
      to.emplace_back(field.name + "~time", t == std::string::npos ? "" : field.value.substr(t + 1));
      return;
    }
    case Widget::unknown:
      return;
    default: {
      std::string value = field.value;  // browsers send line ends of Windows
      for (std::size_t i = value.find('\n'); i != std::string::npos; i = value.find('\n', i + 2))
        value.replace(i, 1, "\r\n");
      to.emplace_back(field.name, value);
      return;
    }
  }
  for (const FormField& part : field.children) send(part, to);
}

struct Sheet {
  explicit Sheet(std::string_view entry, std::string text_of_file) : text(std::move(text_of_file)) {
    file = *entry_file(schemas(), entry);
    Findings findings;
    now = read_values(file, text, findings);
    const FormField form = build_form(*file.schema, now, now, {.language = Language::ky});
    send(form, fields);
  }
  void set(std::string_view name, std::string value) {
    const auto found = std::ranges::find(fields, name, &std::pair<std::string, std::string>::first);
    if (found != fields.end()) {
      found->second = std::move(value);
    } else {
      fields.emplace_back(name, std::move(value));
    }
  }
  Node read(const char* step = nullptr) const {
    const auto parsed = step != nullptr ? parse_row_step(step) : std::nullopt;
    return read_posted(*file.schema, now, Posted(fields), parsed ? &*parsed : nullptr);
  }
  std::string save() const {
    const auto saved = write_values(file, text, read());
    REQUIRE(saved);
    return *saved;
  }

  EntryFile file;
  std::string text;
  Node now;
  Fields fields;
};

}  // namespace

TEST_CASE("a form that nobody changed saves every file of the demonstration school byte for byte") {
  std::size_t files = 0;
  for (const SourceFile& source : school().files()) {
    const Findings none;
    std::string id = source.path;
    for (const char* end : {"/document.yaml", ".yaml", "/index.ky.md", "/index.ru.md"}) {
      if (id.ends_with(end)) id.resize(id.size() - std::string_view(end).size());
    }
    const Locale locale = source.path.ends_with(".ru.md") ? Locale::ru : Locale::ky;
    const auto file = entry_file(schemas(), id, locale);
    if (!file || file->path != source.path) continue;
    const std::string text = read_file(source.path);
    Findings findings;
    const Node now = read_values(*file, text, findings);
    Fields fields;
    send(build_form(*file->schema, now, now, {.language = Language::ky}), fields);
    const auto saved = write_values(*file, text, read_posted(*file->schema, now, Posted(fields)));
    INFO(source.path);
    REQUIRE(saved);
    CHECK(*saved == text);
    ++files;
  }
  CHECK(files > 150);
}

TEST_CASE("a changed field changes its value only") {
  Sheet sheet("school/organisation",
              "name: {full: {ky: А, ru: Б}}  # kept\nmy_key: 7\nphones:\n  - {number: '0312123456'}\n");
  sheet.set("name.full.ru", " Школа № 1: лучшая ");
  sheet.set("phones[0].number", "+996 (312) 123-456");
  CHECK(sheet.save() ==
        "name: {full: {ky: А, ru: \"Школа № 1: лучшая\"}}  # kept\nmy_key: 7\nphones:\n  - {number: "
        "'0312123456'}\n");
}

TEST_CASE("what is typed is written as the schema wants it") {
  Sheet sheet("people/a", "kind: teacher\n");
  sheet.set("name.surname.ky", "Асанова");
  sheet.set("experience.total", "1 2");
  sheet.set("experience.as_of", "2026-09-01");
  sheet.set("subjects[]", "n0");
  sheet.set("subjects[n0].ky", "Химия");
  CHECK(sheet.save() ==
        "name:\n  surname: {ky: Асанова}\nkind: teacher\nsubjects:\n  - {ky: Химия}\nexperience: {total: 12, "
        "as_of: 2026-09-01}\n");
  Sheet phone("school/organisation", "{}\n");
  phone.set("phones[]", "n0");
  phone.set("phones[n0].number", "(0312) 12-34-56");
  CHECK(phone.save() == "phones:\n  - {number: \"+996312123456\"}\n");
}

TEST_CASE("an emptied field is left out, and with the last field its group") {
  Sheet sheet("people/a", "kind: teacher\ncategory: {ky: Биринчи}\nexperience: {total: 3}\n");
  sheet.set("category.ky", "");
  sheet.set("experience.total", " ");
  CHECK(sheet.save() == "kind: teacher\n");
}

TEST_CASE("rows are added, moved and taken away") {
  Sheet sheet("school/organisation", "phones:\n  - {number: '1'}  # one\n  - {number: '2'}\n");
  const Node added = sheet.read("add phones");
  CHECK(added.at("phones")->items.size() == 3);
  CHECK(sheet.read("remove phones 0").at("phones/0/number")->text == "2");
  CHECK(sheet.read("down phones 0").at("phones/0/number")->text == "2");
  CHECK(sheet.read("up phones 0").at("phones/0/number")->text == "1");
  std::erase_if(sheet.fields, [](const auto& field) { return field.first == "phones[]"; });
  for (const char* row : {"", "1", "n5", "0"}) sheet.fields.emplace_back("phones[]", row);
  sheet.set("phones[n5].number", "3");
  CHECK(sheet.save() == "phones:\n  - {number: '2'}\n  - {number: \"3\"}\n  - {number: '1'}  # one\n");
}

TEST_CASE("an absence is stated and taken back") {
  Sheet sheet("school/organisation", "founded: 1938\n");
  sheet.set("branches?", "absent");
  sheet.set("branches.absent.reason.ky", "Филиал жок");
  sheet.set("branches.absent.stated_on", "2026-09-01");
  const std::string stated = sheet.save();
  CHECK(stated ==
        "founded: 1938\nbranches:\n  absent:\n    reason: {ky: Филиал жок}\n    stated_on: 2026-09-01\n");
  Sheet back("school/organisation", stated);
  back.set("branches?", "given");
  CHECK(back.save() == "founded: 1938\n");
}

TEST_CASE("a part of a form may be sent") {
  Sheet sheet("school/organisation", "okpo: \"1\"\nphones:\n  - {number: '1'}\nemails: [a@b.kg]\n");
  sheet.fields = {{"okpo", "2"}};
  CHECK(sheet.save() == "okpo: \"2\"\nphones:\n  - {number: '1'}\nemails: [a@b.kg]\n");
}

TEST_CASE("boxes and choices say yes and no") {
  Sheet sheet("consents/c-1", "scopes: [internet, news]\ncovers: [name]\nrepresentative: parent\n");
  sheet.fields = {
      {"representative", ""}, {"scopes", ""}, {"scopes", "photo"}, {"scopes", "news"}, {"covers", ""}};
  CHECK(sheet.save() == "scopes: [news, photo]\n");
}

TEST_CASE("the rows of a dictionary have keys") {
  Sheet sheet("site", "tags:\n  sport: {ky: Спорт}\n  okuu: {ky: Окуу}\n");
  std::erase_if(sheet.fields, [](const auto& field) { return field.first == "tags[]"; });
  for (const char* row : {"", "1", "n1"}) sheet.fields.emplace_back("tags[]", row);
  sheet.set("tags[n1]@key", "mayram");
  sheet.set("tags[n1].ky", "Майрам");
  CHECK(sheet.save() == "tags:\n  okuu: {ky: Окуу}\n  mayram: {ky: Майрам}\n");
}

TEST_CASE("control characters that a paste brought along are left out") {
  Sheet sheet("school/organisation", "name: {full: {ky: А}}\n");
  sheet.set("name.full.ky", "жок\x11 \xC2\x85\xEF\xBB\xBFэмес\xE2\x80\xA8экен");
  CHECK(sheet.save() == "name: {full: {ky: жок эмес экен}}\n");
}

TEST_CASE("hostile fields change nothing that they do not name") {
  Sheet sheet("school/organisation", "okpo: \"1\"\nphones:\n  - {number: '1'}\n");
  sheet.fields = {{"phones[]", ""},
                  {"phones[]", "0"},
                  {"phones[]", "0"},
                  {"phones[]", "99999999999999999999"},
                  {"phones[]", "-1"},
                  {"phones[0].number", "1"},
                  {"phones[0].number.x", "y"},
                  {"__proto__", "x"},
                  {"okpo.ky", "x"},
                  {"branches?", "perhaps"}};
  CHECK(sheet.save() == sheet.text);
}
