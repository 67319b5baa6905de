// Sequences: indexes, slices and iteration over lists, strings and objects.
#include "base/text.h"
#include "theme/template/attribute.h"
#include "theme/template/operators.h"

namespace mektep::templates {

namespace {

struct Range {
  std::int64_t start, stop, step;
};

// Python's rules for the bounds of a slice.
std::expected<Range, TemplateError> bounds(const Value& start, const Value& stop, const Value& step,
                                           std::int64_t size) {
  const auto number = [](const Value& value,
                         std::int64_t fallback) -> std::expected<std::int64_t, TemplateError> {
    if (value.is_undefined() || value.is_none()) return fallback;
    if (!value.is_integer()) return error("a slice needs whole numbers");
    return value.as_integer();
  };
  const auto by = number(step, 1);
  if (!by) return std::unexpected(by.error());
  if (*by == 0 || *by == INT64_MIN) return error("the step of a slice cannot be zero");
  const bool backwards = *by < 0;
  const auto from = number(start, backwards ? size - 1 : 0);
  const auto to = number(stop, backwards ? -size - 1 : size);
  if (!from) return std::unexpected(from.error());
  if (!to) return std::unexpected(to.error());
  const auto clamp = [&](std::int64_t index) {
    if (index < 0) index = std::max<std::int64_t>(index, -size - 1) + size;
    return std::clamp<std::int64_t>(index, backwards ? -1 : 0, backwards ? size - 1 : size);
  };
  return Range{clamp(*from), clamp(*to), *by};
}

}  // namespace

std::size_t code_point_offset(std::string_view text, std::size_t index) {
  std::size_t at = 0;
  while (index > 0 && at < text.size()) {
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
    --index;
  }
  return at;
}

Value subscript(const Value& base, const Value& index) {
  if (base.is_object() && index.is_string()) return base.as_object().get(index.as_string());
  if (const Group* group = as_group(base); group != nullptr && index.is_integer()) {
    return index.as_integer() == 0 ? group->grouper : index.as_integer() == 1 ? group->list : Value();
  }
  if (!index.is_integer()) return {};
  std::int64_t at = index.as_integer();
  if (base.is_list()) {
    const auto size = static_cast<std::int64_t>(base.as_list().size());
    if (at < 0) at += size;
    return at >= 0 && at < size ? base.as_list()[static_cast<std::size_t>(at)] : Value();
  }
  if (base.is_string()) {
    const std::string_view text = base.as_string();
    const auto size = static_cast<std::int64_t>(count_code_points(text));
    if (at < 0) at += size;
    if (at < 0 || at >= size) return {};
    const std::size_t begin = code_point_offset(text, static_cast<std::size_t>(at));
    const std::size_t length = code_point_offset(text.substr(begin), 1);
    return text_like(base, std::string(text.substr(begin, length)));
  }
  return {};
}

Result slice(const Value& base, const Value& start, const Value& stop, const Value& step, Budget& budget) {
  if (!base.is_string() && !base.is_list()) return error("only lists and texts can be sliced");
  const auto items = items_of(base, budget);
  if (!items) return error("only lists and texts can be sliced");
  const ValueList& list = items->as_list();
  const auto range = bounds(start, stop, step, static_cast<std::int64_t>(list.size()));
  if (!range) return std::unexpected(range.error());
  ValueList taken;
  for (std::int64_t i = range->start; range->step > 0 ? i < range->stop : i > range->stop;) {
    taken.push_back(list[static_cast<std::size_t>(i)]);
    if (__builtin_add_overflow(i, range->step, &i)) break;
  }
  if (!budget.charge(taken.size())) return error("too many items");
  if (base.is_list()) return Value(std::move(taken));
  std::string text;
  for (const Value& item : taken) text += item.as_string();
  return text_like(base, std::move(text));
}

std::optional<Value> items_of(const Value& value, Budget& budget) {
  if (value.is_list()) return value;
  if (const Group* group = as_group(value)) return Value(ValueList{group->grouper, group->list});
  ValueList list;
  if (value.is_object()) {
    for (std::string& name : value.as_object().names()) list.emplace_back(std::move(name));
  } else if (value.is_string()) {
    const std::string_view text = value.as_string();
    if (!budget.charge(text.size())) return Value(ValueList());
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t length = std::max<std::size_t>(code_point_offset(text.substr(at), 1), 1);
      list.emplace_back(
          std::string(text.substr(at, length)));  // plain, even of safe HTML: half a tag is no HTML
      at += length;
    }
  } else {
    return std::nullopt;
  }
  if (!budget.charge(list.size())) return Value(ValueList());
  return Value(std::move(list));
}

}  // namespace mektep::templates
