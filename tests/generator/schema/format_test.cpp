#include "schema/format.h"

using namespace mektep;

namespace {
void good(Format format, std::initializer_list<const char*> texts) {
  for (const char* text : texts) {
    INFO(name(format) << " " << text);
    CHECK(has_format(text, format));
  }
}
void bad(Format format, std::initializer_list<const char*> texts) {
  for (const char* text : texts) {
    INFO(name(format) << " " << text);
    CHECK_FALSE(has_format(text, format));
  }
}
}  // namespace

TEST_CASE("dates exist") {
  good(Format::date, {"2026-09-01", "2024-02-29"});
  bad(Format::date, {"2026-02-29", "01.09.2026", "2026-9-1", "2026-09-01T08:00", ""});
}
TEST_CASE("a founding date may be a year or a month") {
  good(Format::partial_date, {"1938", "1938-09", "1938-09-01"});
  bad(Format::partial_date, {"938", "1938-13", "1938-09-31", "1938-", "0938"});
}
TEST_CASE("times of day are of two digits each") {
  good(Format::local_time, {"08:30", "23:59", "00:00"});
  bad(Format::local_time, {"8:30", "24:00", "08:60", "08.30", "08:30:00"});
}
TEST_CASE("a moment is a day with or without a time") {
  good(Format::local_date_time, {"2026-09-01", "2026-09-01T08:30", "2026-09-01T08:30:00"});
  bad(Format::local_date_time, {"2026-09-01 8:30", "2026-09-01T25:00", "tomorrow"});
}
TEST_CASE("a school year is two years in a row") {
  good(Format::school_year, {"2026-2027"});
  bad(Format::school_year, {"2026-2028", "2026/2027", "2026"});
}
TEST_CASE("web addresses may hold letters of any alphabet but neither spaces nor quotes") {
  good(Format::web_address,
       {"https://edu.gov.kg/", "http://a.kg:8080/x?y=1#z", "https://ru.wikipedia.org/wiki/Школа"});
  bad(Format::web_address, {"edu.gov.kg", "https://", "ftp://a.kg", "https://a.kg/a b", "javascript:alert(1)",
                            "https://user@a.kg/", "https://a.kg/\"x"});
}
TEST_CASE("e-mail addresses have a name and a domain") {
  good(Format::email, {"mektep@example.kg", "a.b+c@mail.example.com"});
  bad(Format::email, {"mektep", "a@b", "a b@c.kg", "@c.kg", "a..b@c.kg"});
}
TEST_CASE("file names stay inside the repository") {
  good(Format::relative_path, {"charter.pdf", "scans/page-1.jpg", "/people/a.jpg"});
  bad(Format::relative_path, {"../secret", "a/../../b", "C:\\x", "a\\b", "https://x", "a//b", ""});
}
TEST_CASE("every format has a name and a description in three languages") {
  for (const Format format : all_formats()) {
    CHECK(parse_format(name(format)) == format);
    CHECK_FALSE(describe(format).ky.empty());
    CHECK_FALSE(describe(format).ru.empty());
    CHECK_FALSE(describe(format).en.empty());
  }
}
