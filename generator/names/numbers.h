// Telephones, personal numbers and home addresses in a text.
#pragma once
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "names/personal.h"
#include "names/words.h"

namespace mektep {

// Appends to `found`. `known` are telephones in E.164 that may stand in a text.
void find_numbers(std::string_view text, const TextWords& words,
                  const std::set<std::string, std::less<>>& known, std::vector<PersonalFind>& found);
void find_home_addresses(const TextWords& words, std::vector<PersonalFind>& found);

// Whether 14 digits can be a personal number: sex 1 or 2, then a day of birth as DDMMYYYY.
bool is_personal_number(std::string_view digits);

}  // namespace mektep
