#include "theme/template/lexer.h"

#include <charconv>

#include "base/ascii.h"
#include "base/text.h"
#include "theme/rules.h"
#include "theme/template/literal.h"

namespace mektep::templates {

namespace {

bool is_white(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
bool begins_name(char c) {
  return is_ascii_letter(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

class Lexer {
 public:
  Lexer(const std::string& name, std::string_view source, Findings& findings)
      : name_(name), source_(source), findings_(findings) {}

  std::vector<Lexeme> run() {
    while (!failed_ && at_ < source_.size()) text();
    mark_to(at_);
    add(Token::end, {});
    return std::move(lexemes_);
  }

 private:
  // Moves the line and column to `offset`, which never goes back.
  void mark_to(std::size_t offset) {
    for (; counted_ < offset; ++counted_) {
      const auto c = static_cast<unsigned char>(source_[counted_]);
      if (c == '\n') {
        ++mark_.line;
        mark_.column = 1;
      } else if ((c & 0xC0) != 0x80) {
        ++mark_.column;
      }
    }
  }

  Lexeme& add(Token token, std::string_view written) {
    lexemes_.push_back({token, mark_, written, {}, 0, 0});
    return lexemes_.back();
  }

  void fail(const Rule& rule, std::size_t offset, std::string_view found) {
    mark_to(offset);
    findings_.emplace_back(rule, Place{name_, mark_}, std::string(), excerpt(found));
    failed_ = true;
  }

  std::string_view rest() const { return source_.substr(at_); }

  // A text up to the next tag, and the tag itself.
  void text() {
    const std::size_t begin = at_;
    std::size_t open = at_;
    while (true) {
      open = source_.find('{', open);
      if (open == std::string_view::npos || open + 1 >= source_.size()) {
        emit_text(begin, source_.size(), false);
        at_ = source_.size();
        return;
      }
      const char kind = source_[open + 1];
      if (kind == '{' || kind == '%' || kind == '#') break;
      ++open;
    }
    const char sign = open + 2 < source_.size() ? source_[open + 2] : '\0';
    const bool strips = sign == '-';
    emit_text(begin, open, strips);
    at_ = open + 2;
    if (strips || (sign == '+' && source_[open + 1] != '{')) ++at_;
    switch (source_[open + 1]) {
      case '#':
        comment(open);
        return;
      case '%':
        if (!raw(open)) tag(open, Token::tag_begin, Token::tag_end, "%}");
        return;
      default:
        tag(open, Token::output_begin, Token::output_end, "}}");
    }
  }

  void emit_text(std::size_t begin, std::size_t end, bool strip_end) {
    if (strip_begin_) {
      while (begin < end && is_white(source_[begin])) ++begin;
    }
    if (strip_end) {
      while (end > begin && is_white(source_[end - 1])) --end;
    }
    strip_begin_ = false;
    if (begin == end) return;
    mark_to(begin);
    add(Token::text, source_.substr(begin, end - begin));
  }

  void comment(std::size_t open) {
    const std::size_t close = source_.find("#}", at_);
    if (close == std::string_view::npos) return fail(rules::template_unclosed_tag, open, "{#");
    strip_begin_ = close > at_ && source_[close - 1] == '-';
    at_ = close + 2;
  }

  // Moves past `[-+] %}` when it stands at `at`.
  bool closes(std::size_t& at, bool& strips) const {
    while (at < source_.size() && is_white(source_[at])) ++at;
    strips = at < source_.size() && source_[at] == '-';
    if (strips || (at < source_.size() && source_[at] == '+')) ++at;
    if (source_.substr(at, 2) != "%}") return false;
    at += 2;
    return true;
  }

  // {% raw %} … {% endraw %}
  bool raw(std::size_t open) {
    std::size_t at = at_;
    while (at < source_.size() && is_white(source_[at])) ++at;
    if (source_.substr(at, 3) != "raw") return false;
    at += 3;
    bool strips_inner = false;
    if (!closes(at, strips_inner)) return false;
    const std::size_t begin = at;
    for (std::size_t close = source_.find("{%", begin); close != std::string_view::npos;
         close = source_.find("{%", close + 2)) {
      std::size_t after = close + 2;
      const bool strips_end = after < source_.size() && source_[after] == '-';
      if (strips_end || (after < source_.size() && source_[after] == '+')) ++after;
      while (after < source_.size() && is_white(source_[after])) ++after;
      if (source_.substr(after, 6) != "endraw") continue;
      after += 6;
      bool strips_after = false;
      if (!closes(after, strips_after)) continue;
      strip_begin_ = strips_inner;
      emit_text(begin, close, strips_end);
      strip_begin_ = strips_after;
      at_ = after;
      return true;
    }
    fail(rules::template_unclosed_statement, open, "{% raw %}");
    return true;
  }

  void tag(std::size_t open, Token begin, Token end, std::string_view close) {
    mark_to(open);
    add(begin, source_.substr(open, 2));
    std::vector<char> brackets;
    while (!failed_) {
      while (at_ < source_.size() && is_white(source_[at_])) ++at_;
      if (at_ >= source_.size()) {
        findings_.emplace_back(rules::template_unclosed_tag, Place{name_, opening(begin)}, std::string(),
                               std::string(source_.substr(open, 2)));
        failed_ = true;
        return;
      }
      if (brackets.empty()) {
        const bool strips = source_[at_] == '-';
        const bool keeps = source_[at_] == '+' && close == "%}";
        if (source_.substr(at_ + (strips || keeps ? 1 : 0), 2) == close) {
          mark_to(at_);
          add(end, close);
          at_ += (strips || keeps ? 3 : 2);
          strip_begin_ = strips;
          return;
        }
      }
      mark_to(at_);
      token(brackets);
    }
  }

  Mark opening(Token begin) const {
    for (auto it = lexemes_.rbegin(); it != lexemes_.rend(); ++it) {
      if (it->token == begin) return it->mark;
    }
    return {};
  }

  void token(std::vector<char>& brackets) {
    const char c = source_[at_];
    if (begins_name(c)) {
      std::size_t end = at_;
      while (end < source_.size() && (begins_name(source_[end]) || is_digit(source_[end]))) ++end;
      add(Token::name, source_.substr(at_, end - at_));
      at_ = end;
    } else if (is_digit(c)) {
      number();
    } else if (c == '"' || c == '\'') {
      string(c);
    } else {
      symbol(brackets);
    }
  }

  void number() {
    const bool after_dot =
        !lexemes_.empty() && lexemes_.back().token == Token::symbol && lexemes_.back().text == ".";
    const Literal literal = read_number(rest(), after_dot);
    if (!literal.valid) return fail(rules::template_bad_literal, at_, literal.written);
    Lexeme& lexeme = add(literal.is_integer ? Token::integer : Token::number, literal.written);
    lexeme.integer = literal.integer;
    lexeme.number = literal.number;
    at_ += literal.written.size();
  }

  void string(char quote) {
    std::size_t end = at_ + 1;
    while (end < source_.size() && source_[end] != quote) end += source_[end] == '\\' ? 2 : 1;
    if (end >= source_.size()) return fail(rules::template_bad_literal, at_, rest());
    Lexeme& lexeme = add(Token::string, source_.substr(at_, end + 1 - at_));
    if (!decode_string(source_.substr(at_ + 1, end - at_ - 1), lexeme.string)) {
      return fail(rules::template_bad_literal, at_, source_.substr(at_, end + 1 - at_));
    }
    at_ = end + 1;
  }

  void symbol(std::vector<char>& brackets) {
    static constexpr std::string_view symbols[] = {"**", "//", "==", "!=", "<=", ">=", "+", "-", "*",
                                                   "/",  "%",  "~",  "<",  ">",  "=",  ".", ":", ",",
                                                   ";",  "|",  "(",  ")",  "[",  "]",  "{", "}"};
    for (const std::string_view symbol : symbols) {
      if (!rest().starts_with(symbol)) continue;
      if (symbol == "(" || symbol == "[" || symbol == "{") brackets.push_back(symbol[0]);
      if (symbol == ")" || symbol == "]" || symbol == "}") {
        const char opener = symbol == ")" ? '(' : symbol == "]" ? '[' : '{';
        if (brackets.empty() || brackets.back() != opener)
          return fail(rules::template_unexpected, at_, symbol);
        brackets.pop_back();
      }
      add(Token::symbol, symbol);
      at_ += symbol.size();
      return;
    }
    std::size_t next = at_;
    next_code_point(source_, next);
    fail(rules::template_unexpected, at_, source_.substr(at_, next - at_));
  }

  const std::string& name_;
  std::string_view source_;
  Findings& findings_;
  std::vector<Lexeme> lexemes_;
  std::size_t at_ = 0;
  std::size_t counted_ = 0;
  Mark mark_{1, 1};
  bool strip_begin_ = false;
  bool failed_ = false;
};

}  // namespace

std::vector<Lexeme> cut_template(const std::string& name, std::string_view source, Findings& findings) {
  return Lexer(name, source, findings).run();
}

std::string normalise_source(std::string_view source) {
  std::string text;
  text.reserve(source.size());
  for (std::size_t i = 0; i < source.size(); ++i) {
    if (source[i] != '\r') {
      text += source[i];
    } else {
      text += '\n';
      if (i + 1 < source.size() && source[i + 1] == '\n') ++i;
    }
  }
  if (text.ends_with('\n')) text.pop_back();
  return text;
}

}  // namespace mektep::templates
