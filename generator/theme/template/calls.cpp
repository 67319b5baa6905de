// Calls: macros, functions, filters, tests and the methods of values.
#include "base/text.h"
#include "theme/rules.h"
#include "theme/template/frame.h"
#include "theme/template/literal.h"
#include "theme/template/operators.h"
#include "theme/template/render.h"

namespace mektep::templates {

namespace {

const Macro* as_macro(const Value& value) {
  return value.is_object() ? dynamic_cast<const Macro*>(&value.as_object()) : nullptr;
}
const Callee* as_callee(const Value& value) {
  return value.is_object() ? dynamic_cast<const Callee*>(&value.as_object()) : nullptr;
}

// Positional arguments, and the named ones as a record behind them.
std::vector<Value> flat(Arguments& arguments) {
  std::vector<Value> values = std::move(arguments.positional);
  if (!arguments.named.empty()) {
    std::vector<std::pair<std::string, Value>> members;
    members.reserve(arguments.named.size());
    for (auto& argument : arguments.named) members.emplace_back(*argument.first, std::move(argument.second));
    values.push_back(make_record(std::move(members)));
  }
  return values;
}

}  // namespace

Value Macro::get(std::string_view name) const {
  return name == "name" ? Value::view(*function_.name) : Value();
}

bool Renderer::arguments(const Expr& expr, std::size_t first, Arguments& arguments) {
  for (std::size_t i = first; i < expr.items.size(); ++i) {
    Value held;
    const Value* value = evaluate(*expr.items[i], held);
    if (value == nullptr) return false;
    arguments.positional.push_back(*value);
  }
  for (const auto& [name, argument] : expr.named) {
    Value held;
    const Value* value = evaluate(*argument, held);
    if (value == nullptr) return false;
    arguments.named.emplace_back(name, *value);
  }
  return true;
}

const Value* Renderer::call(const Expr& expr, Value& scratch, const Value& caller) {
  const bool stream = std::exchange(stream_, false);
  const Expr& callee = *expr.items[0];
  Arguments given;
  given.caller = caller;
  if (callee.op == Op::name && (callee.custom != nullptr || callee.builtin != nullptr) &&
      place(callee.slots) == nullptr) {
    if (!arguments(expr, 1, given)) return nullptr;
    return invoke_function(expr, callee, given, scratch);
  }
  Value held;
  const Value* target = used(callee, held);
  if (target == nullptr) return nullptr;
  const Value kept = *target;  // the arguments may assign to what held it
  if (!arguments(expr, 1, given)) return nullptr;
  stream_ = stream;
  return invoke(expr, kept, given, scratch);
}

// `object.name(…)`: a member that can be called, or one of the methods that every list, text and object has.
const Value* Renderer::method(const Expr& expr, Value& scratch, const Value& caller) {
  const bool stream = std::exchange(stream_, false);
  Value held;
  const Value* base = used(*expr.items[0], held);
  if (base == nullptr) return nullptr;
  const Value object = *base;
  Arguments given;
  given.caller = caller;
  if (!arguments(expr, 1, given)) return nullptr;
  if (object.is_object()) {
    const Value member = object.as_object().get(*expr.name);
    if (as_macro(member) != nullptr || as_callee(member) != nullptr) {
      stream_ = stream;
      return invoke(expr, member, given, scratch);
    }
  }
  for (const Value& argument : given.positional) {
    if (argument.is_undefined()) {
      fail(rules::template_undefined, expr.mark, *expr.name + "(…)");
      return nullptr;
    }
  }
  const std::vector<Value> values = flat(given);
  return store(expr, method_of(object, *expr.name, values), scratch);
}

const Value* Renderer::invoke(const Expr& expr, const Value& callee, Arguments& given, Value& scratch) {
  const bool stream = std::exchange(stream_, false);
  if (const Macro* macro = as_macro(callee)) {
    if (stream) {
      scratch = Value::missing();  // written already
      return invoke_macro(expr, *macro, given) ? &scratch : nullptr;
    }
    std::string text;
    std::string* out = std::exchange(out_, &text);
    const std::size_t begin = std::exchange(out_begin_, 0);
    const bool done = invoke_macro(expr, *macro, given);
    out_ = out;
    out_begin_ = begin;
    if (!done) return nullptr;
    if (!budget_.room(text.size())) {
      fail_limit(expr.mark);
      return nullptr;
    }
    return store(expr, Value::safe(std::move(text)), scratch);
  }
  if (const Callee* function = as_callee(callee))
    return store(expr, function->call(*this, flat(given)), scratch);
  fail(rules::template_wrong_operation, expr.mark, fmt::format("{} (…)", kind_name(callee)));
  return nullptr;
}

bool Renderer::invoke_macro(const Expr& expr, const Macro& macro, Arguments& given) {
  if (depth_ >= program_.max_depth) {
    budget_.exceed(Budget::Limit::depth);
    return fail_limit(expr.mark);
  }
  ++depth_;
  const Scene before = scene_;
  scene_ = macro.scene();
  const bool muted = std::exchange(muted_, false);
  bool done = false;
  {
    const Slots slots(*this, macro.function(), &macro.frame());
    scene_.home = before.home;  // a wrong argument is the caller's fault
    done = bind_parameters(expr, macro.function(), given);
    scene_.home = macro.scene().home;
    const auto& parameters = macro.function().parameters;
    for (std::size_t i = 0; i < parameters.size() && done; ++i) {
      Value& slot = scene_.frame->slots[parameters[i].slot];
      if (!slot.is_missing()) continue;
      Value held;
      const Value* value = &held;  // undefined, when there is no default
      if (parameters[i].fallback != nullptr) value = evaluate(*parameters[i].fallback, held);
      done = value != nullptr;
      if (done) slot = *value;
    }
    done = done && body(macro.function().body);
  }
  muted_ = muted;
  scene_ = before;
  --depth_;
  return done;
}

bool Renderer::bind_parameters(const Expr& expr, const Function& function, Arguments& given) {
  Value* slots = scene_.frame->slots;
  const auto& parameters = function.parameters;
  const std::size_t count = std::min(given.positional.size(), parameters.size());
  for (std::size_t i = 0; i < count; ++i) slots[parameters[i].slot] = std::move(given.positional[i]);
  if (function.varargs) {
    slots[*function.varargs] = Value(
        ValueList(std::make_move_iterator(given.positional.begin() + static_cast<std::ptrdiff_t>(count)),
                  std::make_move_iterator(given.positional.end())));
  } else if (given.positional.size() > parameters.size()) {
    return fail(rules::template_wrong_argument, expr.mark,
                fmt::format("{}: {} arguments, at most {} expected", *function.name, given.positional.size(),
                            parameters.size()));
  }
  std::vector<std::pair<std::string, Value>> others;
  for (auto& [name, value] : given.named) {
    const auto parameter = std::find_if(parameters.begin(), parameters.end(),
                                        [&](const Parameter& p) { return p.name == name; });
    if (parameter == parameters.end()) {
      if (!function.kwargs) {
        std::vector<std::string> known;
        known.reserve(parameters.size());
        for (const Parameter& p : parameters) known.push_back(*p.name);
        const auto near = did_you_mean(*name, known);
        return fail(rules::template_wrong_argument, expr.mark,
                    fmt::format("{}: no argument is called \"{}\"{}", *function.name, *name,
                                near ? fmt::format(", did you mean \"{}\"?", *near) : std::string()));
      }
      others.emplace_back(*name, std::move(value));
    } else if (!slots[parameter->slot].is_missing()) {
      return fail(rules::template_wrong_argument, expr.mark,
                  fmt::format("{}: \"{}\" is given twice", *function.name, *name));
    } else {
      slots[parameter->slot] = std::move(value);
    }
  }
  if (function.kwargs) slots[*function.kwargs] = make_record(std::move(others));
  if (function.caller) {
    slots[*function.caller] = given.caller;
  } else if (!given.caller.is_undefined()) {
    return fail(rules::template_wrong_argument, expr.mark,
                fmt::format("{}: the macro does not use caller()", *function.name));
  }
  return true;
}

const Value* Renderer::invoke_function(const Expr& expr, const Expr& callee, Arguments& given,
                                       Value& scratch) {
  std::vector<Value> values = flat(given);
  if (callee.custom != nullptr) return store(expr, (*callee.custom)(values), scratch);
  for (const Value& value : values) {
    if (value.is_undefined()) {
      fail(rules::template_undefined, expr.mark, *callee.name + "(…)");
      return nullptr;
    }
  }
  const Value* value = store(expr, callee.builtin->code(*this, values), scratch);
  if (value != nullptr && value->is_object()) {
    if (auto space = std::dynamic_pointer_cast<const Namespace>(value->object()))
      namespaces_.push_back(std::move(space));
  }
  return value;
}

// A filter or test, whose arguments the parser has put in order.
const Value* Renderer::builtin(const Expr& expr, Value& scratch) {
  constexpr std::size_t few = 4;
  std::array<Value, few> small;
  std::vector<Value> large;
  const bool takes_named = !expr.named.empty();
  const std::size_t count = expr.items.size() + (takes_named ? 1 : 0);
  if (count > few) large.resize(count);
  const std::span<Value> values(count > few ? large.data() : small.data(), count);
  const bool any = expr.builtin == nullptr || expr.builtin->takes_undefined;
  for (std::size_t i = 0; i < expr.items.size(); ++i) {
    if (expr.items[i] == nullptr) continue;
    const Value* value = any ? evaluate(*expr.items[i], values[i]) : used(*expr.items[i], values[i]);
    if (value == nullptr) return nullptr;
    if (value != &values[i]) values[i] = *value;
  }
  if (takes_named) {
    std::vector<std::pair<std::string, Value>> members;
    for (const auto& [name, argument] : expr.named) {
      Value held;
      const Value* value = evaluate(*argument, held);
      if (value == nullptr) return nullptr;
      members.emplace_back(*name, *value);
    }
    values.back() = make_record(std::move(members));
  }
  if (expr.custom == nullptr && expr.builtin == nullptr) return nullptr;  // did not compile
  Result result = expr.custom != nullptr ? (*expr.custom)(values) : expr.builtin->code(*this, values);
  const Value* value = store(expr, std::move(result), scratch);
  if (value != nullptr && expr.op == Op::test && expr.negated) scratch = !scratch.truthy();
  return value == nullptr ? nullptr : &scratch;
}

const Value* Renderer::super(const Expr& expr, Value& scratch) {
  const bool stream = std::exchange(stream_, false);
  if (scene_.chain == nullptr || scene_.chain_at + 1 >= scene_.chain->size()) {
    fail(rules::template_undefined, expr.mark, "super()");
    return nullptr;
  }
  if (stream) {
    scratch = Value::missing();
    return run_block(*scene_.chain, scene_.chain_at + 1, *scene_.context) ? &scratch : nullptr;
  }
  std::string text;
  std::string* out = std::exchange(out_, &text);
  const std::size_t begin = std::exchange(out_begin_, 0);
  const bool done = run_block(*scene_.chain, scene_.chain_at + 1, *scene_.context);
  out_ = out;
  out_begin_ = begin;
  if (!done) return nullptr;
  return store(expr, Value::safe(std::move(text)), scratch);
}

// By name, with positional arguments only; parameters left out are undefined.
static Result apply(const Builtin& builtin, Host& host, std::span<const Value> arguments) {
  std::size_t most = 1, least = 1;
  bool open = false;
  for (const std::string_view parameter : split(builtin.parameters, ',')) {
    if (parameter.empty()) continue;
    if (parameter.starts_with('*')) {
      open = true;
    } else {
      ++most;
      if (!parameter.ends_with('?')) ++least;
    }
  }
  if (arguments.size() < least || (arguments.size() > most && !open)) {
    return error(fmt::format("{}: {} arguments", builtin.name, arguments.size() - 1));
  }
  if (arguments[0].is_undefined() && !builtin.takes_undefined)
    return error(fmt::format("{}: the value is undefined", builtin.name));
  std::vector<Value> padded(arguments.begin(), arguments.end());
  padded.resize(std::max(padded.size(), most));
  return builtin.code(host, padded);
}

Result Renderer::apply_filter(std::string_view name, std::span<const Value> arguments) {
  if (!budget_.charge(1)) return error("too many steps");
  if (const Callable* custom = program_.vocabulary.filter(name)) return (*custom)(arguments);
  if (const Builtin* builtin = find_builtin(builtin_filters(), name)) {
    if (++nesting_ > 600) {
      budget_.exceed(Budget::Limit::depth);
      return error("filters call each other too deeply");
    }
    Result result = apply(*builtin, *this, arguments);
    --nesting_;
    return result;
  }
  const auto near = did_you_mean(name, program_.vocabulary.filter_names());
  return error(fmt::format("there is no filter \"{}\"{}", name,
                           near ? fmt::format(", did you mean \"{}\"?", *near) : std::string()));
}

Result Renderer::apply_test(std::string_view name, std::span<const Value> arguments) {
  if (!budget_.charge(1)) return error("too many steps");
  if (const Callable* custom = program_.vocabulary.test(name)) return (*custom)(arguments);
  if (const Builtin* builtin = find_builtin(builtin_tests(), name)) return apply(*builtin, *this, arguments);
  const auto near = did_you_mean(name, program_.vocabulary.test_names());
  return error(fmt::format("there is no test \"{}\"{}", name,
                           near ? fmt::format(", did you mean \"{}\"?", *near) : std::string()));
}

}  // namespace mektep::templates
