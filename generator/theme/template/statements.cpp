// What the tags of the language hold: {% if … %}, {% for … %} and the others.
#include "base/text.h"
#include "theme/rules.h"
#include "theme/template/parser.h"

namespace mektep::templates {

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
