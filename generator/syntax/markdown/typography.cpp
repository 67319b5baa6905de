#include "syntax/markdown/typography.h"

#include "base/ascii.h"
#include "base/text.h"

namespace mektep {

namespace {

constexpr std::string_view no_break_space = "\u00A0";
constexpr std::string_view word_joiner = "\u2060";  // no line ends here

constexpr std::array<bool, 256> special = [] {
  std::array<bool, 256> table{};
  for (const char c : {'"', '-', '.', '&', '<', '>', '\'', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'})
    table[static_cast<unsigned char>(c)] = true;
  table[0xC2] = true;  // « »
  table[0xE2] = true;  // №
  return table;
}();

bool is_white(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}
bool is_text(char c) {
  return is_digit(c) || is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
}

// " ж.", " г.", " жж.", " гг." at the start of `text`.
bool is_year_word(std::string_view text) {
  if (!text.starts_with(' ')) return false;
  text.remove_prefix(1);
  for (const std::string_view letter : {"ж", "г"}) {
    if (!text.starts_with(letter)) continue;
    text.remove_prefix(letter.size());
    if (text.starts_with(letter)) text.remove_prefix(letter.size());
    return text.starts_with('.');
  }
  return false;
}

// A number of at most four digits stands at the end of `text`.
bool ends_number(std::string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[text.size() - 1 - digits])) ++digits;
  if (digits == 0 || digits > 4) return false;
  text.remove_suffix(digits);
  return text.empty() || !is_text(text.back());
}

// A word of at most nine Cyrillic letters at the start of `text`: an ending («5-й») or what is counted
// («4-сабак»).
bool is_short_word(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && static_cast<unsigned char>(text[end]) >= 0x80) ++end;
  const std::string_view word = text.substr(0, end);
  if (word.empty() || (static_cast<unsigned char>(word[0]) & 0xFC) != 0xD0) return false;
  return count_code_points(word) <= 9;
}

}  // namespace

void Typographer::begin_block() {
  before_ = Before::start;
  depth_ = 0;
  opened_ = false;
}

Typographer::Before Typographer::before(std::string_view text, std::size_t at) const {
  if (at == 0) return before_;
  const char c = text[at - 1];
  if (is_white(c)) return Before::space;
  if (c == '(' || c == '[' || c == '{') return Before::opening;
  if (c == '"') return opened_ ? Before::opening : Before::letter;
  const std::string_view head = text.substr(0, at);
  if (head.ends_with("\u00A0")) return Before::space;
  for (const std::string_view sign : {"«", "„", "—", "–"})
    if (head.ends_with(sign)) return Before::opening;
  return Before::letter;
}

void Typographer::quote(std::string& out, std::string_view text, std::size_t at, bool more) {
  const Before left = before(text, at);
  const bool end = at + 1 >= text.size();
  const bool space_right = end ? !more : is_white(text[at + 1]);
  const bool word_right = end ? more : is_text(text[at + 1]);
  const bool open = left != Before::letter ? !space_right : depth_ == 0 && word_right;
  opened_ = open;
  if (open) {
    out += depth_++ == 0 ? quotes_.open : quotes_.inner_open;
  } else if (depth_ > 0) {
    out += --depth_ == 0 ? quotes_.close : quotes_.inner_close;
  } else {
    out += "&quot;";  // inches, or a quote without a partner
  }
}

std::size_t Typographer::dashes(std::string& out, std::string_view text, std::size_t at, bool more) {
  std::size_t end = at;
  while (end < text.size() && text[end] == '-') ++end;
  const std::size_t length = end - at;
  const bool space_left = before(text, at) == Before::space;
  const bool space_right = end < text.size() ? is_white(text[end]) : !more;
  const bool word_right = end < text.size() ? is_text(text[end]) : more;
  const bool between_words = before(text, at) == Before::letter && word_right;
  std::string_view dash;
  if (length == 1 && space_left && space_right) dash = "—";
  if (length == 2 && ((space_left && space_right) || between_words)) dash = "–";
  if (length == 3 && ((space_left && space_right) || between_words)) dash = "—";
  if (dash.empty()) {
    out.append(text, at, length);
    if (length == 1 && ends_number(text.substr(0, at)) && is_short_word(text.substr(end))) out += word_joiner;
    return end;
  }
  if (space_left && at > 0 && out.ends_with(' ')) {
    out.pop_back();
    out += no_break_space;
  }
  out += dash;
  return end;
}

void Typographer::text(std::string& out, std::string_view text, bool more) {
  if (text.empty()) return;
  const auto next_special = [&](std::size_t i) {
    while (i < text.size() && !special[static_cast<unsigned char>(text[i])]) ++i;
    return i;
  };
  for (std::size_t at = 0;;) {
    const std::size_t stop = next_special(at);
    out.append(text, at, stop - at);
    at = stop;
    if (at >= text.size()) break;
    switch (const char c = text[at]) {
      case '"':
        quote(out, text, at, more);
        ++at;
        break;
      case '-':
        at = dashes(out, text, at, more);
        break;
      case '.': {
        const std::size_t end = std::min(text.find_first_not_of('.', at), text.size());
        if (end - at == 3) {
          out += "…";
        } else {
          out.append(text, at, end - at);
        }
        at = end;
        break;
      }
      case '&':
      case '<':
      case '>':
      case '\'':
        append_html(out, text.substr(at, 1));
        ++at;
        break;
      default:
        if (is_digit(c)) {
          out += c;
          if (is_year_word(text.substr(++at))) {
            out += no_break_space;
            ++at;
          }
        } else if (text.substr(at).starts_with("№")) {
          out += "№";
          at += std::string_view("№").size();
          if (at < text.size() && (text[at] == ' ' || is_digit(text[at]))) {
            out += no_break_space;
            at += text[at] == ' ';
          }
        } else {
          if (text.substr(at).starts_with("«")) ++depth_;
          if (text.substr(at).starts_with("»") && depth_ > 0) --depth_;
          out += c;
          ++at;
        }
    }
  }
  before_ = before(text, text.size());
}

}  // namespace mektep
