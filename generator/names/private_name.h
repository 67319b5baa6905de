// The names behind pseudonyms. They stay with whoever runs a check: never in a repository, a site or a report
// (ICT-20).
#pragma once
#include <string>
#include <vector>

namespace mektep {

struct PrivateName {
  std::string pseudonym;  // "pupil-0042", as consents name the subject
  std::string surname, given, patronymic;
};
using PrivateNames = std::vector<PrivateName>;

}  // namespace mektep
