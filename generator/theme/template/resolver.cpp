#include "theme/template/resolver.h"

#include <algorithm>

namespace mektep::templates {

namespace {

struct Scope {
  Scope* outer = nullptr;
  Function* function = nullptr;
  std::vector<std::pair<Name, std::uint16_t>> variables;
};

constexpr std::uint16_t implicit_slots = 3;  // varargs, kwargs, caller

class Resolver {
 public:
  Resolver(Template& tpl, Vocabulary& vocabulary)
      : tpl_(tpl),
        loop_(vocabulary.intern("loop")),
        caller_(vocabulary.intern("caller")),
        varargs_(vocabulary.intern("varargs")),
        kwargs_(vocabulary.intern("kwargs")) {}

  void run() {
    Scope& root = open(nullptr, tpl_.root);
    top_ = &root;
    body(tpl_.root.body, root);
    // Only now is it known which scopes set which names.
    for (const auto& [expr, scope] : reads_) {
      expr->slots = places(expr->name, *scope);
      if (expr->name == loop_) tpl_.uses_loop = true;
    }
    if (!handovers_.empty()) tpl_.uses_loop = true;
    for (const auto& [stmt, scope] : handovers_) stmt->locals = visible(*scope);
  }

 private:
  Scope& open(Scope* outer, Function& function) {
    Scope& scope = scopes_.emplace_back();
    scope.outer = outer;
    scope.function = &function;
    return scope;
  }

  static std::uint16_t declare(Name name, Scope& scope) {
    for (const auto& variable : scope.variables) {
      if (variable.first == name) return variable.second;
    }
    scope.variables.emplace_back(name, scope.function->slots);
    return scope.function->slots++;
  }

  static std::vector<SlotRef> places(Name name, const Scope& from) {
    std::vector<SlotRef> found;
    std::uint16_t up = 0;
    for (const Scope* scope = &from; scope != nullptr; scope = scope->outer) {
      for (const auto& variable : scope->variables) {
        if (variable.first == name) found.push_back({up, variable.second});
      }
      if (scope->outer != nullptr && scope->outer->function != scope->function) ++up;
    }
    return found;
  }

  static std::vector<Local> visible(const Scope& from) {
    std::vector<Local> locals;
    for (const Scope* scope = &from; scope != nullptr; scope = scope->outer) {
      for (const auto& variable : scope->variables) {
        const bool known = std::any_of(locals.begin(), locals.end(),
                                       [&](const Local& local) { return local.name == variable.first; });
        if (!known) locals.push_back({variable.first, places(variable.first, from)});
      }
    }
    return locals;
  }

  void read(Expr* expr, Scope& scope) {
    if (expr == nullptr) return;
    if (expr->op == Op::name) {
      if (expr->slots.empty()) reads_.emplace_back(expr, &scope);
      if (Function* function = scope.function; function != &tpl_.root) implicit(*function, expr->name, scope);
      return;
    }
    for (Expr* item : expr->items) read(item, scope);
    for (const auto& argument : expr->named) read(argument.second, scope);
  }

  // varargs, kwargs and caller exist in a macro that uses them.
  void implicit(Function& function, Name name, Scope& scope) {
    Scope* macro = &scope;
    while (macro->outer != nullptr && macro->outer->function == &function) macro = macro->outer;
    if (std::find(macros_.begin(), macros_.end(), &function) == macros_.end()) return;
    // Their places are the first ones: scopes inside the macro empty what was declared since they began.
    std::uint16_t place = 0;
    for (auto [wanted, slot] : {std::pair(varargs_, &function.varargs), std::pair(kwargs_, &function.kwargs),
                                std::pair(caller_, &function.caller)}) {
      const bool parameter = std::any_of(function.parameters.begin(), function.parameters.end(),
                                         [sought = wanted](const Parameter& p) { return p.name == sought; });
      if (name == wanted && !*slot && !parameter) {
        *slot = place;
        macro->variables.emplace_back(name, place);
      }
      ++place;
    }
  }

  void assign(Target& target, Scope& scope) {
    if (target.object != nullptr) return read(target.object, scope);
    if (target.parts.empty()) target.slot = declare(target.name, scope);
    for (Target& part : target.parts) assign(part, scope);
  }

  void body(Body& statements, Scope& scope) {
    for (Stmt* stmt : statements) statement(*stmt, scope);
  }

  // The body of a scope inside the same function.
  Scope& inner(Stmt& stmt, Scope& scope) {
    stmt.first_slot = scope.function->slots;
    return open(&scope, *scope.function);
  }
  static void end_inner(Stmt& stmt, const Scope& scope) { stmt.end_slot = scope.function->slots; }

  void callable(Function& function, Scope& scope, bool is_macro) {
    for (Scope* s = &scope; s != nullptr; s = s->outer) s->function->keeps_frame = true;
    if (is_macro) macros_.push_back(&function);
    Scope& own = open(&scope, function);
    function.slots = implicit_slots;
    for (Parameter& parameter : function.parameters) parameter.slot = declare(parameter.name, own);
    for (Parameter& parameter : function.parameters) read(parameter.fallback, own);
    body(function.body, own);
  }

  void capture(Stmt& stmt, Scope& scope) {
    Scope& within = inner(stmt, scope);
    body(stmt.body, within);
    stmt.loop_slot = scope.function->slots++;
    end_inner(stmt, scope);
    if (stmt.captured != nullptr) stmt.captured->slots = {{0, stmt.loop_slot}};
    read(stmt.filter, scope);
  }

  void loop(Stmt& stmt, Scope& scope) {
    read(stmt.expr, scope);
    Scope& within = inner(stmt, scope);
    assign(stmt.target, within);
    // The filter of `for … if` sees the target but neither `loop` nor what the body sets.
    Scope& test = open(&scope, *scope.function);
    test.variables = within.variables;
    read(stmt.condition, test);
    stmt.loop_slot = declare(loop_, within);
    body(stmt.body, within);
    end_inner(stmt, scope);
    Scope& otherwise = open(&scope, *scope.function);
    body(stmt.otherwise, otherwise);
  }

  void statement(Stmt& stmt, Scope& scope) {
    stmt.exported = &scope == top_;
    switch (stmt.act) {
      case Act::text:
      case Act::shared:  // made later
        break;
      case Act::output:
        read(stmt.expr, scope);
        break;
      case Act::branch:
        for (Branch& branch : stmt.branches) {
          read(branch.condition, scope);
          body(branch.body, scope);
        }
        break;
      case Act::loop:
        loop(stmt, scope);
        break;
      case Act::set:
        read(stmt.expr, scope);
        assign(stmt.target, scope);
        break;
      case Act::set_block:
        capture(stmt, scope);
        assign(stmt.target, scope);
        break;
      case Act::filter_block:
        capture(stmt, scope);
        break;
      case Act::with: {
        for (auto& assignment : stmt.assignments) read(assignment.second, scope);
        Scope& within = inner(stmt, scope);
        for (auto& assignment : stmt.assignments) assign(assignment.first, within);
        body(stmt.body, within);
        end_inner(stmt, scope);
        break;
      }
      case Act::include:
        read(stmt.expr, scope);
        if (stmt.with_context) handovers_.emplace_back(&stmt, &scope);
        break;
      case Act::import:
      case Act::import_names:
        read(stmt.expr, scope);
        if (stmt.with_context) handovers_.emplace_back(&stmt, &scope);
        if (stmt.with_context) tpl_.root.keeps_frame = true;
        if (stmt.act == Act::import) assign(stmt.target, scope);
        for (auto& import : stmt.imports) assign(import.second, scope);
        break;
      case Act::macro:
        assign(stmt.target, scope);
        callable(*stmt.function, scope, true);
        break;
      case Act::call_block:
        read(stmt.expr, scope);
        callable(*stmt.function, scope, true);
        break;
      case Act::block: {
        if (stmt.block->scoped) handovers_.emplace_back(&stmt, &scope);
        Scope& own = open(nullptr, stmt.block->function);
        body(stmt.block->function.body, own);
        break;
      }
    }
  }

  Template& tpl_;
  Name loop_, caller_, varargs_, kwargs_;
  Scope* top_ = nullptr;
  std::deque<Scope> scopes_;
  std::vector<const Function*> macros_;
  std::vector<std::pair<Expr*, Scope*>> reads_;
  std::vector<std::pair<Stmt*, Scope*>> handovers_;
};

}  // namespace

void resolve_names(Template& tpl, Vocabulary& vocabulary) {
  Resolver(tpl, vocabulary).run();
}

}  // namespace mektep::templates
