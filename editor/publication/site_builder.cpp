#include "editor/publication/site_builder.h"

#include <stop_token>

#include "build/render.h"
#include "build/rules.h"
#include "build/twins.h"
#include "publish/output_folder/output_folder.h"
#include "publish/publishable_site.h"

namespace mektep::editor {
namespace {

class FolderSink final : public SiteSink {
 public:
  FolderSink(OutputFolder& folder, const std::stop_token& stop) : folder_(folder), stop_(stop) {}
  // Pictures that are made for the first time take minutes: nobody waits for them to stop the server.
  bool wants(const std::string&) const override { return !stop_.stop_requested(); }
  std::expected<void, Finding> write(const std::string& file, std::string_view bytes) override {
    return folder_.write(file, bytes);
  }

 private:
  OutputFolder& folder_;
  const std::stop_token& stop_;
};

BuiltSite faulty(Finding finding) {
  BuiltSite built;
  built.findings.push_back(std::move(finding));
  return built;
}

BuiltSite build(BuildOptions options, const std::string& folder, const std::stop_token& stop) {
  auto prepared = prepare_site(std::move(options));
  if (!prepared) return faulty(std::move(prepared.error()));
  const std::shared_ptr<const PreparedSite> site = std::move(*prepared);
  BuiltSite built{.findings = site->findings};
  const auto publishable = PublishableSite::pass(site);
  if (!publishable || stop.stop_requested()) return built;
  auto output = OutputFolder::open(folder, {.jobs = site->options.jobs});
  if (!output) return faulty(std::move(output.error()));
  FolderSink sink(*output, stop);
  TwinSink twins(sink, site->model.site.compress);
  SiteSink& target = site->model.site.compress.any() ? static_cast<SiteSink&>(twins) : sink;
  if (auto rendered = render_site(publishable->site(), target); !rendered) {
    append(built.findings, std::move(rendered.error()));
    return built;
  }
  if (stop.stop_requested()) return built;
  if (auto committed = output->commit(); !committed) return faulty(std::move(committed.error()));
  built.complete = true;
  return built;
}

}  // namespace

decltype(PublisherParts::build) make_site_builder(SiteBuilderOptions options, const Machine& machine) {
  return [options = std::move(options), &machine](const std::string& revision, const std::string& folder,
                                                  const auto& progress, const std::stop_token& stop) {
    BuildOptions wanted;
    wanted.repository = options.repository;
    wanted.revision = revision;
    wanted.data_folder = options.data_folder;
    wanted.cache_folder = options.cache_folder;
    wanted.today = date_at(machine.now(), options.offset_minutes);
    wanted.jobs = options.jobs;
    wanted.progress = progress;
    if (options.private_register) {
      auto names = options.private_register->names();
      // Without them nobody could say that no child is named.
      if (!names)
        return faulty(Finding(rules::build_no_data, Place{"editor.sqlite", {}}, "", "private_names"));
      wanted.private_names = std::move(*names);
    }
    std::optional<HeavyWork::Turn> turn;
    if (options.heavy_work) turn.emplace(*options.heavy_work);
    return build(std::move(wanted), folder, stop);
  };
}

}  // namespace mektep::editor
