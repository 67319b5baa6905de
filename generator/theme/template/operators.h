// What operators do with values, as in Python: arithmetic, comparison, membership, printing. Faults are
// TemplateErrors with an English text; work is charged to the budget.
#pragma once
#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "theme/template/builtins.h"
#include "theme/template/tree.h"

namespace mektep::templates {

std::unexpected<TemplateError> error(std::string message);
std::string_view kind_name(const Value& value);  // "a number", "a list", …

Result calculate(Op op, const Value& a, const Value& b, Budget& budget);
Result negate(const Value& value);
bool equal(const Value& a, const Value& b, Budget& budget, unsigned depth = 0);
std::expected<std::strong_ordering, TemplateError> order(const Value& a, const Value& b, Budget& budget);
std::expected<bool, TemplateError> compare(Comparison comparison, const Value& a, const Value& b,
                                           Budget& budget);
std::expected<bool, TemplateError> contains(const Value& container, const Value& item, Budget& budget);

// Appends the value as str() of Python shows it, without escaping.
std::expected<void, TemplateError> print(std::string& out, const Value& value, Budget& budget);
// A string of any value; strings keep whether they are safe.
Result to_string(const Value& value, Budget& budget);
Result concatenate(std::span<const Value> values, Budget& budget);  // ~
Result format_percent(const Value& format, std::span<const Value> values, const Value* named, Budget& budget);

// A new string that is safe when `like` is.
Value text_like(const Value& like, std::string text);

Value subscript(const Value& base, const Value& index);  // undefined when there is none
Result slice(const Value& base, const Value& start, const Value& stop, const Value& step, Budget& budget);
// The items of a list, the names of an object or the characters of a string; nullopt = cannot be iterated.
std::optional<Value> items_of(const Value& value, Budget& budget);
std::size_t code_point_offset(std::string_view text, std::size_t index);  // byte offset of a character

}  // namespace mektep::templates
