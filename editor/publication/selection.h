// The selection: what of the content a publication shows. Of each entry the version that was approved: the
// newest one when it is that, an older one meanwhile, nothing when none ever was.
#pragma once
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "editor/publication/approvals.h"
#include "editor/repository/repository.h"

namespace mektep::editor {

// An entry whose newest version is not shown.
struct Held {
  enum class Why : std::uint8_t {
    never_approved,  // it does not appear at all
    changed,         // the version approved before is shown
    removed,         // it is still shown: its removal was not approved
    scheduled,       // approved, from a moment in the future on
  };
  std::string entry;
  Why why = Why::changed;
  std::int64_t from = 0;  // of `scheduled`, Unix time
  bool operator==(const Held&) const = default;
};

// "new", "changed", "removed" or "scheduled": what screens and the API call it.
std::string_view code(Held::Why why);

struct Selection {
  std::string revision;     // of the newest content
  std::vector<Edit> edits;  // what makes the newest content the approved one
  std::vector<Held> held;   // sorted by entry
};

// Consents are always the newest: a withdrawal takes effect at once, whoever is on holiday (ICT-24).
bool needs_approval(std::string_view entry);
// Entries that hold mandatory items: their approver may not be who wrote them.
bool needs_four_eyes(std::string_view entry);

std::expected<Selection, RepositoryError> select_content(const Repository& repository,
                                                         const std::string& revision,
                                                         const ApprovalMap& approvals);

}  // namespace mektep::editor
