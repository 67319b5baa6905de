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
  std::string id;       // stable: "licence.file"; never reused
  std::string number;   // "DISC-52", "DISC-S3"
  std::string clauses;  // "DISC-52", separated by spaces
  std::string group;    // id of its group
  Label label;
  Label expects;  // what a complete value is, for the finding
  Requirement requirement = Requirement::must;
  std::vector<std::string>
      sources;  // where the value stands: "school/organisation#founded", "people/*#education/level"
  bool may_be_absent = false;  // the school may state that there is none, with a reason
  bool personal = false;       // shown only under the consent of the person concerned (ICT-21)
  bool expires = false;        // the documents on the way must be in force (licence, accreditation)
  int review_days = 0;         // 0 = no review period
  std::string itemprop;        // sveden name, "" = none; with its parent container
  std::string itemprop_parent;
  std::string schema_org;  // property name, "" = none
  Mark mark;               // in schema/disclosure.yaml
};

struct DisclosureGroup {
  std::string id;  // "common": also its slug
  Label label;
  std::vector<std::size_t> items;  // indices in Catalogue::items, in order
};

struct Catalogue {
  std::string itemprop_version;  // of the sveden alias table
  std::vector<DisclosureGroup> groups;
  std::vector<DisclosureItem> items;
  const DisclosureItem* find(std::string_view id_or_number) const;
  const DisclosureGroup* group(std::string_view id) const;
};

// Where a value stands, as `sources` write it: "school/education#programmes/*/document/@documents/files".
struct SourcePath {
  enum class Root : std::uint8_t { school, people, documents };
  struct Step {
    enum class Kind : std::uint8_t {
      key,     // of a map
      each,    // * = every element of a list
      follow,  // @people, @documents: the record that the value names
    };
    Kind kind = Kind::key;
    std::string key;
    bool optional = false;       // key? = may be left out
    bool absence_counts = true;  // key! = stating an absence does not count
  };
  Root root = Root::school;
  std::string name;  // section, kind of person or type of document; "*" = all
  std::vector<Step> steps;
};
std::optional<SourcePath> parse_source(std::string_view text);

// Every fault of the catalogue is a finding: unknown keys and groups, repeated ids and numbers, texts without
// a language, sources that cannot be read. What is faulty is left out.
Catalogue load_catalogue(const Node& disclosure, const std::string& file, Findings& findings);

}  // namespace mektep
