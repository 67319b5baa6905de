// Tables that hold counts already, and those that only have to be counted: class lists and lessons.
#include <set>

#include "base/digest.h"
#include "base/text.h"
#include "statistics/import/reader.h"
#include "statistics/rules.h"

namespace mektep {
namespace {

// The keys behind the class; nullopt after a finding.
std::optional<std::array<std::string, 2>> keys_of(TableReader& reader, TableKind kind,
                                                  const ClassName& class_, const Marking& marking) {
  std::array<std::string, 2> more;
  if (kind == TableKind::marks || kind == TableKind::hours || kind == TableKind::lessons) {
    const Subject* subject = reader.subject_of();
    if (!subject) return std::nullopt;
    more[0] = subject->id;
  }
  if (kind != TableKind::contingent) return more;
  constexpr std::array<std::string_view, 3> levels{"primary", "basic", "secondary"};
  more[0] = levels[static_cast<std::size_t>(marking.level_of(class_.grade))];
  if (const std::string_view programme = reader.text("programme"); !programme.empty()) {
    if (!reader.options().programmes.contains(programme)) {
      reader.fault(rules::statistics_not_a_programme, "programme");
      return std::nullopt;
    }
    more[0] = programme;
  }
  if (const std::string_view language = reader.text("language"); !language.empty()) {
    const std::string word = fold_header(language);
    for (const auto& [begin, code] :
         {std::pair("ky", "ky"), std::pair("кырг", "ky"), std::pair("kg", "ky"), std::pair("ru", "ru"),
          std::pair("орус", "ru"), std::pair("русс", "ru"), std::pair("uz", "uz"), std::pair("озб", "uz"),
          std::pair("узб", "uz"), std::pair("tg", "tg"), std::pair("таж", "tg"), std::pair("en", "en"),
          std::pair("англ", "en")})
      if (word.starts_with(begin)) more[1] = code;
    if (more[1].empty()) {
      reader.fault(rules::statistics_not_a_language, "language");
      return std::nullopt;
    }
  }
  return more;
}

// The counts of the row; nullopt after a finding.
std::optional<Counts> counts_of(TableReader& reader, TableKind kind) {
  Counts counts;
  bool sound = true;
  for (const std::string_view column : spec_of(kind).counts) {
    const auto value = reader.count(column);
    sound = sound && value;
    counts.push_back(value.value_or(0));
  }
  if (!sound) return std::nullopt;
  if (kind == TableKind::pupils && !reader.has("satisfactory")) {
    using enum PupilColumn;
    std::int64_t rest = at(counts, pupils);
    for (const PupilColumn column : {excellent, good, failing, not_attested}) rest -= at(counts, column);
    counts[static_cast<std::size_t>(satisfactory)] = std::max<std::int64_t>(rest, 0);
  }
  const auto wrong = [&](std::string_view column, std::int64_t expected, std::int64_t found) {
    reader.fault(rules::statistics_total, column, fmt::format("{}", found),
                 {{"sum", fmt::format("{}", expected)}});
    return std::nullopt;
  };
  if (kind == TableKind::marks && reader.has("pupils")) {
    const auto all = reader.count("pupils");
    if (!all) return std::nullopt;
    std::int64_t sum = 0;
    for (const std::int64_t n : counts) sum += n;
    if (sum > *all) return wrong("pupils", sum, *all);
    counts[static_cast<std::size_t>(MarkColumn::missing)] += *all - sum;
  }
  if (kind == TableKind::contingent && reader.has("total")) {
    const auto all = reader.count("total");
    if (!all) return std::nullopt;
    if (counts[0] + counts[1] != *all) return wrong("total", counts[0] + counts[1], *all);
  }
  if (const auto fault = imbalance(kind, counts)) {
    const std::string_view column = kind == TableKind::movement     ? "end"
                                    : kind == TableKind::attendance ? "lessons"
                                                                    : "pupils";
    return wrong(column, fault->expected, fault->found);
  }
  return counts;
}

}  // namespace

void import_counts(TableReader& reader, TableKind kind, ImportedFile& result) {
  const bool of_pupils = reader.has("pupil");  // several rows of a class are summed
  std::map<Term, Counts> sums;
  std::set<std::pair<std::uint64_t, std::uint64_t>> seen;
  while (reader.next()) {
    const auto term = reader.term_of();
    if (!term) continue;
    if (reader.is_total()) {  // the school's own line: held against the sum, not stored
      const auto total = counts_of(reader, kind);
      if (!total) continue;
      const Counts& sum = sums[*term];
      for (std::size_t i = 0; i < sum.size(); ++i)
        if ((*total)[i] != sum[i])
          reader.fault(rules::statistics_total, spec_of(kind).counts[i], fmt::format("{}", (*total)[i]),
                       {{"sum", fmt::format("{}", sum[i])}});
      continue;
    }
    const auto class_ = reader.class_of();
    if (!class_) continue;
    const Marking marking = reader.options().policies->in(*term);
    const bool marks = kind == TableKind::marks || kind == TableKind::pupils;
    if (marks && !marking.is_marked(class_->grade)) {
      reader.fault(rules::statistics_unmarked_grade, "class", class_->text());
      continue;
    }
    auto more = keys_of(reader, kind, *class_, marking);
    if (!more) continue;
    const auto counts = counts_of(reader, kind);
    if (!counts) continue;
    ++result.rows;
    if (of_pupils) {
      const Digest pupil =
          digest(fmt::format("{}\n{}\n{}", term->path(), class_->text(), reader.text("pupil")));
      if (reader.text("pupil").empty()) {
        reader.fault(rules::statistics_empty_cell, "pupil");
        continue;
      }
      if (!seen.emplace(pupil.high, pupil.low).second) {
        reader.fault(rules::statistics_pupil_twice, "pupil");
        continue;
      }
    }
    RowKey key{*class_, std::move(*more)};
    Counts& row = result.tables[*term][kind].rows[key];
    if (!row.empty() && !of_pupils) {
      reader.fault(rules::statistics_row_twice, "class", key.text());
      continue;
    }
    add(row, *counts);
    add(sums[*term], *counts);
  }
}

void import_class_list(TableReader& reader, ImportedFile& result) {
  std::set<std::pair<std::uint64_t, std::uint64_t>> seen;
  while (reader.next()) {
    const auto term = reader.term_of();
    if (!term) continue;
    const auto class_ = reader.class_of();
    if (!class_) continue;
    const std::string_view pupil = reader.text("pupil");
    if (pupil.empty()) {
      reader.fault(rules::statistics_empty_cell, "pupil");
      continue;
    }
    auto more = keys_of(reader, TableKind::contingent, *class_, reader.options().policies->in(*term));
    if (!more) continue;
    const std::string sex = fold_header(reader.text("sex"));
    const bool girl = sex == "ж" || sex == "к" || sex == "f" || sex == "кыз" || sex == "жен" ||
                      sex == "женский" || sex == "аял" || sex == "девочка" || sex == "girl" ||
                      sex == "female";
    const bool boy = sex == "м" || sex == "э" || sex == "m" || sex == "эркек" || sex == "муж" ||
                     sex == "мужской" || sex == "бала" || sex == "мальчик" || sex == "boy" || sex == "male";
    if (!girl && !boy) {
      reader.fault(rules::statistics_not_a_sex, "sex");
      continue;
    }
    const Digest digest_of = digest(fmt::format("{}\n{}\n{}", term->path(), class_->text(), pupil));
    if (!seen.emplace(digest_of.high, digest_of.low).second) {
      reader.fault(rules::statistics_pupil_twice, "pupil");
      continue;
    }
    ++result.rows;
    add(result.tables[*term][TableKind::contingent].rows[{*class_, std::move(*more)}],
        girl ? Counts{0, 1} : Counts{1, 0});
  }
}

void import_lessons(TableReader& reader, ImportedFile& result) {
  while (reader.next()) {
    const auto term = reader.term_of();
    if (!term) continue;
    const auto class_ = reader.class_of();
    if (!class_) continue;
    const Subject* subject = reader.subject_of();
    if (!subject) continue;
    const auto day = reader.date("date");
    if (!day) continue;
    if (!may_contain(term->year, term->period, *day)) {
      reader.fault(rules::statistics_other_term, "date", day->iso(),
                   {{"expected_term", name_of(term->period)}});
      continue;
    }
    Counts counts{1, reader.text("topic").empty() ? 0 : 1, reader.text("homework").empty() ? 0 : 1, 0};
    if (!reader.text("entered").empty()) {
      const auto entered = reader.date("entered");
      if (!entered) continue;
      counts[static_cast<std::size_t>(LessonColumn::on_time)] = *entered == *day ? 1 : 0;  // JRN-30
    }
    ++result.rows;
    add(result.tables[*term][TableKind::lessons].rows[{*class_, {subject->id, {}}}], counts);
  }
}

}  // namespace mektep
