#include "cli/engine.h"

#include <mutex>

#include "build/explain.h"
#include "build/render.h"
#include "build/theme_check/theme_check.h"
#include "build/twins.h"
#include "cli/build_options.h"
#include "cli/progress.h"
#include "outputs/hosting/hosting.h"
#include "publish/output_folder/output_folder.h"
#include "publish/publishable_site.h"

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
  options.draft = request.draft;
  options.links = request.links_to_files ? LinkForm::files : LinkForm::folders;
  if (Progress* progress = request.progress)
    options.progress = [progress](std::string_view phase, std::size_t done, std::size_t of) {
      progress->phase(phase, done, of);
    };
  return options;
}

namespace {

// Remembers why the folder refused a file: that is no fault of the content.
class FolderSink final : public SiteSink {
 public:
  explicit FolderSink(OutputFolder& folder) : folder_(folder) {}

  std::expected<void, Finding> write(const std::string& file, std::string_view bytes) override {
    auto result = folder_.write(file, bytes);
    if (!result) {
      const std::lock_guard lock(mutex_);
      if (!fault_) fault_ = result.error();
    }
    return result;
  }
  const std::optional<Finding>& fault() const { return fault_; }

 private:
  OutputFolder& folder_;
  std::mutex mutex_;
  std::optional<Finding> fault_;
};

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
    auto prepared = prepare_site(build_options(request));
    if (!prepared) return std::unexpected(std::move(prepared.error()));
    const std::shared_ptr<const PreparedSite> site = std::move(*prepared);
    BuildAnswer answer;
    answer.check = {site->findings, site->snapshot};
    const auto publishable = PublishableSite::pass(site);
    if (!publishable) return answer;

    auto folder = OutputFolder::open(out, {.jobs = request.jobs});
    if (!folder) return std::unexpected(std::move(folder.error()));
    FolderSink sink(*folder);
    TwinSink with_twins(sink, site->model.site.compress);
    SiteSink& target = site->model.site.compress.any() ? static_cast<SiteSink&>(with_twins) : sink;
    if (auto rendered = render_site(publishable->site(), target); !rendered) {
      if (sink.fault()) return std::unexpected(*sink.fault());
      append(answer.check.findings, std::move(rendered.error()));
      sort_findings(answer.check.findings);
      return answer;
    }
    const auto summary = folder->commit();
    if (!summary) return std::unexpected(summary.error());
    answer.published = true;
    for (const auto& output : site->pages.outputs()) answer.pages += output.file.ends_with(".html") ? 1 : 0;
    answer.written = summary->written;
    answer.unchanged = summary->unchanged;
    answer.removed = summary->removed;
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
