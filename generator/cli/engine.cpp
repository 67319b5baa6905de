#include "cli/engine.h"

#include "build/explain.h"
#include "build/theme_check/theme_check.h"
#include "cli/build_options.h"
#include "cli/progress.h"
#include "outputs/hosting/hosting.h"
#include "publish/all_rules.h"
#include "publish/folder_build.h"

namespace mektep::cli {

BuildOptions build_options(const Request& request) {
  BuildOptions options;
  options.repository = request.repository;
  options.revision = request.revision;
  options.data_folder = request.data_folder;
  options.cache_folder = request.cache_folder;
  options.theme_folder = request.theme_folder;
  options.today = request.today;
  options.jobs = request.jobs;
  options.base_url = request.base_url;
  options.program = request.program;
  options.draft = request.draft;
  options.private_names = request.private_names;
  options.links = request.links_to_files ? LinkForm::files : LinkForm::folders;
  if (Progress* progress = request.progress)
    options.progress = [progress](std::string_view phase, std::size_t done, std::size_t of) {
      progress->phase(phase, done, of);
    };
  return options;
}

namespace {

class LibraryEngine final : public Engine {
 public:
  std::expected<CheckAnswer, Finding> check(const Request& request) override {
    auto site = prepare_site(build_options(request));
    if (!site) return std::unexpected(std::move(site.error()));
    return CheckAnswer{std::move((*site)->findings), (*site)->snapshot};
  }

  std::expected<CheckAnswer, Finding> check_theme(const Request& request) override {
    auto checked = mektep::check_theme(build_options(request));
    if (!checked) return std::unexpected(std::move(checked.error()));
    return CheckAnswer{std::move(checked->findings), std::move(checked->snapshot)};
  }

  std::expected<BuildAnswer, Finding> build(const Request& request, const std::string& out) override {
    const FolderBuildOptions options{build_options(request), out, find_rule, request.now};
    auto built = build_into_folder(options);
    if (!built) return std::unexpected(std::move(built.error()));
    BuildAnswer answer;
    answer.check = {std::move(built->findings), std::move(built->snapshot)};
    answer.published = built->published;
    answer.pages = built->pages;
    answer.written = built->written;
    answer.unchanged = built->unchanged;
    answer.removed = built->removed;
    answer.cause = built->cause;
    answer.changes = std::move(built->changes);
    return answer;
  }

  std::expected<std::vector<TranslationRow>, Finding> translations(const Request& request) override {
    const auto site = prepare_site(build_options(request));
    if (!site) return std::unexpected(site.error());
    return translation_matrix((*site)->model);
  }

  std::expected<std::string, Finding> server_configuration(const Request& request,
                                                           std::string_view server) override {
    const auto site = prepare_site(build_options(request));
    if (!site) return std::unexpected(site.error());
    const Hosting hosting = hosting_of(*(*site)->context);
    return server == "nginx" ? nginx_configuration(hosting) : caddy_configuration(hosting);
  }

  std::expected<std::optional<UrlAnswer>, Finding> explain_url(const Request& request, const std::string& url,
                                                               Language language) override {
    const auto site = prepare_site(build_options(request));
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
