// Finds texts on which the Markdown parser would take more than linear time, before it sees them.
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

namespace mektep {

// Offset of the place where the text becomes too much; nullopt for every text that a person writes.
std::optional<std::size_t> find_too_complex(std::string_view text);

}  // namespace mektep
