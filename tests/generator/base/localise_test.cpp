#include "base/localise.h"

#include <catch2/catch.hpp>

#include "base/text.h"

using namespace mektep;

namespace {
constexpr Date first_bell{2026, 9, 1};

std::vector<std::string> sorted(std::vector<std::string> words, Locale locale) {
  std::ranges::sort(words, [&](const auto& a, const auto& b) { return collate(a, b, locale) < 0; });
  return words;
}
using Words = std::vector<std::string>;

void check_order(const Words& words, Locale locale) {
  Words shuffled = words;
  std::ranges::reverse(shuffled);
  CHECK(sorted(shuffled, locale) == words);
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (std::size_t j = 0; j < words.size(); ++j) {
      CAPTURE(words[i], words[j]);
      const int order = collate(words[i], words[j], locale);
      CHECK((order < 0) == (i < j));
      CHECK((order > 0) == (i > j));
    }
  }
}
}  // namespace

TEST_CASE("Kyrgyz dates follow CLDR, acts their own form") {
  using enum DateStyle;
  CHECK(format_date(first_bell, Locale::ky, full) == "2026-ж., 1-сентябрь, шейшемби");
  CHECK(format_date(first_bell, Locale::ky, long_) == "2026-ж., 1-сентябрь");
  CHECK(format_date(first_bell, Locale::ky, medium) == "2026-ж., 1-сен.");
  CHECK(format_date(first_bell, Locale::ky, short_) == "01.09.2026");
  CHECK(format_date(first_bell, Locale::ky, official) == "2026-жылдын 1-сентябры");
  CHECK(format_date(first_bell, Locale::ky, month) == "2026-ж., сентябрь");
  CHECK(format_date(first_bell, Locale::ky, day) == "1-сентябрь");
}

TEST_CASE("Russian dates follow CLDR and keep the year with its г.") {
  using enum DateStyle;
  CHECK(format_date(first_bell, Locale::ru, full) == "вторник, 1 сентября 2026\u00A0г.");
  CHECK(format_date(first_bell, Locale::ru, long_) == "1 сентября 2026\u00A0г.");
  CHECK(format_date(first_bell, Locale::ru, medium) == "1 сент. 2026\u00A0г.");
  CHECK(format_date(first_bell, Locale::ru, short_) == "01.09.2026");
  CHECK(format_date(first_bell, Locale::ru, official) == "1 сентября 2026 года");
  CHECK(format_date(first_bell, Locale::ru, month) == "сентябрь 2026\u00A0г.");
  CHECK(format_date(first_bell, Locale::ru, day) == "1 сентября");
}

TEST_CASE("every month has its forms") {
  const char* ky[] = {"январь", "февраль", "март",     "апрель",  "май",    "июнь",
                      "июль",   "август",  "сентябрь", "октябрь", "ноябрь", "декабрь"};
  const char* ky_short[] = {"янв.", "фев.", "мар.", "апр.", "май",  "июн.",
                            "июл.", "авг.", "сен.", "окт.", "ноя.", "дек."};
  const char* ky_act[] = {"январы", "февралы", "марты",    "апрели",  "майы",   "июну",
                          "июлу",   "августу", "сентябры", "октябры", "ноябры", "декабры"};
  const char* ru_of[] = {"января", "февраля", "марта",    "апреля",  "мая",    "июня",
                         "июля",   "августа", "сентября", "октября", "ноября", "декабря"};
  const char* ru_short[] = {"янв.", "февр.", "мар.",  "апр.", "мая",   "июн.",
                            "июл.", "авг.",  "сент.", "окт.", "нояб.", "дек."};
  for (int m = 0; m < 12; ++m) {
    const Date date{2025, static_cast<std::uint8_t>(m + 1), 7};
    CHECK(month_name(m + 1, Locale::ky) == ky[m]);
    CHECK(month_name(m + 1, Locale::ru) == ky[m]);  // the nominatives are the same words
    CHECK(format_date(date, Locale::ky, DateStyle::medium) == std::string("2025-ж., 7-") + ky_short[m]);
    CHECK(format_date(date, Locale::ky, DateStyle::official) == std::string("2025-жылдын 7-") + ky_act[m]);
    CHECK(format_date(date, Locale::ru, DateStyle::day) == std::string("7 ") + ru_of[m]);
    CHECK(format_date(date, Locale::ru, DateStyle::medium) ==
          std::string("7 ") + ru_short[m] + " 2025\u00A0г.");
  }
  CHECK(month_name(0, Locale::ky).empty());
  CHECK(month_name(13, Locale::ru).empty());
}

TEST_CASE("dates of acts seen in sources") {
  CHECK(format_date({2017, 11, 21}, Locale::ky, DateStyle::official) == "2017-жылдын 21-ноябры");
  CHECK(format_date({2022, 11, 18}, Locale::ky, DateStyle::official) == "2022-жылдын 18-ноябры");
  CHECK(format_date({2023, 8, 11}, Locale::ky, DateStyle::official) == "2023-жылдын 11-августу");
  CHECK(format_date({2023, 7, 17}, Locale::ky, DateStyle::official) == "2023-жылдын 17-июлу");
}

TEST_CASE("the week starts on Monday") {
  const char* ky[] = {"дүйшөмбү", "шейшемби", "шаршемби", "бейшемби", "жума", "ишемби", "жекшемби"};
  const char* ky_short[] = {"дш.", "шш.", "шр.", "бш.", "жм.", "иш.", "жш."};
  const char* ru[] = {"понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"};
  const char* ru_short[] = {"пн", "вт", "ср", "чт", "пт", "сб", "вс"};
  for (int d = 0; d < 7; ++d) {
    CHECK(weekday_name(d, Locale::ky) == ky[d]);
    CHECK(weekday_short(d, Locale::ky) == ky_short[d]);
    CHECK(weekday_name(d, Locale::ru) == ru[d]);
    CHECK(weekday_short(d, Locale::ru) == ru_short[d]);
  }
}

TEST_CASE("times, ranges and quarters") {
  CHECK(format_time(15 * 60 + 5) == "15:05");
  CHECK(format_date_time({first_bell, 8 * 60 + 30}, Locale::ky, DateStyle::long_) ==
        "2026-ж., 1-сентябрь, 08:30");
  CHECK(format_date_time({first_bell, -1}, Locale::ru, DateStyle::short_) == "01.09.2026");
  CHECK(format_date_range({2026, 9, 1}, {2026, 11, 5}, Locale::ky) == "1-сентябрь – 5-ноябрь 2026-ж.");
  CHECK(format_date_range({2026, 9, 1}, {2026, 11, 5}, Locale::ru) ==
        "1 сентября\u202F–\u202F5 ноября 2026\u00A0г.");
  CHECK(format_date_range({2026, 9, 1}, {2026, 9, 5}, Locale::ky) == "1–5-сентябрь 2026-ж.");
  CHECK(format_date_range({2026, 9, 1}, {2026, 9, 5}, Locale::ru) == "1–5 сентября 2026\u00A0г.");
  CHECK(format_date_range({2026, 12, 28}, {2027, 1, 9}, Locale::ky) ==
        "2026-ж., 28-декабрь – 2027-ж., 9-январь");
  CHECK(format_date_range({2026, 12, 28}, {2027, 1, 9}, Locale::ru) ==
        "28 декабря 2026\u00A0г.\u202F–\u202F9 января 2027\u00A0г.");
  CHECK(format_date_range(first_bell, first_bell, Locale::ky) == "2026-ж., 1-сентябрь");
  for (int q = 1; q <= 4; ++q) {
    CHECK(quarter_name(q, Locale::ky) == std::to_string(q) + "-чейрек");
    CHECK(quarter_name(q, Locale::ru) == std::to_string(q) + "-я четверть");
  }
}

TEST_CASE("numbers have a decimal comma and groups of three") {
  CHECK(format_number(123456789, 2) == "1\u00A0234\u00A0567,89");
  CHECK(format_number(0) == "0");
  CHECK(format_number(999) == "999");
  CHECK(format_number(1000) == "1\u00A0000");
  CHECK(format_number(5, 2) == "0,05");
  CHECK(format_number(-123456, 1) == "\u221212\u00A0345,6");
  CHECK(format_number(INT64_MIN) == "\u22129\u00A0223\u00A0372\u00A0036\u00A0854\u00A0775\u00A0808");
  CHECK(format_percent(875, 1, Locale::ky) == "87,5%");
  CHECK(format_percent(875, 1, Locale::ru) == "87,5\u00A0%");
  CHECK(format_som(123450) == "1\u00A0234,50\u00A0сом");
  CHECK(format_som(300000) == "3\u00A0000\u00A0сом");
}

TEST_CASE("sizes of downloads") {
  CHECK(format_size(0, Locale::ky) == "0\u00A0байт");
  CHECK(format_size(1023, Locale::ru) == "1023\u00A0Б");
  CHECK(format_size(1024, Locale::ky) == "1\u00A0КБ");
  CHECK(format_size(560 * 1024, Locale::ru) == "560\u00A0КБ");
  CHECK(format_size(1024 * 1024 - 1, Locale::ru) == "1\u00A0МБ");
  CHECK(format_size(1468006, Locale::ky) == "1,4\u00A0МБ");
  CHECK(format_size(std::uint64_t{3} << 30U, Locale::ky) == "3\u00A0072\u00A0МБ");
}

TEST_CASE("plural categories") {
  using enum Plural;
  CHECK(plural(1, Locale::ky) == one);
  for (const int n : {0, 2, 5, 11, 21, 101}) CHECK(plural(n, Locale::ky) == other);
  for (const int n : {1, 21, 101, 1001, -1}) CHECK(plural(n, Locale::ru) == one);
  for (const int n : {2, 3, 4, 22, 104}) CHECK(plural(n, Locale::ru) == few);
  for (const int n : {0, 5, 11, 12, 14, 20, 25, 111, 112, 1000}) CHECK(plural(n, Locale::ru) == many);
  CHECK(plural(15, 1, Locale::ru) == other);
  CHECK(plural(10, 1, Locale::ru) == other);
  CHECK(plural(10, 1, Locale::ky) == one);
  CHECK(plural(21, 0, Locale::ru) == one);
}

TEST_CASE("the Kyrgyz alphabet is the Kyrgyz order") {
  Words letters;
  const std::string alphabet = "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя";
  for (std::size_t at = 0; at < alphabet.size();) {
    std::string letter;
    append_utf8(letter, next_code_point(alphabet, at));
    letters.push_back(letter);
  }
  check_order(letters, Locale::ky);
}

TEST_CASE("Kyrgyz words sort as in a dictionary") {
  check_order({"Нурлан", "Ңанай", "Омор", "Он", "Оңой", "Ооз", "Осмон", "Өзгөн", "Өмүр", "Өөн", "Узген",
               "Усен", "Үсөн", "Ырыс", "Эркин"},
              Locale::ky);
}

TEST_CASE("Ё is a letter of its own in Kyrgyz and an Е in Russian") {
  check_order({"Елена", "Елкина", "Еркин", "Ёлка"}, Locale::ky);
  check_order({"Елена", "Ёлка", "Ёлкин", "Елкина", "Еркин"}, Locale::ru);
  check_order({"все", "всё"}, Locale::ru);
  check_order({"все", "Все", "всё", "Всё"}, Locale::ru);
}

TEST_CASE("class names sort by their number") {
  check_order({"1-А", "2-Б", "9-А", "9-В", "10-А", "11-А"}, Locale::ky);
  check_order({"№ 5", "№ 12", "№ 123"}, Locale::ru);
  check_order({"99999999999999999999", "100000000000000000000"}, Locale::ky);
}

TEST_CASE("names sort word by word, case and punctuation only break ties") {
  check_order({"Асанов Бек", "Асанова Айгүл"}, Locale::ky);
  check_order({"асан", "Асан", "Асанбек"}, Locale::ky);
  check_order({"кара-балта", "Карабалта", "карабалтык"}, Locale::ky);
  check_order({"", "1", "a", "а"}, Locale::ky);
  CHECK(collate("«Асан»", "Асан", Locale::ky) != 0);
  CHECK(collate("«Асан»", "Асанбек", Locale::ky) < 0);
  CHECK(collate("  Асан", "Асанбек", Locale::ky) < 0);
  CHECK(collate("Асан", "Асан", Locale::ky) == 0);
}

TEST_CASE("й and ё in two code points sort as in one") {
  CHECK(collate("и\u0306а", "к", Locale::ky) < 0);
  CHECK(collate("и\u0306а", "ия", Locale::ky) > 0);
  CHECK(collate("е\u0308а", "еяя", Locale::ky) > 0);
}

TEST_CASE("quotes are guillemets outside and German ones inside") {
  for (const Locale locale : all_locales) {
    const Quotes q = quotes(locale);
    CHECK(q.open == "«");
    CHECK(q.close == "»");
    CHECK(q.inner_open == "„");
    CHECK(q.inner_close == "“");
  }
}
