// Filters that apply attributes, filters or tests to each item: map, select and their kind; default.
#include <charconv>

#include "base/text.h"
#include "theme/template/attribute.h"
#include "theme/template/operators.h"

namespace mektep::templates {

AttributePath::AttributePath(const Value& path) {
  if (path.is_integer()) parts_.push_back(path);
  if (!path.is_string()) return;
  for (const std::string_view part : split(path.as_string(), '.')) {
    std::int64_t number = 0;
    const auto parsed = std::from_chars(part.data(), part.data() + part.size(), number);
    if (!part.empty() && part[0] >= '0' && part[0] <= '9' && parsed.ec == std::errc() &&
        parsed.ptr == part.data() + part.size()) {
      parts_.emplace_back(number);
    } else {
      parts_.emplace_back(std::string(part));
    }
  }
}

Result AttributePath::get(const Value& item, Budget& budget, const Value* fallback) const {
  if (!budget.charge(1)) return error("too many items");
  Value value = item;
  for (const Value& part : parts_) {
    if (value.is_undefined()) return error("an attribute of an undefined value");
    value = subscript(value, part);
    if (fallback != nullptr && value.is_undefined() && !fallback->is_none()) value = *fallback;
  }
  return value;
}

Value without_case(const Value& value) {
  if (!value.is_string()) return value;
  return Value(lower(value.as_string()));
}

Result AttributePath::key(const Value& item, Budget& budget, bool case_sensitive,
                          const Value* fallback) const {
  auto value = get(item, budget, fallback);
  if (!value || case_sensitive) return value;
  return without_case(*value);
}

const Group* as_group(const Value& value) {
  return value.is_object() ? dynamic_cast<const Group*>(&value.as_object()) : nullptr;
}

namespace {

using Values = std::span<const Value>;

Result filter_default(Host&, Values v) {
  const bool replaces = v[0].is_undefined() || (v[2].truthy() && !v[0].truthy());
  if (!replaces) return v[0];
  return v[1].is_undefined() ? Value::view("") : v[1];
}

Result filter_map(Host& host, Values v) {
  const auto items = items_of(v[0], host.budget());
  if (!items) return error(fmt::format("{} has no items", kind_name(v[0])));
  ValueList mapped;
  const bool named = v.size() > 1 && v.back().is_object() && v.size() == 2;
  if (named) {
    const ValueObject& options = v.back().as_object();
    const Value attribute = options.get("attribute"), fallback = options.get("default");
    if (attribute.is_undefined()) return error("map: a filter or attribute= expected");
    const AttributePath path(attribute);
    for (const Value& item : items->as_list()) {
      auto value = path.get(item, host.budget(), &fallback);
      if (!value) return value;
      mapped.push_back(std::move(*value));
    }
    return Value(std::move(mapped));
  }
  if (v.size() < 2 || !v[1].is_string()) return error("map: the name of a filter expected");
  std::vector<Value> arguments(v.begin() + 1, v.end());
  for (const Value& item : items->as_list()) {
    arguments[0] = item;
    auto value = host.apply_filter(v[1].as_string(), arguments);
    if (!value) return value;
    mapped.push_back(std::move(*value));
  }
  return Value(std::move(mapped));
}

Result choose(Host& host, Values v, bool keep, bool by_attribute) {
  const auto items = items_of(v[0], host.budget());
  if (!items) return error(fmt::format("{} has no items", kind_name(v[0])));
  const std::size_t offset = by_attribute ? 2 : 1;
  if (v.size() < offset) return error("the name of an attribute is missing");
  const AttributePath path(by_attribute ? v[1] : Value());
  std::vector<Value> arguments(v.begin() + static_cast<std::ptrdiff_t>(std::min(offset, v.size())), v.end());
  const bool tests = !arguments.empty();
  if (tests && !arguments[0].is_string()) return error("the name of a test expected");
  const std::string test = tests ? std::string(arguments[0].as_string()) : std::string();
  ValueList kept;
  for (const Value& item : items->as_list()) {
    const auto value = path.get(item, host.budget());
    if (!value) return value;
    bool holds = false;
    if (tests) {
      arguments[0] = *value;
      const auto result = host.apply_test(test, arguments);
      if (!result) return result;
      holds = result->truthy();
    } else {
      if (value->is_undefined()) return error("the value is undefined");
      holds = value->truthy();
    }
    if (holds == keep) kept.push_back(item);
  }
  return Value(std::move(kept));
}
Result filter_select(Host& host, Values v) {
  return choose(host, v, true, false);
}
Result filter_reject(Host& host, Values v) {
  return choose(host, v, false, false);
}
Result filter_selectattr(Host& host, Values v) {
  return choose(host, v, true, true);
}
Result filter_rejectattr(Host& host, Values v) {
  return choose(host, v, false, true);
}

Result filter_attr(Host&, Values v) {
  if (!v[1].is_string()) return error("attr: the name must be a text");
  return v[0].is_object() ? v[0].as_object().get(v[1].as_string()) : Value();
}

constexpr Builtin choice_table[] = {
    {"attr", "name", filter_attr},
    {"d", "default_value?,boolean?", filter_default, true},
    {"default", "default_value?,boolean?", filter_default, true},
    {"map", "*,**", filter_map},
    {"reject", "*", filter_reject},
    {"rejectattr", "*", filter_rejectattr},
    {"select", "*", filter_select},
    {"selectattr", "*", filter_selectattr},
};

}  // namespace

std::span<const Builtin> choice_filters() {
  return choice_table;
}

}  // namespace mektep::templates
