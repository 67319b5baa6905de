// One sentence of a text after the other: what the searches for contradictions share. Internal to this
// folder.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "facts/agreement/agreement.h"
#include "facts/agreement/sentences.h"
#include "names/words.h"

namespace mektep {

class SentenceSearch {
 public:
  // `sentences` are those of `words`.
  SentenceSearch(std::string_view text, const TextWords& words, const Sentences& sentences,
                 const KnownFacts& facts, std::vector<Contradiction>& found)
      : text_(text), words_(words), facts_(facts), found_(found), sentences_(sentences) {}
  virtual ~SentenceSearch() = default;
  SentenceSearch(const SentenceSearch&) = delete;
  SentenceSearch& operator=(const SentenceSearch&) = delete;

  // Calls look() for every sentence.
  void run();

 protected:
  using Number = SaidNumber;

  struct Range {
    std::size_t begin, end;  // words
  };

  // Adds what the sentence contradicts: words begin_…end_, with the numbers in numbers_.
  virtual void look() = 0;

  // A day said with its year: 12.05.2021 · 12 мая 2021 года · 2021-жылдын 12-майы.
  struct SaidDay {
    std::size_t first, last;  // words
    Date date;
  };
  std::optional<SaidDay> day_at(std::size_t i) const;

  std::string digits_of(std::size_t i) const { return mektep::digits_of(words_[i]); }
  std::string_view between(std::size_t a, std::size_t b) const;  // the text between two words
  bool is(std::size_t i, Cue cue) const { return (sentences_.cues(i) & bit(cue)) != 0; }
  bool is_any(std::size_t i, CueSet cues) const { return (sentences_.cues(i) & cues) != 0; }
  bool has(Cue cue) const { return (said_ & bit(cue)) != 0; }
  std::optional<std::size_t> find(Cue cue) const;
  bool is_school(std::size_t i) const;             // мектеп, билим уясы, учебное заведение; not «школьный»
  std::optional<std::size_t> find_school() const;  // the first such word
  bool near(std::size_t i, Cue cue, std::size_t reach) const;  // within `reach` words of `i`
  bool of_another_time() const;  // said of another year than this one, or of the past
  // «Коңшу мектеп», «24 мектеп», «Кочкорская школа», «№ 5 гимназия»: not of this school, or not of it alone.
  bool of_another_school() const;
  bool is_of_some() const { return has(Cue::some) || has(Cue::event); }  // not of the whole school
  bool is_year(const Number& one) const;
  bool is_decade(const Number& one) const;  // «80-жылдарда», «в 80-х годах»
  // «К 2030 году …», «эки жылдан кийин …», «… деп күтүлүүдө»
  bool is_to_come() const;
  bool begins_clause(std::size_t i) const;
  // The clause of the number with those beside it that have no number of their own; «из них …» begins
  // another.
  Range range_of(const Number& one) const;
  // What happened once was done by some: «312 окуучу киного барышты», «посадили». How many there are, and
  // where something stands, is said of the present, or by a verb of being.
  bool happened(Range range) const;
  bool is_row() const;                    // a name and its number, as in a table
  bool is_genitive(std::size_t i) const;  // -нын, -дин, -тун
  void add(FactKind kind, std::size_t first, std::size_t last, std::string expected);

  std::string_view text_;
  const TextWords& words_;
  const KnownFacts& facts_;
  std::vector<Contradiction>& found_;
  std::span<const Number> numbers_;
  std::size_t begin_ = 0, end_ = 0;

 private:
  bool is_named_otherwise(std::size_t school) const;
  bool stands_alone(Range clause) const;

  const Sentences& sentences_;
  CueSet said_ = 0;  // by all words of the sentence
};

// Whether a word of one of the names is the beginning of `said`, or the other way round.
bool is_in_names(const std::vector<std::string>& names, std::string_view said);
// Whether one of the names has this number.
bool has_number(const std::vector<std::string>& names, std::string_view digits);

// Numbers of pupils and teachers.
void find_wrong_counts(std::string_view text, const TextWords& words, const Sentences& sentences,
                       const KnownFacts& facts, std::vector<Contradiction>& found);
// The year of founding, and anniversaries.
void find_wrong_founding(std::string_view text, const TextWords& words, const Sentences& sentences,
                         const KnownFacts& facts, std::vector<Contradiction>& found);
void find_wrong_director(std::string_view text, const TextWords& words, const Sentences& sentences,
                         const KnownFacts& facts, std::vector<Contradiction>& found);

// Addresses, telephones and e-mails.
void find_wrong_contacts(std::string_view text, const TextWords& words, const Sentences& sentences,
                         const KnownFacts& facts, std::vector<Contradiction>& found);
// Licences, hours and the name of the school.
void find_wrong_particulars(std::string_view text, const TextWords& words, const Sentences& sentences,
                            const KnownFacts& facts, std::vector<Contradiction>& found);

}  // namespace mektep
