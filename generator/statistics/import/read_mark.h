// One mark of one pupil, as a journal writes it.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "statistics/class_name.h"
#include "statistics/marking.h"

namespace mektep {

// What stands in a cell for a mark.
enum class MarkWord : std::uint8_t { mark, not_attested, exempt, missing, unknown };
struct ReadMark {
  MarkWord word = MarkWord::unknown;
  int step = 0;  // 1…5
};
ReadMark read_mark(std::string_view cell, const Scale& scale);
// A final mark together with the pupil: what archive sheets and forecasts are made of. Lives in memory only.
struct PupilMark {
  Term term;
  ClassName class_;
  std::string pupil;    // as the journal names them
  std::string subject;  // id
  ReadMark mark;
};

}  // namespace mektep
