#include <catch2/catch.hpp>

#include "support/school.h"

using namespace mektep;
using namespace mektep::test;

TEST_CASE("an entry is put together from its Kyrgyz and its Russian file") {
  const auto school =
      load_school({{"site.yaml", site_yaml},
                   {"news/2026/bell/index.ky.md",
                    "---\ntitle: Биринчи коңгуроо\ndate: 2026-09-01\ntags: [holiday]\n---\nБүгүн майрам.\n"},
                   {"news/2026/bell/index.ru.md", "---\ntitle: Первый звонок\n---\nСегодня праздник.\n"}});
  REQUIRE(school.model.entries.size() == 1);
  const Entry& entry = school.model.entries[0];
  CHECK(entry.path == "news/2026/bell");
  CHECK(entry.name() == "bell");
  REQUIRE(entry.in(Locale::ky));
  REQUIRE(entry.in(Locale::ru));
  CHECK(entry.in(Locale::ru)->title == "Первый звонок");
  CHECK(entry.date->date == Date{2026, 9, 1});
  CHECK(entry.tags == std::vector<std::string>{"holiday"});
}

TEST_CASE("a repository without site.yaml is a finding") {
  CHECK(has_rule(load_school({}).findings, "content-no-site"));
}

TEST_CASE("a text that does not say its language is a finding and no entry") {
  const auto school =
      load_school({{"site.yaml", site_yaml}, {"pages/about/index.md", "---\ntitle: Мектеп\n---\n"}});
  CHECK(has_rule(school.findings, "content-no-locale"));
  CHECK(school.model.entries.empty());
}

TEST_CASE("invalid UTF-8 is reported at its line and column, and the other files are still read") {
  const auto school = load_school({{"site.yaml", site_yaml},
                                   {"pages/a/index.ky.md", "---\ntitle: Ачык\n---\nсал\xff\n"},
                                   {"pages/b/index.ky.md", "---\ntitle: Бет\n---\n"}});
  CHECK(brief(school.findings) == std::vector<std::string>{"text-invalid-utf8 pages/a/index.ky.md:4:4"});
  CHECK(school.model.entry("pages/b"));
}

TEST_CASE("a folder name that cannot be part of an address is refused with a better one") {
  const auto school =
      load_school({{"site.yaml", site_yaml}, {"pages/Мектеп/index.ky.md", "---\ntitle: Мектеп\n---\n"}});
  REQUIRE(has_rule(school.findings, "content-bad-folder-name"));
  CHECK(school.findings[0].hint(Language::en).find("mektep") != std::string::npos);
}

TEST_CASE("a document knows the size, type and SHA-256 of its files, and misses what is not there") {
  const auto school = load_school({{"site.yaml", site_yaml},
                                   {"documents/charter/charter.pdf", "%PDF-1.4\n%%EOF\n"},
                                   {"documents/charter/document.yaml",
                                    "type: charter\ntitle: {ky: Устав, ru: Устав}\nfiles: [{file: "
                                    "charter.pdf}, {file: chartre.pdf}]\n"}});
  REQUIRE(school.model.documents.size() == 1);
  const DocumentFile& file = school.model.documents[0].files[0];
  CHECK(file.type == FileType::pdf);
  CHECK(file.size == 15);
  CHECK(file.sha256.size() == 64);
  CHECK(has_rule(school.findings, "content-file-missing"));
}

TEST_CASE("a PDF that is a PNG is a finding") {
  const auto school = load_school(
      {{"site.yaml", site_yaml},
       {"documents/x/x.pdf", "\x89PNG\r\n\x1a\n0000IHDR"},
       {"documents/x/document.yaml", "type: other\ntitle: {ky: Х, ru: Х}\nfiles: [{file: x.pdf}]\n"}});
  CHECK(has_rule(school.findings, "content-asset-type"));
}

TEST_CASE("the digest of a text changes with its words and not with its line ends") {
  const auto digest_of = [](std::string body) {
    return load_school({{"site.yaml", site_yaml}, {"pages/a/index.ky.md", "---\ntitle: А\n---\n" + body}})
        .model.entries.at(0)
        .any()
        .digest;
  };
  CHECK(digest_of("Бир\nэки\n") == digest_of("Бир\r\nэки\r\n\r\n"));
  CHECK(digest_of("Бир\nэки\n") != digest_of("Бир\nүч\n"));
}

TEST_CASE("one job and many load the same model and the same findings") {
  Files files{{"site.yaml", site_yaml}};
  for (int i = 0; i < 200; ++i) {
    files.push_back({fmt::format("pages/p{}/index.ky.md", i),
                     fmt::format("---\ntitle: Бет {}\nunknown: 1\n---\nтекст\n", i)});
  }
  const auto snapshot = make_memory_snapshot(files);
  Findings one, many;
  const ContentModel a = load_content(*snapshot, project_schemas(), {1}, one);
  const ContentModel b = load_content(*snapshot, project_schemas(), {4}, many);
  CHECK(brief(one) == brief(many));
  CHECK(one.size() == 200);
  REQUIRE(a.entries.size() == b.entries.size());
  for (std::size_t i = 0; i < a.entries.size(); ++i)
    CHECK(a.entries[i].any().digest == b.entries[i].any().digest);
}

TEST_CASE("what is published as it is may be too big, a photograph may not") {
  const std::string picture = std::string("GIF89a\x10\0\x10\0", 10) + std::string(6u << 20, '\0');
  const auto school = load_school({{"site.yaml", site_yaml},
                                   {"pages/a/index.ky.md", "---\ntitle: Бет\n---\n"},
                                   {"pages/a/photo.gif", picture},
                                   {"documents/a/scan.gif", picture}});
  std::vector<std::string> big;
  for (const std::string& line : brief(school.findings)) {
    if (line.starts_with("content-asset-too-big")) big.push_back(line);
  }
  CHECK(big == std::vector<std::string>{"content-asset-too-big documents/a/scan.gif:0:0"});
}

TEST_CASE("a drawing that fetches or runs anything is refused, one that refers to its own parts is not") {
  const std::string head =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 "
      "9 9\">";
  const auto refused = [&](const std::string& body) {
    const auto school = load_school({{"site.yaml", site_yaml},
                                     {"pages/a/index.ky.md", "---\ntitle: Бет\n---\n"},
                                     {"pages/a/plan.svg", head + body + "</svg>"},
                                     {"pages/a/plan.svg.yaml", "alt: {ky: План, ru: План}\n"}});
    CHECK_FALSE(has_rule(school.findings, "content-sidecar-without-asset"));
    return has_rule(school.findings, "content-active-picture");
  };
  for (const char* body :
       {"<use href=\"https://evil.example/a.svg#x\"/>", "<image xlink:href = 'https://evil.example/a.png'/>",
        "<image href=\"other.png\"/>", "<rect style=\"fill:url(https://evil.example/x)\"/>",
        "<rect style=\"fill:url( 'HTTPS://evil.example/x')\"/>",
        "<style>@\\69mport \"https://evil.example/a.css\";</style>",
        "<rect><set attributeName=\"onclick\" to=\"x\"/></rect>", "<feImage href=\"//evil.example/x\"/>"}) {
    INFO(body);
    CHECK(refused(body));
  }
  for (const char* body :
       {"<defs><path id=\"p\"/></defs><use href=\"#p\"/><use xlink:href='#p'/>",
        "<rect fill=\"url(#g)\" style=\"stroke:url('#g');clip-path:url(&quot;#c&quot;)\"/>",
        "<image href=\"data:image/png;base64,iVBORw0KGgo=\"/>",
        "<a href=\"https://edu.gov.kg/\"><text>Мектеп</text></a>"}) {
    INFO(body);
    CHECK_FALSE(refused(body));
  }
}
