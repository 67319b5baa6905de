// The names by which people know entries: «Биринчи коңгуроо» for "news/2026/birinchi-konguroo".
#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "editor/actions/services.h"

namespace mektep::editor {

// Of one revision (the newest when it is empty), in one language. An entry that is not there has its id for a
// name.
class EntryNames {
 public:
  EntryNames(const Services& services, Language language, const std::string& revision = {});
  std::string of(std::string_view entry) const;
  // The title that stands in a draft, which may be newer, or the only one.
  std::string of(const Draft& draft) const;

 private:
  const EntryIndex& index_;
  Language language_;
  std::shared_ptr<const Snapshot> snapshot_;  // nullptr when it cannot be read
};

}  // namespace mektep::editor
