// The `attribute=` of filters: "a.b.0" or a number, followed from an item.
#pragma once
#include <string_view>
#include <vector>

#include "theme/template/builtins.h"

namespace mektep::templates {

class AttributePath {
 public:
  explicit AttributePath(const Value& path);  // undefined or none: the item itself
  // What stands there; `fallback` where there is nothing, when it is given and defined.
  Result get(const Value& item, Budget& budget, const Value* fallback = nullptr) const;
  // The same for comparing: texts in lower case unless `case_sensitive`.
  Result key(const Value& item, Budget& budget, bool case_sensitive, const Value* fallback = nullptr) const;

 private:
  std::vector<Value> parts_;
};

Value without_case(const Value& value);
// What groupby gives: a pair that can be unpacked and has names.
struct Group final : ValueObject {
  Group(Value of, Value items) : grouper(std::move(of)), list(std::move(items)) {}
  Value get(std::string_view name) const override {
    return name == "grouper" ? grouper : name == "list" ? list : Value();
  }
  std::vector<std::string> names() const override { return {"grouper", "list"}; }
  Value grouper, list;
};
const Group* as_group(const Value& value);  // nullptr: something else

}  // namespace mektep::templates
