#include "editor/forms/form.h"

#include <algorithm>
#include <array>

namespace mektep::editor {
namespace {

constexpr std::string_view blank_row = "__row__";

bool fits(Widget widget, const Node& value) {
  if (value.is_null()) return true;
  switch (widget) {
    case Widget::localised:
    case Widget::localised_textarea:
    case Widget::group:
    case Widget::dictionary:
      return value.is_map();
    case Widget::list:
      return value.is_list();
    case Widget::choices:
      return value.is_list() && std::ranges::all_of(value.items, &Node::is_scalar);
    case Widget::unknown:
      return true;
    default:
      return value.is_scalar();
  }
}

class Builder {
 public:
  explicit Builder(const FormContext& context) : context_(context) {}

  FormField field(const Field& described, const Node* now, const Node* value, std::string name,
                  std::string path) const {
    static const Node nothing;
    if (now == nullptr) now = &nothing;
    if (value == nullptr) value = &nothing;
    FormField out;
    out.name = std::move(name);
    out.path = std::move(path);
    out.label = described.label->in(context_.language);
    out.help = described.help->in(context_.language);
    out.example = described.example;
    out.unit = described.unit;
    if (described.clauses != "LANG-1") out.clauses = described.clauses;  // every text has that one
    out.required = described.required;
    out.widget = widget_of(described);
    if (out.label.empty()) out.label = out.path.substr(out.path.rfind('.') + 1);
    if (described.may_be_absent) state_absence(out, described, *now, *value);
    if (out.absent) now = value = &nothing;
    if (!fits(out.widget, *value)) {
      out.widget = Widget::unknown;
      return out;
    }
    fill(out, described, fits(out.widget, *now) ? *now : nothing, *value);
    return out;
  }

 private:
  void state_absence(FormField& out, const Field& described, const Node& now, const Node& value) const {
    const Schema* branch = absence(*described.schema);
    const Schema* inner = branch != nullptr ? member(*branch, "absent") : nullptr;
    if (inner == nullptr) return;
    out.may_be_absent = true;
    out.absent = value.is_map() && value.get("absent") != nullptr;
    const std::string name = out.name + ".absent", path = out.path + ".absent";
    for (const auto& [key, part] : members(*inner)) {
      const Node* before = now.at(fmt::format("absent/{}", key));
      const Node* after = value.at(fmt::format("absent/{}", key));
      out.absence.push_back(field(part, before, after, field_path(name, key), field_path(path, key)));
    }
  }

  void fill(FormField& out, const Field& described, const Node& now, const Node& value) const {
    switch (out.widget) {
      case Widget::localised:
      case Widget::localised_textarea:
        out.ky = value.text_of("ky");
        out.ru = value.text_of("ru");
        break;
      case Widget::group:
        for (const auto& [key, part] : members(*described.schema)) {
          out.children.push_back(field(part, now.get(key), value.get(key), field_path(out.name, key),
                                       field_path(out.path, key)));
        }
        break;
      case Widget::list:
        rows(out, described, now, value);
        break;
      case Widget::dictionary:
        pairs(out, described, now, value);
        break;
      case Widget::choices:
        for (const Node& item : value.items) out.chosen.push_back(item.text);
        offer_items(out, described);
        break;
      case Widget::select:
        out.value = value.text;
        offer(out, described, described.refers_to.empty() ? described.widget : described.refers_to,
              {value.text});
        break;
      default:
        out.value = value.text;
    }
  }

  void offer_items(FormField& out, const Field& described) const {
    const Field item = describe(*items(*described.schema));
    offer(out, item, item.refers_to.empty() ? described.widget : item.refers_to, out.chosen);
  }
  // The options of a field; a value that is none of them is offered all the same, or it would be lost.
  void offer(FormField& out, const Field& described, std::string_view kind,
             const std::vector<std::string>& chosen) const {
    for (const Choice& choice : choices(*described.schema)) {
      const std::string& label = choice.label->in(context_.language);
      out.options.push_back({std::string(choice.value), label.empty() ? std::string(choice.value) : label});
    }
    out.names_file = kind == "file";
    if (out.names_file && context_.files != nullptr) out.options = *context_.files;
    if (out.options.empty()) out.options = known(kind);
    for (const std::string& value : chosen) {
      if (!value.empty() && std::ranges::find(out.options, value, &Option::value) == out.options.end()) {
        out.options.push_back({value, value});
      }
    }
  }
  std::vector<Option> known(std::string_view kind) const {
    if (context_.directory == nullptr) return {};
    const auto found = context_.directory->find(kind);
    return found != context_.directory->end() ? found->second : std::vector<Option>();
  }

  FormField row(const Field& described, const Node* now, const Node* value, const std::string& list,
                std::string key, std::string path) const {
    FormField out = field(described, now, value, fmt::format("{}[{}]", list, key), std::move(path));
    out.row = std::move(key);
    return out;
  }

  void rows(FormField& out, const Field& described, const Node& now, const Node& value) const {
    const Schema* schema = items(*described.schema);
    if (schema == nullptr) return;
    const Field part = describe(*schema);
    for (std::size_t i = 0; i < value.items.size(); ++i) {
      const Mark mark = value.items[i].mark;
      std::size_t old = 0;
      while (old < now.items.size() && (mark.line == 0 || now.items[old].mark != mark)) ++old;
      const bool known = old < now.items.size();
      out.children.push_back(row(part, known ? &now.items[old] : nullptr, &value.items[i], out.name,
                                 known ? std::to_string(old) : fmt::format("n{}", i),
                                 fmt::format("{}[{}]", out.path, i)));
    }
    out.blank.push_back(row(part, nullptr, nullptr, out.name, std::string(blank_row), ""));
  }

  void pairs(FormField& out, const Field& described, const Node& now, const Node& value) const {
    const Field part = describe(*other_members(*described.schema));
    for (std::size_t i = 0; i < value.members.size(); ++i) {
      const Node::Member& member = value.members[i];
      std::size_t old = 0;
      while (old < now.members.size() && now.members[old].key != member.key) ++old;
      const bool known = old < now.members.size();
      FormField pair =
          row(part, known ? &now.members[old].value : nullptr, &member.value, out.name,
              known ? std::to_string(old) : fmt::format("n{}", i), field_path(out.path, member.key));
      name_key(out, pair, described, member.key);
    }
    FormField pair = row(part, nullptr, nullptr, out.name, std::string(blank_row), "");
    FormField holder;
    name_key(holder, pair, described, "");
    out.blank = std::move(holder.children);
  }
  // A row of a dictionary is a group of its key and its value.
  void name_key(FormField& to, FormField& pair, const Field& described, const std::string& key) const {
    FormField both;
    both.widget = Widget::group;
    both.name = pair.name;
    both.path = pair.path;
    both.row = pair.row;
    both.value = key;
    if (described.widget == "reviews") both.options = known("reviews");
    pair.row.clear();
    both.children.push_back(std::move(pair));
    to.children.push_back(std::move(both));
  }

  const FormContext& context_;
};

// Whether `path` names the place of `field` or one inside it.
bool covers(const std::string& field, const std::string& path) {
  if (field.empty()) return true;
  return path.starts_with(field) &&
         (path.size() == field.size() || path[field.size()] == '.' || path[field.size()] == '[');
}

FormField* deepest(FormField& field, const std::string& path) {
  if (!covers(field.path, path)) return nullptr;
  for (auto* parts : {&field.absence, &field.children}) {
    for (FormField& part : *parts) {
      if (FormField* found = deepest(part, path)) return found;
    }
  }
  return &field;
}

}  // namespace

std::string field_path(std::string_view parent, std::string_view key) {
  return parent.empty() ? std::string(key) : fmt::format("{}.{}", parent, key);
}

std::string_view code(Widget widget) {
  static constexpr std::array<std::string_view, 19> codes{
      "text",  "textarea", "number",     "date",   "date-time", "time",      "phone",
      "email", "url",      "checkbox",   "select", "choices",   "localised", "localised-textarea",
      "group", "list",     "dictionary", "hidden", "unknown"};
  return codes[static_cast<std::size_t>(widget)];
}

Widget widget_of(const Field& field) {
  if (field.widget == "hidden") return Widget::hidden;
  switch (field.shape) {
    case Shape::localised:
      return field.widget == "localised-textarea" ? Widget::localised_textarea : Widget::localised;
    case Shape::map:
      return members(*field.schema).empty() && other_members(*field.schema) != nullptr ? Widget::dictionary
                                                                                       : Widget::group;
    case Shape::list: {
      const Schema* schema = items(*field.schema);
      if (schema == nullptr) return Widget::unknown;
      const Field item = describe(*schema);
      const bool few = !choices(*schema).empty() || item.refers_to == "programmes" || field.widget == "tags";
      return item.shape == Shape::text && few ? Widget::choices : Widget::list;
    }
    case Shape::integer:
    case Shape::number:
      return Widget::number;
    case Shape::boolean:
      return Widget::checkbox;
    case Shape::any:
    case Shape::text:
      break;
  }
  if (!field.refers_to.empty() || !choices(*field.schema).empty() || field.widget == "file" ||
      field.widget == "page") {
    return Widget::select;
  }
  switch (field.format) {
    case Format::date:
      return Widget::date;
    case Format::local_date_time:
      return Widget::date_time;
    case Format::local_time:
      return Widget::time;
    case Format::phone:
      return Widget::phone;
    case Format::email:
      return Widget::email;
    case Format::web_address:
    case Format::uri:
      return Widget::url;
    default:
      return field.widget == "textarea" ? Widget::textarea : Widget::text;
  }
}

FormField build_form(const Schema& schema, const Node& now, const Node& value, const FormContext& context) {
  return Builder(context).field(describe(schema), &now, &value, "", "");
}

Findings place_findings(FormField& form, const Findings& findings, Language language) {
  Findings rest;
  for (const Finding& finding : findings) {
    FormField* field = finding.field.empty() ? &form : deepest(form, finding.field);
    if (field == nullptr || field == &form) {
      rest.push_back(finding);
    } else {
      field->problems.push_back({finding.message(language), finding.hint(language), finding.blocks()});
    }
  }
  return rest;
}

std::size_t count_controls(const FormField& form) {
  std::size_t count = form.widget == Widget::localised || form.widget == Widget::localised_textarea ? 2 : 1;
  for (const FormField& part : form.children) count += count_controls(part);
  for (const FormField& part : form.absence) count += count_controls(part);
  return count + (form.may_be_absent ? 1 : 0);
}

}  // namespace mektep::editor
