// The subjects that journals may name. What is not in this list is refused, so that nothing but a subject can
// get into the tables.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/locale.h"
#include "syntax/node.h"

namespace mektep {

struct Subject {
  std::string id;  // "algebra"
  Bilingual name;
};

class Subjects {
 public:
  // Adds the list under `subjects` of schema/statistics/subjects.yaml or of a school's settings.
  void add(const Node& list);

  const Subject* find(std::string_view id) const;
  // By any way of writing, a group suffix «(1 гр.)» ignored; nullptr when there is no such subject.
  const Subject* recognise(std::string_view text) const;
  // The subject that was probably meant, for the hint of a finding.
  const Subject* suggest(std::string_view text) const;

 private:
  std::map<std::string, Subject, std::less<>> by_id_;
  std::map<std::string, std::string, std::less<>> ids_;  // by folded way of writing
};

// «Алгебра (1 гр.)»: the suffix that names a group, or nothing.
std::string_view group_suffix(std::string_view text);

}  // namespace mektep
