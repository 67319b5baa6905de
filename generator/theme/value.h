// What a template sees: a small dynamic value. Cheap to copy; strings and lists are shared, not copied.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mektep {

class Value;
using ValueList = std::vector<Value>;

// A struct-like value whose members are computed on demand: outputs derive from it for pages, sites, people…
// Immutable while templates run; get() must be safe in several threads.
class ValueObject {
 public:
  virtual ~ValueObject() = default;
  virtual Value get(std::string_view name) const = 0;  // an undefined Value when there is no such member
  virtual std::vector<std::string> names() const = 0;  // for iteration and "did you mean"; in a fixed order
  virtual bool printable() const { return false; }     // {{ object }} is an error unless this is true
  virtual bool empty() const { return false; }         // {% if object %} does not hold
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
  // `missing` is a variable's place that nothing was assigned to; it never leaves the engine.
  enum class Kind : std::uint8_t {
    missing,
    undefined,
    none,
    boolean,
    integer,
    floating,
    view,
    text,
    html,
    list,
    object
  };

  Value() noexcept {}  // undefined: using it is an error, testing `is defined` is not
  Value(std::nullptr_t) : kind_(Kind::none) {}
  Value(bool truth) : kind_(Kind::boolean) { bits_.truth = truth; }
  Value(int number) : Value(std::int64_t{number}) {}
  Value(std::int64_t number) : kind_(Kind::integer) { bits_.integer = number; }
  Value(std::size_t number) : Value(static_cast<std::int64_t>(number)) {}
  Value(double number) : kind_(Kind::floating) { bits_.floating = number; }
  // Refers to text that outlives every rendering (the content model): no copy.
  static Value view(std::string_view text);
  Value(std::string text) : Value(Kind::text, std::make_shared<const std::string>(std::move(text)), 0) {}
  Value(const char* text) : Value(std::string(text)) {}
  Value(SafeHtml html) : Value(Kind::html, std::move(html.text), 0) {}
  static Value safe(std::string html) {
    return SafeHtml{std::make_shared<const std::string>(std::move(html))};
  }
  Value(ValueList list);
  Value(List list) : Value(Kind::list, std::move(list), 0) {}
  Value(Object object) : Value(Kind::object, std::move(object), 0) {}
  // An object that the engine itself made of values nested `depth` deep.
  Value(Object object, unsigned depth);
  // Refer to what outlives every rendering: copies then count no references, which several threads would
  // fight over.
  static Value refer(const ValueObject& object) { return {Object(std::shared_ptr<void>(), &object)}; }
  static Value refer(const ValueList& list) { return {List(std::shared_ptr<void>(), &list)}; }
  static Value missing();

  Value(const Value& other) : kind_(other.kind_), depth_(other.depth_) { take(other); }
  Value(Value&& other) noexcept : kind_(other.kind_), depth_(other.depth_) { take(std::move(other)); }
  Value& operator=(const Value& other);
  Value& operator=(Value&& other) noexcept;
  ~Value() { drop(); }

  Kind kind() const { return kind_; }
  bool is_missing() const { return kind_ == Kind::missing; }
  bool is_undefined() const { return kind_ <= Kind::undefined; }
  bool is_none() const { return kind_ == Kind::none; }
  bool is_bool() const { return kind_ == Kind::boolean; }
  bool is_integer() const { return kind_ == Kind::integer; }
  bool is_float() const { return kind_ == Kind::floating; }
  bool is_string() const { return kind_ >= Kind::view && kind_ <= Kind::html; }
  bool is_safe() const { return kind_ == Kind::html; }
  bool is_list() const { return kind_ == Kind::list; }
  bool is_object() const { return kind_ == Kind::object; }

  bool as_bool() const { return bits_.truth; }
  std::int64_t as_integer() const { return bits_.integer; }
  double as_float() const { return bits_.floating; }
  std::string_view as_string() const {  // of any string
    return kind_ == Kind::view ? bits_.view
                               : std::string_view(*static_cast<const std::string*>(bits_.shared.get()));
  }
  const ValueList& as_list() const { return *static_cast<const ValueList*>(bits_.shared.get()); }
  const ValueObject& as_object() const { return *static_cast<const ValueObject*>(bits_.shared.get()); }
  Object object() const { return std::static_pointer_cast<const ValueObject>(bits_.shared); }

  bool truthy() const;  // as in Jinja: empty strings, lists, zero, none and undefined are false
  unsigned depth() const {
    return depth_;
  }  // of nested lists and objects that templates built; bounded by the engine

 private:
  using Shared = std::shared_ptr<const void>;
  union Bits {
    std::int64_t integer;
    bool truth;
    double floating;
    std::string_view view;
    Shared shared;
    Bits() : view() {}
    ~Bits() {}
  };
  Value(Kind kind, Shared shared, unsigned depth) : kind_(kind), depth_(static_cast<std::uint16_t>(depth)) {
    new (&bits_.shared) Shared(std::move(shared));
  }
  bool counted() const { return kind_ >= Kind::text; }
  void take(const Value& other);
  void take(Value&& other) noexcept;
  void drop() {
    if (counted()) bits_.shared.~Shared();
  }

  Kind kind_ = Kind::undefined;
  std::uint16_t depth_ = 0;
  Bits bits_;
};

inline void Value::take(const Value& other) {
  if (counted()) {
    new (&bits_.shared) Shared(other.bits_.shared);
  } else {
    bits_.view = other.bits_.view;
  }
}
inline void Value::take(Value&& other) noexcept {
  if (counted()) {
    new (&bits_.shared) Shared(std::move(other.bits_.shared));
    other.drop();
    other.kind_ = Kind::undefined;
  } else {
    bits_.view = other.bits_.view;
  }
}

// An object made of named values in the order given: for what is small or built once.
class Record final : public ValueObject {
 public:
  Record() = default;
  explicit Record(std::vector<std::pair<std::string, Value>> members) : members_(std::move(members)) {
    index();
  }
  Record& set(std::string name, Value value);  // replaces an existing member
  Value get(std::string_view name) const override;
  std::vector<std::string> names() const override;
  bool printable() const override { return true; }
  bool empty() const override { return members_.empty(); }
  const std::vector<std::pair<std::string, Value>>& members() const { return members_; }

 private:
  void index();
  const Value* find(std::string_view name) const;

  std::vector<std::pair<std::string, Value>> members_;
  // Of a large record (the words of a theme): 1 + the place of a member, by the hash of its name; 0 = free.
  std::vector<std::uint16_t> slots_;
};
Value make_record(std::vector<std::pair<std::string, Value>> members);

}  // namespace mektep
