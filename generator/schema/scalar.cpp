#include "schema/scalar.h"

#include <charconv>
#include <cmath>

#include "base/ascii.h"

namespace mektep {

namespace {

// JSON's grammar of numbers: from_chars alone would take "inf" and "1.".
bool is_number_form(std::string_view text) {
  std::size_t at = 0;
  auto digits = [&] {
    const std::size_t start = at;
    while (at < text.size() && is_digit(text[at])) ++at;
    return at > start;
  };
  if (at < text.size() && text[at] == '-') ++at;
  const std::size_t first = at;
  if (!digits()) return false;
  if (text[first] == '0' && at > first + 1) return false;  // 0312 is no number
  if (at < text.size() && text[at] == '.') {
    ++at;
    if (!digits()) return false;
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    if (!digits()) return false;
  }
  return at == text.size();
}

std::uint8_t number_types(const Node& node) {
  const auto number = read_number(node);
  if (!number) return type_none;
  return std::floor(*number) == *number ? type_integer | type_number : type_number;
}

bool is_string(const Node& node, Scalars scalars) {
  if (!node.is_scalar()) return false;
  return scalars == Scalars::text || node.quoted;
}

}  // namespace

std::optional<double> read_number(const Node& node) {
  if (!node.is_scalar() || node.quoted || !is_number_form(node.text)) return std::nullopt;
  double value = 0;
  const auto [end, error] = std::from_chars(node.text.data(), node.text.data() + node.text.size(), value);
  if (error == std::errc::result_out_of_range) return node.text[0] == '-' ? -HUGE_VAL : HUGE_VAL;
  return value;
}

bool is_whole(const Node& node) {
  return (number_types(node) & type_integer) != 0;
}

bool is_truth(const Node& node) {
  return node.is_scalar() && !node.quoted && (node.text == "true" || node.text == "false");
}

std::uint8_t types_of(const Node& node, std::uint8_t wanted, Scalars scalars) {
  switch (node.kind) {
    case Node::Kind::null:
      return type_null;
    case Node::Kind::list:
      return type_array;
    case Node::Kind::map:
      return type_object;
    case Node::Kind::scalar:
      break;
  }
  if (scalars == Scalars::json) {
    if (node.quoted) return type_string;
    return is_truth(node) ? std::uint8_t{type_boolean} : number_types(node);
  }
  if (wanted == type_string || node.quoted)
    return type_string;  // the common case, without looking at the text
  std::uint8_t types = type_string;
  if (wanted == type_none || (wanted & (type_integer | type_number)) != 0) types |= number_types(node);
  if (is_truth(node)) types |= type_boolean;
  return types;
}

bool equals_constant(const Node& value, const Node& constant, Scalars scalars) {
  if (!constant.is_scalar()) {
    if (value.kind != constant.kind) return false;
    if (constant.is_list()) {
      return std::ranges::equal(value.items, constant.items,
                                [&](const Node& a, const Node& b) { return equals_constant(a, b, scalars); });
    }
    return value.members.size() == constant.members.size() &&
           std::ranges::all_of(constant.members, [&](const Node::Member& member) {
             const Node* other = value.get(member.key);
             return other != nullptr && equals_constant(*other, member.value, scalars);
           });
  }
  if (!value.is_scalar()) return false;
  if (is_truth(constant)) return is_truth(value) && value.text == constant.text;
  if (const auto number = read_number(constant)) {
    const auto other = read_number(value);
    return other && *other == *number;
  }
  return is_string(value, scalars) && value.text == constant.text;
}

bool equal_values(const Node& a, const Node& b, Scalars scalars) {
  if (a.kind != b.kind) return false;
  switch (a.kind) {
    case Node::Kind::null:
      return true;
    case Node::Kind::list:
      return std::ranges::equal(a.items, b.items,
                                [&](const Node& x, const Node& y) { return equal_values(x, y, scalars); });
    case Node::Kind::map:
      return a.members.size() == b.members.size() &&
             std::ranges::all_of(a.members, [&](const Node::Member& member) {
               const Node* other = b.get(member.key);
               return other != nullptr && equal_values(member.value, *other, scalars);
             });
    case Node::Kind::scalar:
      break;
  }
  if (scalars == Scalars::json) {
    if (a.quoted != b.quoted) return false;
    if (const auto x = read_number(a)) return x == read_number(b);
  }
  return a.text == b.text;
}

}  // namespace mektep
