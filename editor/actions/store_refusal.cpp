#include "editor/actions/store_refusal.h"

namespace mektep::editor {

Refusal refusal_of(const StoreError& error) {
  if (error.kind == StoreError::Kind::full)
    return refusal_of(RepositoryError{Fault::disk_full, error.detail, {}});
  return {.kind = Refusal::Kind::failed,
          .message = {"Азыр сактоо мүмкүн эмес. Эч нерсе жоголгон жок; бир аздан кийин кайталаңыз.",
                      "Сейчас сохранить нельзя. Ничего не потеряно; попробуйте немного позже.",
                      "Saving is not possible now. Nothing is lost; try again in a moment."},
          .detail = error.detail};
}

Refusal refusal_of(const RepositoryError& error) {
  const Message& words = explain(error.fault);
  return {.kind = error.fault == Fault::changed_meanwhile  ? Refusal::Kind::conflict
                  : error.fault == Fault::no_such_revision ? Refusal::Kind::not_found
                  : error.fault == Fault::bad_path         ? Refusal::Kind::invalid
                                                           : Refusal::Kind::failed,
          .message = {std::string(words.ky), std::string(words.ru), std::string(words.en)},
          .detail = error.detail};
}

}  // namespace mektep::editor
