// ICT-20…22: somebody withheld is planted everywhere, and every byte of the site is searched.
#include <catch2/catch.hpp>

#include "base/slug.h"
#include "base/text.h"
#include "media/picture.h"
#include "publish/publishable_site.h"
#include "support/demonstration.h"
#include "support/zip.h"

using namespace mektep;
using namespace mektep::test;

namespace {

const std::string person_yaml =
    "name:\n"
    "  surname: {ky: Кыязбекова, ru: Кыязбекова}\n"
    "  given: {ky: Сайрагүл, ru: Сайрагуль}\n"
    "  patronymic: {ky: Өмүрзаковна, ru: Омурзаковна}\n"
    "kind: teacher\npost: {ky: Химия мугалими, ru: Учитель химии}\n"
    "subjects: [{ky: Химия, ru: Химия}]\n"
    "phones: [\"+996700918273\"]\nemail: sayra@kyyazbek.example\n"
    "photo: sayragul-kyyazbekova.jpg\n";

// A photograph whose notes hold the name.
std::string photo() {
  Pixels pixels{160, 160, 3, {}};  // like no picture of the school
  for (std::uint32_t i = 0; i < 160 * 160 * 3; ++i)
    pixels.bytes.push_back(static_cast<std::uint8_t>((i / 3 * 2654435761U) >> 24));
  std::string jpeg = encode_jpeg(pixels, 80);
  const std::string note = "KYYAZBEKOVA Sayragul";
  const auto size = static_cast<char>(note.size() + 2);
  return jpeg.insert(2, std::string("\xFF\xFE\0", 3) + size + note);
}

// What may stand nowhere.
std::vector<std::string> traces() {
  std::vector<std::string> all{"Кыязбек",     "КЫЯЗБЕК",     "кыязбек",   "Сайрагүл",    "Сайрагул",
                               "Өмүрзаковна", "Омурзаковна", "700918273", "700 918 273", "sayra@",
                               "kyyazbek",    "KYYAZBEK",    "sayragul",  "kyjazbek"};
  for (const Locale locale : all_locales) all.push_back(slugify("Кыязбекова", locale));
  for (std::size_t i = 0, count = all.size(); i < count; ++i) {
    const std::string encoded = encode_url(all[i]);
    if (encoded != all[i]) {
      all.push_back(encoded);
      all.push_back(lower(encoded));
    }
  }
  return all;
}

std::string replaced(const std::string& file, std::string_view from, std::string_view to) {
  const std::string bytes = bytes_of(file);
  REQUIRE(bytes.find(from) != std::string::npos);
  return replace_all(bytes, from, to);
}

const std::string sidecar =
    "alt: {ky: Мугалимдин портрети, ru: Портрет учителя}\npeople: [c-0990]\nstated_by: nurbek-sydykov\n"
    "stated_on: 2026-11-10\n";

const std::string consent_yaml =
    "person: sayragul-kyyazbekova\nscopes: [internet, news, photo]\ncovers: [name, photo, phone, email]\n"
    "from: 2026-09-01\nuntil: 2026-11-20\nevidence: {number: \"04-90\", date: 2026-09-01}\n"
    "risks_explained: {by: nurbek-sydykov, on: 2026-09-01}\n";

// In every place that names a person by id or shows a picture.
Edits planted_by_id(const std::string& consent) {
  Edits edits{{"people/sayragul-kyyazbekova.yaml", person_yaml + "consent: c-0990\n"},
              {"people/sayragul-kyyazbekova.jpg", photo()},
              {"people/sayragul-kyyazbekova.jpg.yaml", sidecar},
              {"consents/c-0990.yaml", consent},
              {"news/2026/jashyl-mektep/face.jpg", photo()},
              {"news/2026/jashyl-mektep/face.jpg.yaml", sidecar},
              {"albums/2026/bir-kun/face.jpg", photo()},
              {"albums/2026/bir-kun/face.jpg.yaml", sidecar}};
  edits.emplace_back("school/director.yaml",
                     replaced("school/director.yaml", "deputies: [", "deputies: [sayragul-kyyazbekova, "));
  edits.emplace_back("news/2026/jashyl-mektep/index.ky.md",
                     replaced("news/2026/jashyl-mektep/index.ky.md", "{{< gallery",
                              "{{< person id=\"sayragul-kyyazbekova\" >}}\n\n![](face.jpg)\n\n{{< gallery"));
  return edits;
}

std::vector<std::string> files_with(const std::map<std::string, std::string>& site,
                                    const std::string& trace) {
  std::vector<std::string> found;
  for (const auto& [file, bytes] : site)
    if (file.find(trace) != std::string::npos || bytes.find(trace) != std::string::npos)
      found.push_back(file);
  return found;
}

}  // namespace

TEST_CASE("nothing of a person whose consent has ended stands in any file of the site") {
  const auto site = render_all(*prepare_demonstration(planted_by_id(consent_yaml)));
  REQUIRE(site.size() > 400);
  for (const std::string& trace : traces()) {
    INFO(trace);
    CHECK(files_with(site, trace).empty());
  }
}

TEST_CASE("on the day a consent ends the site is published without the person, texts by name included") {
  Edits edits = planted_by_id(consent_yaml);
  const std::string teacher = bytes_of("people/aigul-duishonbekova.yaml");
  const std::size_t education = teacher.find("education:");
  edits.front().second =
      *edits.front().second + teacher.substr(education, teacher.find("consent:") - education);
  edits.emplace_back("news/2026/named/index.ky.md",
                     "---\ntitle: Сабак\ndate: 2026-11-01\n---\n\nСабакты **Кыяз**бекова\nСайрагүл өттү.\n");
  edits.emplace_back("news/2026/titled/index.ky.md",
                     "---\ntitle: Кыязбекованын классы\ndate: 2026-11-01\n---\n\nТекст.\n");
  const std::shared_ptr<const PreparedSite> site = prepare_demonstration(edits);
  for (const Finding& finding : site->findings)
    if (finding.blocks()) UNSCOPED_INFO(finding.place.file << ": " << finding.message(Language::en));
  CHECK(PublishableSite::pass(site));
  CHECK(site->facts.withheld_texts.size() == 2);
  const auto files = render_all(*site);
  for (const std::string& trace : traces()) {
    INFO(trace);
    CHECK(files_with(files, trace).empty());
  }
  // The day before, all of it is public.
  const auto earlier = render_all(*prepare_demonstration(edits, Date{2026, 11, 20}));
  CHECK(files_with(earlier, "Сабак").size() > 1);
  CHECK(files_with(earlier, "Кыязбекованын классы").size() > 2);
}

TEST_CASE("the same person stands in many files while the consent is in force") {
  const std::string lasting = replace_all(consent_yaml, "until: 2026-11-20", "until: 2027-08-31");
  const auto site = render_all(*prepare_demonstration(planted_by_id(lasting)));
  CHECK(files_with(site, "Кыязбекова").size() > 8);
  CHECK(files_with(site, "sayra@kyyazbek.example").size() >= 2);
  CHECK(files_with(site, "KYYAZBEKOVA Sayragul").empty());  // the camera's notes never
}

TEST_CASE("a name that somebody has typed stops the publication, wherever it is typed") {
  const std::string golden = "pages/about/index.ky.md";
  const auto text = [&](const std::string& words) {
    return Edits{{golden, replaced(golden, "## Бизде эмне маанилүү", words + "\n\n## Бизде эмне маанилүү")}};
  };
  const auto word = [](const std::string& words) {
    return make_zip({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", words}});
  };
  const std::string record = "type: other\ntitle: {ky: Маалымкат, ru: Справка}\ndate: 2026-09-01\n";
  const std::vector<std::pair<std::string, Edits>> plants{
      {"paragraph", text("Сабакты Кыязбекова Сайрагүл өттү.")},
      {"emphasis", text("Сабакты **Кыяз**бекова\n*Сайрагүл* өттү.")},
      {"soft hyphen", text("Сабакты Кыяз\u00ADбекова өттү.")},
      {"zero width", text("Сабакты Кыяз\u200Bбекованын классы.")},
      {"Latin letters", text("Сабакты Кыязбeкoва өттү.")},
      {"first name and patronymic", text("Рахмат Сайрагүл Өмүрзаковнага!")},
      {"initials", text("Жооптуу: С. Ө. Кыязбекова")},
      {"heading", text("## Кыязбекова Сайрагүл")},
      {"table", text("| Аты |\n|---|\n| Кыязбекова С. |")},
      {"link text", text("[Кыязбекова Сайрагүл](/about/)")},
      {"link target", text("[Мугалим](https://example.kg/sayragul-kyyazbekova)")},
      {"encoded target",
       text("[Мугалим](https://example.kg/%D0%9A%D1%8B%D1%8F%D0%B7%D0%B1%D0%B5%D0%BA%D0%BE%D0%B2%D0%B0)")},
      {"alternative text", text("![Кыязбекова Сайрагүл](school.jpg)")},
      {"caption", text("![](school.jpg \"Кыязбекова Сайрагүл\")")},
      {"mail address", text("[Кат](mailto:kyyazbekova@example.kg)")},
      {"footnote", text("Сабак[^1]\n\n[^1]: Кыязбекова Сайрагүл")},
      {"code", text("    Кыязбекова Сайрагүл")},
      {"title", {{golden, replaced(golden, "title: Мектеп жөнүндө", "title: Кыязбекова Сайрагүл")}}},
      {"summary", {{golden, replaced(golden, "summary: ", "summary: Кыязбекова Сайрагүл. ")}}},
      {"alias", {{golden, replaced(golden, "order: 1", "order: 1\naliases: [/kyyazbekova/]")}}},
      {"folder",
       {{"news/2026/kyyazbekova/index.ky.md", "---\ntitle: Жаңылык\ndate: 2026-11-01\n---\n\nТекст.\n"}}},
      {"side-car",
       {{"pages/about/school.jpg.yaml",
         replaced("pages/about/school.jpg.yaml", "stated_by", "author: Кыязбекова Сайрагүл\nstated_by")}}},
      {"place of an event",
       {{"events/2026/adam-ukuktary/index.ky.md",
         replaced("events/2026/adam-ukuktary/index.ky.md", "place: Спорт залы",
                  "place: Кыязбекованын кабинети")}}},
      {"fact",
       {{"school/staff.yaml",
         replaced("school/staff.yaml", "  ky: Мектепте 22", "  ky: Кыязбекова Сайрагүл. 22")}}},
      {"record of somebody else",
       {{"people/gulnara-asanova.yaml", replaced("people/gulnara-asanova.yaml", "post: {ky: ",
                                                 "post: {ky: \"Кыязбекова С.\", ru: \"\"}\n#")}}},
      {"title of a document",
       {{"documents/charter/document.yaml",
         replaced("documents/charter/document.yaml", "title: {ky: ", "title: {ky: Кыязбекова Сайрагүл ")}}},
      {"file name of a document",
       {{"documents/spravka/document.yaml", record + "files:\n  - {file: kyyazbekova.docx, language: ky}\n"},
        {"documents/spravka/kyyazbekova.docx", word("<w:p><w:t>Текст</w:t></w:p>")}}}};
  for (const auto& [name, edits] : plants) {
    INFO(name);
    Edits all{{"people/sayragul-kyyazbekova.yaml",
               person_yaml.substr(0, person_yaml.find("photo:")) + "consent: refused\n"}};
    all.insert(all.end(), edits.begin(), edits.end());
    const std::shared_ptr<const PreparedSite> site = prepare_demonstration(std::move(all));
    const bool told = std::ranges::any_of(site->findings, [](const Finding& finding) {
      return finding.rule->id == "consent-name-in-text" || finding.rule->id == "consent-name-in-address";
    });
    CHECK(told);
    CHECK_FALSE(PublishableSite::pass(site));
  }
}

TEST_CASE("a file that names somebody without consent is withheld, and the rest of the site is published") {
  const auto word = [](const std::string& words) {
    return make_zip({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", words}});
  };
  const std::string teacher = bytes_of("people/aigul-duishonbekova.yaml");
  const std::size_t education = teacher.find("education:");
  const std::string taught = teacher.substr(education, teacher.find("consent:") - education);
  Edits edits{{"people/sayragul-kyyazbekova.yaml",
               person_yaml.substr(0, person_yaml.find("photo:")) + taught + "consent: refused\n"},
              {"documents/charter/charter-ru.docx",
               word("<w:p><w:r><w:t>Кыяз</w:t></w:r><w:r><w:t>бекова Сайрагүл</w:t></w:r></w:p>")},
              {"documents/charter/document.yaml",
               replaced("documents/charter/document.yaml", "charter-ru.pdf", "charter-ru.docx")},
              {"pages/about/list.csv", "Аты,Класс\nКыязбекова Сайрагүл,9-А\n"},
              {"pages/about/index.ky.md", replaced("pages/about/index.ky.md", "## Бизде эмне маанилүү",
                                                   "[Тизме](list.csv)\n\n## Бизде эмне маанилүү")}};
  const std::shared_ptr<const PreparedSite> site = prepare_demonstration(edits);
  for (const Finding& finding : site->findings)
    if (finding.blocks()) UNSCOPED_INFO(finding.place.file << ": " << finding.message(Language::en));
  CHECK(PublishableSite::pass(site));
  CHECK(site->facts.withheld_files ==
        std::set<std::string>{"documents/charter/charter-ru.docx", "pages/about/list.csv"});
  const auto files = render_all(*site);
  CHECK(files_with(files, "Кыязбек").empty());
  CHECK_FALSE(files.contains("documents/charter/charter-ru.docx"));
  for (const std::string name : {"charter-ru.docx", "list.csv"}) CHECK(files_with(files, name).empty());
  CHECK(files.at("ru/documents/charter/index.html").find("Файл временно снят") != std::string::npos);
  CHECK(files.at("documents/charter/index.html").find("charter-ky.pdf") != std::string::npos);
  CHECK(files.at("disclosure.json").find("\"withheld_files\": 1") != std::string::npos);
}
