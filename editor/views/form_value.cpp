#include "editor/views/form_value.h"

#include <algorithm>

namespace mektep::editor {
namespace {

Value options_value(const FormField& field) {
  ValueList list;
  for (const Option& option : field.options) {
    const bool chosen = field.widget == Widget::choices
                            ? std::ranges::find(field.chosen, option.value) != field.chosen.end()
                            : option.value == field.value;
    list.push_back(make_record({{"value", option.value}, {"label", option.label}, {"chosen", chosen}}));
  }
  return list;
}

Value problems_value(const FormField& field) {
  ValueList list;
  for (const Problem& problem : field.problems) {
    list.push_back(
        make_record({{"message", problem.message}, {"hint", problem.hint}, {"blocks", problem.blocks}}));
  }
  return list;
}

Value parts_value(const std::vector<FormField>& fields) {
  ValueList list;
  for (const FormField& field : fields) list.push_back(form_value(field));
  return list;
}

// What a row is about: the first text in it.
std::string summary(const FormField& field) {
  if (!field.ky.empty() || !field.ru.empty()) return field.ky.empty() ? field.ru : field.ky;
  if (field.widget == Widget::select) {
    const auto chosen = std::ranges::find(field.options, field.value, &Option::value);
    if (chosen != field.options.end()) return chosen->label;
  }
  if (field.widget != Widget::group && !field.value.empty() && field.value != "true") return field.value;
  for (const FormField& part : field.children) {
    if (std::string text = summary(part); !text.empty()) return text;
  }
  return {};
}

// Whether the value is typed: an example of what a list or a calendar offers would only puzzle.
bool is_typed(Widget widget) {
  using enum Widget;
  return widget != select && widget != choices && widget != checkbox && widget != date &&
         widget != date_time && widget != time;
}

bool has_problems(const FormField& field) {
  return !field.problems.empty() || std::ranges::any_of(field.children, has_problems) ||
         std::ranges::any_of(field.absence, has_problems);
}

}  // namespace

Value form_value(const FormField& field) {
  const std::size_t t = field.widget == Widget::date_time ? field.value.find('T') : std::string::npos;
  const std::string key = field.path.substr(field.path.find_last_of(".") + 1);
  return make_record({{"widget", std::string(code(field.widget))},
                      {"name", field.name},
                      {"path", field.path},
                      {"key", field.row.empty() ? key : std::string()},
                      {"row", field.row},
                      {"label", field.label},
                      {"help", field.help},
                      {"example", is_typed(field.widget) ? field.example : std::string()},
                      {"unit", field.unit},
                      {"clauses", field.clauses},
                      {"required", field.required},
                      {"value", field.value.substr(0, t)},
                      {"time", t == std::string::npos ? std::string() : field.value.substr(t + 1)},
                      {"ky", field.ky},
                      {"ru", field.ru},
                      {"options", options_value(field)},
                      {"names_file", field.names_file},
                      {"children", parts_value(field.children)},
                      {"blank", parts_value(field.blank)},
                      {"may_be_absent", field.may_be_absent},
                      {"absent", field.absent},
                      {"absence", parts_value(field.absence)},
                      {"problems", problems_value(field)},
                      {"open", has_problems(field)},
                      {"summary", field.row.empty() ? std::string() : summary(field)}});
}

Value findings_value(const Findings& findings, Language language) {
  ValueList list;
  for (const Finding& finding : findings) {
    list.push_back(make_record({{"rule", std::string(finding.rule->id)},
                                {"message", finding.message(language)},
                                {"expected", finding.expected(language)},
                                {"hint", finding.hint(language)},
                                {"field", finding.field},
                                {"line", std::size_t{finding.place.mark.line}},
                                {"blocks", finding.blocks()}}));
  }
  return list;
}

}  // namespace mektep::editor
