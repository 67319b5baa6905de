#include "editor/actions/demand.h"

namespace mektep::editor {
namespace {

Event event_of(const Actor& actor, std::string_view what, std::string_view object) {
  Event event;
  event.what = what;
  event.account = actor.account;
  event.name = actor.name;
  event.address = actor.address;
  event.object = object;
  return event;
}

Refusal forbid(Services& services, const Actor& actor, std::string_view what, std::string_view object) {
  Event event = event_of(actor, what, object);
  event.allowed = false;
  event.details.emplace_back("role", code(actor.role));
  services.audit.append(event);
  return {.kind = Refusal::Kind::forbidden,
          .message = {"Сиздин ролуңузга бул аракетке уруксат берилген эмес.", "Ваша роль не позволяет этого.",
                      "Your role does not allow this."}};
}

}  // namespace

std::optional<Refusal> demand(Services& services, const Actor& actor, Ability ability, std::string_view what,
                              std::string_view object) {
  if (may(actor.role, ability)) return std::nullopt;
  return forbid(services, actor, what, object);
}

std::optional<Refusal> demand_write(Services& services, const Actor& actor, std::int64_t owner,
                                    std::string_view what, std::string_view object) {
  if (may_write(actor, owner)) return std::nullopt;
  return forbid(services, actor, what, object);
}

void note(Services& services, const Actor& actor, std::string_view what, std::string_view object,
          std::vector<std::pair<std::string, std::string>> details) {
  Event event = event_of(actor, what, object);
  event.details = std::move(details);
  services.audit.append(event);
}

}  // namespace mektep::editor
