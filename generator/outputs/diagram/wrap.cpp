#include "outputs/diagram/wrap.h"

#include "base/text.h"

namespace mektep {

namespace {

// In thousandths of the size.
int advance(char32_t c) {
  static constexpr std::u32string_view widest = U"жшщюфыэмЖШЩЮФЫЭМДЪЂЉЊЫmwMWQ@%—";
  static constexpr std::u32string_view narrow = U" .,:;!|'’()[]/-–«»\"ijltfrIїі·";
  if (c == 0xA0 || c == 0x202F || narrow.find(c) != std::u32string_view::npos) return 420;
  if (c >= '0' && c <= '9') return 640;
  if (widest.find(c) != std::u32string_view::npos) return to_lower(c) == c ? 910 : 1090;
  return to_lower(c) == c ? 665 : 800;
}

bool is_vowel(char32_t c) {
  return std::u32string_view(U"аеёиоуыэюяөүaeiouy").find(to_lower(c)) != std::u32string_view::npos;
}

// Pieces that may not be broken further: words with the space behind them, parts of compounds.
std::vector<std::string_view> pieces(std::string_view text) {
  std::vector<std::string_view> all;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != ' ' && text[at] != '-' && text[at] != '/') continue;
    all.push_back(text.substr(begin, at + 1 - begin));
    begin = at + 1;
  }
  if (begin < text.size()) all.push_back(text.substr(begin));
  return all;
}

// Where to cut a word so that the part before it and a hyphen fit: between syllables when there is such a
// place, at least two letters on both sides; 0 = nowhere.
std::size_t cut(std::string_view word, double width, double size, bool bold) {
  std::vector<std::pair<std::size_t, char32_t>> letters;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t begin = at;
    letters.emplace_back(begin, next_code_point(word, at));
  }
  std::size_t anywhere = 0, syllable = 0;
  for (std::size_t i = 2; i + 2 < letters.size(); ++i) {
    const std::size_t at = letters[i].first;
    if (text_width(word.substr(0, at), size, bold) + text_width("-", size, bold) > width) break;
    anywhere = at;
    if (!is_vowel(letters[i].second) && is_vowel(letters[i + 1].second)) syllable = at;
  }
  return syllable != 0 ? syllable : anywhere;
}

}  // namespace

double text_width(std::string_view text, double size, bool bold) {
  int sum = 0;
  for (std::size_t at = 0; at < text.size();) sum += advance(next_code_point(text, at));
  return sum * size / 1000 * (bold ? 1.09 : 1.0);
}

std::vector<std::string> wrap_text(std::string_view text, double width, double size, bool bold) {
  std::vector<std::string> lines(1);
  const auto fits = [&](std::string_view piece) {
    return text_width(trim(lines.back() + std::string(piece)), size, bold) <= width;
  };
  for (std::string_view piece : pieces(trim(text))) {
    if (!fits(piece) && !lines.back().empty()) lines.emplace_back();
    while (!fits(piece)) {
      const std::size_t at = cut(piece, width, size, bold);
      if (at == 0) break;
      lines.back() = std::string(piece.substr(0, at)) + "-";
      lines.emplace_back();
      piece.remove_prefix(at);
    }
    lines.back() += piece;
  }
  for (std::string& line : lines) line = std::string(trim(line));
  return lines;
}

}  // namespace mektep
