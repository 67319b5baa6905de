#include "media/pdf_properties.h"

#include <catch2/catch.hpp>

#include "support/school.h"

using namespace mektep;
using namespace mektep::test;

namespace {

// A PDF of one empty page that has nothing but XMP metadata.
std::string pdf_with_xmp(std::string_view description) {
  const std::string xmp = fmt::format(
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
      "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">{}"
      "</rdf:RDF></x:xmpmeta>",
      description);
  const std::string objects[] = {
      "<< /Type /Catalog /Pages 2 0 R /Metadata 4 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
      fmt::format("<< /Type /Metadata /Subtype /XML /Length {} >>\nstream\n{}\nendstream", xmp.size(), xmp)};
  std::string pdf = "%PDF-1.5\n", table = "xref\n0 5\n0000000000 65535 f \n";
  for (std::size_t i = 0; i < std::size(objects); ++i) {
    table += fmt::format("{:010} 00000 n \n", pdf.size());
    pdf += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  const std::size_t start = pdf.size();
  return pdf + table + fmt::format("trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n{}\n%%EOF\n", start);
}

std::string properties_of(const std::string& pdf) {
  const LoadedSchool school = load_school({{"site.yaml", site_yaml},
                                           {"documents/a/document.yaml",
                                            "type: charter\ntitle: {ky: Устав, ru: Устав}\ndate: "
                                            "2024-01-10\nfiles:\n  - {file: a.pdf, language: ky}\n"},
                                           {"documents/a/a.pdf", pdf}});
  return pdf_properties(*school.snapshot, *school.model.asset("documents/a/a.pdf"), MediaCache())
      .value_or("none");
}

}  // namespace

TEST_CASE("creator and title of XMP metadata are among the properties") {
  const std::string properties =
      properties_of(pdf_with_xmp("<rdf:Description rdf:about=\"\"><dc:creator><rdf:Seq><rdf:li>Асанова "
                                 "Айпери</rdf:li></rdf:Seq></dc:creator>"
                                 "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">Садыков Эрмектин "
                                 "дилбаяны</rdf:li></rdf:Alt></dc:title>"
                                 "</rdf:Description>"));
  CHECK(properties.find("Асанова Айпери") != std::string::npos);
  CHECK(properties.find("Садыков Эрмектин дилбаяны") != std::string::npos);
}

TEST_CASE("XMP metadata written as attributes is read, addresses of name spaces and numbers are not") {
  const std::string properties = properties_of(pdf_with_xmp(
      "<rdf:Description rdf:about=\"uuid:12345678901234\" pdf:Keywords='Асанова Айпери, 9-А'/>"));
  CHECK(properties.find("Асанова Айпери, 9-А") != std::string::npos);
  CHECK(properties.find("uuid") == std::string::npos);
  CHECK(properties.find("purl.org") == std::string::npos);
}
