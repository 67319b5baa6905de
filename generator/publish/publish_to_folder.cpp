#include "publish/publish_to_folder.h"

#include "build/render.h"

namespace mektep {

namespace {

class FolderSink final : public SiteSink {
 public:
  explicit FolderSink(OutputFolder& folder) : folder_(folder) {}
  std::expected<void, Finding> write(const std::string& file, std::string_view bytes) override {
    return folder_.write(file, bytes);
  }

 private:
  OutputFolder& folder_;
};

}  // namespace

std::expected<OutputSummary, Findings> publish_to_folder(const PublishableSite& site,
                                                         const std::string& folder) {
  auto output = OutputFolder::open(folder, {.jobs = site.site().options.jobs});
  if (!output) return std::unexpected(Findings{std::move(output.error())});
  FolderSink sink(*output);
  if (auto rendered = render_site(site.site(), sink); !rendered)
    return std::unexpected(std::move(rendered.error()));
  auto summary = output->commit();
  if (!summary) return std::unexpected(Findings{std::move(summary.error())});
  return *summary;
}

}  // namespace mektep
