// All that runs in one editor process, in the order in which it is made and taken down.
#pragma once
#include <expected>
#include <memory>
#include <string>

#include "editor/actions/services.h"
#include "editor/cli/options.h"

namespace mektep::editor {

class Engine {
 public:
  // Opens the state folder (made when it is missing, 0700). The error is for the terminal.
  static std::expected<std::unique_ptr<Engine>, std::string> open(const CommandOptions& options);
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  Services& services();
  // A link that makes the first administrator, valid for a day; empty when there are accounts already.
  std::string setup_link(const std::string& base);

 private:
  struct Parts;
  explicit Engine(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace mektep::editor
