#include "cli/engine.h"

namespace mektep::cli {
namespace {

// Stands in until build/build.h exists.
class LibraryEngine final : public Engine {
 public:
  std::expected<CheckAnswer, Finding> check(const Request&) override { return CheckAnswer{}; }
  std::expected<BuildAnswer, Finding> build(const Request&, const std::string&) override {
    return BuildAnswer{};
  }
  std::expected<std::optional<UrlAnswer>, Finding> explain_url(const Request&, const std::string&,
                                                               Language) override {
    return std::nullopt;
  }
};

}  // namespace

std::unique_ptr<Engine> make_engine() {
  return std::make_unique<LibraryEngine>();
}

}  // namespace mektep::cli
