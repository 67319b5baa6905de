#include "media/pdf.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "media/media.h"
#include "support/school.h"

using namespace mektep;
using namespace mektep::test;

namespace {

std::string read(const std::string& path) {
  std::ifstream file(MEKTEP_ROOT "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}
const std::string charter = read("content/documents/charter/charter-ky.pdf");
const std::string record =
    "type: charter\ntitle: {ky: Устав, ru: Устав}\ndate: 2024-01-10\nfiles:\n  - {file: a.pdf, language: "
    "ky}\n";

}  // namespace

TEST_CASE("the text of a PDF is read with its Kyrgyz letters") {
  const auto text = pdf_text(find_pdf_tools(), charter);
  REQUIRE(text);
  CHECK(text->find("мектеби") != std::string::npos);
  CHECK(text->find("жөнүндө") != std::string::npos);
  CHECK(text->ends_with("\f"));
}

TEST_CASE("the first page of a PDF becomes a picture of the size asked for") {
  const auto page = pdf_first_page(find_pdf_tools(), charter, 400);
  REQUIRE(page);
  CHECK(page->height == 400);
  CHECK(page->width == 283);  // A4
  CHECK(page->bytes.size() == 3u * 400 * 283);
  CHECK(page->bytes.front() == 255);
}

TEST_CASE("a damaged, cut or empty PDF fails and does not stop us") {
  const PdfTools tools = find_pdf_tools();
  for (const std::string& bytes : {std::string("%PDF-1.4\nnothing"), charter.substr(0, 300), std::string()}) {
    CHECK_FALSE(pdf_text(tools, bytes));
    CHECK_FALSE(pdf_first_page(tools, bytes, 400));
  }
}

TEST_CASE("the text of each document is at hand by its path; a damaged one is a finding") {
  LoadedSchool school = load_school({{"site.yaml", site_yaml},
                                     {"documents/a/document.yaml", record},
                                     {"documents/a/a.pdf", charter},
                                     {"documents/b/document.yaml", record},
                                     {"documents/b/a.pdf", "%PDF-1.4\nnothing"}});
  Findings findings;
  const Media media(*school.snapshot, school.model, {school.model, Date{2026, 11, 21}},
                    {{}, find_pdf_tools(), 2}, findings);
  REQUIRE(media.pdf_text("documents/a/a.pdf"));
  CHECK(media.pdf_text("documents/a/a.pdf")->find("мектеби") != std::string::npos);
  CHECK(media.pdf_text("documents/b/a.pdf") == nullptr);
  CHECK(media.pdf_text("documents/a/document.yaml") == nullptr);
  CHECK(brief(findings) == std::vector<std::string>{"media-pdf-unreadable documents/b/a.pdf:0:0"});
}

TEST_CASE("without poppler there are no texts and no findings") {
  LoadedSchool school = load_school(
      {{"site.yaml", site_yaml}, {"documents/a/document.yaml", record}, {"documents/a/a.pdf", charter}});
  Findings findings;
  const Media media(*school.snapshot, school.model, {}, {}, findings);
  CHECK(media.pdf_text("documents/a/a.pdf") == nullptr);
  CHECK(findings.empty());
}

TEST_CASE("the first page of a document's main file is a small picture, the same from the cache") {
  LoadedSchool school = load_school({{"site.yaml", site_yaml},
                                     {"documents/a/document.yaml", record},
                                     {"documents/a/a.pdf", charter},
                                     {"documents/a/b.pdf", charter + " "}});
  std::string folder = (std::filesystem::temp_directory_path() / "mektep-test-XXXXXX").string();
  REQUIRE(::mkdtemp(folder.data()));
  const ConsentRegister consents(school.model, Date{2026, 11, 21});
  const auto publish = [&](std::string_view path) { return *consents.publish(*school.model.asset(path)); };
  std::string first;
  for (const PdfTools& tools : {find_pdf_tools(), PdfTools{"", "/bin/false"}}) {
    Findings findings;
    const Media media(*school.snapshot, school.model, consents, {folder, tools, 2}, findings);
    const Thumbnail* thumbnail = media.thumbnail(publish("documents/a/a.pdf"));
    REQUIRE(thumbnail);
    CHECK(thumbnail->width == 227);
    CHECK(thumbnail->height == 320);
    CHECK(thumbnail->bytes.size() < 20'000);
    CHECK(thumbnail->bytes.substr(8, 4) == "WEBP");
    if (first.empty()) first = thumbnail->bytes;
    CHECK(thumbnail->bytes == first);
    CHECK(media.thumbnail(publish("documents/a/b.pdf")) == nullptr);  // nobody shows it
    CHECK(findings.empty());
  }
  std::filesystem::remove_all(folder);
}

TEST_CASE("a PDF whose page cannot be drawn is a finding and has no picture") {
  LoadedSchool school = load_school(
      {{"site.yaml", site_yaml}, {"documents/a/document.yaml", record}, {"documents/a/a.pdf", charter}});
  const ConsentRegister consents(school.model, Date{2026, 11, 21});
  Findings findings;
  const Media media(*school.snapshot, school.model, consents, {{}, {"", "/bin/false"}, 1}, findings);
  CHECK(media.thumbnail(*consents.publish(*school.model.asset("documents/a/a.pdf"))) == nullptr);
  CHECK(brief(findings) == std::vector<std::string>{"media-pdf-unreadable documents/a/a.pdf:0:0"});
}
