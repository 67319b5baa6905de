// What became of an action: its value, or why it was refused. One shape for HTML views and the JSON API.
#pragma once
#include <cstdint>
#include <expected>
#include <string>

#include "base/finding.h"
#include "base/locale.h"

namespace mektep::editor {

struct Refusal {
  enum class Kind : std::uint8_t {
    forbidden,  // the role may not do this (403)
    not_found,  // (404)
    invalid,    // the input has findings (422)
    conflict,   // somebody else changed the same (409)
    too_many,   // throttled (429)
    failed,     // the machine could not: disk, repository (503); nothing is lost
  };
  Kind kind = Kind::failed;
  Label message;       // for the person who asked
  Findings findings;   // of `invalid`: at their fields
  std::string detail;  // for the log, never shown
};

template <class Value>
using Outcome = std::expected<Value, Refusal>;

}  // namespace mektep::editor
