// Filters that the templates of the editor have beside those of every theme.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "theme/template/template.h"

namespace mektep::editor {

//   {{ t.of | fill('done', 57, 'all', 62) }}   words with {done} and {all} replaced
//   {{ seconds | moment(lang) }}, {{ seconds | day(lang) }}   a Unix time in words
//   {{ seconds | exact_moment(lang) }}                        the same to the second
std::vector<std::pair<std::string, Callable>> text_filters();

}  // namespace mektep::editor
