#include "editor/http/routes/consent_values.h"

#include "editor/actions/consent_content.h"
#include "editor/actions/demand.h"
#include "editor/actions/failures.h"
#include "editor/actions/name_pupil.h"
#include "editor/permissions/permissions.h"

namespace mektep::editor {

std::string_view state_of(const Consent& consent, const ConsentRegister& consents, Date today) {
  if (consent.withdrawn) return "withdrawn";
  if (consents.has_ended(consent)) return "ended";
  if (consent.from && today < *consent.from) return "later";
  if (!consents.counts(consent)) return "faulty";
  return consent.until && consent.until->days() - today.days() <= notice_days ? "soon" : "holds";
}

// Whose it is, for somebody who may know it.
std::string whose(const ContentModel& model, const Consent& consent, const PrivateNames& names) {
  if (const Person* person = model.person(consent.person))
    return fmt::format("{} {}", person->surname.best(Locale::ky), person->given.best(Locale::ky));
  const auto name = std::ranges::find(names, consent.pseudonym, &PrivateName::pseudonym);
  if (name == names.end()) return consent.pseudonym.empty() ? consent.subject : consent.pseudonym;
  return fmt::format("{} · {} {}", consent.pseudonym, name->surname, name->given);
}

PrivateNames names_for(const Call& call) {
  if (!may_know_pupils(call.actor->role)) return {};
  return call.services.private_register.names().value_or(PrivateNames());
}

std::string_view code_of(WithdrawalStep::Kind kind) {
  static constexpr std::array<std::string_view, 12> codes{"record",  "person",    "picture", "text",
                                                          "page",    "object",    "file",    "by_hand",
                                                          "history", "elsewhere", "state",   "stays"};
  return codes[static_cast<std::size_t>(kind)];
}

Outcome<ConsentReport> consent_report_of(const Call& call) {
  if (!may(call.actor->role, Ability::write)) {
    if (auto refusal = demand(call.services, *call.actor, Ability::see_log, "consent.report"))
      return std::unexpected(std::move(*refusal));
  }
  const auto asked = parse_date(call.request.parameter("at"));
  const Date day = asked.value_or(school_today(call.services));
  std::string revision = call.services.repository.head();
  if (asked) {
    // The last moment of that day in Bishkek.
    const auto there =
        call.services.repository.revision_at((day.days() + 1) * std::int64_t{86400} - 6 * 3600 - 1);
    if (!there) return std::unexpected(refusal_of(there.error()));
    if (!*there) return std::unexpected(not_there());
    revision = **there;
  }
  auto site = prepare_content(call.services, revision, day);
  if (!site) return std::unexpected(site.error());
  ConsentReport made = report_consents(**site);
  made.day = day;
  made.revision = revision;
  return made;
}

}  // namespace mektep::editor
