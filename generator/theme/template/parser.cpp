// Tokens, tags and bodies; what stands in a tag is read in statements.cpp.
#include "theme/template/parser.h"

#include "base/text.h"
#include "theme/rules.h"

namespace mektep::templates {

namespace {

constexpr std::string_view statement_names[] = {"if",     "for",     "set",   "with", "include",
                                                "import", "from",    "macro", "call", "filter",
                                                "block",  "extends", "raw"};
constexpr std::string_view foreign_statements[] = {"autoescape", "do",       "trans", "pluralize",
                                                   "break",      "continue", "debug", "verbatim"};

}  // namespace

Name Vocabulary::intern(std::string_view name) {
  const auto found = names.find(name);
  return &(found != names.end() ? *found : *names.emplace(name).first);
}
const Callable* Vocabulary::filter(std::string_view name) const {
  const auto found = filters.find(name);
  return found == filters.end() ? nullptr : &found->second;
}
const Callable* Vocabulary::test(std::string_view name) const {
  const auto found = tests.find(name);
  return found == tests.end() ? nullptr : &found->second;
}
const Callable* Vocabulary::function(std::string_view name) const {
  const auto found = functions.find(name);
  return found == functions.end() ? nullptr : &found->second;
}
std::vector<std::string> Vocabulary::filter_names() const {
  std::vector<std::string> all;
  for (const Builtin& builtin : builtin_filters()) all.emplace_back(builtin.name);
  for (const auto& custom : filters) all.push_back(custom.first);
  return all;
}
std::vector<std::string> Vocabulary::test_names() const {
  std::vector<std::string> all;
  for (const Builtin& builtin : builtin_tests()) all.emplace_back(builtin.name);
  for (const auto& custom : tests) all.push_back(custom.first);
  return all;
}

Param advice(std::string_view word, std::span<const std::string> candidates) {
  const auto near = did_you_mean(word, candidates);
  if (!near) {
    return {"advice", Label{"Жазылышын текшериңиз; тизме themes/TEMPLATES.md файлында",
                            "Проверьте написание; список в themes/TEMPLATES.md",
                            "Check the spelling; the list is in themes/TEMPLATES.md"}};
  }
  return {"advice", Label{"Балким, мындайдыр: " + *near, "Возможно, имелось в виду: " + *near,
                          "Did you mean " + *near + "?"}};
}

Parser::Parser(Template& tpl, Vocabulary& vocabulary, Findings& findings)
    : tpl_(tpl), vocabulary_(vocabulary), findings_(findings), fault_count_(findings.size()) {
  lexemes_ = cut_template(tpl.name, tpl.source, findings);
  failed_ = findings.size() != fault_count_;
}

bool Parser::parse() {
  if (!failed_) {
    tpl_.root.body = body({});
    if (!failed_ && peek().token != Token::end) unexpected("the end");
  }
  return findings_.size() == fault_count_;
}

const Lexeme& Parser::peek(std::size_t ahead) const {
  if (failed_ || at_ + ahead >= lexemes_.size()) return nothing_;
  return lexemes_[at_ + ahead];
}
const Lexeme& Parser::next() {
  if (failed_ || at_ >= lexemes_.size()) return nothing_;
  return lexemes_[at_++];
}
bool Parser::at_symbol(std::string_view symbol, std::size_t ahead) const {
  return peek(ahead).token == Token::symbol && peek(ahead).text == symbol;
}
bool Parser::at_name(std::string_view name, std::size_t ahead) const {
  return peek(ahead).token == Token::name && peek(ahead).text == name;
}
bool Parser::skip_symbol(std::string_view symbol) {
  if (!at_symbol(symbol)) return false;
  next();
  return true;
}
bool Parser::skip_name(std::string_view name) {
  if (!at_name(name)) return false;
  next();
  return true;
}
void Parser::expect_symbol(std::string_view symbol) {
  if (!skip_symbol(symbol)) unexpected(symbol);
}
Name Parser::expect_name(std::string_view what) {
  if (peek().token != Token::name) unexpected(what);
  return vocabulary_.intern(next().text);
}

void Parser::unexpected(std::string_view wanted) {
  fail(rules::template_unexpected, peek().mark, std::string(peek().text), {{"wanted", std::string(wanted)}});
}
void Parser::fail_too_deep() {
  fail(rules::template_too_deep, peek().mark, std::string(peek().text));
}
void Parser::report(const Rule& rule, Mark mark, const std::string& found, std::vector<Param> params) {
  findings_.emplace_back(rule, Place{tpl_.name, mark}, std::string(), excerpt(found, 120), std::move(params));
}
void Parser::fail(const Rule& rule, Mark mark, const std::string& found, std::vector<Param> params) {
  if (!failed_) report(rule, mark, found, std::move(params));
  failed_ = true;
}

void Parser::end_tag() {
  if (peek().token != Token::tag_end) return unexpected("%}");
  next();
}

// {% tag %}, which is known to stand here.
void Parser::close(std::string_view tag) {
  next();
  if (!skip_name(tag)) return unexpected(tag);
  end_tag();
}

Stmt* Parser::add(Body& into, Act act, Mark mark) {
  Stmt& stmt = tpl_.statements.emplace_back();
  stmt.act = act;
  stmt.mark = mark;
  into.push_back(&stmt);
  return &stmt;
}

// Statements up to a tag named in `ends`, which is left standing.
Body Parser::body(std::initializer_list<std::string_view> ends) {
  Body result;
  Mark begin;  // of the opening tag
  for (std::size_t i = failed_ ? 0 : at_; i > 0 && begin.line == 0; --i) {
    if (lexemes_[i - 1].token == Token::tag_begin) begin = lexemes_[i - 1].mark;
  }
  if (++statements_ > max_statement_depth) fail(rules::template_too_deep, begin, {});
  while (!failed_) {
    const Lexeme& lexeme = peek();
    if (lexeme.token == Token::end) break;
    if (lexeme.token == Token::text) {
      // Texts that only a comment parted are one; the mark is that of the first.
      if (!result.empty() && result.back()->act == Act::text) {
        const std::string_view before = result.back()->text;
        const bool ours = !tpl_.texts.empty() && before.data() == tpl_.texts.back().data();
        std::string& joined = ours ? tpl_.texts.back() : tpl_.texts.emplace_back(before);
        joined += lexeme.text;
        result.back()->text = joined;
      } else {
        add(result, Act::text, lexeme.mark)->text = lexeme.text;
      }
      next();
    } else if (lexeme.token == Token::output_begin) {
      output(result);
    } else if (lexeme.token == Token::tag_begin) {
      const Lexeme& tag = peek(1);
      if (tag.token == Token::name && std::find(ends.begin(), ends.end(), tag.text) != ends.end()) break;
      statement(result);
    } else {
      unexpected("a text or a tag");
    }
  }
  --statements_;
  if (!failed_ && ends.size() > 0 && peek().token == Token::end) {
    fail(rules::template_unclosed_statement, begin, std::string(*(ends.end() - 1)));
  }
  return result;
}

void Parser::output(Body& into) {
  const Mark mark = next().mark;
  Stmt* stmt = add(into, Act::output, mark);
  stmt->expr = tuple(true, false);
  if (peek().token != Token::output_end) return unexpected("}}");
  next();
}

void Parser::statement(Body& into) {
  next();  // {%
  const Lexeme tag = peek();
  if (tag.token != Token::name) return unexpected("a statement");
  next();
  const auto simple = [&](Act act, void (Parser::*fill)(Stmt&)) { (this->*fill)(*add(into, act, tag.mark)); };
  if (tag.text == "if") return simple(Act::branch, &Parser::parse_if);
  if (tag.text == "for") return simple(Act::loop, &Parser::parse_for);
  if (tag.text == "set") return simple(Act::set, &Parser::parse_set);
  if (tag.text == "with") return simple(Act::with, &Parser::parse_with);
  if (tag.text == "include") return simple(Act::include, &Parser::parse_include);
  if (tag.text == "import") return simple(Act::import, &Parser::parse_import);
  if (tag.text == "from") return simple(Act::import_names, &Parser::parse_from);
  if (tag.text == "macro") return simple(Act::macro, &Parser::parse_macro);
  if (tag.text == "call") return simple(Act::call_block, &Parser::parse_call);
  if (tag.text == "filter") return simple(Act::filter_block, &Parser::parse_filter_block);
  if (tag.text == "block") return simple(Act::block, &Parser::parse_block);
  if (tag.text == "extends") return parse_extends(tag.mark, into);
  if (std::find(std::begin(foreign_statements), std::end(foreign_statements), tag.text) !=
      std::end(foreign_statements)) {
    return fail(rules::template_unsupported, tag.mark, std::string(tag.text));
  }
  std::vector<std::string> known(std::begin(statement_names), std::end(statement_names));
  fail(rules::template_unknown_statement, tag.mark, std::string(tag.text), {advice(tag.text, known)});
}

}  // namespace mektep::templates
