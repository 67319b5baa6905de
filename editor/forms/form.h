// A form: a value and its schema as a person fills it in. Made of schema/ alone: a new key there is a new
// field here. Pure functions; one form is built for one answer and thrown away.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/locale.h"
#include "editor/forms/directory.h"
#include "schema/describe.h"
#include "syntax/node.h"

namespace mektep::editor {

enum class Widget : std::uint8_t {
  text,
  textarea,
  number,
  date,
  date_time,  // a day, and a time that may be left out
  time,
  phone,
  email,
  url,
  checkbox,
  select,     // one of `options`; also a reference to a person, a document, a file
  choices,    // any of `options`
  localised,  // ky and ru side by side
  localised_textarea,
  group,       // `children` by name
  list,        // `children` are rows
  dictionary,  // `children` are rows with a key of their own
  hidden,
  unknown,  // a value that does not have the shape of its schema: kept as it is, mended in the text
};
std::string_view code(Widget widget);

struct Problem {
  std::string message, hint;
  bool blocks = false;
};

struct FormField {
  Widget widget = Widget::text;
  std::string name;  // of the control; of a group and list the beginning of those of its children
  std::string path;  // as findings name it: "phones[0].number": the anchor of the place
  std::string label, help, example, unit, clauses;
  bool required = false;
  std::string value;   // of one control; `true` of a ticked box; the key of a dictionary's row
  std::string ky, ru;  // of a localised text
  std::vector<Option> options;
  bool names_file = false;          // the options are files beside the entry: another one may be uploaded
  std::vector<std::string> chosen;  // of `choices`
  std::vector<FormField> children;
  std::string row;                 // of a row: the key by which its list knows it
  std::vector<FormField> blank;    // of a list or dictionary: one row to be copied, with the key "__row__"
  bool may_be_absent = false;      // the school may state that there is none
  bool absent = false;             // and does
  std::vector<FormField> absence;  // the reason and the day
  std::vector<Problem> problems;
};

struct FormContext {
  Language language = Language::ky;
  const Directory* directory = nullptr;
  const std::vector<Option>* files = nullptr;  // that fields of files may name
};

// `now` is the value as it is saved, `value` as it shall be shown: the same, or with what was typed. Rows of
// lists are known by their places in `now`.
FormField build_form(const Schema& schema, const Node& now, const Node& value, const FormContext& context);

// Puts each finding at the deepest field that it concerns; those that concern none come back.
Findings place_findings(FormField& form, const Findings& findings, Language language);

// Number of controls that a browser would send.
std::size_t count_controls(const FormField& form);

// "place.address": the path of the field `key` inside of `parent`, which may be empty.
std::string field_path(std::string_view parent, std::string_view key);

// How a field is shown, by its schema alone.
Widget widget_of(const Field& field);

}  // namespace mektep::editor
