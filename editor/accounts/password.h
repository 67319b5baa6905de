// Passwords as Argon2id hashes (libsodium): slow for a thief, bounded for the server.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace mektep::editor {

struct PasswordCost {
  std::uint64_t memory_kib = 47104;
  std::uint32_t passes = 1;
  unsigned at_once = 4;  // hashes that are computed at the same time; others wait
};

// Every member may be called from any thread.
class PasswordHasher {
 public:
  explicit PasswordHasher(PasswordCost cost = {});
  ~PasswordHasher();
  PasswordHasher(const PasswordHasher&) = delete;
  PasswordHasher& operator=(const PasswordHasher&) = delete;

  // The hash with its parameters and salt in one line; nullopt when there is not enough memory.
  std::optional<std::string> hash(std::string_view password) const;
  bool verify(const std::string& hash, std::string_view password) const;
  // Whether `hash` was made with other parameters than those of today.
  bool is_outdated(const std::string& hash) const;
  // Takes as long as verify(): for names that nobody has.
  void verify_nothing(std::string_view password) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace mektep::editor
