#include "editor/accounts/password_rules.h"

#include "base/text.h"

namespace mektep::editor {
namespace {

constexpr std::size_t own_letters = 8;  // that must be left beside a known word

bool is_letter_at(const std::u32string& text, std::size_t at) {
  return is_letter(text[at]);
}

std::u32string code_points(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) out += next_code_point(text, at);
  return out;
}

std::string utf8(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) append_utf8(out, c);
  return out;
}

// "password1234" is "password" in disguise: what stands before the first and behind the last letter is left
// out.
std::string core_of(const std::u32string& text) {
  std::size_t begin = 0, end = text.size();
  while (begin < end && !is_letter_at(text, begin)) ++begin;
  while (end > begin && !is_letter_at(text, end - 1)) --end;
  return utf8(std::u32string_view(text).substr(begin, end - begin));
}

// The shortest piece whose repetition is the text: "abcabcabcabc" gives 3.
std::size_t period_of(const std::u32string& text) {
  for (std::size_t period = 1; period <= text.size() / 2; ++period) {
    bool repeats = true;
    for (std::size_t i = period; i < text.size() && repeats; ++i) repeats = text[i] == text[i - period];
    if (repeats) return period;
  }
  return text.size();
}

// Neighbours in the alphabet, among the digits or on the keyboard, over and over: "abcdefghijkl",
// "qwertyuiop[]".
bool is_sequence(const std::u32string& text) {
  static const std::array<std::u32string, 6> rows{U"qwertyuiop[]", U"asdfghjkl;'", U"zxcvbnm,./",
                                                  U"йцукенгшщзхъ", U"фывапролджэ", U"ячсмитьбю"};
  const auto are_neighbours = [](char32_t a, char32_t b) {
    if (a + 1 == b || b + 1 == a) return true;
    return std::ranges::any_of(rows, [&](const std::u32string& row) {
      const std::size_t place = row.find(a);
      return place != std::u32string::npos &&
             ((place + 1 < row.size() && row[place + 1] == b) || (place > 0 && row[place - 1] == b));
    });
  };
  std::size_t breaks = 0;
  for (std::size_t i = 1; i < text.size(); ++i)
    if (!are_neighbours(text[i - 1], text[i])) ++breaks;
  return breaks * 5 < text.size();
}

}  // namespace

PasswordRules::PasswordRules(std::string_view common) {
  for (const std::string_view line : split(common, '\n'))
    if (!line.empty()) common_.insert(lower(line));
}

bool PasswordRules::is_common(std::string_view password) const {
  const std::u32string text = code_points(password);
  if (common_.contains(std::string(password))) return true;
  if (const std::size_t period = period_of(text); period < own_letters && period < text.size()) return true;
  if (is_sequence(text)) return true;
  const std::string core = core_of(text);
  return text.size() - count_code_points(core) < own_letters && common_.contains(core);
}

PasswordFault PasswordRules::judge(std::string_view password, std::span<const std::string> names) const {
  const std::size_t length = count_code_points(password);
  if (length < shortest) return PasswordFault::too_short;
  if (length > longest) return PasswordFault::too_long;
  std::string folded = lower(to_nfc(password));
  if (is_common(folded)) return PasswordFault::common;
  bool has_name = false;
  for (const std::string& name : names) {
    const std::string words = lower(to_nfc(name));
    for (const std::string_view word : split(words, ' ')) {
      if (count_code_points(word) < 4 || folded.find(word) == std::string::npos) continue;
      folded = replace_all(folded, word, "");
      has_name = true;
    }
  }
  return has_name && count_code_points(folded) < own_letters ? PasswordFault::own_names : PasswordFault::none;
}

}  // namespace mektep::editor
