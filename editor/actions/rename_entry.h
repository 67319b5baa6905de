// Another name in the address of an entry: its files move, and the old address leads to the new one.
#pragma once
#include "editor/actions/write_entry.h"

namespace mektep::editor {

// Of news, pages, events and albums; other entries are known to each other by their ids, which stay.
struct RenameEntry {
  std::string entry;
  std::string slug;  // the last part of the address: lower-case Latin letters, digits and hyphens
  std::string base;  // that the browser showed

  Outcome<void> check(Services& services, const Actor& actor) const;
  // The new id. Refuses (Kind::conflict) when somebody changed the entry since `base`, or when there is
  // another entry of that name.
  Outcome<std::string> execute(Services& services, const Actor& actor) const;
};

}  // namespace mektep::editor
