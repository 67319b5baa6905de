// Who is logged in where: opaque tokens in cookies, hashes in the database, both ends on the server's clock.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "editor/store/database.h"
#include "editor/store/machine.h"

namespace mektep::editor {

struct SessionLimits {
  std::int64_t idle = 30 * 60;          // seconds without a request
  std::int64_t absolute = 8 * 60 * 60;  // seconds since login
  std::int64_t unfinished = 10 * 60;    // seconds between password and second factor
  std::int64_t note_every = 60;         // how often `seen` is written
};

struct Session {
  // code: the password was right, the second factor is asked for. enrol: the role wants a second factor that
  // the account has not got. Neither may do anything else.
  enum class Stage : std::uint8_t { code, enrol, full };
  std::int64_t id = 0;
  std::int64_t account = 0;
  Stage stage = Stage::full;
  std::int64_t created = 0, seen = 0;  // Unix time
  std::string address, agent;          // of the browser that logged in
};

// Every member may be called from any thread.
class Sessions {
 public:
  Sessions(Database& database, const Machine& machine, SessionLimits limits = {});

  // Returns the token; it is not stored.
  Stored<std::string> start(std::int64_t account, Session::Stage stage, std::string_view address,
                            std::string_view agent);
  // nullopt: no such session, or it is over.
  Stored<std::optional<Session>> find(std::string_view token);
  Stored<void> end(std::int64_t account, std::int64_t session);
  // All of an account but `except` (0 = all): after a change of password, role, or when it is disabled.
  Stored<void> end_all(std::int64_t account, std::int64_t except = 0);
  Stored<std::vector<Session>> list(std::int64_t account) const;

 private:
  bool is_over(const Session& session) const;
  Database& database_;
  const Machine& machine_;
  SessionLimits limits_;
};

}  // namespace mektep::editor
