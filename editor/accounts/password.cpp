#include "editor/accounts/password.h"

#include <sodium.h>

#include <array>
#include <cstdlib>
#include <semaphore>

namespace mektep::editor {

struct PasswordHasher::State {
  explicit State(PasswordCost c) : cost(c), places(c.at_once) {}
  PasswordCost cost;
  std::counting_semaphore<64> places;
  std::string nobody;  // a hash that no password has

  std::size_t memory() const { return static_cast<std::size_t>(cost.memory_kib) * 1024; }
};

namespace {

// Holds one of the places while a hash is computed.
class Place {
 public:
  explicit Place(std::counting_semaphore<64>& places) : places_(places) { places_.acquire(); }
  ~Place() { places_.release(); }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;

 private:
  std::counting_semaphore<64>& places_;
};

}  // namespace

PasswordHasher::PasswordHasher(PasswordCost cost) : state_(std::make_unique<State>(cost)) {
  if (sodium_init() < 0) std::abort();  // no source of randomness
  std::array<char, 32> unknowable{};
  randombytes_buf(unknowable.data(), unknowable.size());
  state_->nobody = hash({unknowable.data(), unknowable.size()}).value_or("");
}

PasswordHasher::~PasswordHasher() = default;

std::optional<std::string> PasswordHasher::hash(std::string_view password) const {
  const Place place(state_->places);
  std::array<char, crypto_pwhash_STRBYTES> out{};
  const int failed = crypto_pwhash_str_alg(out.data(), password.data(), password.size(), state_->cost.passes,
                                           state_->memory(), crypto_pwhash_ALG_ARGON2ID13);
  if (failed != 0) return std::nullopt;
  return std::string(out.data());
}

bool PasswordHasher::verify(const std::string& hash, std::string_view password) const {
  if (hash.size() >= crypto_pwhash_STRBYTES) return false;
  const Place place(state_->places);
  return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

bool PasswordHasher::is_outdated(const std::string& hash) const {
  return hash.size() >= crypto_pwhash_STRBYTES ||
         crypto_pwhash_str_needs_rehash(hash.c_str(), state_->cost.passes, state_->memory()) != 0;
}

void PasswordHasher::verify_nothing(std::string_view password) const {
  (void)verify(state_->nobody, password);
}

}  // namespace mektep::editor
