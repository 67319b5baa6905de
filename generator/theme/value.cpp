#include "theme/value.h"

#include <algorithm>
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
    case Kind::object: {
      const auto* record = dynamic_cast<const Record*>(&as_object());
      return record == nullptr || !record->members().empty();
    }
  }
  return false;
}

Record& Record::set(std::string name, Value value) {
  for (auto& member : members_) {
    if (member.first == name) {
      member.second = std::move(value);
      return *this;
    }
  }
  members_.emplace_back(std::move(name), std::move(value));
  return *this;
}

Value Record::get(std::string_view name) const {
  for (const auto& member : members_) {
    if (member.first == name) return member.second;
  }
  return {};
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
