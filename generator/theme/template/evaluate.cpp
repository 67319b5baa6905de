// Expressions.
#include "base/text.h"
#include "theme/rules.h"
#include "theme/template/operators.h"
#include "theme/template/render.h"

namespace mektep::templates {

namespace {

constexpr unsigned max_nesting = 1200;

}  // namespace

const Value* Renderer::evaluate(const Expr& expr, Value& scratch) {
  if (expr.op == Op::constant) return &expr.constant;
  if (expr.op == Op::name) return name(expr, scratch);
  if (!step(expr.mark)) return nullptr;
  if (++nesting_ > max_nesting) {
    budget_.exceed(Budget::Limit::depth);
    fail_limit(expr.mark);
    return nullptr;
  }
  const Value* value = evaluate_inner(expr, scratch);
  --nesting_;
  return value;
}

const Value* Renderer::evaluate_inner(const Expr& expr, Value& scratch) {
  const bool stream = std::exchange(stream_, false);
  switch (expr.op) {
    case Op::constant:
    case Op::name:
      break;
    case Op::attribute:
      return attribute(expr, scratch);
    case Op::item:
      return item(expr, scratch);
    case Op::slice:
      return make_slice(expr, scratch);
    case Op::list:
      return make_list(expr, scratch);
    case Op::dict:
      return make_dict(expr, scratch);
    case Op::call:
      stream_ = stream;
      return call(expr, scratch, Value());
    case Op::method:
      stream_ = stream;
      return method(expr, scratch, Value());
    case Op::super:
      stream_ = stream;
      return super(expr, scratch);
    case Op::filter:
    case Op::test:
      return builtin(expr, scratch);
    case Op::not_: {
      const auto holds = truth(*expr.items[0]);
      if (!holds) return nullptr;
      scratch = !*holds;
      return &scratch;
    }
    case Op::and_:
    case Op::or_: {
      const Value* left = used(*expr.items[0], scratch);
      if (left == nullptr || left->truthy() == (expr.op == Op::or_)) return left;
      return evaluate(*expr.items[1], scratch);
    }
    case Op::choice: {
      const auto holds = truth(*expr.items[0]);
      if (!holds) return nullptr;
      if (const Expr* chosen = expr.items[*holds ? 1 : 2]) return evaluate(*chosen, scratch);
      scratch = Value::view("");  // as Jinja2 and Nunjucks print it
      return &scratch;
    }
    case Op::compare:
      return comparison(expr, scratch);
    case Op::concat:
      return concatenation(expr, scratch);
    case Op::minus:
    case Op::plus:
    case Op::add:
    case Op::subtract:
    case Op::multiply:
    case Op::divide:
    case Op::floor_divide:
    case Op::modulo:
    case Op::power:
      return arithmetic(expr, scratch);
  }
  return nullptr;
}

const Value* Renderer::used(const Expr& expr, Value& scratch) {
  const Value* value = evaluate(expr, scratch);
  if (value != nullptr && value->is_undefined()) [[unlikely]] {
    fail_undefined(expr);
    return nullptr;
  }
  return value;
}

std::optional<bool> Renderer::truth(const Expr& expr) {
  Value scratch;
  const Value* value = used(expr, scratch);
  if (value == nullptr) return std::nullopt;
  return value->truthy();
}

const Value* Renderer::place(std::span<const SlotRef> slots) const {
  for (const SlotRef ref : slots) {
    const Frame* frame = scene_.frame;
    for (std::uint16_t up = ref.up; up > 0; --up) frame = frame->outer;
    const Value& value = frame->slots[ref.slot];
    if (!value.is_missing()) return &value;
  }
  return nullptr;
}

const Value* Renderer::name(const Expr& expr, Value& scratch) {
  if (const Value* value = place(expr.slots)) return value;
  const ValueObject* globals = nullptr;
  for (const Context* context = scene_.context; context != nullptr; context = context->outer) {
    for (const auto& variable : context->variables) {
      if (variable.first == expr.name) return &variable.second;
    }
    globals = context->globals;
  }
  scratch = globals != nullptr ? globals->get(*expr.name) : Value();
  return &scratch;
}

const Value* Renderer::store(const Expr& expr, Result&& result, Value& scratch) {
  if (!result) [[unlikely]] {
    fail(expr.op == Op::filter || expr.op == Op::test || expr.op == Op::call || expr.op == Op::method
             ? rules::template_wrong_argument
             : rules::template_wrong_operation,
         expr.mark, result.error());
    return nullptr;
  }
  if (result->depth() > Budget::max_value_depth) {
    budget_.exceed(Budget::Limit::depth);
    fail_limit(expr.mark);
    return nullptr;
  }
  scratch = std::move(*result);
  return &scratch;
}

const Value* Renderer::attribute(const Expr& expr, Value& scratch) {
  Value held;
  const Value* base = used(*expr.items[0], held);
  if (base == nullptr) return nullptr;
  scratch = base->is_object() ? base->as_object().get(*expr.name) : Value();
  return &scratch;
}

const Value* Renderer::item(const Expr& expr, Value& scratch) {
  Value held, key;
  const Value* base = used(*expr.items[0], held);
  if (base == nullptr) return nullptr;
  const Value* index = used(*expr.items[1], key);
  if (index == nullptr) return nullptr;
  if (base->is_string() && !budget_.charge(base->as_string().size() / 64)) {
    fail_limit(expr.mark);
    return nullptr;
  }
  scratch = subscript(*base, *index);
  return &scratch;
}

const Value* Renderer::make_slice(const Expr& expr, Value& scratch) {
  Value held[4];
  const Value* parts[4];
  for (std::size_t i = 0; i < 4; ++i) {
    parts[i] = expr.items[i] != nullptr ? used(*expr.items[i], held[i]) : &held[i];
    if (parts[i] == nullptr) return nullptr;
  }
  return store(expr, slice(*parts[0], *parts[1], *parts[2], *parts[3], budget_), scratch);
}

const Value* Renderer::make_list(const Expr& expr, Value& scratch) {
  ValueList list(expr.items.size());
  for (std::size_t i = 0; i < list.size(); ++i) {
    Value held;
    const Value* value = evaluate(*expr.items[i], held);
    if (value == nullptr) return nullptr;
    list[i] = *value;
  }
  return store(expr, Value(std::move(list)), scratch);
}

const Value* Renderer::make_dict(const Expr& expr, Value& scratch) {
  Record record;
  unsigned depth = 0;
  for (std::size_t i = 0; i + 1 < expr.items.size(); i += 2) {
    Value held, key_held;
    const Value* key = used(*expr.items[i], key_held);
    if (key == nullptr) return nullptr;
    if (!key->is_string()) {
      fail(rules::template_wrong_operation, expr.items[i]->mark, fmt::format("{{{}: …}}", kind_name(*key)));
      return nullptr;
    }
    const std::string name(key->as_string());
    const Value* value = evaluate(*expr.items[i + 1], held);
    if (value == nullptr) return nullptr;
    depth = std::max(depth, value->depth());
    record.set(name, *value);
  }
  return store(expr, Value(std::make_shared<const Record>(std::move(record)), depth + 1), scratch);
}

const Value* Renderer::comparison(const Expr& expr, Value& scratch) {
  Value held[2];
  const Value* left = used(*expr.items[0], held[0]);
  if (left == nullptr) return nullptr;
  for (std::size_t i = 0; i < expr.comparisons.size(); ++i) {
    Value& into = held[(i + 1) % 2];
    const Value* right = used(*expr.items[i + 1], into);
    if (right == nullptr) return nullptr;
    const auto holds = compare(expr.comparisons[i], *left, *right, budget_);
    if (!holds) return store(expr, std::unexpected(holds.error()), scratch);
    if (!*holds) {
      scratch = false;
      return &scratch;
    }
    left = right;
  }
  scratch = true;
  return &scratch;
}

const Value* Renderer::arithmetic(const Expr& expr, Value& scratch) {
  Value held[2];
  const Value* left = used(*expr.items[0], held[0]);
  if (left == nullptr) return nullptr;
  if (expr.op == Op::minus) return store(expr, negate(*left), scratch);
  if (expr.op == Op::plus) {
    if (left->is_bool()) return store(expr, std::int64_t{left->as_bool()}, scratch);
    if (left->is_integer() || left->is_float()) return store(expr, *left, scratch);
    return store(expr, error(fmt::format("+{}", kind_name(*left))), scratch);
  }
  const Value* right = used(*expr.items[1], held[1]);
  if (right == nullptr) return nullptr;
  return store(expr, calculate(expr.op, *left, *right, budget_), scratch);
}

const Value* Renderer::concatenation(const Expr& expr, Value& scratch) {
  std::vector<Value> parts(expr.items.size());
  for (std::size_t i = 0; i < parts.size(); ++i) {
    Value held;
    const Value* value = used(*expr.items[i], held);
    if (value == nullptr) return nullptr;
    parts[i] = *value;
  }
  return store(expr, concatenate(parts, budget_), scratch);
}

std::vector<std::string> Renderer::visible_names() const {
  std::vector<std::string> names;
  for (const Context* context = scene_.context; context != nullptr; context = context->outer) {
    for (const auto& variable : context->variables) names.push_back(*variable.first);
    if (context->globals != nullptr) {
      for (std::string& name : context->globals->names()) names.push_back(std::move(name));
    }
  }
  for (const auto& function : program_.vocabulary.functions) names.push_back(function.first);
  for (const Builtin& function : builtin_functions()) names.emplace_back(function.name);
  return names;
}

// Says why `expr`, which came out undefined, is so.
bool Renderer::fail_undefined(const Expr& expr) {
  if (budget_.exceeded() != Budget::Limit::none) return fail_limit(expr.mark);
  switch (expr.op) {
    case Op::name:
      if (place(expr.slots) != nullptr) return fail(rules::template_undefined, expr.mark, *expr.name);
      return fail(rules::template_unknown_name, expr.mark, *expr.name, {advice(*expr.name, visible_names())});
    case Op::attribute: {
      Value scratch;
      const Value* base = used(*expr.items[0], scratch);
      if (base == nullptr) return false;
      const auto names = base->is_object() ? base->as_object().names() : std::vector<std::string>();
      return fail(rules::template_unknown_attribute, expr.mark, *expr.name, {advice(*expr.name, names)});
    }
    case Op::item: {
      Value scratch, key;
      const Value* base = used(*expr.items[0], scratch);
      const Value* index = base != nullptr ? used(*expr.items[1], key) : nullptr;
      if (index == nullptr) return false;
      std::string found;
      if (!print(found, *index, budget_)) found = "[…]";
      const auto names = base->is_object() ? base->as_object().names() : std::vector<std::string>();
      return fail(rules::template_unknown_attribute, expr.mark, found, {advice(found, names)});
    }
    case Op::filter:
      return fail(rules::template_undefined, expr.mark, "… | " + *expr.name);
    case Op::call:
    case Op::method:
      return fail(rules::template_undefined, expr.mark,
                  (expr.name != nullptr ? *expr.name : std::string("…")) + "(…)");
    default:
      return fail(rules::template_undefined, expr.mark, "…");
  }
}

}  // namespace mektep::templates
