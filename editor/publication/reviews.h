// Reviews: an author asks, a director looks, comments and decides. At most one review of an entry is open.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "editor/accounts/actor.h"
#include "editor/store/database.h"
#include "editor/store/machine.h"

namespace mektep::editor {

struct Review {
  enum class State : std::uint8_t {
    open,
    approved,
    returned,   // the author has something to mend
    withdrawn,  // by the author
  };
  std::int64_t id = 0;
  std::string entry;
  std::string digest, revision;  // of what was asked about
  State state = State::open;
  std::int64_t account = 0;  // who asked
  std::string name;
  std::int64_t assigned = 0;  // account that is asked; 0 = whoever may approve
  std::int64_t created = 0, closed = 0;
};
std::string_view code(Review::State state);

struct ReviewComment {
  std::int64_t account = 0;
  std::string name;
  std::int64_t time = 0;
  std::string text;
};

// Every member may be called from any thread.
class Reviews {
 public:
  Reviews(Database& database, const Machine& machine) : database_(database), machine_(machine) {}

  // Opens a review, or lets the open one be about the version that is given now. Returns its id.
  Stored<std::int64_t> ask(const Actor& actor, std::string_view entry, std::string_view digest,
                           std::string_view revision, std::int64_t assigned);
  Stored<void> comment(const Actor& actor, std::int64_t review, std::string_view text);
  // False: it is not open.
  Stored<bool> close(std::int64_t review, Review::State state);

  Stored<std::optional<Review>> find(std::int64_t id) const;
  Stored<std::optional<Review>> open_of(std::string_view entry) const;
  Stored<std::vector<Review>> open() const;                            // the oldest first
  Stored<std::vector<Review>> of_entry(std::string_view entry) const;  // newest first
  Stored<std::vector<ReviewComment>> comments(std::int64_t review) const;

 private:
  Database& database_;
  const Machine& machine_;
};

}  // namespace mektep::editor
