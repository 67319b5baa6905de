#include "theme/template/operators.h"

#include <cmath>

#include "base/text.h"
#include "theme/template/literal.h"
#include "theme/template/output.h"

namespace mektep::templates {

namespace {

using Kind = Value::Kind;

bool is_whole(const Value& value) {
  return value.is_integer() || value.is_bool();
}
bool is_number(const Value& value) {
  return is_whole(value) || value.is_float();
}
std::int64_t whole(const Value& value) {
  return value.is_bool() ? std::int64_t{value.as_bool()} : value.as_integer();
}
double real(const Value& value) {
  return value.is_float() ? value.as_float() : static_cast<double>(whole(value));
}

std::string_view sign(Op op) {
  switch (op) {
    case Op::add:
      return "+";
    case Op::subtract:
      return "-";
    case Op::multiply:
      return "*";
    case Op::divide:
      return "/";
    case Op::floor_divide:
      return "//";
    case Op::modulo:
      return "%";
    default:
      return "**";
  }
}

Result overflow() {
  return error("the number becomes too large");
}

Result whole_power(std::int64_t base, std::int64_t exponent) {
  std::int64_t result = 1;
  while (exponent > 0) {
    if ((exponent & 1) != 0 && __builtin_mul_overflow(result, base, &result)) return overflow();
    exponent >>= 1;
    if (exponent > 0 && __builtin_mul_overflow(base, base, &base)) return overflow();
  }
  return result;
}

Result calculate_whole(Op op, std::int64_t a, std::int64_t b) {
  std::int64_t result = 0;
  switch (op) {
    case Op::add:
      return __builtin_add_overflow(a, b, &result) ? overflow() : Result(result);
    case Op::subtract:
      return __builtin_sub_overflow(a, b, &result) ? overflow() : Result(result);
    case Op::multiply:
      return __builtin_mul_overflow(a, b, &result) ? overflow() : Result(result);
    case Op::divide:
      return b == 0 ? Result(error("division by zero"))
                    : Result(static_cast<double>(a) / static_cast<double>(b));
    case Op::floor_divide:
    case Op::modulo: {
      if (b == 0) return error("division by zero");
      if (b == -1) return op == Op::modulo ? Result(std::int64_t{0}) : calculate_whole(Op::subtract, 0, a);
      const std::int64_t rest = a % b;
      const bool adjust = rest != 0 && ((rest < 0) != (b < 0));
      if (op == Op::modulo) return adjust ? rest + b : rest;
      return a / b - (adjust ? 1 : 0);
    }
    default:
      if (b >= 0) return whole_power(a, b);
      if (a == 0) return error("division by zero");
      return std::pow(static_cast<double>(a), static_cast<double>(b));
  }
}

Result calculate_real(Op op, double a, double b) {
  switch (op) {
    case Op::add:
      return a + b;
    case Op::subtract:
      return a - b;
    case Op::multiply:
      return a * b;
    case Op::divide:
      return b == 0 ? Result(error("division by zero")) : Result(a / b);
    case Op::floor_divide:
      return b == 0 ? Result(error("division by zero")) : Result(std::floor(a / b));
    case Op::modulo: {
      if (b == 0) return error("division by zero");
      const double rest = std::fmod(a, b);
      return rest != 0 && ((rest < 0) != (b < 0)) ? rest + b : rest;
    }
    default: {
      const double result = std::pow(a, b);
      if (std::isnan(result) || (std::isinf(result) && !std::isinf(a) && !std::isinf(b))) return overflow();
      return result;
    }
  }
}

Result repeat(const Value& value, std::int64_t times, Budget& budget) {
  const auto count = static_cast<std::size_t>(std::max<std::int64_t>(times, 0));
  if (value.is_list()) {
    const ValueList& list = value.as_list();
    if (count != 0 && list.size() > 100'000'000 / count) {
      budget.exceed(Budget::Limit::steps);
      return error("too many items");
    }
    if (!budget.charge(list.size() * count)) return error("too many items");
    ValueList result;
    result.reserve(list.size() * count);
    for (std::size_t i = 0; i < count; ++i) result.insert(result.end(), list.begin(), list.end());
    return Value(std::move(result));
  }
  const std::string_view text = value.as_string();
  if (count != 0 && text.size() > budget.bytes() / count) {
    budget.exceed(Budget::Limit::output);
    return error("the text becomes too long");
  }
  if (!budget.room(text.size() * count)) return error("the text becomes too long");
  std::string result;
  result.reserve(text.size() * count);
  for (std::size_t i = 0; i < count && !text.empty(); ++i) result += text;
  return text_like(value, std::move(result));
}

void print_quoted(std::string& out, const Value& value) {
  if (value.is_safe()) out += "Markup(";
  append_quoted(out, value.as_string());
  if (value.is_safe()) out += ')';
}

std::expected<void, TemplateError> print_inner(std::string& out, const Value& value, Budget& budget,
                                               unsigned depth);

std::expected<void, TemplateError> print_record(std::string& out, const Value& value, Budget& budget,
                                                unsigned depth) {
  out += '{';
  bool first = true;
  for (const std::string& name : value.as_object().names()) {
    if (!std::exchange(first, false)) out += ", ";
    append_quoted(out, name);
    out += ": ";
    if (auto done = print_inner(out, value.as_object().get(name), budget, depth + 1); !done) return done;
  }
  out += '}';
  return {};
}

std::expected<void, TemplateError> print_inner(std::string& out, const Value& value, Budget& budget,
                                               unsigned depth) {
  if (depth > Budget::max_value_depth) return error("the value is nested too deeply");
  if (!budget.charge(1) || out.size() > budget.bytes()) return error("the text becomes too long");
  switch (value.kind()) {
    case Kind::missing:
    case Kind::undefined:
      return error("the value is undefined");
    case Kind::none:
      out += "None";
      return {};
    case Kind::boolean:
      out += value.as_bool() ? "True" : "False";
      return {};
    case Kind::integer:
      append_integer(out, value.as_integer());
      return {};
    case Kind::floating:
      append_float(out, value.as_float());
      return {};
    case Kind::view:
    case Kind::text:
    case Kind::html:
      print_quoted(out, value);
      return {};
    case Kind::list: {
      out += '[';
      bool first = true;
      for (const Value& item : value.as_list()) {
        if (!std::exchange(first, false)) out += ", ";
        if (auto done = print_inner(out, item, budget, depth + 1); !done) return done;
      }
      out += ']';
      return {};
    }
    case Kind::object:
      if (!value.as_object().printable()) return error("an object cannot be printed, only its members");
      return print_record(out, value, budget, depth);
  }
  return {};
}

}  // namespace

std::unexpected<TemplateError> error(std::string message) {
  return std::unexpected(TemplateError{std::move(message)});
}

std::string_view kind_name(const Value& value) {
  switch (value.kind()) {
    case Kind::missing:
    case Kind::undefined:
      return "undefined";
    case Kind::none:
      return "none";
    case Kind::boolean:
      return "true or false";
    case Kind::integer:
      return "a whole number";
    case Kind::floating:
      return "a number";
    case Kind::view:
    case Kind::text:
    case Kind::html:
      return "a text";
    case Kind::list:
      return "a list";
    case Kind::object:
      return "an object";
  }
  return "";
}

Value text_like(const Value& like, std::string text) {
  return like.is_safe() ? Value::safe(std::move(text)) : Value(std::move(text));
}

Result calculate(Op op, const Value& a, const Value& b, Budget& budget) {
  if (is_whole(a) && is_whole(b)) return calculate_whole(op, whole(a), whole(b));
  if (is_number(a) && is_number(b)) return calculate_real(op, real(a), real(b));
  if (op == Op::add && a.is_string() && b.is_string()) {
    const Value both[] = {a, b};
    return concatenate(both, budget);
  }
  if (op == Op::add && a.is_list() && b.is_list()) {
    if (!budget.charge(a.as_list().size() + b.as_list().size())) return error("too many items");
    ValueList joined = a.as_list();
    joined.insert(joined.end(), b.as_list().begin(), b.as_list().end());
    return Value(std::move(joined));
  }
  if (op == Op::multiply && is_whole(b) && (a.is_string() || a.is_list())) return repeat(a, whole(b), budget);
  if (op == Op::multiply && is_whole(a) && (b.is_string() || b.is_list())) return repeat(b, whole(a), budget);
  if (op == Op::modulo && a.is_string()) {
    if (b.is_list()) return format_percent(a, b.as_list(), nullptr, budget);
    if (b.is_object()) return format_percent(a, {}, &b, budget);
    return format_percent(a, std::span(&b, 1), nullptr, budget);
  }
  return error(fmt::format("{} {} {}", kind_name(a), sign(op), kind_name(b)));
}

Result negate(const Value& value) {
  if (is_whole(value)) return calculate_whole(Op::subtract, 0, whole(value));
  if (value.is_float()) return -value.as_float();
  return error(fmt::format("-{}", kind_name(value)));
}

bool equal(const Value& a, const Value& b, Budget& budget, unsigned depth) {
  if (depth > Budget::max_value_depth || !budget.charge(1)) return false;
  if (is_whole(a) && is_whole(b)) return whole(a) == whole(b);
  if (is_number(a) && is_number(b)) return real(a) == real(b);
  if (a.is_string() && b.is_string()) return a.as_string() == b.as_string();
  if (a.is_none() || b.is_none()) return a.is_none() && b.is_none();
  if (a.is_list() && b.is_list()) {
    const ValueList& x = a.as_list();
    const ValueList& y = b.as_list();
    if (&x == &y) return true;
    if (x.size() != y.size()) return false;
    for (std::size_t i = 0; i < x.size(); ++i) {
      if (!equal(x[i], y[i], budget, depth + 1)) return false;
    }
    return true;
  }
  if (a.is_object() && b.is_object()) {
    if (&a.as_object() == &b.as_object()) return true;
    if (!a.as_object().printable() || !b.as_object().printable()) return false;
    auto names = a.as_object().names(), others = b.as_object().names();
    if (names.size() != others.size()) return false;
    for (const std::string& name : names) {
      const Value other = b.as_object().get(name);
      if (other.is_undefined() || !equal(a.as_object().get(name), other, budget, depth + 1)) return false;
    }
    return true;
  }
  return false;
}

std::expected<std::strong_ordering, TemplateError> order(const Value& a, const Value& b, Budget& budget) {
  if (!budget.charge(1)) return error("too many comparisons");
  if (is_whole(a) && is_whole(b)) return whole(a) <=> whole(b);
  if (is_number(a) && is_number(b)) {
    const double x = real(a), y = real(b);
    return x < y   ? std::strong_ordering::less
           : x > y ? std::strong_ordering::greater
                   : std::strong_ordering::equal;
  }
  // UTF-8 sorts by bytes as by code points.
  if (a.is_string() && b.is_string()) return a.as_string().compare(b.as_string()) <=> 0;
  if (a.is_list() && b.is_list()) {
    if (std::max(a.depth(), b.depth()) > Budget::max_value_depth)
      return error("the value is nested too deeply");
    const ValueList& x = a.as_list();
    const ValueList& y = b.as_list();
    for (std::size_t i = 0; i < std::min(x.size(), y.size()); ++i) {
      if (equal(x[i], y[i], budget)) continue;
      return order(x[i], y[i], budget);
    }
    return x.size() <=> y.size();
  }
  return error(fmt::format("{} < {}", kind_name(a), kind_name(b)));
}

std::expected<bool, TemplateError> compare(Comparison comparison, const Value& a, const Value& b,
                                           Budget& budget) {
  switch (comparison) {
    case Comparison::eq:
      return equal(a, b, budget);
    case Comparison::ne:
      return !equal(a, b, budget);
    case Comparison::in:
      return contains(b, a, budget);
    case Comparison::not_in: {
      auto found = contains(b, a, budget);
      if (found) *found = !*found;
      return found;
    }
    default:
      break;
  }
  const auto ordering = order(a, b, budget);
  if (!ordering) return std::unexpected(ordering.error());
  switch (comparison) {
    case Comparison::lt:
      return *ordering < 0;
    case Comparison::le:
      return *ordering <= 0;
    case Comparison::gt:
      return *ordering > 0;
    default:
      return *ordering >= 0;
  }
}

std::expected<bool, TemplateError> contains(const Value& container, const Value& item, Budget& budget) {
  if (container.is_string()) {
    if (!item.is_string()) return error(fmt::format("{} in a text", kind_name(item)));
    budget.charge(container.as_string().size() / 64);
    return container.as_string().find(item.as_string()) != std::string_view::npos;
  }
  if (container.is_list()) {
    for (const Value& each : container.as_list()) {
      if (equal(each, item, budget)) return true;
    }
    return false;
  }
  if (container.is_object()) {
    return item.is_string() && !container.as_object().get(item.as_string()).is_undefined();
  }
  return error(fmt::format("in {}", kind_name(container)));
}

std::expected<void, TemplateError> print(std::string& out, const Value& value, Budget& budget) {
  if (value.is_string()) {
    out += value.as_string();
    return {};
  }
  return print_inner(out, value, budget, 0);
}

Result to_string(const Value& value, Budget& budget) {
  if (value.is_string()) return value;
  std::string text;
  if (auto done = print(text, value, budget); !done) return std::unexpected(done.error());
  return Value(std::move(text));
}

Result concatenate(std::span<const Value> values, Budget& budget) {
  const bool safe =
      std::any_of(values.begin(), values.end(), [](const Value& value) { return value.is_safe(); });
  std::string joined;
  for (const Value& value : values) {
    if (value.is_string() && !budget.room(joined.size() + value.as_string().size()))
      return error("the text becomes too long");
    if (safe && !value.is_safe()) {
      std::string text;
      if (auto done = print(text, value, budget); !done) return std::unexpected(done.error());
      append_escaped(joined, text);
    } else if (auto done = print(joined, value, budget); !done) {
      return std::unexpected(done.error());
    }
  }
  if (!budget.room(joined.size())) return error("the text becomes too long");
  return safe ? Value::safe(std::move(joined)) : Value(std::move(joined));
}

}  // namespace mektep::templates
