// Style sheets as they are published: what people write for people is left out, because telephones load it on
// every site.
#pragma once
#include <string>
#include <string_view>

namespace mektep {

// `css` without comments, line breaks and the blanks that mean nothing; texts in quotes and addresses stay as
// they are. Anything goes in: what is no valid style sheet comes out as invalid as it was.
std::string compact_sheet(std::string_view css);

}  // namespace mektep
