// The editorial policy (schema/policy/words.yaml): what a reviewer is asked about.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/locale.h"
#include "names/beginnings.h"
#include "names/words.h"
#include "syntax/node.h"

namespace mektep {

struct PolicyTopic {
  std::string id, clauses;
  Label label;
  // Phrases, each as the folded beginnings of its words (names/words.h).
  std::vector<std::vector<std::string>> words, unless;
};

struct EditorialPolicy {
  std::vector<PolicyTopic> topics;
  Beginnings<3> beginnings;  // of all `words` of all topics
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
