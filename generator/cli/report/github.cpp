// Workflow commands of GitHub Actions: each finding becomes an annotation at its line.
#include <ostream>

#include "base/text.h"
#include "cli/report/report.h"

namespace mektep::cli {
namespace {

std::string escape_data(std::string_view text) {
  std::string out = replace_all(text, "%", "%25");
  out = replace_all(out, "\r", "%0D");
  return replace_all(out, "\n", "%0A");
}
std::string escape_property(std::string_view text) {
  return replace_all(replace_all(escape_data(text), ":", "%3A"), ",", "%2C");
}

}  // namespace

void write_github_report(std::ostream& stream, const CheckAnswer& answer, const ReportOptions& options) {
  for (const Finding& finding : answer.findings) {
    std::string line = finding.severity == Severity::blocks  ? "::error "
                       : finding.severity == Severity::warns ? "::warning "
                                                             : "::notice ";
    if (!finding.place.file.empty()) line += fmt::format("file={},", escape_property(finding.place.file));
    if (finding.place.mark.line > 0) line += fmt::format("line={},", finding.place.mark.line);
    if (finding.place.mark.line > 0 && finding.place.mark.column > 0)
      line += fmt::format("col={},", finding.place.mark.column);
    line += fmt::format("title={}::", escape_property(finding.rule->id));
    std::string message = finding.message(options.language);
    if (!finding.found.empty())
      message += fmt::format("\n{}: {}", text(Text::label_found, options.language), finding.found);
    if (const std::string hint = finding.hint(options.language); is_worth_saying(hint))
      message += fmt::format("\n{}: {}", text(Text::label_hint, options.language), hint);
    stream << line << escape_data(message) << '\n';
  }
  stream << escape_data(summary(tally(answer.findings), options.language)) << '\n';
}

}  // namespace mektep::cli
