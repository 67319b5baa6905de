// The content model: everything that a school's content repository says, typed, with source positions.
#pragma once
#include <expected>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "content/answer.h"
#include "content/asset.h"
#include "content/document.h"
#include "content/entry.h"
#include "content/person.h"
#include "content/site.h"
#include "schema/catalogue.h"
#include "schema/schema.h"
#include "source/snapshot.h"

namespace mektep {

// One file of school/: the facts of a disclosure section, validated but generic, because schema/ shapes them.
struct SchoolFile {
  std::string file;  // "school/organisation.yaml"
  Node data;
};

struct Redirect {
  std::string from, to;  // site paths: "/old/"
  Place place;
};

// Immutable once loaded; safe to read in several threads.
struct ContentModel {
  Site site;
  std::map<std::string, SchoolFile, std::less<>> school;  // by section: "organisation"
  std::vector<Entry> entries;                             // sorted by path
  std::vector<Person> people;                             // sorted by id
  std::vector<Consent> consents;                          // sorted by id
  std::vector<Document> documents;                        // sorted by id
  std::vector<Asset> assets;                              // sorted by path
  std::vector<Redirect> redirects;                        // in the order of redirects.yaml
  std::vector<Answer> answers;                            // in the order of answers.yaml

  const Entry* entry(std::string_view path) const;
  const Person* person(std::string_view id) const;
  const Consent* consent(std::string_view id) const;
  const Document* document(std::string_view id) const;
  const Asset* asset(std::string_view path) const;
};

struct LoadOptions {
  unsigned jobs = 1;
};

// Reads and validates the whole snapshot. Faults are findings; what is unreadable is left out of the model.
ContentModel load_content(const Snapshot& snapshot, const SchemaSet& schemas, const LoadOptions& options,
                          Findings& findings);

}  // namespace mektep
