#include "base/date.h"

#include <catch2/catch.hpp>

using namespace mektep;

TEST_CASE("a date is read only when the day exists") {
  CHECK(parse_date("2026-09-01") == Date{2026, 9, 1});
  CHECK(parse_date("2024-02-29") == Date{2024, 2, 29});
  CHECK(parse_date("2000-02-29").has_value());
  for (const auto* bad :
       {"2023-02-29", "1900-02-29", "2026-13-01", "2026-00-01", "2026-04-31", "2026-01-00", "0999-01-01",
        "2026-9-1", "2026-09-01 ", "2026/09/01", "", "20a6-09-01", "+026-09-01", "01.09.2026"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_date(bad).has_value());
  }
}

TEST_CASE("days are counted from 1970 and back") {
  CHECK(Date{1970, 1, 1}.days() == 0);
  CHECK(Date{1969, 12, 31}.days() == -1);
  CHECK(Date{2000, 3, 1}.days() == 11017);
  CHECK(Date{2026, 9, 1}.weekday() == 1);
  CHECK(Date{1969, 12, 29}.weekday() == 0);
  Date date{1000, 1, 1};
  int weekday = date.weekday();
  for (std::int32_t n = date.days(); n <= Date{9999, 12, 31}.days(); ++n) {
    const Date next = Date::from_days(n);
    if (next.days() != n || next.weekday() != weekday || (n > Date{1000, 1, 1}.days() && next <= date)) {
      FAIL(next.iso());
    }
    if (n % 97 == 0) REQUIRE(parse_date(next.iso()) == next);
    date = next;
    weekday = (weekday + 1) % 7;
  }
}

TEST_CASE("a moment may have a time of day") {
  CHECK(parse_date_time("2026-09-01") == DateTime{{2026, 9, 1}, -1});
  CHECK(parse_date_time("2026-09-01T08:30") == DateTime{{2026, 9, 1}, 510});
  CHECK(parse_date_time("2026-09-01T23:59:59") == DateTime{{2026, 9, 1}, 1439});
  for (const auto* bad :
       {"2026-09-01T", "2026-09-01T8:30", "2026-09-01T24:00", "2026-09-01T08:60", "2026-09-01T08:30:60",
        "2026-09-01 08:30", "2026-09-01T08:30Z", "2026-02-30T08:30", "2026-09-01T08-30"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_date_time(bad).has_value());
  }
  CHECK(DateTime{{2026, 9, 1}, 510}.iso() == "2026-09-01T08:30");
  CHECK(DateTime{{2026, 9, 1}, -1}.iso() == "2026-09-01");
  CHECK(DateTime{{2026, 9, 1}, -1} < DateTime{{2026, 9, 1}, 0});
}

TEST_CASE("a Unix time falls on a day of its zone") {
  CHECK(date_at(0, 0) == Date{1970, 1, 1});
  CHECK(date_at(-1, 0) == Date{1969, 12, 31});
  CHECK(date_at(18 * 3600, 360) == Date{1970, 1, 2});  // midnight in Bishkek
  CHECK(date_at(18 * 3600 - 1, 360) == Date{1970, 1, 1});
}
