// Taking a consent back: what it touches, what is to be changed so that nothing of it is published any
// longer, and whether anything is left.
#pragma once
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/finding.h"
#include "build/prepared_site.h"
#include "consent/traces.h"

namespace mektep {

struct WithdrawalStep {
  enum class Kind : std::uint8_t {
    record,     // the consent's own file: withdrawn, and without the person
    person,     // people/<id>.yaml: refused, without photo
    picture,    // a file that is taken away, and its side-car
    text,       // a text that is taken off the site, or loses a picture
    page,       // a file of the site that goes away
    object,     // bytes of Git LFS that are erased
    file,       // a document that is withheld until a copy without the name takes its place
    by_hand,    // a place that only a person can mend; it blocks the next publication
    history,    // what git keeps in its history
    elsewhere,  // the copy at the host, until the next publication
    // The editor adds these, see StateTraces.
    state,  // what the editor keeps outside of the repository, and erases
    stays   // likewise, of what is not erased: who has an account, and the log
  };
  Kind kind;
  std::string what;
};

struct Withdrawal {
  // Files of the repository: their new bytes, or nullopt to remove them. An overlay takes them as they are.
  std::vector<std::pair<std::string, std::optional<std::string>>> edits;
  std::vector<WithdrawalStep> steps;
  std::vector<std::string> objects;  // absolute paths
  std::vector<std::string> keys;     // under which the cache keeps what was made of the pictures
  Traces traces;                     // what may not stand in any file of the site any longer
};

// Reads only. Errors: consent_unknown.
std::expected<Withdrawal, Finding> plan_withdrawal(const PreparedSite& site, std::string_view consent);

// Writes the edits into the work tree, erases the objects, and what the cache made of pictures. Whoever
// commits by another way (the editor) takes Withdrawal::edits and calls erase() alone.
std::expected<void, Finding> carry_out(const Withdrawal& withdrawal, const std::string& repository);
void erase(const Withdrawal& withdrawal, const std::string& cache_folder);

}  // namespace mektep
