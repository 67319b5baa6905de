#include "theme/value.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace mektep {

namespace {

constexpr unsigned deepest = std::numeric_limits<std::uint16_t>::max();

unsigned depth_of(const ValueList& list) {
  unsigned depth = 0;
  for (const Value& value : list) depth = std::max(depth, value.depth());
  return std::min(depth + 1, deepest);
}

}  // namespace

Value Value::view(std::string_view text) {
  Value value;
  value.kind_ = Kind::view;
  value.bits_.view = text;
  return value;
}

Value Value::missing() {
  Value value;
  value.kind_ = Kind::missing;
  return value;
}

Value::Value(ValueList list) : kind_(Kind::list), depth_(static_cast<std::uint16_t>(depth_of(list))) {
  new (&bits_.shared) Shared(std::make_shared<const ValueList>(std::move(list)));
}

Value::Value(Object object, unsigned depth)
    : Value(Kind::object, std::move(object), std::min(depth, deepest)) {}

Value& Value::operator=(const Value& other) {
  if (this != &other) *this = Value(other);
  return *this;
}

Value& Value::operator=(Value&& other) noexcept {
  if (this == &other) return *this;
  Value old(std::move(*this));  // dropped last: `other` may live inside what this value holds
  kind_ = other.kind_;
  depth_ = other.depth_;
  take(std::move(other));
  return *this;
}

bool Value::truthy() const {
  switch (kind_) {
    case Kind::missing:
    case Kind::undefined:
    case Kind::none:
      return false;
    case Kind::boolean:
      return bits_.truth;
    case Kind::integer:
      return bits_.integer != 0;
    case Kind::floating:
      return bits_.floating != 0.0;
    case Kind::view:
    case Kind::text:
    case Kind::html:
      return !as_string().empty();
    case Kind::list:
      return !as_list().empty();
    case Kind::object:
      return !as_object().empty();
  }
  return false;
}

void Record::index() {
  constexpr std::size_t worth_it = 12, most = 60'000;
  slots_.clear();
  if (members_.size() < worth_it || members_.size() > most) return;
  slots_.resize(std::bit_ceil(members_.size() * 2));
  for (std::size_t i = 0; i < members_.size(); ++i) {
    std::size_t slot = std::hash<std::string_view>()(members_[i].first) & (slots_.size() - 1);
    while (slots_[slot] != 0 && members_[slots_[slot] - 1U].first != members_[i].first)
      slot = (slot + 1) & (slots_.size() - 1);
    if (slots_[slot] == 0) slots_[slot] = static_cast<std::uint16_t>(i + 1);
  }
}

const Value* Record::find(std::string_view name) const {
  if (slots_.empty()) {
    for (const auto& member : members_) {
      if (member.first == name) return &member.second;
    }
    return nullptr;
  }
  for (std::size_t slot = std::hash<std::string_view>()(name) & (slots_.size() - 1); slots_[slot] != 0;
       slot = (slot + 1) & (slots_.size() - 1)) {
    const auto& member = members_[slots_[slot] - 1U];
    if (member.first == name) return &member.second;
  }
  return nullptr;
}

Record& Record::set(std::string name, Value value) {
  if (const Value* known = find(name)) {
    const auto at =
        std::ranges::find_if(members_, [&](const auto& member) { return &member.second == known; });
    at->second = std::move(value);
    return *this;
  }
  members_.emplace_back(std::move(name), std::move(value));
  index();
  return *this;
}

Value Record::get(std::string_view name) const {
  const Value* value = find(name);
  return value ? *value : Value();
}

std::vector<std::string> Record::names() const {
  std::vector<std::string> names;
  names.reserve(members_.size());
  for (const auto& member : members_) names.push_back(member.first);
  return names;
}

Value make_record(std::vector<std::pair<std::string, Value>> members) {
  unsigned depth = 0;
  for (const auto& member : members) depth = std::max(depth, member.second.depth());
  return {std::make_shared<const Record>(std::move(members)), depth + 1};
}

}  // namespace mektep
