#include "editor/actions/handle_message.h"

#include "base/text.h"
#include "editor/actions/demand.h"
#include "editor/actions/failures.h"

namespace mektep::editor {
namespace {

constexpr std::size_t longest_answer = 8000;  // code points

Outcome<VisitorMessage> find(Services& services, std::int64_t id) {
  const auto message = services.inbox.find(id);
  if (!message) return std::unexpected(refusal_of(message.error()));
  if (!*message) {
    return std::unexpected(refusal(Refusal::Kind::not_found, {"Мындай билдирүү жок.", "Такого сообщения нет.",
                                                              "There is no such message."}));
  }
  return **message;
}

Outcome<void> may_answer(Services& services, const Actor& actor, std::int64_t id, std::string_view what) {
  const std::string object = fmt::format("message {}", id);
  if (auto refusal = demand(services, actor, Ability::answer, what, object))
    return std::unexpected(std::move(*refusal));
  if (auto found = find(services, id); !found) return std::unexpected(std::move(found.error()));
  return {};
}

bool is_text(std::string_view text) {
  return !find_invalid_utf8(text) && count_code_points(text) <= longest_answer;
}

// A heading is one line.
std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : trim(text)) line += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  return line;
}

// The page with one more question at its end; a new page when there is none.
std::string with_question(const std::optional<std::string>& page, Locale locale, std::string_view question,
                          std::string_view answer) {
  std::string text = page                   ? *page
                     : locale == Locale::ky ? std::string("---\ntitle: Суроо-жооп\n---\n")
                                            : std::string("---\ntitle: Вопросы и ответы\n---\n");
  if (!text.ends_with('\n')) text += '\n';
  text += fmt::format("\n## {}\n\n{}\n", one_line(question), trim(answer));
  return text;
}

Outcome<void> add_to_page(Services& services, const Actor& actor, const AnswerMessage& action) {
  CommitRequest request{.base = services.repository.head(),
                        .edits = {},
                        .author = {actor.name, actor.email},
                        .message = "Суроо-жооп: " + one_line(action.question_ky)};
  for (const Locale locale : all_locales) {
    const std::string path = fmt::format("{}/index.{}.md", questions_entry, code(locale));
    const auto page = services.repository.read(path, request.base);
    if (!page) return std::unexpected(refusal_of(page.error()));
    const bool ky = locale == Locale::ky;
    request.edits.push_back({path, with_question(*page, locale, ky ? action.question_ky : action.question_ru,
                                                 ky ? action.answer_ky : action.answer_ru)});
  }
  if (const auto saved = services.repository.commit(request); !saved)
    return std::unexpected(refusal_of(saved.error()));
  return {};
}

}  // namespace

std::optional<Refusal> may_read_messages(Services& services, const Actor& actor) {
  if (may(actor.role, Ability::see_log)) return std::nullopt;
  return demand(services, actor, Ability::answer, "message.read");
}

Outcome<void> AnswerMessage::check(Services& services, const Actor& actor) const {
  if (auto allowed = may_answer(services, actor, message, "message.answer"); !allowed) return allowed;
  const std::array texts{&question_ky, &question_ru, &answer_ky, &answer_ru};
  const auto given =
      std::ranges::count_if(texts, [](const std::string* text) { return !trim(*text).empty(); });
  if (given != 0 && given != static_cast<std::ptrdiff_t>(texts.size())) {
    return std::unexpected(refusal(Refusal::Kind::invalid,
                                   {"Сайтка чыгаруу үчүн суроону да, жоопту да эки тилде жазыңыз.",
                                    "Чтобы опубликовать, напишите и вопрос, и ответ на двух языках.",
                                    "To publish it, write the question and the answer in both languages."}));
  }
  if (given == 0 && trim(answer).empty()) {
    return std::unexpected(
        refusal(Refusal::Kind::invalid, {"Жоопту жазыңыз.", "Напишите ответ.", "Write the answer."}));
  }
  if (!is_text(answer) ||
      !std::ranges::all_of(texts, [](const std::string* text) { return is_text(*text); })) {
    return std::unexpected(refusal(Refusal::Kind::invalid,
                                   {"Текст өтө узун.", "Текст слишком длинный.", "The text is too long."}));
  }
  return {};
}

Outcome<void> AnswerMessage::execute(Services& services, const Actor& actor) const {
  if (auto allowed = check(services, actor); !allowed) return allowed;
  if (is_published()) {
    if (auto added = add_to_page(services, actor, *this); !added) return added;
  }
  const std::string_view kept = trim(answer).empty() ? trim(answer_ky) : trim(answer);
  const auto stored =
      services.inbox.answer(message, kept, actor.name, is_published() ? questions_entry : std::string_view());
  if (!stored) return std::unexpected(refusal_of(stored.error()));
  note(services, actor, "message.answer", fmt::format("message {}", message));
  return {};
}

Outcome<void> SetMessageAside::check(Services& services, const Actor& actor) const {
  return may_answer(services, actor, message, "message.set_aside");
}

Outcome<void> SetMessageAside::execute(Services& services, const Actor& actor) const {
  if (auto allowed = check(services, actor); !allowed) return allowed;
  using State = VisitorMessage::State;
  if (auto stored = services.inbox.set_state(message, back ? State::fresh : State::set_aside); !stored)
    return std::unexpected(refusal_of(stored.error()));
  note(services, actor, "message.set_aside", fmt::format("message {}", message));
  return {};
}

Outcome<void> DeleteMessage::check(Services& services, const Actor& actor) const {
  return may_answer(services, actor, message, "message.delete");
}

Outcome<void> DeleteMessage::execute(Services& services, const Actor& actor) const {
  if (auto allowed = check(services, actor); !allowed) return allowed;
  if (auto removed = services.inbox.remove(message); !removed)
    return std::unexpected(refusal_of(removed.error()));
  note(services, actor, "message.delete", fmt::format("message {}", message));
  return {};
}

Outcome<void> OpenContactForm::check(Services& services, const Actor& actor) const {
  if (auto refusal = demand(services, actor, Ability::configure, "contact_form.open"))
    return std::unexpected(std::move(*refusal));
  return {};
}

Outcome<void> OpenContactForm::execute(Services& services, const Actor& actor) const {
  if (auto allowed = check(services, actor); !allowed) return allowed;
  if (auto stored = services.inbox.set_open(open); !stored)
    return std::unexpected(refusal_of(stored.error()));
  note(services, actor, open ? "contact_form.open" : "contact_form.close", "");
  return {};
}

}  // namespace mektep::editor
