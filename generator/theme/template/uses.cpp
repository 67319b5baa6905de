#include "theme/template/uses.h"

#include <algorithm>

namespace mektep::templates {

namespace {

// Nothing in the template sets it: it comes from outside. Names with a space are the parser's own.
bool is_outer(const Expr& expr) {
  return expr.op == Op::name && expr.slots.empty() && expr.name != nullptr && !expr.name->starts_with(' ');
}

class Collector {
 public:
  Collector(const Template& tpl, std::vector<TemplateUse>& uses) : tpl_(tpl), uses_(uses) {}

  void expression(const Expr& expr) {
    using enum TemplateUse::Kind;
    if (expr.op == Op::test && expr.name != nullptr && *expr.name == "defined") guarded(*expr.items.front());
    if (is_outer(expr)) add(name, expr.mark, *expr.name);
    if (expr.op == Op::attribute && expr.name != nullptr && is_outer(*expr.items.front()))
      add(member, expr.mark, *expr.items.front()->name, *expr.name);
    if (expr.op == Op::attribute && expr.name != nullptr && expr.items.front()->op == Op::item &&
        is_outer(*expr.items.front()->items.front()))
      add(member, expr.mark, *expr.items.front()->items.front()->name + "[]", *expr.name);
    if (expr.op != Op::item || expr.items.size() != 2 || !is_outer(*expr.items[0])) return;
    const Expr& key = *expr.items[1];
    if (key.op == Op::constant && key.constant.is_string())
      add(member, expr.mark, *expr.items[0]->name, key.constant.as_string());
    const Expr* first = key.op == Op::concat && !key.items.empty() ? key.items.front() : nullptr;
    while (first && first->op == Op::concat && !first->items.empty()) first = first->items.front();
    const bool begins = first && first->op == Op::constant && first->constant.is_string();
    if (begins) add(prefix, expr.mark, *expr.items[0]->name, first->constant.as_string());
    if (!begins && key.op != Op::constant) add(prefix, expr.mark, *expr.items[0]->name);
  }

  // `x is defined`: the template can do without it.
  void guarded(const Expr& expr) {
    if (is_outer(expr)) add(TemplateUse::Kind::optional, expr.mark, *expr.name);
    if (expr.op == Op::item && expr.items.size() == 2 && is_outer(*expr.items[0]) &&
        expr.items[1]->op == Op::constant && expr.items[1]->constant.is_string())
      add(TemplateUse::Kind::optional, expr.mark, *expr.items[0]->name, expr.items[1]->constant.as_string());
  }

  void statement(const Stmt& stmt) {
    target(stmt.target);
    for (const auto& [to, unused] : stmt.assignments) target(to);
    for (const auto& [unused, to] : stmt.imports) target(to);
  }
  void parameters(const Function& function) {
    for (const Parameter& parameter : function.parameters)
      if (parameter.name != nullptr) add(TemplateUse::Kind::sets, {}, *parameter.name);
  }

 private:
  void target(const Target& to) {
    if (to.name != nullptr && to.object == nullptr) add(TemplateUse::Kind::sets, to.mark, *to.name);
    for (const Target& part : to.parts) target(part);
  }
  void add(TemplateUse::Kind kind, Mark mark, std::string_view name, std::string_view member = {}) {
    uses_.push_back({kind, {tpl_.name, mark}, std::string(name), std::string(member)});
  }

  const Template& tpl_;
  std::vector<TemplateUse>& uses_;
};

}  // namespace

void collect_uses(const Template& tpl, std::vector<TemplateUse>& uses) {
  const std::size_t before = uses.size();
  Collector collect(tpl, uses);
  for (const Expr& expr : tpl.expressions) collect.expression(expr);
  for (const Stmt& stmt : tpl.statements) collect.statement(stmt);
  for (const Function& function : tpl.functions) collect.parameters(function);
  std::stable_sort(uses.begin() + static_cast<std::ptrdiff_t>(before), uses.end(),
                   [](const TemplateUse& a, const TemplateUse& b) { return a.place < b.place; });
}

}  // namespace mektep::templates
