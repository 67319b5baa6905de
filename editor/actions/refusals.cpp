#include "editor/actions/refusals.h"

namespace mektep::editor {

Refusal failed(const StoreError& error) {
  return {.kind = Refusal::Kind::failed,
          .message =
              {"Сервер азыр муну кыла албайт. Эч нерсе жоголгон жок: бир аздан кийин кайра аракет кылыңыз.",
               "Сервер сейчас не может этого сделать. Ничего не потеряно: попробуйте немного позже.",
               "The server cannot do this now. Nothing is lost: try again a little later."},
          .detail = error.detail};
}

Refusal not_found() {
  return {.kind = Refusal::Kind::not_found,
          .message = {"Мындай жазуу жок.", "Такой записи нет.", "There is no such entry."}};
}

Refusal wait_first(std::int64_t seconds) {
  const std::int64_t minutes = (seconds + 59) / 60;
  const auto say = [&](std::string_view short_text, std::string_view long_text) {
    return seconds < 60 ? fmt::format(fmt::runtime(short_text), seconds)
                        : fmt::format(fmt::runtime(long_text), minutes);
  };
  return {
      .kind = Refusal::Kind::too_many,
      .message = {say("Аракеттер өтө көп болду. {} секунддан кийин кайра аракет кылыңыз.",
                      "Аракеттер өтө көп болду. {} мүнөттөн кийин кайра аракет кылыңыз."),
                  say("Слишком много попыток. Попробуйте снова через {} с.",
                      "Слишком много попыток. Попробуйте снова через {} мин."),
                  say("Too many attempts. Try again in {} s.", "Too many attempts. Try again in {} min.")}};
}

Refusal invalid(const Rule& rule, std::string field, std::string found) {
  Finding finding(rule, {}, std::move(field), std::move(found));
  Refusal refusal{.kind = Refusal::Kind::invalid,
                  .message = {finding.message(Language::ky) + ". " + finding.hint(Language::ky),
                              finding.message(Language::ru) + ". " + finding.hint(Language::ru),
                              finding.message(Language::en) + ". " + finding.hint(Language::en)}};
  refusal.findings.push_back(std::move(finding));
  return refusal;
}

}  // namespace mektep::editor
