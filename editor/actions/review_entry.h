// The ways of a review: asking for it, talking in it, sending the entry back, taking the question back.
#pragma once
#include <cstdint>
#include <string>

#include "editor/accounts/actor.h"
#include "editor/actions/outcome.h"
#include "editor/actions/services.h"

namespace mektep::editor {

// Whoever may write the entry asks. Returns the id of the review.
struct AskReview {
  std::string entry;
  std::int64_t assigned = 0;  // account; 0 = whoever may approve
  std::string comment;        // may be empty

  Outcome<void> check(Services& services, const Actor& actor) const;
  Outcome<std::int64_t> execute(Services& services, const Actor& actor) const;
};

struct CommentReview {
  std::int64_t review = 0;
  std::string text;

  Outcome<void> check(Services& services, const Actor& actor) const;
  Outcome<void> execute(Services& services, const Actor& actor) const;
};

// Whoever may approve sends it back, with a word about what to mend.
struct ReturnReview {
  std::int64_t review = 0;
  std::string comment;

  Outcome<void> check(Services& services, const Actor& actor) const;
  Outcome<void> execute(Services& services, const Actor& actor) const;
};

// Who asked takes the question back.
struct WithdrawReview {
  std::int64_t review = 0;

  Outcome<void> check(Services& services, const Actor& actor) const;
  Outcome<void> execute(Services& services, const Actor& actor) const;
};

}  // namespace mektep::editor
