// A theme: its templates compiled, its words and its assets; a school's own theme/ folder beats it file by
// file.
#pragma once
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/locale.h"
#include "source/snapshot.h"
#include "syntax/node.h"
#include "theme/template/template.h"
#include "theme/value.h"

namespace mektep {

struct ThemeAsset {
  std::string name;         // "style.css"
  std::string output_file;  // "assets/style.3f2a9c01.css": the name changes with the bytes, so caches may
                            // keep it for ever
  std::string bytes;
  std::string source;  // for `mektep explain`
};

struct ThemeWord {
  std::string key;
  Bilingual text;
  Place place;
};

struct Theme {
  std::string name;
  Node manifest;                 // theme.yaml
  std::vector<ThemeWord> words;  // strings.yaml, sorted by key
  TemplateSet templates;
  std::array<Value, 2> strings;                            // the words of strings.yaml by locale: objects
  std::vector<ThemeAsset> assets;                          // sorted by name
  std::map<std::string, std::string, std::less<>> places;  // of templates: the file that a finding names
};

// `files` is the folder of the theme, `school` the content repository. Faults of templates and strings are
// findings. `bundles` holds what was made of the theme's scripts/ and joins its assets; nullptr: it stands
// among them already, as in an installed theme.
Theme load_theme(std::string name, const Snapshot& files, const Snapshot& school, Findings& findings,
                 const Snapshot* bundles = nullptr);

}  // namespace mektep
