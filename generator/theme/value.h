// What a template sees: a small dynamic value. Cheap to copy; strings and lists are shared, not copied.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace mektep {

class Value;
using ValueList = std::vector<Value>;

// A struct-like value whose members are computed on demand: outputs derive from it for pages, sites, people…
// Immutable while templates run; get() must be safe in several threads.
class ValueObject {
 public:
  virtual ~ValueObject() = default;
  virtual Value get(std::string_view name) const = 0;        // an undefined Value when there is no such member
  virtual std::vector<std::string> names() const = 0;        // for iteration and "did you mean"; in a fixed order
};

// HTML that must not be escaped again; only the engine, render functions and `| safe` make it.
struct SafeHtml {
  std::shared_ptr<const std::string> text;
};

class Value {
 public:
  using List = std::shared_ptr<const ValueList>;
  using Object = std::shared_ptr<const ValueObject>;
  using Text = std::shared_ptr<const std::string>;

  Value() = default;  // undefined: using it is an error, testing `is defined` is not
  Value(std::nullptr_t) : data_(nullptr) {}
  Value(bool truth) : data_(truth) {}
  Value(int number) : data_(std::int64_t{number}) {}
  Value(std::int64_t number) : data_(number) {}
  Value(std::size_t number) : data_(static_cast<std::int64_t>(number)) {}
  Value(double number) : data_(number) {}
  // Refers to text that outlives every rendering (the content model): no copy.
  static Value view(std::string_view text) { Value v; v.data_ = text; return v; }
  Value(std::string text) : data_(std::make_shared<const std::string>(std::move(text))) {}
  Value(const char* text) : Value(std::string(text)) {}
  Value(SafeHtml html) : data_(std::move(html)) {}
  static Value safe(std::string html) { return SafeHtml{std::make_shared<const std::string>(std::move(html))}; }
  Value(ValueList list) : data_(std::make_shared<const ValueList>(std::move(list))) {}
  Value(List list) : data_(std::move(list)) {}
  Value(Object object) : data_(std::move(object)) {}

  bool is_undefined() const { return std::holds_alternative<std::monostate>(data_); }
  bool is_none() const { return std::holds_alternative<std::nullptr_t>(data_); }
  bool is_bool() const { return std::holds_alternative<bool>(data_); }
  bool is_integer() const { return std::holds_alternative<std::int64_t>(data_); }
  bool is_float() const { return std::holds_alternative<double>(data_); }
  bool is_string() const { return std::holds_alternative<std::string_view>(data_) || std::holds_alternative<Text>(data_) || is_safe(); }
  bool is_safe() const { return std::holds_alternative<SafeHtml>(data_); }
  bool is_list() const { return std::holds_alternative<List>(data_); }
  bool is_object() const { return std::holds_alternative<Object>(data_); }

  bool as_bool() const { return std::get<bool>(data_); }
  std::int64_t as_integer() const { return std::get<std::int64_t>(data_); }
  double as_float() const { return std::get<double>(data_); }
  std::string_view as_string() const;  // of any string
  const ValueList& as_list() const { return *std::get<List>(data_); }
  const ValueObject& as_object() const { return *std::get<Object>(data_); }
  const Object& object() const { return std::get<Object>(data_); }

  bool truthy() const;  // as in Jinja: empty strings, lists, zero, none and undefined are false

 private:
  std::variant<std::monostate, std::nullptr_t, bool, std::int64_t, double, std::string_view, Text, SafeHtml, List, Object>
      data_;
};

// An object made of named values in the order given: for what is small or built once.
class Record final : public ValueObject {
 public:
  Record() = default;
  explicit Record(std::vector<std::pair<std::string, Value>> members) : members_(std::move(members)) {}
  Record& set(std::string name, Value value);
  Value get(std::string_view name) const override;
  std::vector<std::string> names() const override;

 private:
  std::vector<std::pair<std::string, Value>> members_;
};
Value make_record(std::vector<std::pair<std::string, Value>> members);

}  // namespace mektep
