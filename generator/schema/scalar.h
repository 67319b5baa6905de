// What a scalar of YAML or JSON can be read as. In YAML (Scalars::text) a plain scalar is whatever the schema
// asks for; in JSON its own type counts.
#pragma once
#include <cstdint>
#include <optional>

#include "schema/schema.h"
#include "syntax/node.h"

namespace mektep {

// Types of JSON Schema as bits.
enum Type : std::uint8_t {
  type_none = 0,
  type_string = 1,
  type_integer = 2,
  type_number = 4,
  type_boolean = 8,
  type_null = 16,
  type_array = 32,
  type_object = 64,
};

// The number that a plain scalar writes in JSON's way; nullopt for anything else.
std::optional<double> read_number(const Node& node);
// Of whole digits without point and exponent, with `1.0` and `1e2` when they come out whole (JSON Schema says
// so).
bool is_whole(const Node& node);
bool is_truth(const Node& node);  // plain true or false

// The types among `wanted` (all when none are wanted) that `node` can be taken for.
std::uint8_t types_of(const Node& node, std::uint8_t wanted, Scalars scalars);

// JSON equality of a value with a constant of the schema (whose plain scalars have YAML 1.2's core types).
bool equals_constant(const Node& value, const Node& constant, Scalars scalars);
// JSON equality of two values of one file.
bool equal_values(const Node& a, const Node& b, Scalars scalars);

}  // namespace mektep
