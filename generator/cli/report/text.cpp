#include "base/text.h"

#include <map>
#include <ostream>

#include "cli/report/report.h"
#include "source/snapshot.h"

namespace mektep::cli {
namespace {

Colour colour_of(Severity severity) {
  return severity == Severity::blocks  ? Colour::error
         : severity == Severity::warns ? Colour::warning
                                       : Colour::note;
}
Text word_of(Severity severity) {
  return severity == Severity::blocks  ? Text::severity_blocks
         : severity == Severity::warns ? Text::severity_warns
                                       : Text::severity_notes;
}

// Lines of the files of a snapshot; keeps the file that was asked for last.
class Lines {
 public:
  explicit Lines(const Snapshot* snapshot) : snapshot_(snapshot) {}

  std::optional<std::string_view> line(const std::string& file, std::uint32_t number) {
    if (!snapshot_ || number == 0) return std::nullopt;
    if (file != file_) load(file);
    if (number > starts_.size()) return std::nullopt;
    const std::size_t begin = starts_[number - 1];
    std::size_t end = bytes_.find('\n', begin);
    if (end == std::string::npos) end = bytes_.size();
    if (end > begin && bytes_[end - 1] == '\r') --end;
    return std::string_view(bytes_).substr(begin, end - begin);
  }

 private:
  void load(const std::string& file) {
    file_ = file;
    bytes_.clear();
    starts_.clear();
    const SourceFile* source = snapshot_->find(file);
    if (!source) return;
    auto bytes = snapshot_->read(*source);
    if (!bytes) return;
    bytes_ = std::move(*bytes);
    starts_.push_back(bytes_.starts_with("\xEF\xBB\xBF") ? 3 : 0);
    for (std::size_t at = bytes_.find('\n'); at != std::string::npos; at = bytes_.find('\n', at + 1))
      if (at + 1 < bytes_.size()) starts_.push_back(at + 1);
  }

  const Snapshot* snapshot_;
  std::string file_, bytes_;
  std::vector<std::size_t> starts_;
};

class TextReport {
 public:
  TextReport(std::string& out, Language language, const Style& style, std::size_t columns, Lines lines)
      : out_(out), language_(language), style_(style), columns_(columns), lines_(std::move(lines)) {}

  void add(const Finding& finding) {
    const Colour colour = colour_of(finding.severity);
    out_ +=
        style_(colour, fmt::format("{}[{}]", text(word_of(finding.severity), language_), finding.rule->id));
    out_ += style_(Colour::strong, ": " + visible(finding.message(language_)));
    out_ += '\n';
    const Mark mark = finding.place.mark;
    const std::string number = mark.line > 0 ? std::to_string(mark.line) : std::string();
    const std::string margin(number.size(), ' ');
    out_ += margin + style_(Colour::accent, "-->") + " " + place(finding.place) + "\n";
    const auto line = lines_.line(finding.place.file, mark.line);
    if (line) {
      const std::size_t room = columns_ > number.size() + 23 ? columns_ - number.size() - 3 : 20;
      const SourceLine shown = show_line(*line, mark.column, finding.found, room);
      const std::string bar = style_(Colour::accent, "|");
      out_ += fmt::format("{} {}\n{} {} {}\n", margin, bar, style_(Colour::accent, number), bar, shown.text);
      if (shown.length > 0)
        out_ += fmt::format("{} {} {}{}\n", margin, bar, std::string(shown.caret, ' '),
                            style_(colour, std::string(shown.length, '^')));
      else
        out_ += fmt::format("{} {}\n", margin, bar);
    }
    note(margin, Text::label_field, finding.field);
    note(margin, Text::label_expected, finding.expected(language_));
    note(margin, Text::label_found, finding.found);
    note(margin, Text::label_hint, finding.hint(language_));
    note(margin, Text::label_clause, finding.clause_list());
    out_ += '\n';
  }

 private:
  std::string place(const Place& where) const {
    if (where.file.empty()) return std::string(text(Text::repository_as_a_whole, language_));
    std::string text = visible(where.file);
    if (where.mark.line > 0) text += fmt::format(":{}", where.mark.line);
    if (where.mark.line > 0 && where.mark.column > 0) text += fmt::format(":{}", where.mark.column);
    return text;
  }
  void note(const std::string& margin, Text label, std::string_view value) {
    if (!is_worth_saying(value)) return;
    out_ += fmt::format("{} {} {}: {}\n", margin, style_(Colour::accent, "="),
                        style_(Colour::strong, text(label, language_)), visible(value));
  }

  std::string& out_;
  Language language_;
  Style style_;
  std::size_t columns_;
  Lines lines_;
};

std::vector<const Finding*> worst_first(const Findings& findings) {
  std::vector<const Finding*> order;
  order.reserve(findings.size());
  for (Severity severity : {Severity::blocks, Severity::warns, Severity::notes})
    for (const Finding& finding : findings)
      if (finding.severity == severity) order.push_back(&finding);
  return order;
}

}  // namespace

Tally tally(const Findings& findings) {
  Tally result;
  for (const Finding& f : findings)
    ++(f.severity == Severity::blocks  ? result.blocks
       : f.severity == Severity::warns ? result.warns
                                       : result.notes);
  return result;
}

std::string summary(const Tally& tally, Language language) {
  std::vector<std::string> parts;
  const auto add = [&](Counted what, std::size_t count) {
    if (count > 0) parts.push_back(say_count(language, what, static_cast<std::int64_t>(count)));
  };
  add(Counted::errors, tally.blocks);
  add(Counted::warnings, tally.warns);
  add(Counted::notes, tally.notes);
  return parts.empty() ? std::string(text(Text::no_findings, language)) : join(parts, ", ");
}

std::string finding_text(const Finding& finding, Language language, const Style& style) {
  std::string out;
  TextReport(out, language, style, 80, Lines(nullptr)).add(finding);
  return out;
}

void write_text_report(std::ostream& stream, const CheckAnswer& answer, const ReportOptions& options) {
  std::string out;
  TextReport report(out, options.language, options.style, options.columns, Lines(answer.snapshot.get()));
  const std::vector<const Finding*> order = worst_first(answer.findings);
  const std::size_t shown = options.limit == 0 ? order.size() : std::min(options.limit, order.size());
  for (std::size_t i = 0; i < shown; ++i) report.add(*order[i]);
  if (shown < order.size()) out += say(options.language, Text::more_findings, order.size() - shown) + "\n\n";

  const Tally count = tally(answer.findings);
  const Colour colour = count.blocks > 0 ? Colour::error : count.warns > 0 ? Colour::warning : Colour::strong;
  out += options.style(colour, summary(count, options.language));
  out += ": ";
  out += text(count.blocks > 0 ? Text::verdict_blocked : Text::verdict_clear, options.language);
  out += '\n';
  if (const BuildAnswer* build = options.build) {
    if (!build->published) {
      out += text(Text::not_built, options.language);
    } else {
      out += say(options.language, Text::built,
                 say_count(options.language, Counted::pages, static_cast<std::int64_t>(build->pages)),
                 build->written, build->unchanged, build->removed, visible(options.out));
      if (options.draft) out += fmt::format("\n{}", text(Text::built_draft, options.language));
    }
    out += '\n';
  }
  stream << out;
}

Format parse_format(std::string_view name) {
  return name == "json"     ? Format::json
         : name == "sarif"  ? Format::sarif
         : name == "github" ? Format::github
                            : Format::text;
}

void write_report(std::ostream& stream, const CheckAnswer& answer, const ReportOptions& options) {
  switch (options.format) {
    case Format::text:
      return write_text_report(stream, answer, options);
    case Format::json:
      return write_json_report(stream, answer, options);
    case Format::sarif:
      return write_sarif_report(stream, answer, options);
    case Format::github:
      return write_github_report(stream, answer, options);
  }
}

}  // namespace mektep::cli
