#include <catch2/catch.hpp>

#include "base/digest.h"
#include "base/locale.h"
#include "base/phone.h"
#include "base/slug.h"
#include "base/text.h"

using namespace mektep;

TEST_CASE("locales and languages are known by their codes") {
  CHECK(parse_locale("ky") == Locale::ky);
  CHECK(parse_locale("ru") == Locale::ru);
  CHECK_FALSE(parse_locale("en").has_value());
  CHECK_FALSE(parse_locale("ky_KG").has_value());
  CHECK(parse_language("ky_KG.UTF-8") == Language::ky);
  CHECK(parse_language("ru-KG") == Language::ru);
  CHECK(parse_language("en") == Language::en);
  for (const auto* bad : {"", "C", "POSIX", "kyrgyz", "de_DE", "_ky"})
    CHECK_FALSE(parse_language(bad).has_value());
}

TEST_CASE("the best text of two is the own one or else the other") {
  CHECK(Bilingual{{"а", "б"}}.best(Locale::ru) == "б");
  CHECK(Bilingual{{"а", ""}}.best(Locale::ru) == "а");
  CHECK(Bilingual{{"", "б"}}.best(Locale::ky) == "б");
  CHECK(Bilingual{}.best(Locale::ky).empty());
}

TEST_CASE("digests are the published ones") {
  CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(digest("").hex() == "99aa06d3014798d86001c324468d497f");
  CHECK(digest("a") != digest("b"));
}

TEST_CASE("every letter is transliterated by BGN/PCGN") {
  const std::pair<const char*, const char*> table[] = {
      {"а", "a"}, {"б", "b"},  {"в", "v"},  {"г", "g"},  {"д", "d"},  {"е", "e"},    {"ё", "yo"}, {"ж", "j"},
      {"з", "z"}, {"и", "i"},  {"й", "y"},  {"к", "k"},  {"л", "l"},  {"м", "m"},    {"н", "n"},  {"ң", "ng"},
      {"о", "o"}, {"ө", "o"},  {"п", "p"},  {"р", "r"},  {"с", "s"},  {"т", "t"},    {"у", "u"},  {"ү", "u"},
      {"ф", "f"}, {"х", "kh"}, {"ц", "ts"}, {"ч", "ch"}, {"ш", "sh"}, {"щ", "shch"}, {"ъ", ""},   {"ы", "y"},
      {"ь", ""},  {"э", "e"},  {"ю", "yu"}, {"я", "ya"}};
  CHECK(std::size(table) == 36);
  for (const auto& [cyrillic, latin] : table) {
    CAPTURE(cyrillic);
    CHECK(slugify(cyrillic, Locale::ky) == latin);
    const std::string russian = cyrillic == std::string("ж") ? "zh" : latin;
    CHECK(slugify(cyrillic, Locale::ru) == russian);
  }
}

TEST_CASE("titles become slugs") {
  CHECK(slugify("Биринчи коңгуроо — 2026!", Locale::ky) == "birinchi-kongguroo-2026");
  CHECK(slugify("Жаңы жыл", Locale::ky) == "jangy-jyl");
  CHECK(slugify("Жизнь школы", Locale::ru) == "zhizn-shkoly");
  CHECK(slugify("ОБЪЯВЛЕНИЕ", Locale::ru) == "obyavlenie");
  CHECK(slugify("«Ёлка»", Locale::ru) == "yolka");
  CHECK(slugify("№ 5 мектеп", Locale::ky) == "no-5-mektep");
  CHECK(slugify("и\u0306од", Locale::ru) == "yod");
  CHECK(slugify("--a  b--", Locale::ky) == "a-b");
  CHECK(slugify("日本 !!!", Locale::ky).empty());
  CHECK(slugify("бир эки үч", Locale::ky, 8) == "bir-eki");
  CHECK(slugify("бир эки үч", Locale::ky, 7) == "bir-eki");
  CHECK(slugify("бир эки үч", Locale::ky, 6) == "bir");
  CHECK(slugify("абвгдежз", Locale::ky, 4) == "abvg");
}

TEST_CASE("a slug has letters, digits and single hyphens") {
  for (const auto* good : {"a", "first-bell", "2026", "a-1-b"}) CHECK(is_slug(good));
  for (const auto* bad : {"", "-a", "a-", "a--b", "A", "а", "a b", "a/b", "a_b", ".", ".."})
    CHECK_FALSE(is_slug(bad));
}

TEST_CASE("phone numbers are read in every local habit") {
  for (const auto* text :
       {"+996312123456", "+996 312 123 456", "(0312) 12-34-56", "0312123456", "0 312 12 34 56",
        "312 12-34-56", "996312123456", "00996312123456", "+996 (0312) 12-34-56",
        "+996\u00A0312\u00A0123\u00A0456", "+996 (312) 12–34–56", "tel:+996312123456", "0312/12.34.56"}) {
    CAPTURE(text);
    CHECK(parse_phone(text) == "+996312123456");
  }
  CHECK(parse_phone("03922 12345") == "+996392212345");
  CHECK(parse_phone("0555 123 456") == "+996555123456");
  CHECK(parse_phone("0996 123 456") == "+996996123456");
  CHECK(parse_phone("996 123 456") == "+996996123456");
  CHECK(parse_phone("0800 1234567") == "+9968001234567");
}

TEST_CASE("what does not come to nine digits is no phone number") {
  for (const auto* text : {"", "101", "102", "103", "112", "+996 112", "12-34-56", "+7 495 123 45 67",
                           "0312 12-34-5", "0312 12-34-567", "0312 12-34-56 доб. 5", "+996 112 345 678",
                           "+996 412 345 678", "phone", "+", "0312 12-34-56, 0312 65-43-21"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_phone(text).has_value());
  }
}

TEST_CASE("phone numbers are shown in groups") {
  CHECK(format_phone("+996312123456") == "+996 312 123 456");
  CHECK(format_phone("+996555123456") == "+996 555 123 456");
  CHECK(format_phone("+996392212345") == "+996 3922 12345");
  CHECK(format_phone("+996313112345") == "+996 3131 12345");
  CHECK(format_phone("+996800123456") == "+996 800 123 456");
  CHECK(format_phone("12345") == "12345");
}

TEST_CASE("the national plan knows its prefixes") {
  for (const auto* good :
       {"+996312123456", "+996312581234", "+996312973123", "+996322212345", "+996392212345",
        "+996200123456", "+996220123456", "+996500123456", "+996510123456", "+996520123456",
        "+996540123456", "+996555123456", "+996577123456", "+996600123456", "+996700123456",
        "+996770123456", "+996755123456", "+996880123456", "+996888123456", "+996912123456",
        "+996990123456", "+996995123456", "+996999123456", "+996800123456"}) {
    CAPTURE(good);
    CHECK(is_known_prefix(good));
  }
  for (const auto* bad : {"+996204123456", "+996530123456", "+996580123456", "+996601123456", "+996750123456",
                          "+996911123456", "+996994123456", "+996882123456", "+996399912345", "12345", ""}) {
    CAPTURE(bad);
    CHECK_FALSE(is_known_prefix(bad));
  }
}
