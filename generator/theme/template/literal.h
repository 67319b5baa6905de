// Literals: numbers and strings as templates write them, and numbers as Python prints them.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace mektep::templates {

struct Literal {
  bool valid = false;
  bool is_integer = false;
  std::string_view written;
  std::int64_t integer = 0;
  double number = 0;
};
// A number at the start of `text`; behind a dot (`list.0`) it is a plain whole number.
Literal read_number(std::string_view text, bool after_dot);

// The inside of a string literal with Python's escapes; false when one is malformed.
bool decode_string(std::string_view inside, std::string& out);

void append_integer(std::string& out, std::int64_t number);
void append_float(std::string& out, double number);           // as repr() of Python: 1.0, 1e+16, inf
void append_quoted(std::string& out, std::string_view text);  // as repr() of a Python string

}  // namespace mektep::templates
