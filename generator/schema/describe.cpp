#include "schema/describe.h"

#include "schema/compiled.h"

namespace mektep {

namespace {

bool is_absence(const Schema& schema) {
  const Schema* s = &schema;
  while (s->ref != nullptr) s = s->ref;
  return s->find("absent") != nullptr && s->properties.size() == 1;
}

// The branch that a value takes which is not a statement of absence; nullptr when the place has no branches.
const Schema* value_branch(const Schema& s) {
  const Schema* value = nullptr;
  bool shapes = false;
  for (const Schema* branch : s.any_of) {
    if (is_absence(*branch)) continue;
    shapes = shapes || branch->ref != nullptr || branch->types != type_none;
    if (value == nullptr) value = branch;
  }
  return shapes ? value : nullptr;  // branches that only require one key or another give no shape
}

// From the place itself through references and value branches, nearest first, until `visit` says true.
template <class Visit>
const Schema* along(const Schema& schema, Visit&& visit) {
  const Schema* s = &schema;
  while (s != nullptr) {
    if (visit(*s)) return s;
    s = s->ref != nullptr ? s->ref : value_branch(*s);
  }
  return nullptr;
}

std::string_view nearest(const Schema& schema, std::string Schema::* text) {
  const Schema* found = along(schema, [text](const Schema& s) { return !(s.*text).empty(); });
  return found != nullptr ? std::string_view(found->*text) : std::string_view();
}

const Label* nearest(const Schema& schema, Label Schema::* label) {
  static const Label nothing;
  const Schema* found = along(schema, [label](const Schema& s) { return !(s.*label).en.empty(); });
  return found != nullptr ? &(found->*label) : &nothing;
}

const Schema* map_place(const Schema& schema) {
  return along(schema, [](const Schema& s) { return !s.properties.empty() || s.additional != nullptr; });
}

}  // namespace

Field describe(const Schema& schema) {
  Field field;
  field.schema = &schema;
  const Schema* typed = along(schema, [&](const Schema& s) {
    for (const Schema* branch : s.any_of) field.may_be_absent = field.may_be_absent || is_absence(*branch);
    return s.types != type_none || !s.constants.empty();
  });
  if (typed != nullptr) {
    const std::uint8_t t = typed->types;
    field.format = typed->format;
    if ((t & type_object) != 0) {
      const bool two =
          typed->properties.size() == 2 && typed->find("ky") != nullptr && typed->find("ru") != nullptr;
      field.shape = two ? Shape::localised : Shape::map;
    } else if ((t & type_array) != 0) {
      field.shape = Shape::list;
    } else if ((t & type_string) != 0) {
      field.shape = Shape::text;
    } else if ((t & type_integer) != 0) {
      field.shape = Shape::integer;
    } else if ((t & type_number) != 0) {
      field.shape = Shape::number;
    } else if ((t & type_boolean) != 0 || (t == type_none && is_truth(typed->constants.front()))) {
      field.shape = Shape::boolean;
    }
  }
  field.label = nearest(schema, &Schema::label);
  field.help = nearest(schema, &Schema::help);
  field.clauses = nearest(schema, &Schema::clauses);
  field.widget = nearest(schema, &Schema::widget);
  field.itemprop = nearest(schema, &Schema::itemprop);
  field.schema_org = nearest(schema, &Schema::schema_org);
  field.example = nearest(schema, &Schema::example);
  field.unit = nearest(schema, &Schema::unit);
  field.refers_to = nearest(schema, &Schema::refers_to);
  return field;
}

std::vector<std::pair<std::string_view, Field>> members(const Schema& schema) {
  std::vector<std::pair<std::string_view, Field>> list;
  const Schema* place = map_place(schema);
  if (place == nullptr) return list;
  for (const Schema::Property& property : place->properties) {
    Field field = describe(*property.schema);
    field.required = std::ranges::find(place->required, property.name) != place->required.end();
    list.emplace_back(property.name, field);
  }
  return list;
}

const Schema* member(const Schema& schema, std::string_view key) {
  const Schema* place = map_place(schema);
  if (place == nullptr) return nullptr;
  const Schema::Property* property = place->find(key);
  return property != nullptr ? property->schema : place->additional;
}

const Schema* items(const Schema& schema) {
  const Schema* place = along(schema, [](const Schema& s) { return s.items != nullptr; });
  return place != nullptr ? place->items : nullptr;
}

const Schema* absence(const Schema& schema) {
  const Schema* found = nullptr;
  along(schema, [&](const Schema& s) {
    for (const Schema* branch : s.any_of) {
      if (is_absence(*branch)) found = branch;
    }
    return found != nullptr;
  });
  return found;
}

const Schema* other_members(const Schema& schema) {
  const Schema* place = map_place(schema);
  return place != nullptr && place->additional != nullptr && !place->additional->never ? place->additional
                                                                                       : nullptr;
}

std::vector<Choice> choices(const Schema& schema) {
  std::vector<Choice> list;
  static const Label nothing;
  const Schema* place = along(schema, [](const Schema& s) { return !s.constants.empty(); });
  if (place == nullptr) return list;
  for (const Node& value : place->constants) {
    const Label* label = name_of_value(schema, value.text);
    list.push_back({value.text, label != nullptr ? label : &nothing});
  }
  return list;
}

const Label* name_of_value(const Schema& schema, std::string_view value) {
  const Schema* place = along(schema, [](const Schema& s) { return !s.value_labels.empty(); });
  if (place == nullptr) return nullptr;
  const auto found = std::ranges::find(place->value_labels, value, &Schema::ValueLabel::value);
  return found != place->value_labels.end() ? &found->label : nullptr;
}

}  // namespace mektep
