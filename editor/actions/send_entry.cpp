#include "editor/actions/send_entry.h"

#include "editor/actions/approve_entry.h"
#include "editor/actions/publish_site.h"
#include "editor/actions/review_entry.h"
#include "editor/actions/store_refusal.h"
#include "editor/permissions/permissions.h"
#include "editor/repository/entry_id.h"

namespace mektep::editor {

bool may_send_to_readers(Services& services, const Actor& actor, std::string_view entry) {
  return may(actor.role, Ability::publish) && may_approve(actor.role, entry) &&
         !wrote_it(services, actor, entry);
}

Outcome<SendEntry::Result> SendEntry::execute(Services& services, const Actor& actor) const {
  if (!may_send_to_readers(services, actor, entry)) {
    const auto open = services.reviews.open_of(entry);
    if (!open) return std::unexpected(refusal_of(open.error()));
    if (*open) return Result::asked;  // a second click
    const auto asked = AskReview{entry, 0, {}}.execute(services, actor);
    if (!asked) return std::unexpected(asked.error());
    return Result::asked;
  }
  const auto snapshot = services.repository.snapshot();
  if (!snapshot) return std::unexpected(refusal_of(snapshot.error()));
  const std::string digest = digest_of_entry(**snapshot, entry);
  if (const auto approved = ApproveEntry{entry, digest, 0}.execute(services, actor); !approved)
    return std::unexpected(approved.error());
  if (const auto asked = PublishSite{}.execute(services, actor); !asked)
    return std::unexpected(asked.error());
  return Result::published;
}

}  // namespace mektep::editor
