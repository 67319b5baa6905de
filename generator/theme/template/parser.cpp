// Statements.
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

void Parser::parse_if(Stmt& stmt) {
  while (!failed_) {
    Branch& branch = stmt.branches.emplace_back();
    branch.condition = tuple(true, false);
    end_tag();
    branch.body = body({"elif", "else", "endif"});
    next();
    if (skip_name("elif")) continue;
    if (skip_name("else")) {
      end_tag();
      stmt.branches.emplace_back().body = body({"endif"});
      next();
    }
    skip_name("endif");
    end_tag();
    break;
  }
}

Target Parser::one_target(bool with_attribute) {
  Target result;
  result.mark = peek().mark;
  if (skip_symbol("(")) {
    result = target(false);
    expect_symbol(")");
    return result;
  }
  result.name = expect_name("a name");
  static constexpr std::string_view reserved[] = {"true", "false", "none", "True", "False", "None"};
  if (std::find(std::begin(reserved), std::end(reserved), *result.name) != std::end(reserved)) {
    fail(rules::template_unexpected, result.mark, *result.name, {{"wanted", std::string("a name")}});
  }
  if (with_attribute && skip_symbol(".")) {
    result.object = make(Op::name, result.mark, {});
    result.object->name = result.name;
    result.name = expect_name("a name");
  }
  return result;
}

// a · a, b · (a, b), c · namespace.a
Target Parser::target(bool with_attribute) {
  const Nesting nesting(*this);
  Target first = one_target(with_attribute);
  if (!at_symbol(",")) return first;
  Target several;
  several.mark = first.mark;
  several.parts.push_back(std::move(first));
  while (skip_symbol(",") && (peek().token == Token::name || at_symbol("(")) && !at_name("in")) {
    several.parts.push_back(one_target(false));
  }
  return several;
}

void Parser::parse_for(Stmt& stmt) {
  stmt.target = target(false);
  if (!skip_name("in")) return unexpected("in");
  stmt.expr = tuple(false, false);
  if (skip_name("if")) stmt.condition = expression();
  if (at_name("recursive")) return fail(rules::template_unsupported, peek().mark, "recursive");
  end_tag();
  stmt.body = body({"else", "endfor"});
  next();
  if (skip_name("else")) {
    end_tag();
    stmt.otherwise = body({"endfor"});
    next();
  }
  skip_name("endfor");
  end_tag();
}

// The filters of a set or filter block, applied to what the block captures.
Expr* Parser::captured_filters(Stmt& stmt) {
  stmt.captured = make(Op::name, peek().mark, {});
  stmt.captured->name = vocabulary_.intern(" captured");
  return filters(stmt.captured);
}

void Parser::parse_set(Stmt& stmt) {
  stmt.target = target(true);
  if (skip_symbol("=")) {
    stmt.expr = tuple(true, false);
    return end_tag();
  }
  stmt.act = Act::set_block;
  stmt.filter = captured_filters(stmt);
  end_tag();
  stmt.body = body({"endset"});
  close("endset");
}

void Parser::parse_with(Stmt& stmt) {
  while (!failed_ && peek().token != Token::tag_end) {
    if (!stmt.assignments.empty()) expect_symbol(",");
    Target where = target(false);
    expect_symbol("=");
    stmt.assignments.emplace_back(std::move(where), expression());
  }
  end_tag();
  stmt.body = body({"endwith"});
  close("endwith");
}

void Parser::parse_context_choice(Stmt& stmt) {
  if ((at_name("with") || at_name("without")) && at_name("context", 1)) {
    stmt.with_context = next().text == "with";
    next();
  }
}

void Parser::parse_include(Stmt& stmt) {
  stmt.expr = expression();
  if (at_name("ignore") && at_name("missing", 1)) {
    next();
    next();
    stmt.ignore_missing = true;
  }
  parse_context_choice(stmt);
  end_tag();
}

void Parser::parse_import(Stmt& stmt) {
  stmt.with_context = false;
  stmt.expr = expression();
  if (!skip_name("as")) return unexpected("as");
  stmt.target = one_target(false);
  parse_context_choice(stmt);
  end_tag();
}

void Parser::parse_from(Stmt& stmt) {
  stmt.with_context = false;
  stmt.expr = expression();
  if (!skip_name("import")) return unexpected("import");
  while (!failed_) {
    if ((at_name("with") || at_name("without")) && at_name("context", 1)) break;
    const Mark mark = peek().mark;
    const Name name = expect_name("a name");
    if (name->starts_with('_'))
      return fail(rules::template_unexpected, mark, *name, {{"wanted", std::string("a name")}});
    Target as;
    as.name = name;
    as.mark = mark;
    if (skip_name("as")) as = one_target(false);
    stmt.imports.emplace_back(name, std::move(as));
    if (!skip_symbol(",")) break;
    if (peek().token == Token::tag_end) break;
  }
  parse_context_choice(stmt);
  end_tag();
}

void Parser::parse_parameters(Function& function) {
  expect_symbol("(");
  while (!failed_ && !at_symbol(")")) {
    Parameter parameter;
    const Mark mark = peek().mark;
    parameter.name = expect_name("a name");
    for (const Parameter& earlier : function.parameters) {
      if (earlier.name == parameter.name)
        fail(rules::template_unexpected, mark, *parameter.name, {{"wanted", std::string("another name")}});
    }
    if (skip_symbol("=")) {
      parameter.fallback = expression();
    } else if (!function.parameters.empty() && function.parameters.back().fallback != nullptr) {
      return unexpected("=");
    }
    function.parameters.push_back(parameter);
    if (!skip_symbol(",")) break;
  }
  expect_symbol(")");
}

void Parser::parse_macro(Stmt& stmt) {
  stmt.target = one_target(false);
  stmt.function = &tpl_.functions.emplace_back();
  stmt.function->name = stmt.target.name;
  parse_parameters(*stmt.function);
  end_tag();
  const bool outer = std::exchange(in_macro_, true);
  stmt.function->body = body({"endmacro"});
  in_macro_ = outer;
  close("endmacro");
}

void Parser::parse_call(Stmt& stmt) {
  stmt.function = &tpl_.functions.emplace_back();
  stmt.function->name = vocabulary_.intern("caller");
  if (at_symbol("(")) parse_parameters(*stmt.function);
  stmt.expr = expression();
  if (!failed_ && stmt.expr->op != Op::call && stmt.expr->op != Op::method) return unexpected("a call");
  end_tag();
  const bool outer = std::exchange(in_macro_, true);
  stmt.function->body = body({"endcall"});
  in_macro_ = outer;
  close("endcall");
}

void Parser::parse_filter_block(Stmt& stmt) {
  stmt.captured = make(Op::name, peek().mark, {});
  stmt.captured->name = vocabulary_.intern(" captured");
  Expr* first = filter(stmt.captured);
  stmt.filter = filters(first);
  end_tag();
  stmt.body = body({"endfilter"});
  close("endfilter");
}

void Parser::parse_block(Stmt& stmt) {
  const Mark mark = peek().mark;
  const Name name = expect_name("a name");
  if (in_macro_)
    return fail(rules::template_unexpected, mark, "block",
                {{"wanted", std::string("no block inside a macro")}});
  for (const Block& earlier : tpl_.blocks) {
    if (earlier.name == name) report(rules::template_duplicate_block, mark, *name);
  }
  Block& block = tpl_.blocks.emplace_back();
  block.name = name;
  block.mark = mark;
  block.home = &tpl_;
  block.function.name = name;
  stmt.block = &block;
  if (skip_name("scoped")) block.scoped = true;
  if (at_name("required")) return fail(rules::template_unsupported, peek().mark, "required");
  end_tag();
  block.function.body = body({"endblock"});
  next();
  skip_name("endblock");
  if (peek().token == Token::name && vocabulary_.intern(peek().text) != name) return unexpected(*name);
  skip_name(*name);
  end_tag();
}

void Parser::parse_extends(Mark mark, Body& into) {
  const Lexeme name = peek();
  if (statements_ > 1 || !tpl_.parent_name.empty()) return fail(rules::template_misplaced_extends, mark, {});
  if (name.token != Token::string || name.string.empty()) return unexpected("\"…\"");
  next();
  tpl_.parent_name = name.string;
  tpl_.parent_mark = name.mark;
  tpl_.extends_at = into.size();
  end_tag();
}

}  // namespace mektep::templates
