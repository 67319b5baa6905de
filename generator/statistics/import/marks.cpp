// Marks of pupils, one a row: class, pupil, subject, mark.
#include "base/text.h"
#include "statistics/import/reader.h"
#include "statistics/rules.h"

namespace mektep {
namespace {

struct TextHash : std::hash<std::string_view> {
  using is_transparent = void;
};
using Indices = std::unordered_map<std::string, std::size_t, TextHash, std::equal_to<>>;

// Remembers what a text was resolved to: a file has some hundred classes and subjects in a million rows.
class Remembered {
 public:
  template <class Resolve>
  std::optional<std::size_t> find(std::string_view text, Resolve resolve) {
    if (last_ && text == last_text_) return last_;
    auto it = indices_.find(text);
    if (it == indices_.end()) {
      const std::optional<std::size_t> index = resolve();
      if (!index) return std::nullopt;
      it = indices_.emplace(text, *index).first;
    }
    last_text_ = it->first;
    last_ = it->second;
    return last_;
  }
  void forget() {
    indices_.clear();
    last_.reset();
  }

 private:
  Indices indices_;
  std::string_view last_text_;
  std::optional<std::size_t> last_;
};

}  // namespace

void import_marks(TableReader& reader, PupilMarks& pupils, ImportedFile& result) {
  const Scale& scale = *reader.options().policies->scale(reader.options().mapping.scale);
  Remembered classes, subjects;
  std::optional<Term> term;
  Marking marking;
  const bool class_column = reader.has("class");
  const std::size_t pupil_at = reader.index("pupil"), mark_at = reader.index("mark"),
                    subject_at = reader.index("subject"), class_at = class_column ? reader.index("class") : 0;
  while (reader.next()) {
    const auto of_row = reader.term_of();
    if (!of_row) continue;
    if (of_row != term) {
      term = of_row;
      marking = reader.options().policies->in(*term);
      classes.forget();
    }
    const auto class_index = classes.find(
        class_column ? reader.cell(class_at) : std::string_view(), [&]() -> std::optional<std::size_t> {
          const auto name = reader.class_of();
          if (!name) return std::nullopt;
          if (!marking.is_marked(name->grade)) {
            reader.fault(rules::statistics_unmarked_grade, "class", name->text());
            return std::nullopt;
          }
          return pupils.class_index(*term, *name);
        });
    if (!class_index) continue;
    const auto subject_index = subjects.find(reader.cell(subject_at), [&]() -> std::optional<std::size_t> {
      const Subject* subject = reader.subject_of();
      return subject ? std::optional(pupils.subject_index(subject->id)) : std::nullopt;
    });
    if (!subject_index) continue;
    const std::string_view pupil = trim(reader.cell(pupil_at));
    if (pupil.empty()) {
      reader.fault(rules::statistics_empty_cell, "pupil");
      continue;
    }
    const ReadMark mark = read_mark(reader.cell(mark_at), scale);
    if (mark.word == MarkWord::unknown) {
      reader.fault(
          reader.cell(mark_at).starts_with('=') ? rules::statistics_formula : rules::statistics_not_a_mark,
          "mark");
      continue;
    }
    ++result.rows;
    if (!pupils.add(*class_index, pupil, *subject_index, mark))
      reader.fault(rules::statistics_pupil_twice, "pupil");
    else if (reader.options().on_mark)
      reader.options().on_mark({*term, pupils.class_at(*class_index), std::string(pupil),
                                pupils.subject_at(*subject_index), mark});
  }
  pupils.take_marks(result.tables);
}

}  // namespace mektep
