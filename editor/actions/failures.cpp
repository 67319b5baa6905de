#include "editor/actions/failures.h"

namespace mektep::editor {
namespace {

constexpr Message gone{.ky = "Бул жазуу мындан ары жок. Тизмеге кайтып, башкасын тандаңыз.",
                       .ru = "Этой записи больше нет. Вернитесь к списку.",
                       .en = "This entry does not exist any more. Go back to the list."};

}  // namespace

Label label_of(const Message& message) {
  return {std::string(message.ky), std::string(message.ru), std::string(message.en)};
}

Refusal refusal(Refusal::Kind kind, Label message) {
  return {.kind = kind, .message = std::move(message)};
}
Refusal refuse(Refusal::Kind kind, const Message& message) {
  return refusal(kind, label_of(message));
}

Refusal not_there() {
  return refuse(Refusal::Kind::not_found, gone);
}

}  // namespace mektep::editor
