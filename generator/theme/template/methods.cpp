// The methods of texts, objects and `loop`.
#include "base/text.h"
#include "theme/template/operators.h"
#include "theme/template/render.h"

namespace mektep::templates {

namespace {

// Methods that are filters under another name or the same.
constexpr std::pair<std::string_view, std::string_view> filter_methods[] = {
    {"upper", "upper"},           {"lower", "lower"}, {"title", "title"},
    {"capitalize", "capitalize"}, {"strip", "trim"},  {"replace", "replace"}};

Result split_text(const Value& text, std::span<const Value> arguments, Budget& budget) {
  std::string_view rest = text.as_string();
  ValueList parts;
  const auto add = [&](std::string_view part) { parts.push_back(text_like(text, std::string(part))); };
  if (!budget.charge(rest.size())) return error("too many items");
  if (arguments.empty() || arguments[0].is_none()) {
    for (std::size_t at = 0; at < rest.size();) {
      const std::size_t begin = rest.find_first_not_of(" \t\n\r\f\v", at);
      if (begin == std::string_view::npos) break;
      at = std::min(rest.find_first_of(" \t\n\r\f\v", begin), rest.size());
      add(rest.substr(begin, at - begin));
    }
    return Value(std::move(parts));
  }
  if (!arguments[0].is_string() || arguments[0].as_string().empty())
    return error("split: the separator must be a text");
  const std::string_view separator = arguments[0].as_string();
  std::int64_t most = arguments.size() > 1 && arguments[1].is_integer() ? arguments[1].as_integer() : -1;
  for (std::size_t at = rest.find(separator); at != std::string_view::npos && most != 0;
       at = rest.find(separator), --most) {
    add(rest.substr(0, at));
    rest.remove_prefix(at + separator.size());
  }
  add(rest);
  return Value(std::move(parts));
}

Result object_method(const Value& object, std::string_view name, std::span<const Value> arguments,
                     Budget& budget) {
  const ValueObject& members = object.as_object();
  if (name == "get") {
    if (arguments.empty() || !arguments[0].is_string()) return error("get: the name must be a text");
    Value value = members.get(arguments[0].as_string());
    if (!value.is_undefined()) return value;
    return arguments.size() > 1 ? arguments[1] : Value(nullptr);
  }
  if (name != "items" && name != "keys" && name != "values")
    return error(fmt::format("an object has no method {}()", name));
  ValueList list;
  for (const std::string& member : members.names()) {
    if (!budget.charge(1)) return error("too many items");
    if (name == "keys") {
      list.emplace_back(member);
    } else if (name == "values") {
      list.push_back(members.get(member));
    } else {
      list.emplace_back(ValueList{Value(member), members.get(member)});
    }
  }
  return Value(std::move(list));
}

Result text_method(Host& host, const Value& text, std::string_view name, std::span<const Value> arguments) {
  for (const auto& [method, filter] : filter_methods) {
    if (method != name) continue;
    std::vector<Value> all{text};
    all.insert(all.end(), arguments.begin(), arguments.end());
    return host.apply_filter(filter, all);
  }
  if (name == "split") return split_text(text, arguments, host.budget());
  if (name == "join") {
    if (arguments.size() != 1) return error("join: one list expected");
    const Value all[] = {arguments[0], text};
    return host.apply_filter("join", all);
  }
  const bool one = arguments.size() == 1 && arguments[0].is_string();
  const std::string_view whole = text.as_string();
  if (name == "startswith" && one) return whole.starts_with(arguments[0].as_string());
  if (name == "endswith" && one) return whole.ends_with(arguments[0].as_string());
  if (name == "find" && one) {
    const std::size_t at = whole.find(arguments[0].as_string());
    if (at == std::string_view::npos) return std::int64_t{-1};
    return count_code_points(whole.substr(0, at));
  }
  if (name == "count" && one && !arguments[0].as_string().empty()) {
    std::int64_t found = 0;
    const std::string_view part = arguments[0].as_string();
    for (std::size_t at = whole.find(part); at != std::string_view::npos;
         at = whole.find(part, at + part.size()))
      ++found;
    return found;
  }
  return error(fmt::format("a text has no method {}() with {} arguments", name, arguments.size()));
}

}  // namespace

Value Loop::get(std::string_view name) const {
  const ValueList& items = items_.as_list();
  if (name == "index") return index_ + 1;
  if (name == "index0") return index_;
  if (name == "first") return index_ == 0;
  if (name == "last") return index_ + 1 == items.size();
  if (name == "length") return items.size();
  if (name == "revindex") return items.size() - index_;
  if (name == "revindex0") return items.size() - index_ - 1;
  if (name == "previtem") return index_ > 0 ? items[index_ - 1] : Value();
  if (name == "nextitem") return index_ + 1 < items.size() ? items[index_ + 1] : Value();
  if (name == "depth") return 1;
  if (name == "depth0") return 0;
  return {};
}

std::vector<std::string> Loop::names() const {
  return {"index",     "index0",   "first",    "last",  "length", "revindex",
          "revindex0", "previtem", "nextitem", "depth", "depth0"};
}

bool Loop::changed(std::span<const Value> values, Budget& budget) const {
  bool same = last_ && last_->size() == values.size();
  for (std::size_t i = 0; same && i < values.size(); ++i) same = equal((*last_)[i], values[i], budget);
  // Kept as a copy of what cannot hold this loop: its own values are of a smaller depth.
  if (!same) last_.emplace(values.begin(), values.end());
  return !same;
}

Result Renderer::method_of(const Value& object, std::string_view name, std::span<const Value> arguments) {
  if (!budget_.charge(1)) return error("too many steps");
  if (object.is_string()) return text_method(*this, object, name, arguments);
  if (object.is_list()) {
    if (name == "append" || name == "extend" || name == "insert" || name == "pop") {
      return error(
          fmt::format("lists cannot be changed ({}()); build a new one with + in a namespace()", name));
    }
    return error(fmt::format("a list has no method {}()", name));
  }
  if (!object.is_object()) return error(fmt::format("{} has no method {}()", kind_name(object), name));
  if (const auto* loop = dynamic_cast<const Loop*>(&object.as_object())) {
    if (name == "cycle") {
      if (arguments.empty()) return error("cycle: at least one value expected");
      return arguments[loop->index() % arguments.size()];
    }
    if (name == "changed") {
      for (const Value& value : arguments) {
        if (value.is_object() || value.is_list()) return error("changed: only texts, numbers and the like");
      }
      return loop->changed(arguments, budget_);
    }
  }
  return object_method(object, name, arguments, budget_);
}

}  // namespace mektep::templates
