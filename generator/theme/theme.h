// A theme: its templates compiled, its words and its assets; a school's own theme/ folder beats it file by
// file.
#pragma once
#include <array>
#include <map>
#include <span>
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

// A folder that files of the theme are looked for in.
struct ThemeLayer {
  const Snapshot* files = nullptr;
  std::string place;  // what findings put before the path of a file: "themes/default/"
  std::string
      inside;  // where in `files` the layer begins: "theme/" of a school, "assets/" of bundled scripts
  bool is_assets = false;  // holds assets only: their names stand right below `inside`
};

// The first layer that has a file wins: the school's theme/ folder, the theme, what it extends. Words of
// strings.yaml are laid over each other key by key. Faults of templates and strings are findings.
Theme load_theme(std::string name, std::span<const ThemeLayer> layers, Findings& findings);
// The name of the theme that the one in `files` builds on (theme.yaml: extends); empty = none.
std::string extended_theme(const Snapshot& files);

}  // namespace mektep
