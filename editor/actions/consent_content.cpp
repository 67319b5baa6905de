#include "editor/actions/consent_content.h"

#include "base/zone.h"
#include "editor/actions/store_refusal.h"

namespace mektep::editor {

Date school_today(const Services& services) {
  return date_at(services.machine.now(), bishkek_minutes);
}

Outcome<std::unique_ptr<PreparedSite>> prepare_content(Services& services, const std::string& revision,
                                                       Date day) {
  auto names = services.private_register.names();
  if (!names) return std::unexpected(refusal_of(names.error()));
  BuildOptions options;
  options.repository = services.repository.folder();
  options.revision = revision;
  options.data_folder = services.data_folder;
  options.cache_folder = services.state_folder + "/cache";
  options.today = day;
  options.private_names = std::move(*names);
  auto site = prepare_site(std::move(options));
  if (!site) {
    return std::unexpected(
        Refusal{.kind = Refusal::Kind::failed,
                .message = {site.error().message(Language::ky), site.error().message(Language::ru),
                            site.error().message(Language::en)},
                .findings = {},
                .detail = site.error().message(Language::en)});
  }
  return std::move(*site);
}

Outcome<ContentModel> load_register(Services& services) {
  const auto snapshot = services.repository.snapshot();
  if (!snapshot) return std::unexpected(refusal_of(snapshot.error()));
  std::vector<std::pair<std::string, std::string>> files;
  for (const std::string_view folder : {"consents/", "people/"}) {
    for (const SourceFile& file : (*snapshot)->under(folder)) {
      if (!file.path.ends_with(".yaml") || file.path.find('.') + 5 != file.path.size()) continue;
      if (auto bytes = (*snapshot)->read(file)) files.emplace_back(file.path, std::move(*bytes));
    }
  }
  Findings unused;
  return load_content(*make_memory_snapshot(std::move(files)), services.forms.schemas().schemas, {}, unused);
}

}  // namespace mektep::editor
