#include "editor/actions/secret_scan.h"

#include "base/ascii.h"
#include "base/date.h"
#include "base/phone.h"
#include "base/text.h"
#include "editor/actions/secret_rules.h"

namespace mektep::editor {
namespace {

constexpr std::size_t many_telephones = 8;  // more than a school's own page of contacts has

bool is_word(char c) {
  return is_digit(c) || is_ascii_letter(c) || c == '_' || c == '-';
}

// Keys by how they begin, and how many characters of a key must follow.
struct KeyForm {
  std::string_view start;
  std::size_t least;
};
constexpr std::array key_forms{KeyForm{"AKIA", 16},   KeyForm{"ghp_", 30},     KeyForm{"github_pat_", 30},
                               KeyForm{"glpat-", 20}, KeyForm{"xoxb-", 20},    KeyForm{"xoxp-", 20},
                               KeyForm{"AIza", 30},   KeyForm{"sk_live_", 20}, KeyForm{"sk-ant-", 20},
                               KeyForm{"ya29.", 30},  KeyForm{"mektep_", 20}};

class Scanner {
 public:
  Scanner(std::string_view text, const std::string& file) : text_(text), file_(file) {}

  Findings run() {
    for (std::size_t at = 0; at < text_.size();) {
      if (!is_word(text_[at])) {
        ++at;
        continue;
      }
      std::size_t end = at;
      while (end < text_.size() && is_word(text_[end])) ++end;
      word(at, text_.substr(at, end - at));
      at = end;
    }
    for (std::size_t at = text_.find("-----BEGIN "); at != std::string_view::npos;
         at = text_.find("-----BEGIN ", at + 1)) {
      const std::string_view line = text_.substr(at, text_.find('\n', at) - at);
      if (line.contains("PRIVATE KEY")) add(rules::secret_key, at, line);
    }
    telephones();
    return std::move(findings_);
  }

 private:
  void word(std::size_t at, std::string_view word) {
    for (const KeyForm& form : key_forms) {
      if (word.starts_with(form.start) && word.size() >= form.start.size() + form.least)
        return add(rules::secret_key, at, word.substr(0, form.start.size() + 4));
    }
    if (is_bot_token(at, word)) return add(rules::secret_key, at, word);
    if (is_personal_number(word) || is_passport(at, word)) add(rules::personal_number, at, word.substr(0, 5));
  }

  // Of Telegram: 8 to 10 digits, a colon, 35 characters.
  bool is_bot_token(std::size_t at, std::string_view word) const {
    if (word.size() < 8 || word.size() > 10 || !std::ranges::all_of(word, is_digit)) return false;
    std::size_t end = at + word.size() + 1;
    if (end > text_.size() || text_[end - 1] != ':') return false;
    const std::size_t begin = end;
    while (end < text_.size() && is_word(text_[end])) ++end;
    return end - begin == 35;
  }

  // Of Kyrgyzstan: 14 digits, the first 1 or 2, then the day of birth.
  static bool is_personal_number(std::string_view word) {
    if (word.size() != 14 || !std::ranges::all_of(word, is_digit) || (word[0] != '1' && word[0] != '2'))
      return false;
    const std::string day = fmt::format("{}-{}-{}", word.substr(5, 4), word.substr(3, 2), word.substr(1, 2));
    const auto born = parse_date(day);
    return born && born->year >= 1900 && born->year <= 2100;
  }

  // "ID1234567", "AN 1234567".
  bool is_passport(std::size_t at, std::string_view word) const {
    const auto all_digits = [](std::string_view text) {
      return text.size() == 7 && std::ranges::all_of(text, is_digit);
    };
    if (word.starts_with("ID") || word.starts_with("AN")) {
      if (all_digits(word.substr(2))) return true;
      if (word.size() != 2 || at + 3 >= text_.size() || text_[at + 2] != ' ') return false;
      const std::string_view next = text_.substr(at + 3, 7);
      return all_digits(next) && (at + 10 == text_.size() || !is_word(text_[at + 10]));
    }
    return false;
  }

  // Runs of digits, spaces, brackets and hyphens that are telephone numbers.
  void telephones() {
    std::set<std::string> numbers;
    std::size_t first = 0;
    for (std::size_t at = 0; at < text_.size();) {
      const bool begins =
          (text_[at] == '+' || text_[at] == '0' || text_[at] == '(') && (at == 0 || !is_word(text_[at - 1]));
      if (!begins) {
        ++at;
        continue;
      }
      std::size_t end = at + 1;
      while (end < text_.size() && end - at < 24 &&
             (is_digit(text_[end]) || std::string_view(" ()-").contains(text_[end])))
        ++end;
      if (const auto number = parse_phone(trim(text_.substr(at, end - at)))) {
        if (numbers.empty()) first = at;
        numbers.insert(*number);
      }
      at = end;
    }
    if (numbers.size() >= many_telephones) add(rules::telephone_list, first, std::to_string(numbers.size()));
  }

  void add(const Rule& rule, std::size_t at, std::string_view found) {
    const std::string_view before = text_.substr(0, at);
    const std::size_t line_begin = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    const auto line = static_cast<std::uint32_t>(std::ranges::count(before, '\n')) + 1;
    const auto column = static_cast<std::uint32_t>(count_code_points(before.substr(line_begin))) + 1;
    // A secret is shown by its beginning only: findings reach logs and screens.
    std::string shown = excerpt(found, 9);
    if (&rule != &rules::telephone_list) shown += "…";
    findings_.emplace_back(rule, Place{file_, {line, column}}, std::string(), std::move(shown));
  }

  std::string_view text_;
  const std::string& file_;
  Findings findings_;
};

}  // namespace

Findings find_secrets(std::string_view text, const std::string& file) {
  if (find_invalid_utf8(text)) return {};  // another rule's business
  return Scanner(text, file).run();
}

}  // namespace mektep::editor
