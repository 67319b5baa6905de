// The Kyrgyz half of the stemmer. Inner part of stemmer.h.
#pragma once
#include <string>
#include <string_view>

namespace mektep {

std::string kyrgyz_stem(std::string_view word);  // thread-safe

}  // namespace mektep
