// People whom texts may name without asking: known for what they wrote, fought for or discovered, and
// those whom they invented. All words are folded (names/words.h), in any case; looking up is safe in every
// thread.
#pragma once
#include <string_view>

namespace mektep {

// `given` may be a single letter.
bool is_public_person(std::string_view surname, std::string_view given);
// «Айтматовдун» beside a word that is no first name.
bool is_public_surname(std::string_view word);

}  // namespace mektep
