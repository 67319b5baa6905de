// A person of the staff, and the consent under which a person is published.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/finding.h"
#include "base/locale.h"
#include "syntax/node.h"

namespace mektep {

enum class PersonKind : std::uint8_t { administration, teacher, staff };

// As it stands in the repository: never handed to outputs, which get a PublicPerson (facts/consent.h)
// instead.
struct Person {
  std::string id;    // "aigul-sadykova"
  std::string file;  // "people/aigul-sadykova.yaml"
  PersonKind kind = PersonKind::staff;
  Bilingual surname, given, patronymic;
  Bilingual post;
  std::vector<Bilingual> subjects;
  std::string consent;         // id; empty = not asked yet; "refused" = asked, and the answer was no
  std::string photo;           // asset path; empty = none
  std::optional<Date> leaves;  // the last day of work; nothing personal is published after it
  int order = 0;
  Node data;
  Place place(std::string_view key = {}) const;
  bool refused() const { return consent == "refused"; }
  bool works_on(Date day) const { return !leaves || day <= *leaves; }
};

// What somebody has agreed to, and the paper that proves it (ICT-20…24, EMIS-39). Of pupils and parents it
// knows a pseudonym; their names are never in the repository.
struct Consent {
  std::string id;
  std::string file;
  std::string person;               // id of an employee; empty = the subject is somebody else
  std::string subject;              // pupil, parent, group, employee, other; empty = the employee `person`
  std::string pseudonym;            // "pupil-0042"; empty = not given
  std::string representative;       // who signed instead: parent, guardian, trustee; empty = the subject
  std::vector<std::string> scopes;  // internet, news, photo, information-system
  std::vector<std::string> covers;  // name, photo, class, phone…
  std::optional<Date> from, until, withdrawn;
  std::string paper;  // its number
  std::optional<Date> signed_on;
  std::string explained_by;  // id of the employee who explained the risks (ICT-23)
  std::optional<Date> explained_on;
  Node data;
  Place place(std::string_view key = {}) const;
  bool has_scope(std::string_view scope) const;
  bool has_cover(std::string_view what) const;
  // In force on `day`: begun, not ended, not withdrawn.
  bool holds_on(Date day) const;
  // Whether it is about the same one as `other`: the same employee, or the same pseudonym.
  bool same_subject(const Consent& other) const;
};

}  // namespace mektep
