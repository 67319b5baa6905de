// One sentence of a text after the other: what the searches for contradictions share. Internal to this
// folder.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "facts/agreement/agreement.h"
#include "facts/agreement/cues.h"
#include "names/words.h"

namespace mektep {

class SentenceSearch {
 public:
  SentenceSearch(std::string_view text, const TextWords& words, const KnownFacts& facts,
                 std::vector<Contradiction>& found)
      : text_(text), words_(words), facts_(facts), found_(found) {}
  virtual ~SentenceSearch() = default;
  SentenceSearch(const SentenceSearch&) = delete;
  SentenceSearch& operator=(const SentenceSearch&) = delete;

  // Calls look() for every sentence.
  void run();

 protected:
  // A number in a sentence: 1 250 is one number, 08:30 two.
  struct Number {
    std::size_t first, last;  // words
    int value = 0;
  };

  // Adds what the sentence contradicts: words begin_…end_, with the numbers in numbers_.
  virtual void look() = 0;

  // A day said with its year: 12.05.2021 · 12 мая 2021 года · 2021-жылдын 12-майы.
  struct SaidDay {
    std::size_t first, last;  // words
    Date date;
  };
  std::optional<SaidDay> day_at(std::size_t i) const;

  std::string digits_of(std::size_t i) const;
  std::string_view between(std::size_t a, std::size_t b) const;  // the text between two words
  bool has(Cue cue) const { return find(cue).has_value(); }
  std::optional<std::size_t> find(Cue cue) const;
  std::optional<std::size_t> find_school() const;              // not «школьный»
  bool near(std::size_t i, Cue cue, std::size_t reach) const;  // within `reach` words of `i`
  bool of_another_time() const;  // said of another year than this one, or of the past
  bool is_year(const Number& one) const;
  bool is_genitive(std::size_t i) const;  // -нын, -дин, -тун
  void add(FactKind kind, std::size_t first, std::size_t last, std::string expected);

  std::string_view text_;
  const TextWords& words_;
  const KnownFacts& facts_;
  std::vector<Contradiction>& found_;
  std::vector<Number> numbers_;
  std::size_t begin_ = 0, end_ = 0;

 private:
  std::size_t read_number(std::size_t i);
};

// Addresses, telephones and e-mails.
void find_wrong_contacts(std::string_view text, const TextWords& words, const KnownFacts& facts,
                         std::vector<Contradiction>& found);
// Licences, hours and the name of the school.
void find_wrong_particulars(std::string_view text, const TextWords& words, const KnownFacts& facts,
                            std::vector<Contradiction>& found);

}  // namespace mektep
