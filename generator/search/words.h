// The words of a text as the search index knows them: runs of letters and digits, folded (ү→у, ө→о, ң→н, ё→е,
// lower case), because people type without a Kyrgyz keyboard. The browser cuts queries into words the same
// way (themes/default/scripts/search/words.js); a test compares the two.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace mektep {

// Reads a text word by word. Any bytes are text: what is no valid UTF-8 separates words. `text` must outlive
// it.
class SearchWords {
 public:
  // Longer words are cut: nobody types them, and the index counts letters in one character.
  static constexpr std::size_t longest = 24;  // letters

  explicit SearchWords(std::string_view text);
  // The next word; valid until the next call. False at the end.
  bool next(std::string_view& word);

 private:
  std::string composed_;  // the text, when it had to be brought into NFC
  std::string_view text_;
  std::string word_;
  std::size_t at_ = 0;
};

}  // namespace mektep
