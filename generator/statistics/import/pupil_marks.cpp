#include "base/digest.h"
#include "base/text.h"
#include "statistics/import/reader.h"

namespace mektep {
namespace {

std::size_t column_of(ReadMark mark) {
  switch (mark.word) {
    case MarkWord::mark:
      return static_cast<std::size_t>(5 - mark.step);
    case MarkWord::not_attested:
      return static_cast<std::size_t>(MarkColumn::not_attested);
    case MarkWord::exempt:
      return static_cast<std::size_t>(MarkColumn::exempt);
    default:
      return static_cast<std::size_t>(MarkColumn::missing);
  }
}

}  // namespace

std::size_t PupilMarks::class_index(Term term, const ClassName& class_) {
  const auto it = std::find(classes_.begin(), classes_.end(), std::pair(term, class_));
  if (it != classes_.end()) return static_cast<std::size_t>(it - classes_.begin());
  classes_.emplace_back(term, class_);
  counts_.emplace_back();
  return classes_.size() - 1;
}

std::size_t PupilMarks::subject_index(const std::string& id) {
  const auto it = std::find(subjects_.begin(), subjects_.end(), id);
  if (it != subjects_.end()) return static_cast<std::size_t>(it - subjects_.begin());
  if (subjects_.size() == max_subjects) return max_subjects - 1;
  subjects_.push_back(id);
  return subjects_.size() - 1;
}

bool PupilMarks::add(std::size_t class_index, std::string_view pupil, std::size_t subject_index,
                     ReadMark mark) {
  const Digest name = digest(pupil);
  const std::uint64_t key = (name.low ^ ((class_index + 1) * 0x9E37'79B9'7F4A'7C15ULL)) | 1U;
  Pupil& found = find(key, class_index);
  std::uint64_t& subjects = found.subjects[subject_index / 64];
  const std::uint64_t bit = std::uint64_t{1} << (subject_index % 64);
  if ((subjects & bit) != 0) return false;
  subjects |= bit;
  const std::size_t column = column_of(mark);
  if (found.seen[column] < 255) ++found.seen[column];
  auto& of_class = counts_[class_index];
  if (of_class.size() <= subject_index) of_class.resize(subject_index + 1);
  ++of_class[subject_index][column];
  return true;
}

PupilMarks::Pupil& PupilMarks::find(std::uint64_t key, std::size_t class_index) {
  if (used_ * 2 >= pupils_.size()) grow();
  std::size_t at = (key >> 1) & (pupils_.size() - 1);
  while (pupils_[at].key != 0 && pupils_[at].key != key) at = (at + 1) & (pupils_.size() - 1);
  Pupil& pupil = pupils_[at];
  if (pupil.key == 0) {
    pupil.key = key;
    pupil.class_index = static_cast<std::uint32_t>(class_index);
    ++used_;
  }
  return pupil;
}

void PupilMarks::grow() {
  std::vector<Pupil> larger(pupils_.size() * 2);
  for (const Pupil& pupil : pupils_) {
    if (pupil.key == 0) continue;
    std::size_t at = (pupil.key >> 1) & (larger.size() - 1);
    while (larger[at].key != 0) at = (at + 1) & (larger.size() - 1);
    larger[at] = pupil;
  }
  pupils_ = std::move(larger);
}

void PupilMarks::take_marks(std::map<Term, TermTables>& tables) {
  for (std::size_t c = 0; c < classes_.size(); ++c) {
    const auto& [term, class_] = classes_[c];
    for (std::size_t s = 0; s < counts_[c].size(); ++s) {
      const auto& row = counts_[c][s];
      if (std::all_of(row.begin(), row.end(), [](std::int64_t n) { return n == 0; })) continue;
      mektep::add(tables[term][TableKind::marks].rows[{class_, {subjects_[s], {}}}],
                  Counts(row.begin(), row.end()));
    }
    counts_[c].clear();
  }
}

void PupilMarks::take_levels(std::map<Term, TermTables>& tables) const {
  for (const Pupil& pupil : pupils_) {
    if (pupil.key == 0) continue;
    const auto& [term, class_] = classes_[pupil.class_index];
    Counts& row = tables[term][TableKind::pupils].rows[{class_, {}}];
    if (row.empty()) row.resize(spec_of(TableKind::pupils).counts.size());
    const auto seen = [&](MarkColumn column) { return pupil.seen[static_cast<std::size_t>(column)]; };
    const auto count = [&](PupilColumn column) { ++row[static_cast<std::size_t>(column)]; };
    using enum MarkColumn;
    const int given = seen(n5) + seen(n4) + seen(n3) + seen(n2) + seen(n1) + seen(not_attested);
    if (seen(missing) > 0) {
      count(PupilColumn::missing);
      continue;
    }
    if (given == 0) {
      count(PupilColumn::without_marks);
      continue;
    }
    count(PupilColumn::pupils);
    if (seen(n2) + seen(n1) > 0) {
      count(PupilColumn::failing);
    } else if (seen(not_attested) > 0) {
      count(PupilColumn::not_attested);
    } else if (seen(n3) > 0) {
      count(PupilColumn::satisfactory);
      if (seen(n3) == 1) count(PupilColumn::one_three);
    } else if (seen(n4) > 0) {
      count(PupilColumn::good);
      if (seen(n4) == 1) count(PupilColumn::one_four);
    } else {
      count(PupilColumn::excellent);
    }
  }
}

}  // namespace mektep
