// UTF-8 text: validity, normal form, case, words, likeness. Pure functions, safe in every thread.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mektep {

// Byte offset of the first invalid UTF-8 sequence (overlong forms and surrogates are invalid); nullopt =
// valid.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

// Decodes one code point at `at` (which must be valid UTF-8 there) and moves `at` past it.
char32_t next_code_point(std::string_view text, std::size_t& at);
void append_utf8(std::string& out, char32_t code_point);
std::size_t count_code_points(std::string_view text);

// NFC; returns the input unchanged (no allocation beyond the copy) when it is ASCII or already NFC.
std::string to_nfc(std::string_view text);
bool is_nfc(std::string_view text);

// Simple case mapping of Latin and Cyrillic, Kyrgyz letters included.
char32_t to_lower(char32_t c);
char32_t to_upper(char32_t c);
std::string lower(std::string_view text);
std::string upper_first(std::string_view text);
// Lower case with ү→у, ө→о, ң→н, ё→е: for matching only, because people type without a Kyrgyz keyboard.
std::string fold_for_search(std::string_view text);

bool is_cyrillic(char32_t c);
bool is_letter(char32_t c);  // Latin or Cyrillic

std::string_view trim(std::string_view text);  // ASCII white space and U+00A0
std::vector<std::string_view> split(std::string_view text, char separator);
std::string join(std::span<const std::string> parts, std::string_view separator);
std::string replace_all(std::string_view text, std::string_view from, std::string_view to);

// The candidate nearest to `word` (Damerau-Levenshtein over code points, case folded), if it is near enough
// to be a typing error; the first of equally near ones.
std::optional<std::string> did_you_mean(std::string_view word, std::span<const std::string> candidates);

// Appends `text` with & < > " ' replaced by HTML references: safe in element content and quoted attributes.
void append_html(std::string& out, std::string_view text);
std::string escape_html(std::string_view text);

// Percent-encodes what may not stand in a URL; leaves reserved characters and existing %XX alone.
std::string encode_url(std::string_view url);

}  // namespace mektep
