// JSON Schema 2020-12 (the keywords that schema/ uses) over nodes with positions.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/finding.h"
#include "syntax/node.h"

namespace mektep {

enum class Scalars : std::uint8_t {
  text,  // YAML: a plain scalar is whatever the schema asks for, if it can be read so
  json,  // JSON: a plain scalar is a number, true or false, a quoted one is a string
};

// One compiled schema: a node of the schema tree with its keywords and x- keys. Lives as long as its
// SchemaSet.
class Schema;

// All files of a folder such as schema/, compiled, with `$ref` resolved across files.
class SchemaSet {
 public:
  // `read` returns the text of a file by its path relative to the folder. Faults of the schemas become
  // findings.
  using Read = std::function<std::optional<std::string>(const std::string& path)>;
  static SchemaSet load(const std::vector<std::string>& paths, const Read& read, Findings& findings);

  SchemaSet();
  ~SchemaSet();
  SchemaSet(SchemaSet&&) noexcept;
  SchemaSet& operator=(SchemaSet&&) noexcept;

  const Schema* find(std::string_view path) const;  // "person.yaml"; nullptr when there is none

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Adds a finding for every place where `value` does not fit: missing and unknown keys (with "did you mean"),
// wrong types, values outside an enumeration, patterns, formats, limits. Thread-safe. True when it fits.
bool validate(const Schema& schema, const Node& value, const std::string& file, Findings& findings,
              Scalars scalars = Scalars::text);

}  // namespace mektep
