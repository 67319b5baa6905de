#include "editor/actions/review_entry.h"

#include "base/text.h"
#include "editor/actions/approve_entry.h"
#include "editor/actions/demand.h"
#include "editor/actions/failures.h"
#include "editor/repository/entry_id.h"

namespace mektep::editor {
namespace {

constexpr std::size_t longest_comment = 4000;  // code points

Outcome<void> check_text(std::string_view text, bool required) {
  if (find_invalid_utf8(text) || count_code_points(text) > longest_comment) {
    return std::unexpected(refusal(
        Refusal::Kind::invalid,
        {"Пикир өтө узун: 4000 белгиден ашпасын.", "Комментарий слишком длинный: не больше 4000 знаков.",
         "The comment is too long: at most 4,000 characters."}));
  }
  if (required && trim(text).empty()) {
    return std::unexpected(refusal(Refusal::Kind::invalid,
                                   {"Пикириңизди жазыңыз.", "Напишите комментарий.", "Write a comment."}));
  }
  return {};
}

Outcome<Review> open_review(Services& services, std::int64_t id) {
  const auto review = services.reviews.find(id);
  if (!review) return std::unexpected(refusal_of(review.error()));
  if (!*review) {
    return std::unexpected(refusal(
        Refusal::Kind::not_found, {"Мындай суроо жок.", "Такого запроса нет.", "There is no such request."}));
  }
  if ((*review)->state != Review::State::open) {
    return std::unexpected(refusal(Refusal::Kind::conflict, {"Бул суроо жабылган.", "Этот запрос уже закрыт.",
                                                             "This request is closed already."}));
  }
  return **review;
}

}  // namespace

Outcome<void> AskReview::check(Services& services, const Actor& actor) const {
  if (auto refusal = demand_write(services, actor, 0, "review.ask", entry);
      refusal && !may(actor.role, Ability::write_own))
    return std::unexpected(std::move(*refusal));
  if (auto fits = check_text(comment, false); !fits) return fits;
  if (assigned != 0) {
    const auto account = services.accounts.find(assigned);
    if (!account) return std::unexpected(refusal_of(account.error()));
    if (!*account || !may_approve((*account)->role, entry)) {
      return std::unexpected(
          refusal(Refusal::Kind::invalid,
                  {"Тандалган адам беките албайт: директорду же администраторду тандаңыз.",
                   "Выбранный человек не может утверждать: выберите директора или администратора.",
                   "This person may not approve: choose the director or an administrator."}));
    }
  }
  return {};
}

Outcome<std::int64_t> AskReview::execute(Services& services, const Actor& actor) const {
  if (auto allowed = check(services, actor); !allowed) return std::unexpected(std::move(allowed.error()));
  const std::string head = services.repository.head();
  const auto snapshot = services.repository.snapshot(head);
  if (!snapshot) return std::unexpected(refusal_of(snapshot.error()));
  const auto id = services.reviews.ask(actor, entry, digest_of_entry(**snapshot, entry), head, assigned);
  if (!id) return std::unexpected(refusal_of(id.error()));
  if (!trim(comment).empty()) {
    if (auto said = services.reviews.comment(actor, *id, trim(comment)); !said)
      return std::unexpected(refusal_of(said.error()));
  }
  note(services, actor, "review.ask", entry);
  return *id;
}

Outcome<void> CommentReview::check(Services& services, const Actor& actor) const {
  if (auto refusal = demand(services, actor, Ability::comment, "review.comment"))
    return std::unexpected(std::move(*refusal));
  if (auto fits = check_text(text, true); !fits) return fits;
  if (auto found = open_review(services, review); !found) return std::unexpected(std::move(found.error()));
  return {};
}

Outcome<void> CommentReview::execute(Services& services, const Actor& actor) const {
  if (auto allowed = check(services, actor); !allowed) return allowed;
  if (auto said = services.reviews.comment(actor, review, trim(text)); !said)
    return std::unexpected(refusal_of(said.error()));
  note(services, actor, "review.comment", fmt::format("review {}", review));
  return {};
}

Outcome<void> ReturnReview::check(Services& services, const Actor& actor) const {
  const auto found = open_review(services, review);
  if (!found) return std::unexpected(found.error());
  if (!may_approve(actor.role, found->entry)) {
    if (auto refusal = demand(services, actor, Ability::approve, "review.return", found->entry))
      return std::unexpected(std::move(*refusal));
  }
  return check_text(comment, true);
}

Outcome<void> ReturnReview::execute(Services& services, const Actor& actor) const {
  if (auto allowed = check(services, actor); !allowed) return allowed;
  if (auto said = services.reviews.comment(actor, review, trim(comment)); !said)
    return std::unexpected(refusal_of(said.error()));
  const auto closed = services.reviews.close(review, Review::State::returned);
  if (!closed) return std::unexpected(refusal_of(closed.error()));
  note(services, actor, "review.return", fmt::format("review {}", review));
  return {};
}

Outcome<void> WithdrawReview::check(Services& services, const Actor& actor) const {
  const auto found = open_review(services, review);
  if (!found) return std::unexpected(found.error());
  if (found->account == actor.account) return {};
  if (auto refusal = demand(services, actor, Ability::accounts, "review.withdraw", found->entry))
    return std::unexpected(std::move(*refusal));
  return {};
}

Outcome<void> WithdrawReview::execute(Services& services, const Actor& actor) const {
  if (auto allowed = check(services, actor); !allowed) return allowed;
  const auto closed = services.reviews.close(review, Review::State::withdrawn);
  if (!closed) return std::unexpected(refusal_of(closed.error()));
  note(services, actor, "review.withdraw", fmt::format("review {}", review));
  return {};
}

}  // namespace mektep::editor
