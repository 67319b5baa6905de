#include "editor/actions/name_pupil.h"

#include "base/text.h"
#include "editor/actions/demand.h"
#include "editor/actions/failures.h"

namespace mektep::editor {
namespace {

constexpr std::size_t longest_part = 60;  // code points of a name

constexpr Message no_such_pseudonym{.ky = "Мындай шарттуу белгиси бар макулдук жок.",
                                    .ru = "Согласия с таким условным обозначением нет.",
                                    .en = "There is no consent with this pseudonym."};
constexpr Message no_name{.ky = "Фамилиясын да, атын да тамга менен жазыңыз.",
                          .ru = "Напишите буквами и фамилию, и имя.",
                          .en = "Write both the surname and the first name, in letters."};

// Letters, with the signs that stand in names.
bool is_name(std::string_view text) {
  if (find_invalid_utf8(text) || count_code_points(text) > longest_part) return false;
  std::size_t at = 0;
  while (at < text.size()) {
    const char32_t c = next_code_point(text, at);
    if (!is_letter(c) && c != ' ' && c != '-' && c != '\'' && c != 0x2019) return false;
  }
  return true;
}

}  // namespace

bool may_know_pupils(Role role) {
  return may(role, Ability::write);
}

Outcome<void> NamePupil::check(Services& services, const Actor& actor) const {
  if (auto refusal = demand(services, actor, Ability::write, "consent.name", name.pseudonym))
    return std::unexpected(std::move(*refusal));
  const auto known = services.private_register.find(name.pseudonym);
  if (!known) return std::unexpected(refusal_of(known.error()));
  const bool valid = name.surname.empty() ? name.given.empty() && name.patronymic.empty()
                                          : !name.given.empty() && is_name(name.surname) &&
                                                is_name(name.given) && is_name(name.patronymic);
  if (!valid) return std::unexpected(refuse(Refusal::Kind::invalid, no_name));
  if (name.pseudonym.empty() || name.pseudonym.size() > 40)
    return std::unexpected(refuse(Refusal::Kind::invalid, no_such_pseudonym));
  return {};
}

Outcome<void> NamePupil::execute(Services& services, const Actor& actor) const {
  if (auto allowed = check(services, actor); !allowed) return allowed;
  if (const auto kept = services.private_register.set(name); !kept)
    return std::unexpected(refusal_of(kept.error()));
  // The log tells that, never whom.
  note(services, actor, "consent.name", name.pseudonym);
  return {};
}

}  // namespace mektep::editor
