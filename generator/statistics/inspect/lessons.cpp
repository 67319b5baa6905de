// Lessons: entered on their day, with topic and homework, in the language of teaching; and the hours of
// plans.
#include "base/text.h"
#include "statistics/inspect/tally.h"
#include "statistics/rules.h"

namespace mektep {
namespace {

Finding finding_at(const TableReader& reader, const Rule& rule, std::string_view column,
                   std::vector<Param> params = {}) {
  const std::size_t at = reader.has(column) ? reader.index(column) : 0;
  return {rule, place_of(reader.source(), reader.row(), at), cell_name(reader.source(), reader.row(), at), "",
          std::move(params)};
}

bool has_kyrgyz_letter(std::string_view text) {
  for (const std::string_view letter : {"ң", "ө", "ү", "Ң", "Ө", "Ү"})
    if (text.find(letter) != std::string_view::npos) return true;
  return false;
}

// Surely Russian: it has a word that no Kyrgyz text has. «Функция», «проекция» are Kyrgyz, too, and say
// nothing.
bool is_russian(std::string_view topic) {
  // Neither letters («С тамгасы») nor words that Kyrgyz has as well: от, из, без, как.
  static constexpr std::string_view words[] = {"на",  "по",  "для", "при",   "её",    "ее", "его", "что",
                                               "или", "под", "над", "между", "через", "во", "со",  "об"};
  static constexpr std::string_view endings[] = {"ение", "ения", "ание", "ания", "ость", "ости",
                                                 "ство", "ства", "ными", "ного", "ных"};
  if (has_kyrgyz_letter(topic)) return false;
  const std::string small = lower(topic);
  std::string_view rest = small;
  while (!rest.empty()) {
    const std::size_t begin = rest.find_first_not_of(" \t.,;:!?()\"-");
    if (begin == std::string_view::npos) break;
    const std::size_t end = std::min(rest.find_first_of(" \t.,;:!?()\"", begin), rest.size());
    const std::string_view word = rest.substr(begin, end - begin);
    rest.remove_prefix(end);
    if (std::ranges::find(words, word) != std::ranges::end(words)) return true;
    if (std::ranges::any_of(endings, [&](std::string_view ending) {
          return word.size() > ending.size() + 4 && word.ends_with(ending);
        }))
      return true;
  }
  return false;
}

// Topics of one class and subject that is taught in Kyrgyz.
struct Topics {
  std::size_t count = 0, kyrgyz = 0;
  Finding first;
  Findings russian;  // one for each topic that is surely Russian
};

}  // namespace

void inspect_lessons(TableReader& reader, InspectionTally& tally) {
  std::map<std::string, Topics> topics;
  while (reader.next()) {
    const auto class_ = reader.class_of();
    const Subject* subject = class_ ? reader.subject_of() : nullptr;
    const auto day = subject ? reader.date("date") : std::nullopt;
    if (!day) continue;
    tally.classes.insert(*class_);
    if (reader.has("entered")) {
      tally.looked(Check::entered_on_time);
      if (reader.text("entered").empty()) {
        tally.fault(Check::entered_on_time, finding_at(reader, rules::journal_not_entered, "entered"));
      } else if (const auto entered = reader.date("entered"); entered && *entered != *day) {
        const int days = entered->days() - day->days();
        const Label when = days > 0 ? Label{"кийин", "позже", "later"} : Label{"мурда", "раньше", "before"};
        tally.fault(Check::entered_on_time,
                    finding_at(reader, rules::journal_late_entry, "entered",
                               {{"days", fmt::format("{}", std::abs(days))}, {"when", when}}));
      }
    }
    tally.looked(Check::topics_homework);
    const std::string_view topic = reader.text("topic");
    if (topic.empty())
      tally.fault(Check::topics_homework, finding_at(reader, rules::journal_no_topic, "topic"));
    if (reader.has("homework") && reader.text("homework").empty())
      tally.fault(Check::topics_homework, finding_at(reader, rules::journal_no_homework, "homework"));
    const std::string language = fold_header(reader.text("language"));
    if (language.empty() || topic.empty()) continue;
    tally.looked(Check::language);
    if (language.starts_with("ru") || language.starts_with("ор") || language.starts_with("рус")) {
      if (has_kyrgyz_letter(topic))
        tally.fault(Check::language, finding_at(reader, rules::journal_language, "topic"));
    } else if (language.starts_with("ky") || language.starts_with("кыр")) {
      const auto [it, fresh] =
          topics.try_emplace(class_->text() + subject->id,
                             Topics{0, 0, finding_at(reader, rules::journal_language, "topic"), {}});
      ++it->second.count;
      it->second.kyrgyz += has_kyrgyz_letter(topic) ? 1 : 0;
      if (is_russian(topic))
        it->second.russian.push_back(finding_at(reader, rules::journal_language, "topic"));
    }
  }
  // A term of Kyrgyz topics without a single ң, ө or ү was not written in Kyrgyz: one finding says it of all.
  for (auto& [key, of_subject] : topics) {
    if (of_subject.count >= 5 && of_subject.kyrgyz == 0) {
      tally.fault(Check::language, std::move(of_subject.first));
      continue;
    }
    for (Finding& finding : of_subject.russian) tally.fault(Check::language, std::move(finding));
  }
}

void inspect_hours(TableReader& reader, InspectionTally& tally) {
  while (reader.next()) {
    const auto class_ = reader.class_of();
    const Subject* subject = class_ ? reader.subject_of() : nullptr;
    if (!subject) continue;
    const auto curriculum = reader.count("curriculum"), plan = reader.count("plan");
    if (!curriculum || !plan) continue;
    tally.classes.insert(*class_);
    tally.looked(Check::plan_is_curriculum);
    if (*curriculum == *plan) continue;
    Finding finding = finding_at(reader, rules::journal_plan_hours, "plan",
                                 {{"curriculum", fmt::format("{}", *curriculum)}});
    finding.found = fmt::format("{}", *plan);
    tally.fault(Check::plan_is_curriculum, std::move(finding));
  }
}

}  // namespace mektep
