#include "editor/actions/publish_site.h"

#include "editor/actions/demand.h"
#include "editor/actions/store_refusal.h"
#include "editor/publication/publisher.h"

namespace mektep::editor {

Outcome<void> PublishSite::check(Services& services, const Actor& actor) const {
  if (auto refusal = demand(services, actor, Ability::publish, "site.publish"))
    return std::unexpected(std::move(*refusal));
  return {};
}

Outcome<std::int64_t> PublishSite::execute(Services& services, const Actor& actor) const {
  if (auto allowed = check(services, actor); !allowed) return std::unexpected(std::move(allowed.error()));
  const auto id = services.ledger.ask(Publication::Kind::by_hand, &actor);
  if (!id) return std::unexpected(refusal_of(id.error()));
  note(services, actor, "site.ask_publish", fmt::format("publication {}", *id));
  services.publisher.wake();
  return *id;
}

Outcome<void> RollBackSite::check(Services& services, const Actor& actor) const {
  if (auto refusal = demand(services, actor, Ability::publish, "site.roll_back"))
    return std::unexpected(std::move(*refusal));
  const auto target = services.ledger.find(publication);
  if (!target) return std::unexpected(refusal_of(target.error()));
  if (!*target || (*target)->state != Publication::State::shown) {
    return std::unexpected(Refusal{
        .kind = Refusal::Kind::not_found,
        .message = {"Мындай жарыялоо жок.", "Такой публикации нет.", "There is no such publication."}});
  }
  return {};
}

Outcome<std::int64_t> RollBackSite::execute(Services& services, const Actor& actor) const {
  if (auto allowed = check(services, actor); !allowed) return std::unexpected(std::move(allowed.error()));
  const auto target = services.ledger.find(publication);
  const auto id = services.ledger.ask(Publication::Kind::roll_back, &actor, (*target)->revision);
  if (!id) return std::unexpected(refusal_of(id.error()));
  note(services, actor, "site.roll_back", fmt::format("publication {}", publication));
  services.publisher.wake();
  return *id;
}

Outcome<void> UnscheduleEntry::check(Services& services, const Actor& actor) const {
  if (auto refusal = demand(services, actor, Ability::publish, "entry.unschedule", entry);
      refusal && !may(actor.role, Ability::approve))
    return std::unexpected(std::move(*refusal));
  return {};
}

Outcome<void> UnscheduleEntry::execute(Services& services, const Actor& actor) const {
  if (auto allowed = check(services, actor); !allowed) return allowed;
  const auto done = services.approvals.unschedule(entry, services.machine.now());
  if (!done) return std::unexpected(refusal_of(done.error()));
  if (!*done) {
    return std::unexpected(Refusal{
        .kind = Refusal::Kind::not_found,
        .message = {"Бул жазуу жарыялоону күтүп турган жок.", "Эта запись не ждёт публикации по времени.",
                    "This entry does not wait for its time."}});
  }
  note(services, actor, "entry.unschedule", entry);
  return {};
}

}  // namespace mektep::editor
