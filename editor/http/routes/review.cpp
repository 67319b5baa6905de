// What waits for approval, and the conversation about one entry.
#include <map>

#include "base/date.h"
#include "base/text.h"
#include "base/zone.h"
#include "editor/actions/approve_entry.h"
#include "editor/actions/publish_site.h"
#include "editor/actions/review_entry.h"
#include "editor/actions/store_refusal.h"
#include "editor/http/json_request.h"
#include "editor/http/routes/paging.h"
#include "editor/http/routes/routes.h"
#include "editor/http/routes/steps.h"
#include "editor/permissions/permissions.h"
#include "editor/publication/selection.h"
#include "editor/repository/entry_id.h"
#include "editor/views/entry_names.h"

namespace mektep::editor {
namespace {

constexpr std::size_t page_length = 50;

struct Waiting {
  const Held* held;
  const Review* review;  // that is open; nullptr = nobody has asked
  bool mine;             // this person is to decide
};

// All that is not shown in its newest version, with the reviews that are open. Names are looked up of one
// page only: a school that was just taken over waits as a whole.
Response list(Call& call) {
  Services& services = call.services;
  const auto approvals = services.approvals.all(services.machine.now());
  const auto reviews = services.reviews.open();
  if (!approvals || !reviews)
    return call.refused(refusal_of(approvals ? reviews.error() : approvals.error()));
  const auto selection = select_content(services.repository, services.repository.head(), *approvals);
  if (!selection) return call.refused(refusal_of(selection.error()));

  std::map<std::string_view, const Review*> asked;
  for (const Review& review : *reviews) asked.emplace(review.entry, &review);
  std::vector<Waiting> waiting;
  for (const Held& held : selection->held) {
    const auto found = asked.find(held.entry);
    const Review* review = found == asked.end() ? nullptr : found->second;
    const bool mine = review && (review->assigned == 0 || review->assigned == call.actor->account) &&
                      may_approve(call.actor->role, held.entry);
    waiting.push_back({&held, review, mine});
  }
  // What waits for this person stands first.
  std::ranges::stable_partition(waiting, &Waiting::mine);

  const Paging paging = page_of(call.request, waiting.size(), page_length);
  const EntryNames names(services, call.language),
      former(services, call.language, services.repository.published());
  ValueList rows;
  for (std::size_t i = paging.begin; i < paging.end; ++i) {
    const auto& [held, review, mine] = waiting[i];
    rows.push_back(make_record({{"entry", held->entry},
                                {"title", (held->why == Held::Why::removed ? former : names).of(held->entry)},
                                {"state", std::string(review ? "in_review" : code(held->why))},
                                {"from", held->from},
                                {"asked_by", review ? review->name : std::string()},
                                {"asked_at", review ? review->created : std::int64_t{0}},
                                {"for_me", mine}}));
  }
  return call.page("review_list.html",
                   {{"rows", std::move(rows)}, {"count", waiting.size()}, {"paging", paging.value()}});
}

Value approver_list(Services& services, std::string_view entry) {
  ValueList people;
  const auto accounts = services.accounts.list();
  if (accounts) {
    for (const Account& account : *accounts) {
      if (!account.disabled && may_approve(account.role, entry))
        people.push_back(make_record({{"id", account.id}, {"name", account.name}}));
    }
  }
  return people;
}

Response show(Call& call, const Refusal* refusal = nullptr) {
  Services& services = call.services;
  const std::string entry(call.request.capture("entry"));
  const std::string head = services.repository.head();
  const auto snapshot = services.repository.snapshot(head);
  if (!snapshot) return call.refused(refusal_of(snapshot.error()));
  const auto approvals = services.approvals.of_entry(entry);
  if (!approvals) return call.refused(refusal_of(approvals.error()));
  const std::string digest = digest_of_entry(**snapshot, entry);
  if (digest == "absent" && approvals->empty()) {
    return call.refused({.kind = Refusal::Kind::not_found,
                         .message = {"Мындай жазуу жок.", "Такой записи нет.", "There is no such entry."}});
  }
  const auto review = services.reviews.open_of(entry);
  if (!review) return call.refused(refusal_of(review.error()));

  ValueList comments;
  if (*review) {
    if (const auto said = services.reviews.comments((*review)->id)) {
      for (const ReviewComment& comment : *said)
        comments.push_back(
            make_record({{"name", comment.name}, {"time", comment.time}, {"text", comment.text}}));
    }
  }
  const bool current = !approvals->empty() && approvals->front().digest == digest;
  const bool may_decide = may_approve(call.actor->role, entry);
  Values values{
      {"entry", entry},
      {"place", entry.starts_with("statistics/") ? std::string("/journal") : "/edit/" + entry},
      {"title", EntryNames(services, call.language, digest == "absent" ? approvals->front().revision : head)
                    .of(entry)},
      {"digest", digest},
      {"removed", digest == "absent"},
      {"head", head},
      {"approved", current},
      {"approval", approvals->empty() ? Value(nullptr)
                                      : make_record({{"name", approvals->front().name},
                                                     {"time", approvals->front().time},
                                                     {"revision", approvals->front().revision},
                                                     {"not_before", approvals->front().not_before}})},
      {"waiting", !approvals->empty() && approvals->front().not_before > services.machine.now()},
      {"review", *review ? make_record({{"id", (*review)->id},
                                        {"name", (*review)->name},
                                        {"time", (*review)->created},
                                        {"mine", (*review)->account == call.actor->account}})
                         : Value(nullptr)},
      {"comments", std::move(comments)},
      {"may_ask", may(call.actor->role, Ability::write_own)},
      {"may_decide", may_decide},
      {"own_text", may_decide && wrote_it(services, *call.actor, entry)},
      {"people", approver_list(services, entry)},
      {"text", std::string(call.request.form.get("text"))},
      {"fault", refusal ? refusal->message.in(call.language) : std::string()}};
  const int status = !refusal ? 200 : refusal->kind == Refusal::Kind::conflict ? 409 : 422;
  return call.page("review_entry.html", std::move(values), status);
}

// "2026-12-01T08:00" of the school's time zone; 0 = nothing given, -1 = not a time.
std::int64_t moment_of(std::string_view text) {
  if (text.empty()) return 0;
  const auto moment = parse_date_time(text);
  if (!moment || !moment->has_time()) return -1;
  return std::int64_t{moment->date.days()} * 86400 + moment->minutes * 60 - bishkek_seconds;
}

Response act(Call& call) {
  const std::string entry(call.request.capture("entry"));
  const auto outcome = review_step(call.services, *call.actor, entry, call.request.form);
  if (outcome) return call.done("/review/" + entry, *outcome);
  const Refusal::Kind kind = outcome.error().kind;
  if (kind == Refusal::Kind::forbidden || kind == Refusal::Kind::failed || kind == Refusal::Kind::not_found)
    return call.refused(outcome.error());
  return show(call, &outcome.error());
}

}  // namespace

Outcome<std::string_view> review_step(Services& services, const Actor& actor, const std::string& entry,
                                      const Form& form) {
  const std::string_view wish = form.get("do");
  const std::string text(form.get("text"));
  const auto open = services.reviews.open_of(entry);
  if (!open) return std::unexpected(refusal_of(open.error()));
  const std::int64_t review = *open ? (*open)->id : 0;

  Outcome<void> outcome;
  std::string_view notice;
  if (wish == "ask") {
    std::int64_t assigned = 0;
    for (const char digit : form.get("assigned")) {
      if (digit < '0' || digit > '9' || assigned > 1'000'000'000)
        return std::unexpected(Refusal{.kind = Refusal::Kind::invalid});
      assigned = assigned * 10 + (digit - '0');
    }
    const auto asked = AskReview{entry, assigned, text}.execute(services, actor);
    if (!asked) outcome = std::unexpected(asked.error());
    notice = "review_asked";
  } else if (wish == "comment") {
    outcome = CommentReview{review, text}.execute(services, actor);
    notice = "review_commented";
  } else if (wish == "return") {
    outcome = ReturnReview{review, text}.execute(services, actor);
    notice = "review_returned";
  } else if (wish == "withdraw") {
    outcome = WithdrawReview{review}.execute(services, actor);
    notice = "review_withdrawn";
  } else if (wish == "approve") {
    outcome = ApproveEntry{entry, std::string(form.get("digest")), moment_of(form.get("not_before"))}.execute(
        services, actor);
    notice = form.get("not_before").empty() ? "approved" : "scheduled";
  } else if (wish == "unschedule") {
    outcome = UnscheduleEntry{entry}.execute(services, actor);
    notice = "unscheduled";
  } else {
    return std::unexpected(Refusal{.kind = Refusal::Kind::invalid});
  }
  if (!outcome) return std::unexpected(std::move(outcome.error()));
  return notice;
}

void add_review_routes(Router& router, Services&) {
  router.get("/review", list);
  router.get("/review/{entry*}", [](Call& call) { return show(call); });
  router.post("/review/{entry*}", act);
}

}  // namespace mektep::editor
