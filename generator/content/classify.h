// What a file of a content repository is, by its path alone.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/locale.h"
#include "content/entry.h"

namespace mektep {

enum class FileRole : std::uint8_t {
  ignored,     // theme/, statistics/, README.md, hidden files: other modules' business or nobody's
  site,        // site.yaml
  redirects,   // redirects.yaml
  answers,     // answers.yaml
  school,      // school/<section>.yaml
  person,      // people/<id>.yaml
  consent,     // consents/<id>.yaml
  document,    // documents/<id>/document.yaml
  entry_text,  // <collection>/…/index.<locale>.md
  sidecar,     // <asset>.yaml beside an asset
  asset,       // any other file in a folder that is published
  no_locale,   // a Markdown file that does not say its language
  unknown,     // nothing that we know
};

struct Classified {
  FileRole role = FileRole::unknown;
  Collection collection = Collection::pages;  // of entry_text
  Locale locale = Locale::ky;                 // of entry_text
  std::string id;  // section, person, consent or document id; the entry's path; the side-car's asset
};

Classified classify(std::string_view path);

// The file of schema/ that describes it: "person.yaml", "school/licences.yaml"; empty = none.
std::string schema_of(const Classified& what);

}  // namespace mektep
