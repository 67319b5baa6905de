// ASCII slugs for addresses.
#pragma once
#include <string>
#include <string_view>

#include "base/locale.h"

namespace mektep {

// Transliterates a title into [a-z0-9-], at most `limit` bytes, cut at a hyphen. Kyrgyz by BGN/PCGN 1979
// folded to ASCII (ж = j), Russian with ж = zh. Empty when nothing of the title survives. Never used on
// stored slugs.
std::string slugify(std::string_view title, Locale locale, std::size_t limit = 60);
bool is_slug(std::string_view text);  // [a-z0-9]+(-[a-z0-9]+)*

}  // namespace mektep
