// The catalogue of disclosure items (DISC-1…53, DISC-S1…S9) as schema/disclosure.yaml states it.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/locale.h"
#include "syntax/node.h"

namespace mektep {

enum class Requirement : std::uint8_t { must, should };

struct DisclosureItem {
  std::string id;             // stable: "licence.file"; never reused
  std::string number;         // "DISC-52", "DISC-S3"
  std::string clauses;        // "DISC-52", separated by spaces
  std::string group;          // id of its group
  Label label;
  Label expects;              // what a complete value is, for the finding
  Requirement requirement = Requirement::must;
  std::vector<std::string> sources;  // where the value stands: "school/organisation#founded", "people/*#education/level"
  bool may_be_absent = false; // the school may state that there is none, with a reason
  bool personal = false;      // shown only under the consent of the person concerned (ICT-21)
  int review_days = 0;        // 0 = no review period
  std::string itemprop;       // sveden name, "" = none; with its parent container
  std::string itemprop_parent;
  std::string schema_org;     // property name, "" = none
  Mark mark;                  // in schema/disclosure.yaml
};

struct DisclosureGroup {
  std::string id;             // "common": also its slug
  Label label;
  std::vector<std::size_t> items;  // indices in Catalogue::items, in order
};

struct Catalogue {
  std::string itemprop_version;    // of the sveden alias table
  std::vector<DisclosureGroup> groups;
  std::vector<DisclosureItem> items;
  const DisclosureItem* find(std::string_view id_or_number) const;
};

Catalogue load_catalogue(const Node& disclosure, const std::string& file, Findings& findings);

}  // namespace mektep
