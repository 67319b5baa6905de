// How marks count in a school: which grades have none, how grades make levels, the weights of СОУ, scales.
// Dated policies of schema/statistics/marking.yaml, overridden by the school's statistics/settings.yaml.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "statistics/calendar.h"
#include "syntax/node.h"

namespace mektep {

enum class Level : std::uint8_t { primary, basic, secondary };
Label name_of(Level level);

// By what the shares are divided; printed beside each figure, because the two give different numbers.
enum class Denominator : std::uint8_t {
  pupils,  // all attestable pupils: н/а count, the exempt do not (Сетевой город)
  marks,   // the marks that were given: н/а do not count (Күндөлүк)
};
Label name_of(Denominator denominator);
std::string_view code(Denominator denominator);  // "pupils"
std::optional<Denominator> parse_denominator(std::string_view text);

struct Scale {
  std::string id;                              // "five"
  std::array<std::pair<int, int>, 5> steps{};  // by step 1…5: lowest and highest mark
  std::optional<int> step_of(int mark) const;  // 1…5; nullopt = outside the scale
};

// What holds in one term.
struct Marking {
  std::set<int> unmarked;  // grades
  std::array<std::pair<int, int>, 3> levels{{{1, 4}, {5, 9}, {10, 12}}};
  std::array<int, 5> weights{7, 16, 36, 64, 100};  // by step, per cent
  int weight_not_attested = 7;
  Denominator denominator = Denominator::pupils;

  bool is_marked(int grade) const { return !unmarked.contains(grade); }
  Level level_of(int grade) const;
};

class MarkingPolicies {
 public:
  // `policies` is marking.yaml, `settings` the school's; both may be null nodes.
  MarkingPolicies(Node policies, Node settings);
  Marking in(Term term) const;
  const Scale* scale(std::string_view id) const;
  // A term keeps the denominator that it was published by, whatever the settings say now: the difference of
  // the two would tell how many were not attested (D2.6).
  void keep(Term term, Denominator denominator) { kept_[term] = denominator; }
  // The same policies for other settings of the school; no term keeps anything.
  MarkingPolicies with_settings(Node settings) const { return {policies_, std::move(settings)}; }

 private:
  int programme_in(SchoolYear year) const;
  Node policies_, settings_;
  std::vector<Scale> scales_;
  std::map<Term, Denominator> kept_;
};

}  // namespace mektep
