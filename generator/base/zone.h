// The zone in which the schools live.
#pragma once
#include <cstdint>

namespace mektep {

// Asia/Bishkek is this far east of UTC all the year: there has been no summer time since 2005.
inline constexpr int bishkek_minutes = 360;
inline constexpr std::int64_t bishkek_seconds = bishkek_minutes * std::int64_t{60};

}  // namespace mektep
