// JSON that may stand in a script of an HTML page, and the text of HTML.
#pragma once
#include <expected>
#include <string>
#include <string_view>

#include "theme/template/budget.h"
#include "theme/template/template.h"
#include "theme/value.h"

namespace mektep::templates {

// As json.dumps of Python with sorted members, but letters beyond ASCII as they are; < > & ' and U+2028/9 are
// written as \uXXXX. With `indent` over several lines.
std::expected<void, TemplateError> append_json(std::string& out, const Value& value,
                                               const std::string* indent, Budget& budget);

// Without comments and tags, references resolved, runs of blanks as one.
std::string strip_tags(std::string_view html);

}  // namespace mektep::templates
