#include "cli/engine.h"

#include "build/explain.h"
#include "build/prepared_site.h"
#include "cli/progress.h"

namespace mektep::cli {
namespace {

BuildOptions options_of(const Request& request) {
  BuildOptions options;
  options.repository = request.repository;
  options.revision = request.revision;
  options.data_folder = request.data_folder;
  options.today = request.today;
  options.jobs = request.jobs;
  options.base_url = request.base_url;
  options.draft = request.draft;
  if (Progress* progress = request.progress)
    options.progress = [progress](std::string_view phase, std::size_t done, std::size_t of) {
      progress->phase(phase, done, of);
    };
  return options;
}

class LibraryEngine final : public Engine {
 public:
  std::expected<CheckAnswer, Finding> check(const Request& request) override {
    auto site = prepare_site(options_of(request));
    if (!site) return std::unexpected(std::move(site.error()));
    return CheckAnswer{std::move((*site)->findings), (*site)->snapshot};
  }

  std::expected<BuildAnswer, Finding> build(const Request& request, const std::string&) override {
    BuildAnswer answer;
    auto checked = check(request);
    if (!checked) return std::unexpected(std::move(checked.error()));
    answer.check = std::move(*checked);
    return answer;
  }

  std::expected<std::optional<UrlAnswer>, Finding> explain_url(const Request& request, const std::string& url,
                                                               Language language) override {
    const auto site = prepare_site(options_of(request));
    if (!site) return std::unexpected(site.error());
    const auto found = explain_output(**site, url);
    if (!found) return std::nullopt;
    UrlAnswer answer;
    answer.url = found->url;
    const auto add = [&](Text what, std::string value) {
      answer.facts.emplace_back(text(what, language), std::move(value));
    };
    add(Text::explain_address, found->url);
    add(Text::explain_file, found->file);
    std::string place = found->place.file;
    if (found->place.mark.line > 0) place += fmt::format(":{}", found->place.mark.line);
    add(Text::explain_place, std::move(place));
    for (const std::string& source : found->sources) add(Text::explain_made_from, source);
    return answer;
  }
};

}  // namespace

std::unique_ptr<Engine> make_engine() {
  return std::make_unique<LibraryEngine>();
}

}  // namespace mektep::cli
