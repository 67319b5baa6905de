#include "editor/actions/send_message.h"

#include "base/text.h"
#include "editor/actions/store_refusal.h"

namespace mektep::editor {
namespace {

// A text of the form as it is kept: valid, without control characters; nullopt when it will not do.
std::optional<std::string> clean(std::string_view text, std::size_t longest) {
  if (find_invalid_utf8(text)) return std::nullopt;
  std::string kept;
  for (const char c : trim(text)) {
    if (c == '\n' || c == '\t' || static_cast<unsigned char>(c) >= 0x20) kept += c;
  }
  if (count_code_points(kept) > longest) return std::nullopt;
  return kept;
}

}  // namespace

Outcome<void> SendMessage::check(Services& services) const {
  const auto open = services.inbox.open();
  if (!open) return std::unexpected(refusal_of(open.error()));
  if (!*open) {
    return std::unexpected(Refusal{.kind = Refusal::Kind::not_found,
                                   .message = {"Мектепке жазуу формасы жабык.", "Форма обращений закрыта.",
                                               "The contact form is closed."}});
  }
  const InboxLimits& limits = services.inbox.limits();
  const auto words = clean(text, limits.longest_text);
  if (!words || words->empty() || !clean(name, limits.longest_name) ||
      !clean(contact, limits.longest_contact)) {
    return std::unexpected(Refusal{.kind = Refusal::Kind::invalid,
                                   .message = {"Билдирүүнү жазыңыз; ал 4000 белгиден ашпасын.",
                                               "Напишите сообщение, не длиннее 4000 знаков.",
                                               "Write a message of at most 4,000 characters."}});
  }
  return {};
}

Outcome<void> SendMessage::execute(Services& services) const {
  if (auto fits = check(services); !fits) return fits;
  if (!trap.empty()) return {};
  if (!services.inbox.admit(address)) {
    return std::unexpected(Refusal{
        .kind = Refusal::Kind::too_many,
        .message = {
            "Бир саатта өтө көп билдирүү келди. Кийинчерээк жазып көрүңүз же мектепке телефон чалыңыз.",
            "За час пришло слишком много сообщений. Напишите позже или позвоните в школу.",
            "Too many messages came within an hour. Write later, or call the school."}});
  }
  const InboxLimits& limits = services.inbox.limits();
  const auto received =
      services.inbox.receive(*clean(name, limits.longest_name), *clean(contact, limits.longest_contact),
                             *clean(text, limits.longest_text));
  if (!received) return std::unexpected(refusal_of(received.error()));
  return {};
}

}  // namespace mektep::editor
