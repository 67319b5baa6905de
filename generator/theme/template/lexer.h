// Cuts a template into texts and the tokens of its tags, with Jinja2's white space rules: `-` strips, a
// single line break at the very end is dropped, \r\n counts as \n. Refers to the source, which must outlive
// it.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"

namespace mektep::templates {

enum class Token : std::uint8_t {
  text,
  output_begin,
  output_end,
  tag_begin,
  tag_end,
  name,
  string,
  integer,
  number,
  symbol,
  end
};

struct Lexeme {
  Token token = Token::end;
  Mark mark;
  std::string_view text;  // as written; of symbols the canonical spelling
  std::string string;     // decoded string literal
  std::int64_t integer = 0;
  double number = 0;
};

// The lexemes of a whole template, closed by Token::end. Faults are findings; what follows the first is left
// out.
std::vector<Lexeme> cut_template(const std::string& name, std::string_view source, Findings& findings);

// Line breaks as \n, and without the last one.
std::string normalise_source(std::string_view source);

}  // namespace mektep::templates
