// The state of one school: database and accounts; and, for the server, everything that runs.
#pragma once
#include <expected>
#include <memory>
#include <string>

#include "editor/actions/services.h"
#include "editor/cli/options.h"

namespace mektep::editor {

class Engine {
 public:
  // Opens the state folder (made when it is missing, 0700). The errors are for the terminal.
  static std::expected<std::unique_ptr<Engine>, std::string> open(const CommandOptions& options);
  // Takes the repository for this process and makes what the server needs.
  std::expected<void, std::string> start(const CommandOptions& options);
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  Services& services();  // after start()
  Accounts& accounts();
  SecondFactor& factors();
  Sessions& sessions();
  AuditLog& audit();
  const Machine& machine() const;
  Upkeep& upkeep();
  // A link that makes the first administrator, valid for a day; empty when there are accounts already.
  std::string setup_link(const std::string& base);

 private:
  struct Parts;
  explicit Engine(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace mektep::editor
