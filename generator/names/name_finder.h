// Finds what is personal in texts: names, telephones, personal numbers, home addresses (ICT-20…22).
#pragma once
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "names/known_names.h"
#include "names/personal.h"

namespace mektep {

// Filled once, then safe to search in several threads.
class NameFinder {
 public:
  // Somebody in the register. `whose` is the caller's; the same person may have a name in each language.
  void add(const KnownName& name, std::uint32_t whose) { known_.add(name, whose); }
  // Names in this text are no secret: the school's own name, of somebody whom it is named after.
  void allow(std::string_view text);
  // A telephone in E.164 that may stand in a text: the school's own.
  void add_phone(std::string e164) { phones_.insert(std::move(e164)); }

  // Replaces what `found` held; sorted by place. `text` is UTF-8 without mark-up. 20 MB/s and more.
  void find(std::string_view text, std::vector<PersonalFind>& found) const;
  // For a text whose words have been read already.
  void find(std::string_view text, const TextWords& words, std::vector<PersonalFind>& found) const;

 private:
  KnownNames known_;
  std::set<std::string, std::less<>> phones_;
  std::set<std::string, std::less<>> allowed_;  // fingerprints
};

// What an answer remembers of the words that were asked about: sixteen hexadecimal digits of SHA-256, the
// same for every case of a name, useless for finding out the name.
std::string fingerprint(std::string_view words);

}  // namespace mektep
