// Charts of the page of the school's numbers: inline SVG as wide as its place, with letters of one size on a
// telephone and a desktop. A title and a description name each; the table beside it says the same. Series
// differ by dashes and marks, not by colour alone.
#pragma once
#include <string>
#include <vector>

namespace mektep {

// One bar with its label above it.
struct Bar {
  std::string label;
  std::string text;          // «45,5 %», «c»
  std::int64_t tenths = -1;  // of a per cent; -1 = no number: a dashed outline instead of a bar
  bool coded = false;        // «≥85 %»: the end of the bar is hatched
};
std::string bar_chart(const std::string& id, const std::string& title, const std::string& description,
                      const std::vector<Bar>& bars);

// Lines from term to term; a term without a number is a gap.
struct Series {
  std::string name;
  std::vector<std::int64_t> tenths;  // by term; -1 = no number
  std::vector<std::string> texts;
};
struct TrendTerm {
  std::string period, year;  // «1-ч.», «25/26»
};
std::string trend_chart(const std::string& id, const std::string& title, const std::string& description,
                        const std::vector<TrendTerm>& terms, const std::vector<Series>& series);

}  // namespace mektep
