// Expressions, with exactly Jinja2's precedence.
#include "base/text.h"
#include "theme/rules.h"
#include "theme/template/parser.h"

namespace mektep::templates {

Expr* Parser::make(Op op, Mark mark, std::vector<Expr*> items) {
  Expr& expr = tpl_.expressions.emplace_back();
  expr.op = op;
  expr.mark = mark;
  expr.items = std::move(items);
  deepen(expr);
  return &expr;
}

void Parser::deepen(Expr& expr) {
  std::uint16_t depth = 0;
  for (const Expr* item : expr.items) {
    if (item != nullptr) depth = std::max(depth, item->depth);
  }
  for (const auto& argument : expr.named) depth = std::max(depth, argument.second->depth);
  expr.depth = depth + 1;
  if (expr.depth > max_expression_depth && !failed_) fail(rules::template_too_deep, expr.mark, {});
}

Expr* Parser::constant(Mark mark, Value value) {
  Expr* expr = make(Op::constant, mark, {});
  expr->constant = std::move(value);
  return expr;
}

Expr* Parser::expression(bool with_choice) {
  const Nesting nesting(*this);
  Expr* value = either();
  while (with_choice && at_name("if")) {
    const Mark mark = next().mark;
    Expr* condition = either();
    Expr* otherwise = skip_name("else") ? expression() : nullptr;
    value = make(Op::choice, mark, {condition, value, otherwise});
  }
  return value;
}

Expr* Parser::tuple(bool with_choice, bool empty_allowed) {
  const Mark mark = peek().mark;
  std::vector<Expr*> items;
  bool several = false;
  while (!failed_) {
    if (at_symbol(")") || peek().token == Token::tag_end || peek().token == Token::output_end ||
        at_name("in"))
      break;
    items.push_back(expression(with_choice));
    if (!skip_symbol(",")) break;
    several = true;
  }
  if (!several && items.size() == 1) return items[0];
  if (items.empty() && !empty_allowed) unexpected("an expression");
  return make(Op::list, mark, std::move(items));
}

Expr* Parser::either() {
  Expr* left = both();
  while (at_name("or")) {
    const Mark mark = next().mark;
    Expr* right = both();
    left = make(Op::or_, mark, {left, right});
  }
  return left;
}

Expr* Parser::both() {
  Expr* left = negation();
  while (at_name("and")) {
    const Mark mark = next().mark;
    Expr* right = negation();
    left = make(Op::and_, mark, {left, right});
  }
  return left;
}

Expr* Parser::negation() {
  if (!at_name("not")) return comparison();
  const Nesting nesting(*this);
  const Mark mark = next().mark;
  Expr* inner = negation();
  return make(Op::not_, mark, {inner});
}

Expr* Parser::comparison() {
  static constexpr std::pair<std::string_view, Comparison> symbols[] = {
      {"==", Comparison::eq}, {"!=", Comparison::ne}, {"<", Comparison::lt},
      {"<=", Comparison::le}, {">", Comparison::gt},  {">=", Comparison::ge}};
  const Mark mark = peek().mark;
  std::vector<Expr*> items{sum()};
  std::vector<Comparison> comparisons;
  while (!failed_) {
    std::optional<Comparison> found;
    for (const auto& [symbol, comparison] : symbols) {
      if (at_symbol(symbol)) found = comparison;
    }
    if (at_name("in")) found = Comparison::in;
    if (at_name("not") && at_name("in", 1)) {
      found = Comparison::not_in;
      next();
    }
    if (!found) break;
    next();
    comparisons.push_back(*found);
    items.push_back(sum());
  }
  if (comparisons.empty()) return items[0];
  Expr* expr = make(Op::compare, mark, std::move(items));
  expr->comparisons = std::move(comparisons);
  return expr;
}

Expr* Parser::sum() {
  Expr* left = concatenation();
  while (at_symbol("+") || at_symbol("-")) {
    const Op op = at_symbol("+") ? Op::add : Op::subtract;
    const Mark mark = next().mark;
    Expr* right = concatenation();
    left = make(op, mark, {left, right});
  }
  return left;
}

Expr* Parser::concatenation() {
  const Mark mark = peek().mark;
  std::vector<Expr*> items{product()};
  while (skip_symbol("~")) items.push_back(product());
  return items.size() == 1 ? items[0] : make(Op::concat, mark, std::move(items));
}

Expr* Parser::product() {
  static constexpr std::pair<std::string_view, Op> symbols[] = {
      {"*", Op::multiply}, {"/", Op::divide}, {"//", Op::floor_divide}, {"%", Op::modulo}};
  Expr* left = power();
  while (!failed_) {
    const auto* found = std::find_if(std::begin(symbols), std::end(symbols),
                                     [&](const auto& symbol) { return at_symbol(symbol.first); });
    if (found == std::end(symbols)) break;
    const Mark mark = next().mark;
    Expr* right = power();
    left = make(found->second, mark, {left, right});
  }
  return left;
}

Expr* Parser::power() {
  Expr* left = unary(true);
  while (at_symbol("**")) {
    const Mark mark = next().mark;
    Expr* right = unary(true);
    left = make(Op::power, mark, {left, right});
  }
  return left;
}

Expr* Parser::unary(bool with_filters) {
  Expr* expr = nullptr;
  if (at_symbol("-") || at_symbol("+")) {
    const Nesting nesting(*this);
    const Op op = at_symbol("-") ? Op::minus : Op::plus;
    const Mark mark = next().mark;
    Expr* inner = unary(false);
    expr = make(op, mark, {inner});
  } else {
    expr = primary();
  }
  expr = postfix(expr);
  return with_filters ? filters(expr) : expr;
}

Expr* Parser::primary() {
  const Lexeme lexeme = peek();
  switch (lexeme.token) {
    case Token::name: {
      next();
      if (lexeme.text == "true" || lexeme.text == "True") return constant(lexeme.mark, true);
      if (lexeme.text == "false" || lexeme.text == "False") return constant(lexeme.mark, false);
      if (lexeme.text == "none" || lexeme.text == "None") return constant(lexeme.mark, nullptr);
      Expr* expr = make(Op::name, lexeme.mark, {});
      expr->name = vocabulary_.intern(lexeme.text);
      expr->custom = vocabulary_.function(lexeme.text);
      if (expr->custom == nullptr) expr->builtin = find_builtin(builtin_functions(), lexeme.text);
      return expr;
    }
    case Token::string: {
      std::string text;
      while (peek().token == Token::string) text += next().string;
      return constant(lexeme.mark, std::move(text));
    }
    case Token::integer:
      next();
      return constant(lexeme.mark, lexeme.integer);
    case Token::number:
      next();
      return constant(lexeme.mark, lexeme.number);
    case Token::symbol:
      if (skip_symbol("(")) {
        Expr* expr = tuple(true, true);
        expect_symbol(")");
        return expr;
      }
      if (skip_symbol("[")) return list_literal();
      if (skip_symbol("{")) return dict_literal();
      break;
    default:
      break;
  }
  unexpected("an expression");
  return constant(lexeme.mark, nullptr);
}

Expr* Parser::list_literal() {
  const Mark mark = peek().mark;
  std::vector<Expr*> items;
  while (!failed_ && !at_symbol("]")) {
    items.push_back(expression());
    if (!skip_symbol(",")) break;
  }
  expect_symbol("]");
  return make(Op::list, mark, std::move(items));
}

Expr* Parser::dict_literal() {
  const Mark mark = peek().mark;
  std::vector<Expr*> items;
  while (!failed_ && !at_symbol("}")) {
    items.push_back(expression());
    expect_symbol(":");
    items.push_back(expression());
    if (!skip_symbol(",")) break;
  }
  expect_symbol("}");
  return make(Op::dict, mark, std::move(items));
}

Expr* Parser::postfix(Expr* expr) {
  while (!failed_) {
    if (at_symbol(".")) {
      const Mark mark = next().mark;
      if (peek().token == Token::integer) {
        Expr* index = constant(peek().mark, peek().integer);
        next();
        expr = make(Op::item, mark, {expr, index});
      } else {
        expr = make(Op::attribute, peek().mark, {expr});
        expr->name = expect_name("a name");
      }
    } else if (at_symbol("[")) {
      expr = subscript(expr);
    } else if (at_symbol("(")) {
      expr = call(expr);
    } else {
      break;
    }
  }
  return expr;
}

Expr* Parser::filters(Expr* expr) {
  while (!failed_) {
    if (skip_symbol("|")) {
      expr = filter(expr);
    } else if (skip_name("is")) {
      expr = test(expr);
    } else if (at_symbol("(")) {
      expr = call(expr);
    } else {
      break;
    }
  }
  return expr;
}

Expr* Parser::subscript(Expr* base) {
  const Mark mark = next().mark;
  std::vector<Expr*> parts{base, nullptr, nullptr, nullptr};
  bool slice = false;
  for (std::size_t i = 1; i <= 3 && !failed_; ++i) {
    if (!at_symbol(":") && !at_symbol("]")) parts[i] = expression();
    if (i == 3 || !skip_symbol(":")) break;
    slice = true;
  }
  expect_symbol("]");
  if (slice) return make(Op::slice, mark, std::move(parts));
  if (parts[1] == nullptr) {
    unexpected("an index");
    return base;
  }
  return make(Op::item, mark, {base, parts[1]});
}

Expr* Parser::call(Expr* callee) {
  Expr* expr = nullptr;
  if (callee->op == Op::attribute) {
    expr = make(Op::method, callee->mark, {callee->items[0]});
    expr->name = callee->name;
  } else {
    expr = make(Op::call, callee->mark, {callee});
  }
  arguments(*expr);
  if (callee->op == Op::name && *callee->name == "super" && expr->items.size() == 1 && expr->named.empty()) {
    expr->op = Op::super;
    expr->items.clear();
  }
  return expr;
}

// ( … ) behind a callee, filter or test; adds to items and named.
void Parser::arguments(Expr& expr) {
  expect_symbol("(");
  while (!failed_ && !at_symbol(")")) {
    if (at_symbol("*") || at_symbol("**")) return unexpected("an argument");
    if (peek().token == Token::name && at_symbol("=", 1)) {
      const Lexeme name = next();
      next();
      expr.named.emplace_back(vocabulary_.intern(name.text), expression());
    } else {
      if (!expr.named.empty()) return unexpected("a named argument");
      expr.items.push_back(expression());
    }
    if (!skip_symbol(",")) break;
  }
  expect_symbol(")");
  deepen(expr);
}

Expr* Parser::filter(Expr* left) {
  const Mark mark = peek().mark;
  Expr* expr = make(Op::filter, mark, {left});
  std::string name(*expect_name("a filter"));
  while (skip_symbol(".")) name += "." + *expect_name("a filter");
  expr->name = vocabulary_.intern(name);
  if (at_symbol("(")) arguments(*expr);
  if (failed_) return expr;
  expr->custom = vocabulary_.filter(name);
  if (expr->custom == nullptr) expr->builtin = find_builtin(builtin_filters(), name);
  if (expr->builtin != nullptr) {
    bind(*expr, *expr->builtin);
  } else if (expr->custom == nullptr) {
    report(rules::template_unknown_filter, mark, name, {advice(name, vocabulary_.filter_names())});
  }
  return expr;
}

Expr* Parser::test(Expr* left) {
  const bool negated = skip_name("not");
  const Mark mark = peek().mark;
  Expr* expr = make(Op::test, mark, {left});
  expr->negated = negated;
  std::string name(*expect_name("a test"));
  expr->name = vocabulary_.intern(name);
  if (at_symbol("(")) {
    arguments(*expr);
  } else {
    const Token token = peek().token;
    const bool literal = token == Token::name || token == Token::string || token == Token::integer ||
                         token == Token::number || at_symbol("[") || at_symbol("{");
    if (literal && !at_name("else") && !at_name("or") && !at_name("and") && !at_name("if") &&
        !at_name("not")) {
      if (at_name("is")) {
        unexpected("only one test");
      } else if (!at_name("in") && !at_name("recursive") && !at_name("ignore") && !at_name("with")) {
        Expr* argument = primary();
        expr->items.push_back(postfix(argument));
        deepen(*expr);
      }
    }
  }
  if (failed_) return expr;
  expr->custom = vocabulary_.test(name);
  if (expr->custom == nullptr) expr->builtin = find_builtin(builtin_tests(), name);
  if (expr->builtin != nullptr) {
    bind(*expr, *expr->builtin);
  } else if (expr->custom == nullptr) {
    report(rules::template_unknown_test, mark, name, {advice(name, vocabulary_.test_names())});
  }
  return expr;
}

// Puts the arguments into the order of the parameters; those left out become null pointers.
void Parser::bind(Expr& expr, const Builtin& builtin) {
  std::vector<Expr*> bound{expr.items[0]};
  std::size_t given = 1;
  std::vector<std::pair<Name, Expr*>> named = std::move(expr.named);
  expr.named.clear();
  std::vector<std::string> parameters;
  bool takes_named = false;
  for (std::string_view parameter : split(builtin.parameters, ',')) {
    if (parameter.empty()) continue;
    if (parameter == "**") {
      takes_named = true;
    } else if (parameter == "*") {
      while (given < expr.items.size()) bound.push_back(expr.items[given++]);
    } else {
      const bool optional = parameter.ends_with('?');
      if (optional) parameter.remove_suffix(1);
      parameters.emplace_back(parameter);
      const auto by_name =
          std::find_if(named.begin(), named.end(), [&](const auto& n) { return *n.first == parameter; });
      if (given < expr.items.size()) {
        bound.push_back(expr.items[given++]);
      } else if (by_name != named.end()) {
        bound.push_back(by_name->second);
        named.erase(by_name);
      } else if (optional) {
        bound.push_back(nullptr);
      } else {
        return report(rules::template_wrong_argument, expr.mark,
                      fmt::format("{}: the argument \"{}\" is missing", builtin.name, parameter));
      }
    }
  }
  if (takes_named) {
    expr.named = std::move(named);
    named.clear();
  }
  if (given < expr.items.size()) {
    report(
        rules::template_wrong_argument, expr.mark,
        fmt::format("{}: {} arguments, at most {} expected", builtin.name, expr.items.size() - 1, given - 1));
  } else if (!named.empty()) {
    const auto near = did_you_mean(*named[0].first, parameters);
    report(rules::template_wrong_argument, expr.mark,
           fmt::format("{}: no argument is called \"{}\"{}", builtin.name, *named[0].first,
                       near ? fmt::format(", did you mean \"{}\"?", *near) : std::string()));
  }
  expr.items = std::move(bound);
}

}  // namespace mektep::templates
