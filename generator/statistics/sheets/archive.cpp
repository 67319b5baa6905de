#include "statistics/sheets/archive.h"

#include <fmt/format.h>

#include "base/digest.h"
#include "base/localise.h"
#include "base/text.h"
#include "statistics/report.h"

namespace mektep {
namespace {

constexpr Message figures_title{"Жетишүү жана билим сапаты", "Успеваемость и качество знаний",
                                "Progress and quality"},
    progress_title{"Класстын жетишүүсү", "Успеваемость класса", "Progress of the class"},
    marks_title{"Жыйынтык баалар", "Итоговые отметки", "Final marks"}, whose{"Ким", "Кто", "Whom"},
    term_head{"Мезгил", "Период", "Period"}, pupil_head{"Окуучу", "Ученик", "Pupil"},
    sums_note{
        "Үлүштөр окуучулардын санынан эсептелген: жетишүү – 2 жана а/э жоктор, сапат – 4 жана 5 гана "
        "алгандар.",
        "Доли вычислены из числа учеников: успеваемость – без 2 и н/а, качество – только с 4 и 5.",
        "Shares of the numbers of pupils: progress without a 2 or not attested, quality with 4 and 5 only."};

// Measures of the table of pupils, in the order of the columns.
constexpr std::array<std::string_view, 8> measures{"pupils",       "excellent", "good",    "one_four",
                                                   "satisfactory", "failing",   "success", "quality"};

class Archive {
 public:
  Archive(const SchoolCounts& counts, const std::vector<PupilMark>& marks, const MarkingPolicies& policies,
          const Subjects& subjects, const ArchiveOptions& options)
      : counts_(counts), marks_(marks), policies_(policies), subjects_(subjects), options_(options) {}

  std::map<std::string, std::string> write() {
    figures();
    marks();
    std::string sums;
    for (const auto& [path, bytes] : files_) sums += fmt::format("{}  {}\n", sha256_hex(bytes), path);
    if (!files_.empty()) files_["SHA256SUMS"] = std::move(sums);
    return std::move(files_);
  }

 private:
  std::string in(const Message& message) const { return std::string(message.in(options_.language)); }

  void add(const std::string& path, Sheet sheet) {
    files_[path + ".pdf"] = sheet_as_pdf(sheet, options_.today, options_.language);
    files_[path + ".csv"] = sheet_as_csv(sheet);
  }

  Sheet sheet(const std::string& title, const std::string& term, std::string first) const {
    return {title,
            {options_.school, options_.year.text() + (term.empty() ? "" : ", " + term)},
            {std::move(first)},
            {},
            false};
  }

  // One row of the measures; the reason instead of a figure that there is none of.
  void append_measures(std::vector<std::string>& row, const std::map<std::string_view, Line>& lines) const {
    for (const std::string_view measure : measures) {
      const auto line = lines.find(std::string(measure));
      if (line == lines.end())
        row.emplace_back("–");
      else if (line->second.now.value)
        row.push_back(replace_all(decimal(line->second.now, line->second.unit), ".", ","));
      else
        row.push_back(line->second.now.reason.text().in(options_.language));
    }
  }

  void figures() {
    std::map<ClassName, Sheet> of_class;
    for (const auto& [term, tables] : counts_.terms) {
      if (term.year != options_.year) continue;
      const std::string name = name_of(term.period).in(options_.language);
      std::map<Scope, std::map<std::string_view, Line>> by_scope;
      for (Line& line : report_lines(counts_, term, policies_))
        if (line.table == TableKind::pupils) by_scope[line.scope][line.measure] = std::move(line);
      if (by_scope.empty()) continue;
      Sheet all = sheet(in(figures_title), name, in(whose));
      append_heads(all);
      for (const auto& [scope, lines] : by_scope) {
        all.rows.push_back({upper_first(scope.name().in(options_.language))});
        append_measures(all.rows.back(), lines);
        if (scope.kind != Scope::Kind::school_class) continue;
        auto [own, fresh] = of_class.try_emplace(
            scope.class_,
            sheet(fmt::format("{}. {}", scope.class_.text(), in(progress_title)), {}, in(term_head)));
        if (fresh) append_heads(own->second);
        own->second.rows.push_back({upper_first(name)});
        append_measures(own->second.rows.back(), lines);
      }
      add(fmt::format("figures/{}", code(term.period)), std::move(all));
    }
    for (auto& [class_, own] : of_class) {
      own.of_class = true;
      add(class_.text() + "/progress", std::move(own));
    }
  }
  void append_heads(Sheet& to) const {
    to.lines.push_back(in(sums_note));
    for (const std::string_view measure : measures)
      to.heads.push_back(upper_first(measure_name(measure).in(options_.language)));
  }

  static std::string text_of(ReadMark mark) {
    switch (mark.word) {
      case MarkWord::mark:
        return fmt::format("{}", mark.step);
      case MarkWord::not_attested:
        return "н/а";
      case MarkWord::exempt:
        return "осв";
      default:
        return "";
    }
  }

  // Pupils in the order of the alphabet, subjects in that of their names.
  void marks() {
    const Locale locale = options_.language == Language::ru ? Locale::ru : Locale::ky;
    const auto before = [locale](const std::string& a, const std::string& b) {
      const int order = collate(a, b, locale);
      return order != 0 ? order < 0 : a < b;
    };
    using Names = std::map<std::string, std::string, decltype(before)>;
    std::map<std::pair<ClassName, Period>, std::vector<const PupilMark*>> by_class;
    for (const PupilMark& mark : marks_)
      if (mark.term.year == options_.year) by_class[{mark.class_, mark.term.period}].push_back(&mark);
    for (const auto& [key, list] : by_class) {
      std::map<std::string, std::map<std::string, std::string>, decltype(before)> rows(before);
      Names names(before);  // of subjects → id
      for (const PupilMark* const mark : list) {
        const Subject* const subject = subjects_.find(mark->subject);
        names[subject ? subject->name.best(locale) : mark->subject] = mark->subject;
        rows[mark->pupil][mark->subject] = text_of(mark->mark);
      }
      const std::string term = name_of(key.second).in(options_.language);
      Sheet own = sheet(fmt::format("{}. {}", key.first.text(), in(marks_title)), term, "№");
      own.of_class = true;
      own.heads.push_back(in(pupil_head));
      for (const auto& [name, id] : names) own.heads.push_back(name);
      for (const auto& [pupil, of_subject] : rows) {
        own.rows.push_back({fmt::format("{}", own.rows.size() + 1), pupil});
        for (const auto& [name, id] : names) {
          const auto mark = of_subject.find(id);
          own.rows.back().push_back(mark == of_subject.end() ? "" : mark->second);
        }
      }
      add(fmt::format("{}/{}-marks", key.first.text(), code(key.second)), std::move(own));
    }
  }

  const SchoolCounts& counts_;
  const std::vector<PupilMark>& marks_;
  const MarkingPolicies& policies_;
  const Subjects& subjects_;
  const ArchiveOptions& options_;
  std::map<std::string, std::string> files_;
};

}  // namespace

std::map<std::string, std::string> archive_files(const SchoolCounts& counts,
                                                 const std::vector<PupilMark>& marks,
                                                 const MarkingPolicies& policies, const Subjects& subjects,
                                                 const ArchiveOptions& options) {
  return Archive(counts, marks, policies, subjects, options).write();
}

}  // namespace mektep
