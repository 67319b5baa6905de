// Reports: findings as text for people, as JSON and SARIF for programs, as annotations for GitHub.
#pragma once
#include <cstdint>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/finding.h"
#include "cli/engine.h"
#include "cli/terminal.h"

namespace mektep::cli {

enum class Format : std::uint8_t { text, json, sarif, github };
Format parse_format(std::string_view name);

struct ReportOptions {
  Format format = Format::text;
  Language language = Language::en;
  Style style;
  std::size_t columns = 80;
  std::size_t limit = 100;  // findings shown as text; 0 = all. The other formats show all of them always
  Date today;
  const BuildAnswer* build = nullptr;  // what a build did, when there was one
  std::string out;                     // where the build was written
  bool draft = false;
};

struct Context;
// As the arguments of a command and its terminal want them.
ReportOptions report_options(const Context& context, const Request& request);

// Writes the report; sorts nothing that the library has sorted, but puts what blocks first in text.
void write_report(std::ostream& stream, const CheckAnswer& answer, const ReportOptions& options);

void write_text_report(std::ostream& stream, const CheckAnswer& answer, const ReportOptions& options);
void write_json_report(std::ostream& stream, const CheckAnswer& answer, const ReportOptions& options);
void write_sarif_report(std::ostream& stream, const CheckAnswer& answer, const ReportOptions& options);
void write_github_report(std::ostream& stream, const CheckAnswer& answer, const ReportOptions& options);

struct Tally {
  std::size_t blocks = 0, warns = 0, notes = 0;
};
Tally tally(const Findings& findings);
// "2 errors, 1 warning"; the text for none when there are none.
std::string summary(const Tally& tally, Language language);

// Whether a line of a report has anything to say: a text whose only parameter is not given is a dash.
inline bool is_worth_saying(std::string_view text) {
  return !text.empty() && text != "—" && text != "-";
}

// One finding as text, without source excerpt.
std::string finding_text(const Finding& finding, Language language, const Style& style);

}  // namespace mektep::cli
