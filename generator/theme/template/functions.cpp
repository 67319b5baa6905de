// The tests and functions that every template has; find_builtin.
#include <cmath>

#include "theme/template/operators.h"

namespace mektep::templates {

namespace {

using Values = std::span<const Value>;

Result test_boolean(Host&, Values v) {
  return v[0].is_bool();
}
Result test_defined(Host&, Values v) {
  return !v[0].is_undefined();
}
Result test_undefined(Host&, Values v) {
  return v[0].is_undefined();
}
Result test_none(Host&, Values v) {
  return v[0].is_none();
}
Result test_true(Host&, Values v) {
  return v[0].is_bool() && v[0].as_bool();
}
Result test_false(Host&, Values v) {
  return v[0].is_bool() && !v[0].as_bool();
}
Result test_integer(Host&, Values v) {
  return v[0].is_integer();
}
Result test_float(Host&, Values v) {
  return v[0].is_float();
}
Result test_number(Host&, Values v) {
  return v[0].is_integer() || v[0].is_float() || v[0].is_bool();
}
Result test_string(Host&, Values v) {
  return v[0].is_string();
}
Result test_sequence(Host&, Values v) {
  return v[0].is_list() || v[0].is_string() || v[0].is_object();
}
Result test_mapping(Host&, Values v) {
  return v[0].is_object();
}
Result test_escaped(Host&, Values v) {
  return v[0].is_safe();
}

Result divides(Host& host, const Value& value, const Value& by, std::int64_t rest) {
  if (value.is_string()) return error("a number is required, not a text");
  const Result result = calculate(Op::modulo, value, by, host.budget());
  if (!result) return result;
  return equal(*result, Value(rest), host.budget());
}
Result test_odd(Host& host, Values v) {
  return divides(host, v[0], Value(2), 1);
}
Result test_even(Host& host, Values v) {
  return divides(host, v[0], Value(2), 0);
}
Result test_divisible(Host& host, Values v) {
  return divides(host, v[0], v[1], 0);
}

template <Comparison comparison>
Result test_compare(Host& host, Values v) {
  const auto holds = compare(comparison, v[0], v[1], host.budget());
  if (!holds) return std::unexpected(holds.error());
  return *holds;
}

Result test_same(Host& host, Values v) {
  if (v[0].kind() != v[1].kind()) return false;
  if (v[0].is_list()) return &v[0].as_list() == &v[1].as_list();
  if (v[0].is_object()) return &v[0].as_object() == &v[1].as_object();
  return equal(v[0], v[1], host.budget());
}

Result test_case(const Value& value, Host& host, std::string_view filter) {
  const auto text = to_string(value, host.budget());
  if (!text) return text;
  const auto mapped = host.apply_filter(filter, std::span(&*text, 1));
  const auto swapped = host.apply_filter(filter == "upper" ? "lower" : "upper", std::span(&*text, 1));
  if (!mapped || !swapped) return mapped ? swapped : mapped;
  // As isupper() of Python: there is at least one letter with a case.
  return mapped->as_string() == text->as_string() && swapped->as_string() != text->as_string();
}
Result test_upper(Host& host, Values v) {
  return test_case(v[0], host, "upper");
}
Result test_lower(Host& host, Values v) {
  return test_case(v[0], host, "lower");
}

constexpr Builtin tests[] = {
    {"boolean", "", test_boolean, true},
    {"defined", "", test_defined, true},
    {"divisibleby", "num", test_divisible},
    {"eq", "other", test_compare<Comparison::eq>},
    {"equalto", "other", test_compare<Comparison::eq>},
    {"escaped", "", test_escaped, true},
    {"even", "", test_even},
    {"false", "", test_false, true},
    {"float", "", test_float, true},
    {"ge", "other", test_compare<Comparison::ge>},
    {"greaterthan", "other", test_compare<Comparison::gt>},
    {"gt", "other", test_compare<Comparison::gt>},
    {"in", "seq", test_compare<Comparison::in>},
    {"integer", "", test_integer, true},
    {"iterable", "", test_sequence},
    {"le", "other", test_compare<Comparison::le>},
    {"lessthan", "other", test_compare<Comparison::lt>},
    {"lower", "", test_lower},
    {"lt", "other", test_compare<Comparison::lt>},
    {"mapping", "", test_mapping, true},
    {"ne", "other", test_compare<Comparison::ne>},
    {"none", "", test_none, true},
    {"number", "", test_number, true},
    {"odd", "", test_odd},
    {"sameas", "other", test_same, true},
    {"sequence", "", test_sequence, true},
    {"string", "", test_string, true},
    {"true", "", test_true, true},
    {"undefined", "", test_undefined, true},
    {"upper", "", test_upper},
    {"==", "other", test_compare<Comparison::eq>},
    {"!=", "other", test_compare<Comparison::ne>},
    {"<", "other", test_compare<Comparison::lt>},
    {"<=", "other", test_compare<Comparison::le>},
    {">", "other", test_compare<Comparison::gt>},
    {">=", "other", test_compare<Comparison::ge>},
};

Result make_range(Host& host, Values v) {
  if (v.empty() || v.size() > 3) return error("range: one to three whole numbers expected");
  for (const Value& value : v) {
    if (!value.is_integer())
      return error(fmt::format("range: a whole number expected, not {}", kind_name(value)));
  }
  const std::int64_t start = v.size() > 1 ? v[0].as_integer() : 0;
  const std::int64_t stop = v.size() > 1 ? v[1].as_integer() : v[0].as_integer();
  const std::int64_t step = v.size() > 2 ? v[2].as_integer() : 1;
  if (step == 0) return error("range: the step cannot be zero");
  // All are paid for before the first is made: a number too large must not cost its memory. Unsigned, as the
  // distance of two numbers may be no number.
  const auto first = static_cast<std::uint64_t>(start), last = static_cast<std::uint64_t>(stop),
             pace = step > 0 ? static_cast<std::uint64_t>(step) : 0 - static_cast<std::uint64_t>(step);
  const std::uint64_t distance =
      step > 0 ? (start < stop ? last - first : 0) : (start > stop ? first - last : 0);
  const std::uint64_t count = distance / pace + (distance % pace != 0 ? 1 : 0);
  if (!host.budget().charge(count)) return error("range: too many numbers");
  ValueList list;
  list.reserve(count);
  for (std::uint64_t i = 0; i < count; ++i)
    list.emplace_back(static_cast<std::int64_t>(first + i * static_cast<std::uint64_t>(step)));
  return Value(std::move(list));
}

// Objects and lists of pairs, and named arguments, as members.
std::expected<Record, TemplateError> members(Host& host, Values v) {
  Record record;
  for (const Value& value : v) {
    if (!host.budget().charge(1)) return error("too many members");
    if (value.is_object()) {
      for (const std::string& name : value.as_object().names()) record.set(name, value.as_object().get(name));
      continue;
    }
    if (!value.is_list()) return error(fmt::format("an object is expected, not {}", kind_name(value)));
    for (const Value& pair : value.as_list()) {
      if (!pair.is_list() || pair.as_list().size() != 2 || !pair.as_list()[0].is_string()) {
        return error("pairs of a name and a value are expected");
      }
      record.set(std::string(pair.as_list()[0].as_string()), pair.as_list()[1]);
    }
  }
  return record;
}

Result make_dict(Host& host, Values v) {
  auto record = members(host, v);
  if (!record) return std::unexpected(record.error());
  return make_record(record->members());
}

Result make_namespace(Host& host, Values v) {
  auto record = members(host, v);
  if (!record) return std::unexpected(record.error());
  auto space = std::make_shared<Namespace>();
  for (const auto& member : record->members()) space->set(member.first, member.second);
  return Value(std::shared_ptr<const ValueObject>(std::move(space)), 1);
}

// joiner(): nothing the first time, the separator afterwards.
class Joiner final : public Callee {
 public:
  explicit Joiner(Value separator) : separator_(std::move(separator)) {}
  Result call(Host&, Values) const override { return std::exchange(used_, true) ? separator_ : Value(""); }

 private:
  Value separator_;
  mutable bool used_ = false;  // of one rendering, hence one thread
};

Result make_joiner(Host&, Values v) {
  if (v.size() > 1 || (v.size() == 1 && !v[0].is_string())) return error("joiner: a text expected");
  return Value(std::make_shared<const Joiner>(v.empty() ? Value(", ") : v[0]), 1);
}

// cycler(…): its values in turn, by next(), current and reset().
class Cycler final : public ValueObject {
 public:
  struct State {
    ValueList values;
    std::size_t at = 0;
  };
  class Step final : public Callee {
   public:
    Step(std::shared_ptr<State> state, bool forward) : state_(std::move(state)), forward_(forward) {}
    Result call(Host&, Values) const override {
      if (!forward_) {
        state_->at = 0;
        return Value(nullptr);
      }
      Value current = state_->values[state_->at];
      state_->at = (state_->at + 1) % state_->values.size();
      return current;
    }

   private:
    std::shared_ptr<State> state_;
    bool forward_;
  };
  explicit Cycler(ValueList values) : state_(std::make_shared<State>()) {
    state_->values = std::move(values);
  }
  Value get(std::string_view name) const override {
    if (name == "current") return state_->values[state_->at];
    if (name == "next" || name == "reset") return {std::make_shared<const Step>(state_, name == "next"), 1};
    return {};
  }
  std::vector<std::string> names() const override { return {"current", "next", "reset"}; }

 private:
  std::shared_ptr<State> state_;
};

Result make_cycler(Host&, Values v) {
  if (v.empty()) return error("cycler: at least one value expected");
  unsigned depth = 0;
  for (const Value& value : v) depth = std::max(depth, value.depth());
  return Value(std::make_shared<const Cycler>(ValueList(v.begin(), v.end())), depth + 1);
}

constexpr Builtin functions[] = {
    {"range", "*", make_range},   {"dict", "*,**", make_dict},     {"namespace", "*,**", make_namespace},
    {"cycler", "*", make_cycler}, {"joiner", "sep?", make_joiner},
};

}  // namespace

std::span<const Builtin> builtin_tests() {
  return tests;
}
std::span<const Builtin> builtin_functions() {
  return functions;
}

std::span<const Builtin> builtin_filters() {
  static const std::vector<Builtin> all = [] {
    std::vector<Builtin> filters;
    for (const auto part : {text_filters(), format_filters(), list_filters(), choice_filters()}) {
      filters.insert(filters.end(), part.begin(), part.end());
    }
    std::sort(filters.begin(), filters.end(),
              [](const Builtin& a, const Builtin& b) { return a.name < b.name; });
    return filters;
  }();
  return all;
}

const Builtin* find_builtin(std::span<const Builtin> table, std::string_view name) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const Builtin& builtin) { return builtin.name == name; });
  return found == table.end() ? nullptr : &*found;
}

}  // namespace mektep::templates
