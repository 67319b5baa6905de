// The editorial policy (schema/policy/words.yaml): what a reviewer is asked about.
#pragma once
#include <bitset>
#include <string>
#include <string_view>
#include <vector>

#include "base/locale.h"
#include "names/words.h"
#include "syntax/node.h"

namespace mektep {

struct PolicyTopic {
  std::string id, clauses;
  Label label;
  // Phrases, each as the folded beginnings of its words (names/words.h).
  std::vector<std::vector<std::string>> words, unless;
};

// The first three letters of words, as folded: nearly every word of a text begins no phrase, and one look
// says so.
class Beginnings {
 public:
  void add(std::string_view folded) {
    if (folded.size() < letters)
      places_.set();
    else
      places_.set(place(folded));
  }
  bool may_begin(std::string_view folded) const {
    return folded.size() < letters ? places_.all() : places_.test(place(folded));
  }

 private:
  static constexpr std::size_t letters = 3;
  // Letters differ in the lower six bits of their bytes, or nearly so.
  static std::size_t place(std::string_view folded) {
    const auto letter = [&](std::size_t i) { return static_cast<std::size_t>(folded[i] & 0x3F); };
    return letter(0) << 12 | letter(1) << 6 | letter(2);
  }
  std::bitset<1u << 18> places_;
};

struct EditorialPolicy {
  std::vector<PolicyTopic> topics;
  Beginnings beginnings;  // of all `words` of all topics
  std::vector<std::string> tracker_hosts, tracker_parameters;
};

// Reads what is there; faults of our own data read as nothing.
EditorialPolicy read_policy(const Node& data);

// A phrase of a topic that stands in a text, in bytes.
struct PolicyFind {
  const PolicyTopic* topic = nullptr;
  std::size_t begin = 0, end = 0;
};
// Once a topic and sentence; replaces what `found` held. Safe in every thread.
void find_policy_words(const TextWords& words, const EditorialPolicy& policy, std::vector<PolicyFind>& found);
// The host or parameter of an address that follows readers about; empty when there is none.
std::string tracker_in(std::string_view address, const EditorialPolicy& policy);

}  // namespace mektep
