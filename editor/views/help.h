// Help for the people who use the editor: help/<page>.<language>.md, in Kyrgyz and Russian.
#pragma once
#include <expected>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/locale.h"

namespace mektep::editor {

struct HelpPage {
  std::string name;   // "review"
  std::string title;  // its first heading
  std::string html;   // the rest
  Locale locale = Locale::ky;
};

// Immutable once loaded; safe in every thread.
class Help {
 public:
  // Every page must be there in both languages, begin with a heading and parse without a finding.
  static std::expected<std::unique_ptr<Help>, Findings> load(const std::string& folder);

  // In the language of the interface; English readers get the Russian text. nullptr: there is no such page.
  const HelpPage* find(std::string_view name, Language language) const;
  // In the order of reading.
  std::vector<const HelpPage*> list(Language language) const;

 private:
  std::map<std::string, std::array<HelpPage, 2>, std::less<>> pages_;
};

// The page about the screen at `path`: "review" for "/review/people/asanova".
std::string_view help_for(std::string_view path);

}  // namespace mektep::editor
