#include "names/slug_names.h"

#include <catch2/catch.hpp>

#include "base/slug.h"
#include "base/text.h"

using namespace mektep;

TEST_CASE("a name is found in an address whichever way it is written") {
  SlugNames names;
  names.add({"Дүйшөнбекова", "Айгүл", ""}, 1);
  names.add({"Жумабаев", "Чыңгыз", ""}, 2);
  names.add({"Ким", "Елена", ""}, 3);
  using Whose = std::vector<std::uint32_t>;
  for (const char* address :
       {"news/2026/aigul-duishonbekova", "Duyshonbekova.pdf", "/ru/dujshonbekova/", "DUISHONBEKOVA_A.docx",
        "people/%D0%94%D2%AF%D0%B9%D1%88%D3%A9%D0%BD%D0%B1%D0%B5%D0%BA%D0%BE%D0%B2%D0%B0",
        "mailto:aigulduishonbekova@example.kg", "Дуйшонбекова-характеристика.pdf"}) {
    CHECK(names.find(address) == Whose{1});
  }
  for (const char* address : {"jumabaev.pdf", "zhumabaev.pdf", "dzhumabaev-chyngyz", "djumabaev"})
    CHECK(names.find(address) == Whose{2});
  CHECK(names.find(slugify("Жумабаев Чыңгыз", Locale::ky)) == Whose{2});
  CHECK(names.find(slugify("Жумабаев Чыңгыз", Locale::ru)) == Whose{2});
  CHECK(names.find("kim.pdf").empty());
  CHECK(names.find("kim-elena.pdf") == Whose{3});
  CHECK(names.find("news/2026/birinchi-konguroo/bell.jpg").empty());
  CHECK(names.find("%zz%D0").empty());
}
