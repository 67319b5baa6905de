// The filters, tests and functions that every template has. Each is described by one row of a table: name,
// parameters and the code; the engine binds positional and keyword arguments to the parameters before it
// calls.
#pragma once
#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <string_view>

#include "theme/template/budget.h"
#include "theme/template/template.h"
#include "theme/value.h"

namespace mektep::templates {

using Result = std::expected<Value, TemplateError>;

// What a builtin may ask of the engine while it runs.
class Host {
 public:
  virtual ~Host() = default;
  virtual Budget& budget() = 0;
  // Filters and tests by name, for map, select and their kind. arguments[0] is the value on the left.
  virtual Result apply_filter(std::string_view name, std::span<const Value> arguments) = 0;
  virtual Result apply_test(std::string_view name, std::span<const Value> arguments) = 0;
};

struct Builtin {
  using Code = Result (*)(Host&, std::span<const Value> arguments);
  std::string_view name;
  // Parameters after the left value, separated by commas; `?` behind those that may be left out (they are
  // undefined then), `*` = any number of further ones, `**` = further keyword arguments, as a record in the
  // last place.
  std::string_view parameters;
  Code code;
  bool takes_undefined = false;  // the left value may be undefined
};

std::span<const Builtin> builtin_filters();
std::span<const Builtin> builtin_tests();
std::span<const Builtin> builtin_functions();
const Builtin* find_builtin(std::span<const Builtin> table, std::string_view name);  // nullptr: none

// Parts of the tables.
std::span<const Builtin> text_filters();
std::span<const Builtin> format_filters();
std::span<const Builtin> list_filters();
std::span<const Builtin> choice_filters();

// The C++ objects behind namespace(), cycler() and joiner().
class Callee : public ValueObject {
 public:
  virtual Result call(Host& host, std::span<const Value> arguments) const = 0;
  Value get(std::string_view) const override { return {}; }
  std::vector<std::string> names() const override { return {}; }
};
class Namespace final : public ValueObject {
 public:
  Value get(std::string_view name) const override { return members_.get(name); }
  std::vector<std::string> names() const override { return members_.names(); }
  void set(std::string name, Value value) const { members_.set(std::move(name), std::move(value)); }
  void clear() const { members_ = Record(); }  // breaks cycles at the end of a rendering

 private:
  mutable Record members_;  // of one rendering, hence one thread
};

}  // namespace mektep::templates
