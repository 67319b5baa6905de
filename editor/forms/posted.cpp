#include "editor/forms/posted.h"

#include <algorithm>
#include <charconv>

#include "base/phone.h"
#include "base/text.h"
#include "editor/forms/form.h"

namespace mektep::editor {
namespace {

Node make_map() {
  Node node;
  node.kind = Node::Kind::map;
  return node;
}

// A number as people write it: 1 234,5.
std::string number_text(std::string_view text) {
  std::string out = replace_all(replace_all(std::string(text), "\xC2\xA0", ""), " ", "");
  std::ranges::replace(out, ',', '.');
  const bool number = !out.empty() && out.find_first_not_of("0123456789.-") == std::string::npos;
  return number ? out : std::string(text);
}

// What nobody types and no file of content may hold: control characters but line ends and tabs, marks of the
// order of bytes. Pasted texts bring them along.
std::string printable(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const char32_t c = next_code_point(text, at);
    if (c == 0x2028 || c == 0x2029) {
      out += '\n';
    } else if (c == '\n' || c == '\t' || (c >= 0x20 && c < 0x7F) ||
               (c >= 0xA0 && c != 0xFEFF && c < 0xFFFE) || c > 0xFFFF) {
      out += text.substr(from, at - from);
    }
  }
  return out;
}

class PostReader {
 public:
  PostReader(const Posted& posted, const RowStep* step) : posted_(posted), step_(step) {}

  // nullopt: not given.
  std::optional<Node> field(const Field& described, const Node* now, const std::string& name) const {
    if (!described.may_be_absent) return given(described, now, name);
    const bool was_absent = now != nullptr && now->is_map() && now->get("absent") != nullptr;
    const bool absent = posted_.has(name + "?") ? posted_.get(name + "?") == "absent" : was_absent;
    if (!absent) return given(described, was_absent ? nullptr : now, name);
    const Schema* branch = absence(*described.schema);
    const Schema* inner = branch != nullptr ? member(*branch, "absent") : nullptr;
    if (inner == nullptr) return given(described, now, name);
    Node statement = was_absent ? *now : make_map();
    const Field part = describe(*inner);
    auto value = given(part, was_absent ? now->get("absent") : nullptr, name + ".absent");
    if (!value) value = make_map();
    if (was_absent) {
      *const_cast<Node*>(statement.get("absent")) = std::move(*value);
    } else {
      statement.members.push_back({"absent", {}, std::move(*value)});
    }
    return statement;
  }

 private:
  std::optional<Node> given(const Field& described, const Node* now, const std::string& name) const {
    switch (widget_of(described)) {
      case Widget::localised:
      case Widget::localised_textarea:
        return localised(described, now, name);
      case Widget::group:
        return group(described, now, name);
      case Widget::list:
        return list(described, now, name);
      case Widget::dictionary:
        return dictionary(described, now, name);
      case Widget::choices:
        return chosen(now, name);
      case Widget::hidden:
      case Widget::unknown:
        return kept(now);
      default:
        return posted_.has(name) ? scalar(described, now, name) : kept(now);
    }
  }

  static std::optional<Node> kept(const Node* now) {
    return now != nullptr && !now->is_null() ? std::optional(*now) : std::nullopt;
  }

  // The node with another text: it keeps its mark, and all of itself when the text is the same.
  static std::optional<Node> text(std::string value, const Node* now, bool is_text) {
    if (value.empty()) return std::nullopt;
    Node node;
    if (now != nullptr && now->is_scalar()) {
      if (now->text == value && (is_text || !now->quoted)) return *now;
      node.mark = now->mark;
    }
    node.kind = Node::Kind::scalar;
    node.quoted = is_text;
    node.text = std::move(value);
    return node;
  }
  static std::string one_line(std::string_view value) {
    std::string out = printable(value);
    std::ranges::replace(out, '\n', ' ');
    std::ranges::replace(out, '\t', ' ');
    return to_nfc(trim(out));
  }
  static std::string many_lines(std::string_view value, const Node* now) {
    std::string out = to_nfc(printable(value));
    while (!out.empty() && (out.back() == '\n' || out.back() == ' ')) out.pop_back();
    if (out.find_first_not_of(" \n\t") == std::string::npos) return {};
    const bool ended =
        now != nullptr && now->is_scalar() ? now->text.ends_with('\n') : out.find('\n') != std::string::npos;
    if (ended) out += '\n';
    return out;
  }

  std::optional<Node> scalar(const Field& described, const Node* now, const std::string& name) const {
    const std::string_view sent = posted_.get(name);
    switch (widget_of(described)) {
      case Widget::checkbox:
        if (sent == "true") return text("true", now, false);
        return now != nullptr && now->text == "false" ? std::optional(*now) : std::nullopt;
      case Widget::number: {
        const std::string value = number_text(one_line(sent));
        return text(value, now, value.find_first_not_of("0123456789.-") != std::string::npos);
      }
      case Widget::textarea:
        return text(many_lines(sent, now), now, true);
      case Widget::phone: {
        const std::string value = one_line(sent);
        const auto number = parse_phone(value);
        if (now != nullptr && number && parse_phone(now->text) == number) return *now;
        return text(number.value_or(value), now, true);
      }
      case Widget::date_time: {
        const std::string time = one_line(posted_.get(name + "~time"));
        const std::string day = one_line(sent);
        return text(day.empty() || time.empty() ? day : fmt::format("{}T{}", day, time), now, false);
      }
      default:
        break;
    }
    const bool day = described.format == Format::date || described.format == Format::partial_date ||
                     described.format == Format::school_year;
    // A day may stand in quotes as well: only what changes is written without.
    const std::string value = one_line(sent);
    if (now != nullptr && now->is_scalar() && now->text == value) return *now;
    return text(value, now, !day);
  }

  // Sets, replaces or takes away one member; a new one stands behind those that come before it in `order`.
  static void set(Node& map, std::string_view key, std::optional<Node> value,
                  std::span<const std::string_view> order) {
    const auto found = std::ranges::find(map.members, key, &Node::Member::key);
    if (found != map.members.end()) {
      if (value) {
        found->value = std::move(*value);
      } else {
        map.members.erase(found);
      }
      return;
    }
    if (!value) return;
    auto place = map.members.begin();
    for (const std::string_view before : order) {
      if (before == key) break;
      const auto at = std::ranges::find(map.members, before, &Node::Member::key);
      if (at != map.members.end() && at + 1 > place) place = at + 1;
    }
    map.members.insert(place, {std::string(key), {}, std::move(*value)});
  }
  std::optional<Node> or_nothing(Node node) const {
    return node.members.empty() && node.items.empty() && step_ == nullptr ? std::nullopt
                                                                          : std::optional(std::move(node));
  }
  static bool is(const Node* now, Node::Kind kind) { return now != nullptr && now->kind == kind; }

  std::optional<Node> localised(const Field& described, const Node* now, const std::string& name) const {
    if (!posted_.has(name + ".ky") && !posted_.has(name + ".ru")) return kept(now);
    static constexpr std::array<std::string_view, 2> order{"ky", "ru"};
    Node map = is(now, Node::Kind::map) ? *now : make_map();
    const bool lines = widget_of(described) == Widget::localised_textarea;
    for (const std::string_view key : order) {
      if (!posted_.has(field_path(name, key))) continue;
      const std::string_view sent = posted_.get(field_path(name, key));
      const Node* before = is(now, Node::Kind::map) ? now->get(key) : nullptr;
      set(map, key, text(lines ? many_lines(sent, before) : one_line(sent), before, true), order);
    }
    return or_nothing(std::move(map));
  }

  std::optional<Node> group(const Field& described, const Node* now, const std::string& name) const {
    if (now != nullptr && !now->is_map() && !now->is_null()) return kept(now);
    Node map = is(now, Node::Kind::map) ? *now : make_map();
    const auto parts = members(*described.schema);
    std::vector<std::string_view> order;
    for (const auto& [key, part] : parts) order.push_back(key);
    for (const auto& [key, part] : parts) {
      const Node* before = is(now, Node::Kind::map) ? now->get(key) : nullptr;
      set(map, key, field(part, before, field_path(name, key)), order);
    }
    return or_nothing(std::move(map));
  }

  // The rows in the order of the form, with the step of a button made.
  std::vector<std::string> row_order(const std::string& name) const {
    std::vector<std::string> rows;
    for (const std::string_view row : posted_.all(name + "[]")) {
      if (!row.empty() && std::ranges::find(rows, row) == rows.end()) rows.emplace_back(row);
    }
    if (step_ == nullptr || step_->list != name) return rows;
    const auto at = std::ranges::find(rows, step_->row);
    if (step_->kind == RowStep::Kind::add) {
      rows.emplace_back("new");
    } else if (at != rows.end() && step_->kind == RowStep::Kind::remove) {
      rows.erase(at);
    } else if (at != rows.end() && at != rows.begin() && step_->kind == RowStep::Kind::up) {
      std::iter_swap(at, at - 1);
    } else if (at != rows.end() && at + 1 != rows.end() && step_->kind == RowStep::Kind::down) {
      std::iter_swap(at, at + 1);
    }
    return rows;
  }
  static std::optional<std::size_t> place_of(std::string_view row, std::size_t count) {
    std::size_t place = 0;
    const auto [end, error] = std::from_chars(row.data(), row.data() + row.size(), place);
    return error == std::errc() && end == row.data() + row.size() && place < count ? std::optional(place)
                                                                                   : std::nullopt;
  }

  std::optional<Node> list(const Field& described, const Node* now, const std::string& name) const {
    const Schema* schema = items(*described.schema);
    if (!posted_.has(name + "[]") || schema == nullptr) return kept(now);
    Node out;
    if (is(now, Node::Kind::list)) out.mark = now->mark;
    out.kind = Node::Kind::list;
    const Field part = describe(*schema);
    for (const std::string& row : row_order(name)) {
      const auto place = is(now, Node::Kind::list) ? place_of(row, now->items.size()) : std::nullopt;
      auto item = field(part, place ? &now->items[*place] : nullptr, fmt::format("{}[{}]", name, row));
      if (item) out.items.push_back(std::move(*item));
      if (!item && step_ != nullptr) out.items.emplace_back();
    }
    return or_nothing(std::move(out));
  }

  std::optional<Node> dictionary(const Field& described, const Node* now, const std::string& name) const {
    if (!posted_.has(name + "[]")) return kept(now);
    Node out = make_map();
    const Field part = describe(*other_members(*described.schema));
    for (const std::string& row : row_order(name)) {
      const std::string child = fmt::format("{}[{}]", name, row);
      const auto place = is(now, Node::Kind::map) ? place_of(row, now->members.size()) : std::nullopt;
      auto value = field(part, place ? &now->members[*place].value : nullptr, child);
      const std::string key = one_line(posted_.get(child + "@key"));
      if (!value && step_ == nullptr && key.empty()) continue;
      if (out.get(key) != nullptr) continue;
      out.members.push_back({key, {}, value ? std::move(*value) : Node{}});
    }
    return or_nothing(std::move(out));
  }

  std::optional<Node> chosen(const Node* now, const std::string& name) const {
    if (!posted_.has(name)) return kept(now);
    std::vector<std::string> wanted;
    for (const std::string_view value : posted_.all(name)) {
      if (std::string one = one_line(value); !one.empty()) wanted.push_back(std::move(one));
    }
    Node out;
    out.kind = Node::Kind::list;
    if (is(now, Node::Kind::list)) {
      for (const Node& item : now->items) {
        if (const auto at = std::ranges::find(wanted, item.text); at != wanted.end()) {
          out.items.push_back(item);
          wanted.erase(at);
        }
      }
    }
    for (const std::string& value : wanted) out.items.push_back(*text(value, nullptr, true));
    return or_nothing(std::move(out));
  }

  const Posted& posted_;
  const RowStep* step_;
};

}  // namespace

Posted::Posted(std::span<const std::pair<std::string, std::string>> fields) {
  for (const auto& [name, value] : fields) values_[name].push_back(value);
}

std::string_view Posted::get(std::string_view name) const {
  const auto found = values_.find(name);
  return found != values_.end() ? found->second.back() : std::string_view();
}

std::span<const std::string_view> Posted::all(std::string_view name) const {
  const auto found = values_.find(name);
  return found != values_.end() ? std::span<const std::string_view>(found->second)
                                : std::span<const std::string_view>();
}

std::optional<RowStep> parse_row_step(std::string_view text) {
  const std::vector<std::string_view> parts = split(text, ' ');
  if (parts.size() < 2) return std::nullopt;
  RowStep step;
  if (parts[0] == "add") {
    step.kind = RowStep::Kind::add;
  } else if (parts[0] == "remove") {
    step.kind = RowStep::Kind::remove;
  } else if (parts[0] == "up") {
    step.kind = RowStep::Kind::up;
  } else if (parts[0] == "down") {
    step.kind = RowStep::Kind::down;
  } else {
    return std::nullopt;
  }
  if (parts.size() != (step.kind == RowStep::Kind::add ? 2 : 3)) return std::nullopt;
  step.list = parts[1];
  if (parts.size() == 3) step.row = parts[2];
  return step;
}

Node read_posted(const Schema& schema, const Node& now, const Posted& posted, const RowStep* step) {
  const Field root = describe(schema);
  auto value = PostReader(posted, step).field(root, &now, "");
  if (value) return std::move(*value);
  Node empty;
  empty.kind = root.shape == Shape::list ? Node::Kind::list : Node::Kind::map;
  return empty;
}

}  // namespace mektep::editor
