#include "base/text.h"

#include <catch2/catch.hpp>

using namespace mektep;
using namespace std::string_literals;

namespace {
// Independent of the module: decodes strictly, byte by byte.
std::optional<std::size_t> slow_find_invalid(std::string_view s) {
  std::size_t i = 0;
  while (i < s.size()) {
    const auto b = [&](std::size_t k) {
      return i + k < s.size() ? static_cast<unsigned char>(s[i + k]) : 0U;
    };
    std::size_t n = b(0) < 0x80 ? 1 : b(0) >> 5 == 6 ? 2 : b(0) >> 4 == 14 ? 3 : b(0) >> 3 == 30 ? 4 : 0;
    if (n == 0) return i;
    std::uint32_t c = n == 1 ? b(0) : b(0) & ((1U << (7 - n)) - 1);
    for (std::size_t k = 1; k < n; ++k) {
      if (b(k) >> 6 != 2) return i;
      c = c << 6 | (b(k) & 63);
    }
    const std::uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    if (c < least[n] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) return i;
    i += n;
  }
  return std::nullopt;
}
}  // namespace

TEST_CASE("valid text has no invalid byte") {
  for (const auto* text :
       {"", "a", "Кыргыз тили", "ascii only, longer than sixteen bytes", "€ 𐍈 Ң", "\xF4\x8F\xBF\xBF",
        "\xED\x9F\xBF", "\xEE\x80\x80", "\xC2\x80", "\xE0\xA0\x80", "\xF0\x90\x80\x80"}) {
    CAPTURE(text);
    CHECK(find_invalid_utf8(text) == std::nullopt);
  }
}

TEST_CASE("overlong forms, surrogates, stray and missing bytes are invalid where they stand") {
  for (const auto& bad :
       {"\xC0\x80"s, "\xC1\xBF"s, "\xE0\x9F\xBF"s, "\xF0\x8F\xBF\xBF"s, "\xED\xA0\x80"s, "\xF4\x90\x80\x80"s,
        "\xF5\x80\x80\x80"s, "\x80"s, "\xFF"s, "\xD0"s, "\xE2\x80"s, "\xF0\x90\x80"s, "\xD0z"s}) {
    for (std::size_t shift = 0; shift < 40; ++shift) {
      const std::string before = std::string(shift, 'x') + (shift % 3 == 0 ? "ж" : "");
      CAPTURE(bad, shift);
      CHECK(find_invalid_utf8(before + bad + (shift % 2 ? " and more than sixteen bytes behind" : "")) ==
            before.size());
    }
  }
}

TEST_CASE("the fast UTF-8 check agrees with a slow one on random bytes") {
  std::uint64_t state = 42;
  auto random = [&] {
    return static_cast<unsigned>((state = state * 6364136223846793005U + 1442695040888963407U) >> 33);
  };
  const std::string pieces[] = {
      "a", "abcdefghijklmnopqrstuvwxyz", "ж", "Ң", "€", "𐍈", "\x80", "\xD0", "\xE0", "\xED\xA0", "\xF4", " "};
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (unsigned n = random() % 12; n-- > 0;) text += pieces[random() % (random() % 3 == 0 ? 12 : 6)];
    CAPTURE(text);
    REQUIRE(find_invalid_utf8(text) == slow_find_invalid(text));
  }
}

TEST_CASE("code points are decoded and encoded") {
  for (const char32_t c :
       {U'a', U'\x7F', U'\x80', U'ж', U'\x7FF', U'\x800', U'€', U'\xFFFD', U'\x10000', U'\x10FFFF'}) {
    std::string text;
    append_utf8(text, c);
    std::size_t at = 0;
    CHECK(next_code_point(text, at) == c);
    CHECK(at == text.size());
  }
  CHECK(count_code_points("Өзгөн €𐍈") == 8);
}

TEST_CASE("NFC composes й and ё and leaves everything already composed alone") {
  CHECK(to_nfc("\u0438\u0306\u0435\u0308") == "йё");
  CHECK(to_nfc("e\u0301") == "é");
  CHECK(to_nfc("\u2126") == "Ω");
  for (const auto* text : {"", "plain", "Өзгөн — «үч» №5 …", "\u0301 alone", "\u04A2\u04E8\u04AE", "日本"}) {
    CAPTURE(text);
    CHECK(to_nfc(text) == text);
    CHECK(is_nfc(text));
  }
  for (const auto* text : {"\u0438\u0306", "e\u0301", "\u2126", "\u2000", "\u0483\u0316"}) {
    CAPTURE(text);
    CHECK_FALSE(is_nfc(text));
  }
  // NFD keeps Ң Ө Ү whole, so they are NFC either way.
  CHECK(is_nfc("ңөү"));
}

TEST_CASE("every letter of the Kyrgyz alphabet has its case") {
  const std::string capital = "АБВГДЕЁЖЗИЙКЛМНҢОӨПРСТУҮФХЦЧШЩЪЫЬЭЮЯ";
  const std::string small = "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя";
  CHECK(count_code_points(capital) == 36);
  CHECK(lower(capital) == small);
  CHECK(lower(small) == small);
  for (std::size_t at = 0, other = 0; at < small.size();) {
    const char32_t s = next_code_point(small, at);
    const char32_t c = next_code_point(capital, other);
    CHECK(to_upper(s) == c);
    CHECK(to_upper(c) == c);
    CHECK(is_cyrillic(s));
    CHECK(is_letter(c));
  }
}

TEST_CASE("case mapping goes there and back over Latin and Cyrillic") {
  for (char32_t c = 0; c < 0x600; ++c) {
    const char32_t small = to_lower(c);
    if (small == c || c == 0x130) continue;  // İ has no way back
    CAPTURE(static_cast<std::uint32_t>(c));
    CHECK(to_upper(small) == c);
    CHECK(to_lower(small) == small);
  }
  CHECK(lower("ABC xyz 123 ÀÞ×") == "abc xyz 123 àþ×");
  CHECK(upper_first("өзгөн") == "Өзгөн");
  CHECK(upper_first("") == "");
  CHECK(upper_first("1а") == "1а");
  CHECK_FALSE(is_letter('1'));
  CHECK_FALSE(is_letter(0xD7));
  CHECK_FALSE(is_cyrillic('a'));
}

TEST_CASE("search folding forgets what a foreign keyboard cannot type") {
  CHECK(fold_for_search("Үчүнчү Өң Ёлка") == "учунчу он елка");
}

TEST_CASE("trimming knows the no-break space") {
  CHECK(trim(" \t\u00A0 a b \u00A0\r\n") == "a b");
  CHECK(trim("\u00A0") == "");
  CHECK(trim("  ") == "");
  CHECK(trim("") == "");
  CHECK(trim("à") == "à");  // its last byte is that of a no-break space
}

TEST_CASE("splitting, joining and replacing") {
  CHECK(split("a,,b", ',') == std::vector<std::string_view>{"a", "", "b"});
  CHECK(split("", ',') == std::vector<std::string_view>{""});
  CHECK(join(std::vector<std::string>{"a", "b", "c"}, ", ") == "a, b, c");
  CHECK(join(std::vector<std::string>{}, ",") == "");
  CHECK(replace_all("aXbXX", "X", "yy") == "ayybyyyy");
  CHECK(replace_all("abc", "", "z") == "abc");
}

TEST_CASE("a typing error finds the word that was meant") {
  const std::vector<std::string> fields{"title", "summary", "image", "aliases", "тарыхы", "кызмат"};
  CHECK(did_you_mean("titel", fields) == "title");
  CHECK(did_you_mean("sumary", fields) == "summary");
  CHECK(did_you_mean("TITLE", fields) == "title");
  CHECK(did_you_mean("тарыхи", fields) == "тарыхы");
  CHECK(did_you_mean("Кымзат", fields) == "кызмат");
  CHECK(did_you_mean("photo", fields) == std::nullopt);
  CHECK(did_you_mean("x", std::vector<std::string>{"y"}) == std::nullopt);
  CHECK(did_you_mean("abcd", std::vector<std::string>{"abxx"}) == std::nullopt);
  CHECK(did_you_mean("cat", std::vector<std::string>{"bat", "rat"}) == "bat");
  CHECK(did_you_mean("", fields) == std::nullopt);
}

TEST_CASE("HTML escaping replaces each special byte wherever it stands") {
  CHECK(escape_html(R"(<a href="x">Tom & 'Ж'</a>)") ==
        "&lt;a href=&quot;x&quot;&gt;Tom &amp; &#39;Ж&#39;&lt;/a&gt;");
  CHECK(escape_html("") == "");
  for (std::size_t length = 0; length < 40; ++length) {
    for (std::size_t at = 0; at < length; ++at) {
      std::string text(length, '=');
      text[at] = '<';
      CHECK(escape_html(text) == std::string(at, '=') + "&lt;" + std::string(length - at - 1, '='));
    }
  }
  for (int c = 1; c < 256; ++c) {
    const std::string text(17, static_cast<char>(c));
    const bool special = std::string_view("&<>\"'").find(static_cast<char>(c)) != std::string_view::npos;
    CHECK((escape_html(text) != text) == special);
  }
}

TEST_CASE("URL encoding leaves reserved characters and existing escapes alone") {
  CHECK(encode_url("/а b/?q=1&r=%20#x") == "/%D0%B0%20b/?q=1&r=%20#x");
  CHECK(encode_url("100%") == "100%25");
  CHECK(encode_url("%zz%4") == "%25zz%254");
  CHECK(encode_url("\"<>\\^`{|}") == "%22%3C%3E%5C%5E%60%7B%7C%7D");
}
