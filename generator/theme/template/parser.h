// Builds the tree of one template from its lexemes. Syntax after the first fault is not looked at; unknown
// filters and tests, wrong arguments and doubled blocks are all reported.
#pragma once
#include <initializer_list>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "theme/template/lexer.h"
#include "theme/template/tree.h"

namespace mektep::templates {

// What the templates of a set share: interned names and the callables.
struct Vocabulary {
  std::set<std::string, std::less<>> names;
  std::map<std::string, Callable, std::less<>> filters, tests, functions;

  Name intern(std::string_view name);
  const Callable* filter(std::string_view name) const;
  const Callable* test(std::string_view name) const;
  const Callable* function(std::string_view name) const;
  std::vector<std::string> filter_names() const;
  std::vector<std::string> test_names() const;
};

class Parser {
 public:
  static constexpr unsigned max_expression_depth = 100;
  static constexpr unsigned max_statement_depth = 40;

  Parser(Template& tpl, Vocabulary& vocabulary, Findings& findings);
  // Fills the template's tree; false when there was a fault.
  bool parse();

 private:
  // Counts the recursion, so that 100,000 parentheses are a finding and no stack overflow.
  class Nesting {
   public:
    explicit Nesting(Parser& parser) : parser_(parser) {
      if (++parser_.nesting_ > max_expression_depth) parser_.fail_too_deep();
    }
    ~Nesting() { --parser_.nesting_; }
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;

   private:
    Parser& parser_;
  };

  // parser.cpp: statements
  Body body(std::initializer_list<std::string_view> ends);
  void statement(Body& into);
  void output(Body& into);
  Stmt* add(Body& into, Act act, Mark mark);
  void parse_if(Stmt& stmt);
  void parse_for(Stmt& stmt);
  void parse_set(Stmt& stmt);
  void parse_with(Stmt& stmt);
  void parse_include(Stmt& stmt);
  void parse_import(Stmt& stmt);
  void parse_from(Stmt& stmt);
  void parse_macro(Stmt& stmt);
  void parse_call(Stmt& stmt);
  void parse_filter_block(Stmt& stmt);
  void parse_block(Stmt& stmt);
  void parse_extends(Mark mark, Body& into);
  void parse_parameters(Function& function);
  void parse_context_choice(Stmt& stmt);
  Target target(bool with_attribute);
  Target one_target(bool with_attribute);
  Expr* captured_filters(Stmt& stmt);
  void end_tag();
  void close(std::string_view tag);

  // expressions.cpp
  Expr* expression(bool with_choice = true);
  Expr* tuple(bool with_choice, bool empty_allowed);
  Expr* either();
  Expr* both();
  Expr* negation();
  Expr* comparison();
  Expr* sum();
  Expr* concatenation();
  Expr* product();
  Expr* power();
  Expr* unary(bool with_filters);
  Expr* primary();
  Expr* list_literal();
  Expr* dict_literal();
  Expr* postfix(Expr* expr);
  Expr* filters(Expr* expr);
  Expr* filter(Expr* left);
  Expr* test(Expr* left);
  Expr* subscript(Expr* base);
  Expr* call(Expr* callee);
  void arguments(Expr& expr);
  void bind(Expr& expr, const Builtin& builtin);
  Expr* make(Op op, Mark mark, std::vector<Expr*> items);
  void deepen(Expr& expr);
  Expr* constant(Mark mark, Value value);

  // lexemes
  const Lexeme& peek(std::size_t ahead = 0) const;
  const Lexeme& next();
  bool at_symbol(std::string_view symbol, std::size_t ahead = 0) const;
  bool at_name(std::string_view name, std::size_t ahead = 0) const;
  bool skip_symbol(std::string_view symbol);
  bool skip_name(std::string_view name);
  void expect_symbol(std::string_view symbol);
  Name expect_name(std::string_view what);
  void unexpected(std::string_view wanted);
  void fail_too_deep();
  void report(const Rule& rule, Mark mark, const std::string& found, std::vector<Param> params = {});
  void fail(const Rule& rule, Mark mark, const std::string& found, std::vector<Param> params = {});

  Template& tpl_;
  Vocabulary& vocabulary_;
  Findings& findings_;
  std::vector<Lexeme> lexemes_;
  Lexeme nothing_;
  std::size_t at_ = 0;
  unsigned nesting_ = 0;
  unsigned statements_ = 0;  // open ones
  std::size_t fault_count_ = 0;
  bool failed_ = false;
  bool in_macro_ = false;
};

// "Did you mean …?" as the {advice} of a rule's hint.
Param advice(std::string_view word, std::span<const std::string> candidates);

}  // namespace mektep::templates
