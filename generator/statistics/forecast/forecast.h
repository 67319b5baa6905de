// Forecast of final marks (JRN-9): what a pupil, a class and the school will probably have in the next term,
// and how far that may be off. Internal: for teachers and the director, never published.
//
// The next mark of a pupil in a subject is foreseen from the earlier ones by exponential smoothing. The
// weight of the last mark, and the errors that are stated, come from trying the method on the terms that are
// known: each is foreseen from those before it. A forecast without such a trial is not made.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "statistics/import/read_mark.h"

namespace mektep {

struct MarkForecast {
  ClassName class_;
  std::string pupil;      // as the journal names them
  std::string subject;    // id
  int likely = 0;         // 1…5
  int low = 0, high = 0;  // at least four of five trials ended within
};

// The share of good marks of a class, or of the school (`class_` of grade 0), in per cent with one decimal
// (tenths).
struct ShareForecast {
  ClassName class_;
  std::size_t marks = 0;  // that it is made of
  std::int64_t last = 0;  // the share in the last term
  std::int64_t likely = 0;
  std::int64_t low = 0, high = 0;  // likely ± the error that four of five trials kept to
};

struct Forecast {
  Term next;
  std::size_t trials = 0;             // known marks that were foreseen from those before them
  std::int64_t exact = 0;             // of them foreseen exactly, tenths of a per cent
  std::int64_t within_one = 0;        // off by no more than one mark
  int weight = 0;                     // of the last mark, in per cent; the best in the trials
  std::vector<MarkForecast> marks;    // by class, pupil, subject
  std::vector<ShareForecast> shares;  // the school, then the classes
};

// nullopt: too little is known for a trial (fewer than 30 pairs of marks that follow each other). Quarters of
// one year; marks of half-years and years are passed over.
std::optional<Forecast> forecast_marks(const std::vector<PupilMark>& marks);

// `name` gives the name of a subject.
std::string forecast_as_text(const Forecast& forecast, Language language,
                             const std::function<std::string(const std::string&)>& name);
std::string forecast_as_csv(const Forecast& forecast);

}  // namespace mektep
