// What the school does with a message: answering, publishing the answer, setting aside, deleting (ADM-5,
// ADM-6).
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "editor/accounts/actor.h"
#include "editor/actions/outcome.h"
#include "editor/actions/services.h"

namespace mektep::editor {

// Messages name visitors: whoever answers them and whoever oversees the school reads them, nobody else.
std::optional<Refusal> may_read_messages(Services& services, const Actor& actor);

// Keeps the answer. With a question in both languages it is also added to the page of questions and answers,
// where it waits for approval like any change; nothing of the visitor's name or contact goes there.
struct AnswerMessage {
  std::int64_t message = 0;
  std::string answer;                                          // as it was given to the visitor
  std::string question_ky, question_ru, answer_ky, answer_ru;  // for the page; all empty = not published

  Outcome<void> check(Services& services, const Actor& actor) const;
  Outcome<void> execute(Services& services, const Actor& actor) const;
  bool is_published() const { return !question_ky.empty(); }
};

struct SetMessageAside {
  std::int64_t message = 0;
  bool back = false;  // among the new ones again

  Outcome<void> check(Services& services, const Actor& actor) const;
  Outcome<void> execute(Services& services, const Actor& actor) const;
};

struct DeleteMessage {
  std::int64_t message = 0;

  Outcome<void> check(Services& services, const Actor& actor) const;
  Outcome<void> execute(Services& services, const Actor& actor) const;
};

struct OpenContactForm {
  bool open = false;

  Outcome<void> check(Services& services, const Actor& actor) const;
  Outcome<void> execute(Services& services, const Actor& actor) const;
};

// The entry that published answers are added to.
inline constexpr std::string_view questions_entry = "pages/questions";

}  // namespace mektep::editor
