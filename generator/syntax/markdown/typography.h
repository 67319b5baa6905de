// Typographic signs for the straight ones of a keyboard, in Kyrgyz and Russian texts, across inline mark-up.
#pragma once
#include <string>
#include <string_view>

#include "base/localise.h"

namespace mektep {

// "…" → «…» with „…“ inside · ` - ` → ` — ` · -- → – · ... → … · a no-break space before the dash, before ж.
// and г. behind a number, and behind № · no line end within «4-сабак» and «5-й». One block of text at a time;
// writes HTML.
class Typographer {
 public:
  explicit Typographer(Locale locale) : quotes_(quotes(locale)) {}

  void begin_block();
  // `more`: something other than a space follows in the block.
  void text(std::string& out, std::string_view text, bool more);
  // An inline thing that is no text: code, a picture, a shortcode.
  void thing() { before_ = Before::letter; }
  void space() { before_ = Before::space; }

 private:
  enum class Before : std::uint8_t { start, space, opening, letter };
  Before before(std::string_view text, std::size_t at) const;
  void quote(std::string& out, std::string_view text, std::size_t at, bool more);
  std::size_t dashes(std::string& out, std::string_view text, std::size_t at, bool more);

  Quotes quotes_;
  Before before_ = Before::start;
  int depth_ = 0;
  bool opened_ = false;  // what the last straight quote became
};

}  // namespace mektep
