// Filters on lists and objects: order, groups, parts.
#include "base/text.h"
#include "theme/template/attribute.h"
#include "theme/template/operators.h"
#include "theme/template/output.h"

namespace mektep::templates {

namespace {

using Values = std::span<const Value>;

Result filter_length(Host&, Values v) {
  if (v[0].is_string()) return count_code_points(v[0].as_string());
  if (v[0].is_list()) return v[0].as_list().size();
  if (v[0].is_object()) return v[0].as_object().names().size();
  return error(fmt::format("length: {} has no length", kind_name(v[0])));
}

Result end_of(Host& host, const Value& value, bool first) {
  const auto items = items_of(value, host.budget());
  if (!items) return error(fmt::format("{} has no items", kind_name(value)));
  if (items->as_list().empty()) return Value();
  return first ? items->as_list().front() : items->as_list().back();
}
Result filter_first(Host& host, Values v) {
  return end_of(host, v[0], true);
}
Result filter_last(Host& host, Values v) {
  return end_of(host, v[0], false);
}

Result filter_list(Host& host, Values v) {
  auto items = items_of(v[0], host.budget());
  if (!items) return error(fmt::format("{} has no items", kind_name(v[0])));
  return *items;
}

Result filter_reverse(Host& host, Values v) {
  const auto items = items_of(v[0], host.budget());
  if (!items) return error(fmt::format("{} has no items", kind_name(v[0])));
  ValueList reversed(items->as_list().rbegin(), items->as_list().rend());
  if (!host.budget().charge(reversed.size())) return error("too many items");
  if (!v[0].is_string()) return Value(std::move(reversed));
  std::string text;
  for (const Value& item : reversed) text += item.as_string();
  return text_like(v[0], std::move(text));
}

Result filter_items(Host& host, Values v) {
  if (v[0].is_undefined()) return Value(ValueList());
  if (!v[0].is_object()) return error(fmt::format("items: an object is expected, not {}", kind_name(v[0])));
  ValueList pairs;
  for (const std::string& name : v[0].as_object().names()) {
    if (!host.budget().charge(1)) return error("too many items");
    pairs.emplace_back(ValueList{Value(name), v[0].as_object().get(name)});
  }
  return Value(std::move(pairs));
}

// Items with the keys that they are sorted by.
struct Keyed {
  Value item;
  ValueList keys;
};

std::expected<bool, TemplateError> comes_before(Host& host, const Keyed& a, const Keyed& b) {
  for (std::size_t i = 0; i < a.keys.size(); ++i) {
    const auto ordering = order(a.keys[i], b.keys[i], host.budget());
    if (!ordering) return std::unexpected(ordering.error());
    if (*ordering != 0) return *ordering < 0;
  }
  return false;
}

// A merge sort of our own: a comparison may fail, and may contradict itself (nan), which std::sort does not
// survive.
std::expected<void, TemplateError> merge_sort(Host& host, std::span<Keyed*> items, std::span<Keyed*> spare) {
  if (items.size() < 2) return {};
  const std::size_t half = items.size() / 2;
  if (auto done = merge_sort(host, items.first(half), spare.first(half)); !done) return done;
  if (auto done = merge_sort(host, items.subspan(half), spare.subspan(half)); !done) return done;
  std::copy(items.begin(), items.end(), spare.begin());
  std::size_t left = 0, right = half;
  for (Keyed*& place : items) {
    bool take_right = left == half;
    if (!take_right && right < items.size()) {
      const auto before = comes_before(host, *spare[right], *spare[left]);
      if (!before) return std::unexpected(before.error());
      take_right = *before;
    }
    place = spare[take_right ? right++ : left++];
  }
  return {};
}

Result sorted(Host& host, std::vector<Keyed>& keyed, bool reverse) {
  // Python keeps equal items in their order even in reverse.
  if (reverse) std::reverse(keyed.begin(), keyed.end());
  std::vector<Keyed*> items, spare(keyed.size());
  for (Keyed& each : keyed) items.push_back(&each);
  if (auto done = merge_sort(host, items, spare); !done) return std::unexpected(done.error());
  if (reverse) std::reverse(items.begin(), items.end());
  ValueList list;
  list.reserve(keyed.size());
  for (Keyed* each : items) list.push_back(std::move(each->item));
  return Value(std::move(list));
}

Result filter_sort(Host& host, Values v) {
  const auto items = items_of(v[0], host.budget());
  if (!items) return error(fmt::format("{} has no items", kind_name(v[0])));
  std::vector<AttributePath> paths;
  if (v[3].is_string()) {
    for (const std::string_view part : split(v[3].as_string(), ','))
      paths.emplace_back(Value(std::string(part)));
  } else {
    paths.emplace_back(v[3]);
  }
  std::vector<Keyed> keyed;
  for (const Value& item : items->as_list()) {
    Keyed& each = keyed.emplace_back(Keyed{item, {}});
    for (const AttributePath& path : paths) {
      auto key = path.key(item, host.budget(), v[2].truthy());
      if (!key) return key;
      each.keys.push_back(std::move(*key));
    }
  }
  return sorted(host, keyed, v[1].truthy());
}

Result filter_dictsort(Host& host, Values v) {
  if (!v[0].is_object())
    return error(fmt::format("dictsort: an object is expected, not {}", kind_name(v[0])));
  const std::string_view by = v[2].is_string() ? v[2].as_string() : "key";
  if (by != "key" && by != "value") return error("dictsort: by must be key or value");
  const auto pairs = filter_items(host, v.first(1));
  if (!pairs) return pairs;
  std::vector<Keyed> keyed;
  for (const Value& pair : pairs->as_list()) {
    const Value& key = pair.as_list()[by == "key" ? 0 : 1];
    keyed.push_back({pair, {v[1].truthy() ? key : without_case(key)}});
  }
  return sorted(host, keyed, v[3].truthy());
}

Result filter_groupby(Host& host, Values v) {
  const auto items = items_of(v[0], host.budget());
  if (!items) return error(fmt::format("{} has no items", kind_name(v[0])));
  const AttributePath path(v[1]);
  std::vector<Keyed> keyed;
  for (const Value& item : items->as_list()) {
    auto key = path.key(item, host.budget(), v[3].truthy(), &v[2]);
    if (!key) return key;
    if (key->is_undefined()) return error("groupby: an item does not have the attribute");
    keyed.push_back({item, {std::move(*key)}});
  }
  const auto ordered = sorted(host, keyed, false);
  if (!ordered) return ordered;
  ValueList groups, members;
  Value last;
  Value label;
  const auto finish = [&] {
    if (members.empty()) return;
    const Value list(std::move(members));
    const unsigned depth = std::max(list.depth(), label.depth()) + 1;
    groups.emplace_back(std::make_shared<const Group>(label, list), depth);
    members.clear();
  };
  for (const Value& item : ordered->as_list()) {
    auto key = path.key(item, host.budget(), v[3].truthy(), &v[2]);
    if (!key) return key;
    if (members.empty() || !equal(*key, last, host.budget())) {
      finish();
      auto own = path.get(item, host.budget(), &v[2]);
      if (!own) return own;
      label = *own;
      last = *key;
    }
    members.push_back(item);
  }
  finish();
  return Value(std::move(groups));
}

Result filter_unique(Host& host, Values v) {
  const auto items = items_of(v[0], host.budget());
  if (!items) return error(fmt::format("{} has no items", kind_name(v[0])));
  const AttributePath path(v[2]);
  ValueList seen, kept;
  for (const Value& item : items->as_list()) {
    auto key = path.key(item, host.budget(), v[1].truthy());
    if (!key) return key;
    const bool known =
        std::any_of(seen.begin(), seen.end(), [&](const Value& k) { return equal(k, *key, host.budget()); });
    if (known) continue;
    if (host.budget().exceeded() != Budget::Limit::none) return error("too many items");
    seen.push_back(std::move(*key));
    kept.push_back(item);
  }
  return Value(std::move(kept));
}

Result least(Host& host, Values v, bool largest) {
  const auto items = items_of(v[0], host.budget());
  if (!items) return error(fmt::format("{} has no items", kind_name(v[0])));
  const AttributePath path(v[2]);
  Value best, best_key;
  for (const Value& item : items->as_list()) {
    auto key = path.key(item, host.budget(), v[1].truthy());
    if (!key) return key;
    if (!best_key.is_undefined()) {
      const auto ordering = order(*key, best_key, host.budget());
      if (!ordering) return std::unexpected(ordering.error());
      if (largest ? *ordering <= 0 : *ordering >= 0) continue;
    }
    best = item;
    best_key = std::move(*key);
  }
  return best;
}
Result filter_min(Host& host, Values v) {
  return least(host, v, false);
}
Result filter_max(Host& host, Values v) {
  return least(host, v, true);
}

Result filter_sum(Host& host, Values v) {
  const auto items = items_of(v[0], host.budget());
  if (!items) return error(fmt::format("{} has no items", kind_name(v[0])));
  const AttributePath path(v[1]);
  Value total = v[2].is_undefined() ? Value(0) : v[2];
  for (const Value& item : items->as_list()) {
    const auto number = path.get(item, host.budget());
    if (!number) return number;
    auto next = calculate(Op::add, total, *number, host.budget());
    if (!next) return next;
    total = std::move(*next);
  }
  return total;
}

Result filter_join(Host& host, Values v) {
  const auto items = items_of(v[0], host.budget());
  if (!items) return error(fmt::format("{} has no items", kind_name(v[0])));
  const AttributePath path(v[2]);
  const Value separator = v[1].is_undefined() ? Value::view("") : v[1];
  ValueList parts;
  bool any_safe = separator.is_safe();
  for (const Value& item : items->as_list()) {
    const auto part = path.get(item, host.budget());
    if (!part) return part;
    if (!parts.empty()) parts.push_back(separator);
    any_safe = any_safe || part->is_safe();
    parts.push_back(*part);
  }
  return concatenate(parts, host.budget());
}

std::expected<std::size_t, TemplateError> count_of(const Value& value, std::string_view filter) {
  if (!value.is_integer() || value.as_integer() < 1 || value.as_integer() > 1'000'000) {
    return error(fmt::format("{}: a number of 1…1000000 expected", filter));
  }
  return static_cast<std::size_t>(value.as_integer());
}

Result filter_batch(Host& host, Values v) {
  const auto items = items_of(v[0], host.budget());
  if (!items) return error(fmt::format("{} has no items", kind_name(v[0])));
  const auto size = count_of(v[1], "batch");
  if (!size) return std::unexpected(size.error());
  ValueList batches, current;
  for (const Value& item : items->as_list()) {
    if (current.size() == *size) batches.emplace_back(std::exchange(current, {}));
    current.push_back(item);
  }
  if (!current.empty()) {
    if (!v[2].is_undefined() && !v[2].is_none() && current.size() < *size) {
      if (!host.budget().charge(*size)) return error("too many items");
      current.resize(*size, v[2]);
    }
    batches.emplace_back(std::move(current));
  }
  return Value(std::move(batches));
}

Result filter_slice(Host& host, Values v) {
  const auto items = items_of(v[0], host.budget());
  if (!items) return error(fmt::format("{} has no items", kind_name(v[0])));
  const auto count = count_of(v[1], "slice");
  if (!count) return std::unexpected(count.error());
  if (!host.budget().charge(*count)) return error("too many items");
  const ValueList& list = items->as_list();
  const std::size_t each = list.size() / *count, longer = list.size() % *count;
  ValueList slices;
  std::size_t at = 0;
  for (std::size_t i = 0; i < *count; ++i) {
    const std::size_t size = each + (i < longer ? 1 : 0);
    ValueList part(list.begin() + static_cast<std::ptrdiff_t>(at),
                   list.begin() + static_cast<std::ptrdiff_t>(at + size));
    at += size;
    if (!v[2].is_undefined() && !v[2].is_none() && i >= longer) part.push_back(v[2]);
    slices.emplace_back(std::move(part));
  }
  return Value(std::move(slices));
}

constexpr Builtin list_table[] = {
    {"batch", "linecount,fill_with?", filter_batch},
    {"count", "", filter_length},
    {"dictsort", "case_sensitive?,by?,reverse?", filter_dictsort},
    {"first", "", filter_first},
    {"groupby", "attribute,default?,case_sensitive?", filter_groupby},
    {"items", "", filter_items, true},
    {"join", "d?,attribute?", filter_join},
    {"last", "", filter_last},
    {"length", "", filter_length},
    {"list", "", filter_list},
    {"max", "case_sensitive?,attribute?", filter_max},
    {"min", "case_sensitive?,attribute?", filter_min},
    {"reverse", "", filter_reverse},
    {"slice", "slices,fill_with?", filter_slice},
    {"sort", "reverse?,case_sensitive?,attribute?", filter_sort},
    {"sum", "attribute?,start?", filter_sum},
    {"unique", "case_sensitive?,attribute?", filter_unique},
};

}  // namespace

std::span<const Builtin> list_filters() {
  return list_table;
}

}  // namespace mektep::templates
