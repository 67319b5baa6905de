// The folder schema/ as a whole: the schemas of content, and the catalogue of disclosure items and
// the editorial policy.
#pragma once
#include "base/finding.h"
#include "schema/catalogue.h"
#include "schema/schema.h"
#include "source/snapshot.h"

namespace mektep {

struct SchemaFolder {
  SchemaSet schemas;
  Catalogue catalogue;
  Node policy;  // policy/words.yaml
};

// `folder` is schema/ itself. Faults are those of an installation, never of a school.
SchemaFolder load_schema_folder(const Snapshot& folder, Findings& findings);

}  // namespace mektep
