// What a schema says about a place besides its shape: labels, help, clauses, names for machines. Forms, the
// disclosure pages and the reference manual are made of it. References are followed; what lies nearer to the
// place wins.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/locale.h"
#include "schema/format.h"
#include "schema/schema.h"

namespace mektep {

enum class Shape : std::uint8_t { any, text, integer, number, boolean, list, map, localised };

// Points into the SchemaSet.
struct Field {
  const Schema* schema = nullptr;
  Shape shape = Shape::any;
  Format format = Format::none;
  bool may_be_absent =
      false;              // the school may state that there is none; the rest describes a value that is given
  bool required = false;  // by the map that it stands in
  const Label* label = nullptr;  // never nullptr; may be empty
  const Label* help = nullptr;   // never nullptr; may be empty
  std::string_view clauses, widget, itemprop, schema_org, example, unit;
  std::string_view refers_to;  // people, documents, consents, programmes: the value is an id of one
};

struct Choice {
  std::string_view value;
  const Label* label;  // never nullptr; may be empty
};

Field describe(const Schema& schema);
// The members of a map in the order of the schema; empty for anything else.
std::vector<std::pair<std::string_view, Field>> members(const Schema& schema);
// The schema of a member, of the items of a list; nullptr when there is none.
const Schema* member(const Schema& schema, std::string_view key);
const Schema* items(const Schema& schema);
// What a statement that there is none must look like; nullptr where none may be made.
const Schema* absence(const Schema& schema);
// What the keys of a map beside its named members hold; nullptr when it has no others.
const Schema* other_members(const Schema& schema);
// The values of an enumeration, with their names.
std::vector<Choice> choices(const Schema& schema);
// The name of one value; nullptr when the schema gives none.
const Label* name_of_value(const Schema& schema, std::string_view value);

}  // namespace mektep
