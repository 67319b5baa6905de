// Looks for what must not stand in content that becomes public: keys and passwords of machines, personal
// numbers, lists of people's telephones (security line 35; ICT-20, ICT-21).
#pragma once
#include <string_view>

#include "base/finding.h"

namespace mektep::editor {

// Findings of the rules secret_key, personal_number (these block) and telephone_list (a doubt).
Findings find_secrets(std::string_view text, const std::string& file);

}  // namespace mektep::editor
