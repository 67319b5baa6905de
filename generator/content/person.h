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
  std::string consent;  // id; empty = not asked yet; "refused" = asked, and the answer was no
  std::string photo;    // asset path; empty = none
  int order = 0;
  Node data;
  Place place(std::string_view key = {}) const;
  bool refused() const { return consent == "refused"; }
};

// What a person has agreed to, and the paper that proves it (ICT-20…24, EMIS-39).
struct Consent {
  std::string id;
  std::string file;
  std::string person;
  std::vector<std::string> scopes;  // internet, news, photo, information-system
  std::vector<std::string> covers;  // name, photo, phone, email
  std::optional<Date> from, until, withdrawn;
  Node data;
  Place place(std::string_view key = {}) const;
  bool has_scope(std::string_view scope) const;
  bool has_cover(std::string_view what) const;
  // In force on `day`: begun, not ended, not withdrawn.
  bool holds_on(Date day) const;
};

}  // namespace mektep
