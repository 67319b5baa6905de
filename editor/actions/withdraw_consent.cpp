#include "editor/actions/withdraw_consent.h"

#include <set>

#include "editor/actions/consent_content.h"
#include "editor/actions/demand.h"
#include "editor/actions/failures.h"
#include "editor/publication/selection.h"
#include "editor/repository/entry_id.h"

namespace mektep::editor {
namespace {

constexpr Message taken_back_already{.ky = "Бул макулдук мурда эле кайра чакырылган.",
                                     .ru = "Это согласие уже отозвано.",
                                     .en = "This consent has been withdrawn already."};

Refusal refusal_of_finding(const Finding& finding) {
  return {.kind = Refusal::Kind::not_found,
          .message = {finding.message(Language::ky), finding.message(Language::ru),
                      finding.message(Language::en)}};
}

std::vector<Edit> edits_of(const Withdrawal& withdrawal) {
  std::vector<Edit> edits;
  for (const auto& [path, bytes] : withdrawal.edits) edits.push_back({path, bytes});
  return edits;
}

std::set<std::string> entries_of(const Withdrawal& withdrawal) {
  std::set<std::string> entries;
  for (const auto& [path, unused] : withdrawal.edits) {
    std::string entry = entry_of(path);
    if (needs_approval(entry)) entries.insert(std::move(entry));
  }
  return entries;
}

// "accounts: 1", the words for it stand in views/strings.
std::string line_of(const StateTrace& trace) {
  return fmt::format("{}: {}", trace.where, trace.count);
}

// The pseudonym of a consent whose name nobody needs any longer: no other consent of it is in force.
std::string name_to_forget(Services& services, const std::string& consent) {
  const auto model = load_register(services);
  const Consent* withdrawn = model ? model->consent(consent) : nullptr;
  if (!withdrawn || withdrawn->pseudonym.empty()) return {};
  const Date today = school_today(services);
  const bool needed = std::ranges::any_of(model->consents, [&](const Consent& other) {
    return other.id != consent && other.pseudonym == withdrawn->pseudonym && !other.withdrawn &&
           (!other.until || *other.until >= today);
  });
  return needed ? std::string() : withdrawn->pseudonym;
}

Stored<void> settle_state(const WithdrawalRecord& record, PrivateRegister& private_register,
                          StateTraces& state_traces) {
  const auto left = state_traces.erase(record.traces, {});
  if (!left) return std::unexpected(left.error());
  std::string stays;
  bool by_account = false;
  for (const StateTrace& trace : *left) {
    stays += (stays.empty() ? "" : "\n") + line_of(trace);
    by_account |= trace.where == "accounts";
  }
  // The names first, so that the search of the bytes cannot find them there; it is noted when it does find.
  if (auto done = private_register.confirm(record, stays); !done) return done;
  const auto holds = state_traces.clear_database(record.traces);
  // What could not be cleared, on a full disk, may hold it as well.
  if (!holds || (*holds && !by_account))
    return private_register.confirm(record, stays + (stays.empty() ? "" : "\n") + "database: 1");
  return {};
}

// Lets what the public sees follow: where the newest version was approved, the new one is; where an older one
// is shown meanwhile, that one goes without the person, and what nobody has looked at stays unapproved.
class Approver {
 public:
  Approver(Services& services, const Actor& actor) : services_(services), actor_(actor) {}

  Outcome<void> follow(const Withdrawal& newest, const std::string& before, const std::string& after,
                       const std::string& consent) {
    const auto approvals = services_.approvals.all(services_.machine.now());
    if (!approvals) return std::unexpected(refusal_of(approvals.error()));
    const auto old = services_.repository.snapshot(before), now = services_.repository.snapshot(after);
    if (!old || !now) return std::unexpected(refusal_of(old ? now.error() : old.error()));
    for (const std::string& entry : entries_of(newest)) {
      const auto found = approvals->find(entry);
      const bool shown = found != approvals->end() && found->second.shown;
      if (!shown || found->second.shown->digest != digest_of_entry(**old, entry)) continue;
      if (auto done = approve(entry, digest_of_entry(**now, entry), after); !done) return done;
    }
    return follow_older(*approvals, before, consent);
  }

 private:
  Outcome<void> approve(const std::string& entry, const std::string& digest, const std::string& revision) {
    const auto done = services_.approvals.approve(actor_, entry, digest, revision);
    if (!done) return std::unexpected(refusal_of(done.error()));
    return {};
  }

  // The published versions that differ from the newest ones.
  Outcome<void> follow_older(const ApprovalMap& approvals, const std::string& before,
                             const std::string& consent) {
    const std::string published = services_.repository.published();
    if (published.empty()) return {};
    auto site = prepare_content(services_, published, school_today(services_));
    if (!site) return std::unexpected(std::move(site.error()));
    const auto older = plan_withdrawal(**site, consent);
    if (!older) return {};  // it was never public
    const auto staged =
        services_.repository.stage({.revision = published,
                                    .edits = edits_of(*older),
                                    .author = {actor_.name, actor_.email},
                                    .message = "Макулдук кайра чакырылды · Согласие отозвано"});
    if (!staged) return std::unexpected(refusal_of(staged.error()));
    // So that the commit outlives the clearing of what nothing refers to.
    const auto kept =
        services_.repository.tag(fmt::format("withdrawal/{}-{}", services_.machine.now(), consent), *staged,
                                 {actor_.name, actor_.email}, "Макулдук кайра чакырылды · Согласие отозвано");
    if (!kept) return std::unexpected(refusal_of(kept.error()));
    const auto now = services_.repository.snapshot(*staged), newest = services_.repository.snapshot(before);
    if (!now || !newest) return std::unexpected(refusal_of(now ? newest.error() : now.error()));
    for (const std::string& entry : entries_of(*older)) {
      const auto found = approvals.find(entry);
      const bool shown = found != approvals.end() && found->second.shown;
      if (!shown || found->second.shown->digest == digest_of_entry(**newest, entry)) continue;
      if (auto done = approve(entry, digest_of_entry(**now, entry), *staged); !done) return done;
    }
    return {};
  }

  Services& services_;
  const Actor& actor_;
};

}  // namespace

Outcome<void> WithdrawConsent::check(Services& services, const Actor& actor) const {
  if (auto refusal = demand(services, actor, Ability::publish, "consent.withdraw", consent))
    return std::unexpected(std::move(*refusal));
  const auto model = load_register(services);
  if (!model) return std::unexpected(model.error());
  const Consent* found = model->consent(consent);
  if (!found) return std::unexpected(not_there());
  if (found->withdrawn) return std::unexpected(refuse(Refusal::Kind::conflict, taken_back_already));
  return {};
}

Outcome<Withdrawal> WithdrawConsent::plan(Services& services, const Actor& actor) const {
  if (auto allowed = check(services, actor); !allowed) return std::unexpected(std::move(allowed.error()));
  auto site = prepare_content(services, services.repository.head(), school_today(services));
  if (!site) return std::unexpected(std::move(site.error()));
  auto planned = plan_withdrawal(**site, consent);
  if (!planned) return std::unexpected(refusal_of_finding(planned.error()));
  const auto kept = services.state_traces.find(planned->traces, planned->keys);
  if (!kept) return std::unexpected(refusal_of(kept.error()));
  for (const StateTrace& trace : *kept)
    planned->steps.push_back(
        {trace.stays ? WithdrawalStep::Kind::stays : WithdrawalStep::Kind::state, line_of(trace)});
  return std::move(*planned);
}

Outcome<Withdrawal> WithdrawConsent::execute(Services& services, const Actor& actor) const {
  const std::string before = services.repository.head();
  auto planned = plan(services, actor);
  if (!planned) return planned;
  const auto after = services.repository.commit({.base = before,
                                                 .edits = edits_of(*planned),
                                                 .author = {actor.name, actor.email},
                                                 .message = "Макулдук кайра чакырылды: " + consent});
  if (!after) return std::unexpected(refusal_of(after.error()));
  note(services, actor, "consent.withdraw", consent, {{"revision", *after}});
  auto followed = Approver(services, actor).follow(*planned, before, *after, consent);
  WithdrawalRecord record{.consent = consent,
                          .by = actor.name,
                          .traces = planned->traces,
                          .forgets = name_to_forget(services, consent)};
  if (!services.repository.published().empty()) {
    const auto asked = services.ledger.ask(Publication::Kind::by_hand, &actor);
    if (!asked) return std::unexpected(refusal_of(asked.error()));
    record.publication = *asked;
  }
  if (const auto begun = services.private_register.begin(record); !begun)
    return std::unexpected(refusal_of(begun.error()));
  erase(*planned, services.state_folder + "/cache");
  if (const auto left = services.state_traces.erase(planned->traces, planned->keys); !left)
    return std::unexpected(refusal_of(left.error()));
  services.publisher.wake();
  if (!followed) return std::unexpected(std::move(followed.error()));
  if (record.publication == 0)
    settle_withdrawals(services.ledger, services.releases, services.private_register, services.state_traces);
  return planned;
}

void settle_withdrawals(Ledger& ledger, Releases& releases, PrivateRegister& private_register,
                        StateTraces& state_traces) {
  const auto open = private_register.open();
  const auto shown = ledger.shown();
  if (!open || !shown) return;
  std::vector<const WithdrawalRecord*> settled;
  for (const WithdrawalRecord& record : *open) {
    const bool through = record.publication == 0 || (*shown && (*shown)->id >= record.publication);
    if (!through) continue;
    if (!releases.shown().empty() && !find_traces(record.traces, releases.site()).empty()) continue;
    settled.push_back(&record);
  }
  if (settled.empty()) return;
  // Earlier releases show what was taken back, and nobody may go back to them. They go first: what is
  // confirmed says that they are gone, and a server stopped in between begins here again.
  releases.keep_newest(1);
  for (const WithdrawalRecord* record : settled) {
    // Tried again after the next publication when anything fails.
    if (!settle_state(*record, private_register, state_traces)) return;
  }
}

}  // namespace mektep::editor
