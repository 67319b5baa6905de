#include "syntax/docx/docx.h"

#include <catch2/catch.hpp>

#include "support/zip.h"

using namespace mektep;
using namespace mektep::test;

TEST_CASE("the words of a document are read over runs, paragraphs, headers and properties") {
  const auto document = read_docx(
      make_zip({{"word/document.xml",
                 "<w:document><w:p><w:r><w:t>Аса</w:t></w:r><w:r><w:t>нов</w:t></w:r></w:p>"
                 "<w:p><w:t>Ата &amp; эне &#1040;</w:t><w:tab/><w:t>x</w:t></w:p></w:document>"},
                {"word/header1.xml", "<w:p><w:t>Башы</w:t></w:p>"},
                {"docProps/core.xml", "<dc:creator>Асанов Б.</dc:creator><dc:title>Кат</dc:title>"}}));
  REQUIRE(document);
  CHECK(document->text == "Асанов\nАта & эне А x\nБашы\n");
  CHECK(document->properties == "Асанов Б.\nКат\n");
}

TEST_CASE("what is deleted or an instruction in a document is no text of it") {
  const auto document = read_docx(
      make_zip({{"word/document.xml",
                 "<w:p><w:delText>жок</w:delText><w:instrText>PAGE</w:instrText><w:t>бар</w:t></w:p>"}}));
  REQUIRE(document);
  CHECK(document->text == "бар\n");
}

TEST_CASE("a document that is none, is cut or swells is refused") {
  CHECK_FALSE(read_docx("PK"));
  CHECK_FALSE(read_docx(make_zip({{"a.txt", "x"}})));
  const std::string whole = make_zip({{"word/document.xml", std::string(5000, 'x')}});
  CHECK(read_docx(whole));
  CHECK_FALSE(read_docx(whole, 4000));
  CHECK_FALSE(read_docx(std::string_view(whole).substr(0, 3000)));
  const auto odd = read_docx(make_zip({{"word/document.xml", "<w:p>&#99999999;&bad;<w:t>a</w:t><w:p"}}));
  REQUIRE(odd);
  CHECK(odd->text == "a");
}
