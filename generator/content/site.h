// site.yaml: what a school says about its site as a whole.
#pragma once
#include <string>
#include <vector>

#include "base/finding.h"
#include "base/locale.h"
#include "syntax/node.h"

namespace mektep {

struct MenuItem {
  std::string page;  // an entry's path ("pages/about") or a built-in list ("news", "disclosure")
  Bilingual title;   // empty: the page's own
  Mark mark;
};

// Twins of files that are made beside them, for servers that can send them: page.html.gz, page.html.br.
struct Compression {
  bool gzip = false, brotli = false;
  bool any() const { return gzip || brotli; }
};

struct Site {
  Bilingual title;
  Bilingual description;
  std::vector<Locale> locales{Locale::ky, Locale::ru};  // Kyrgyz always, and first (LANG-1)
  std::string base_url;                                 // ends in "/"
  std::string theme = "default";
  int zone_minutes = 360;  // Asia/Bishkek is UTC+6 all the year
  Compression compress;
  std::vector<MenuItem> menu;
  std::vector<std::pair<std::string, Bilingual>> tags;  // names of the terms, in the order of the file
  Node data;                                            // the whole file, for what themes add
  // The name of a tag; its id when the file gives none.
  std::string tag_name(std::string_view id, Locale locale) const;
};

}  // namespace mektep
