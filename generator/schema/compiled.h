// A compiled schema: the keywords of one place of schema/, ready to be checked. Only this module looks
// inside; others use schema.h and describe.h.
#pragma once
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "schema/format.h"
#include "schema/pattern.h"
#include "schema/scalar.h"

namespace mektep {

// NOLINTNEXTLINE(clang-analyzer-optin.performance.Padding): grouped by meaning; there are some hundreds of
// them
class Schema {
 public:
  struct Property {
    std::string name;
    const Schema* schema = nullptr;
  };
  struct Dependent {
    std::string key;
    std::vector<std::string> needs;
  };
  // Texts of an enumeration's value.
  struct ValueLabel {
    std::string value;
    Label label;
  };
  static constexpr std::size_t unlimited = std::numeric_limits<std::size_t>::max();

  std::string location;            // "person.yaml#/properties/name"
  bool never = false;              // the schema `false`
  bool asserts = false;            // has keywords of its own beside $ref and annotations
  std::uint8_t types = type_none;  // none = any
  const Schema* ref = nullptr;
  std::string ref_text;

  std::vector<Property> properties;
  std::vector<std::string> required;
  std::vector<Dependent> dependent;
  const Schema* additional = nullptr;  // nullptr = anything goes
  const Schema* property_names = nullptr;
  std::size_t min_properties = 0, max_properties = unlimited;

  const Schema* items = nullptr;
  const Schema* contains = nullptr;
  std::size_t min_items = 0, max_items = unlimited;
  bool unique = false;

  std::vector<Node> constants;  // of enum or const; empty = none
  bool has_string_rules = false;
  Pattern pattern;
  std::string pattern_text;
  Format format = Format::none;
  std::size_t min_length = 0, max_length = unlimited;
  bool has_number_rules = false;
  double minimum = -std::numeric_limits<double>::infinity(),
         maximum = std::numeric_limits<double>::infinity();
  bool open_minimum = false, open_maximum = false;
  double multiple_of = 0;

  std::vector<const Schema*> all_of, any_of, one_of;
  const Schema* not_ = nullptr;
  const Schema *if_ = nullptr, *then_ = nullptr, *else_ = nullptr;

  // Annotations: the x- keys.
  Label label, help;
  std::string clauses, widget, itemprop, schema_org, example, unit, refers_to;
  std::vector<ValueLabel> value_labels;

  const Property* find(std::string_view key) const {
    for (const Property& property : properties) {
      if (property.name == key) return &property;
    }
    return nullptr;
  }
  // What this place says, or else what the place that it refers to says.
  const Label& shown_label() const { return label.en.empty() && ref != nullptr ? ref->shown_label() : label; }
  std::string_view shown_clauses() const {
    return clauses.empty() && ref != nullptr ? ref->shown_clauses() : clauses;
  }
};

}  // namespace mektep
