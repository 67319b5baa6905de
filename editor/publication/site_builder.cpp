#include "editor/publication/site_builder.h"

#include "build/rules.h"

namespace mektep::editor {

decltype(PublisherParts::build) make_site_builder(SiteBuilderOptions options, SiteWork& work,
                                                  const Machine& machine) {
  return [options = std::move(options), &work, &machine](
             const std::string& revision, const std::string& folder, const SiteProgress& progress,
             const std::stop_token& stop) {
    SiteJob job{.repository = options.repository,
                .revision = revision,
                .data_folder = options.data_folder,
                .cache_folder = options.cache_folder,
                .today = date_at(machine.now(), options.offset_minutes),
                .jobs = options.jobs,
                .private_names = {},
                .folder = folder};
    BuiltSite built;
    if (options.private_register) {
      auto names = options.private_register->names();
      // Without them nobody could say that no child is named.
      if (!names) {
        built.findings.emplace_back(rules::build_no_data, Place{"editor.sqlite", {}}, "", "private_names");
        return built;
      }
      job.private_names = std::move(*names);
    }
    // Somebody waits for it, and many may be writing meanwhile.
    auto result = work.run(job, {.niceness = 5, .progress = progress, .stop = stop});
    if (!result) {
      built.broke_off = result.error() == SiteFault::broke_off;
      return built;
    }
    built.findings = std::move(result->findings);
    built.complete = result->complete;
    return built;
  };
}

}  // namespace mektep::editor
