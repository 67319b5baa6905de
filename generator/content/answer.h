// What a person has answered to a question of the checks, so that it is not asked again.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "base/date.h"
#include "base/finding.h"

namespace mektep {

enum class AnswerKind : std::uint8_t {
  not_personal,   // these words are no name, no number and no address of a living person
  public_person,  // a writer, a hero, an official: named for what they are known for
  consented,      // the person has consented on paper: `consent`
  suitable,       // the words are in place here: a lesson of history, a warning
};

// A line of answers.yaml. The words asked about are kept as a fingerprint only: what is answered about a
// person leaves no personal data behind.
struct Answer {
  std::string words;  // fingerprint (names/fingerprint.h): sixteen hexadecimal digits
  AnswerKind kind = AnswerKind::not_personal;
  std::string consent;  // id, when consented
  std::string file;     // where it holds; empty = in all files
  std::string by;       // id of the employee who answered
  std::optional<Date> on;
  Place place;
};

}  // namespace mektep
