// The inbox: what visitors ask the school through the contact form. Nothing of it is public by itself; an
// answer may become a part of a page of questions (ADM-5, ADM-6, SITE-15).
#pragma once
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "editor/store/database.h"
#include "editor/store/machine.h"

namespace mektep::editor {

struct VisitorMessage {
  enum class State : std::uint8_t {
    fresh,
    answered,
    set_aside,  // advertisements and the like; kept for a while
  };
  std::int64_t id = 0;
  State state = State::fresh;
  std::int64_t time = 0;      // Unix time
  std::string name, contact;  // as the visitor gave them; may be empty
  std::string text;
  std::string answer;       // as it was sent or published
  std::string answered_by;  // name of the account
  std::string published;    // the entry that the answer became a part of
};
std::string_view code(VisitorMessage::State state);

struct InboxLimits {
  std::size_t longest_text = 4000, longest_name = 120, longest_contact = 200;  // code points
  std::size_t of_one_address = 3, of_all = 60;                                 // messages an hour
  std::int64_t kept = 365 * 86400;  // seconds: a message is personal data, and is removed then
};

// Every member may be called from any thread.
class Inbox {
 public:
  Inbox(Database& database, const Machine& machine, InboxLimits limits = {});

  Stored<bool> open() const;  // whether visitors may write; off until an administrator turns it on
  Stored<void> set_open(bool open);
  const InboxLimits& limits() const { return limits_; }

  // Counts an attempt of an address. False: it has to wait. The address is forgotten after an hour.
  bool admit(std::string_view address);
  Stored<std::int64_t> receive(std::string_view name, std::string_view contact, std::string_view text);

  Stored<std::vector<VisitorMessage>> list(std::optional<VisitorMessage::State> state,
                                           std::size_t limit) const;  // newest first
  Stored<std::optional<VisitorMessage>> find(std::int64_t id) const;
  Stored<std::int64_t> fresh() const;  // how many
  Stored<void> answer(std::int64_t id, std::string_view text, std::string_view by,
                      std::string_view published);
  Stored<void> set_state(std::int64_t id, VisitorMessage::State state);
  Stored<bool> remove(std::int64_t id);
  Stored<std::int64_t> remove_old();  // how many were

 private:
  Database& database_;
  const Machine& machine_;
  InboxLimits limits_;
  std::mutex mutex_;
  std::multimap<std::int64_t, std::string> attempts_;  // of the last hour: time, address
};

std::span<const Migration> message_migrations();

}  // namespace mektep::editor
