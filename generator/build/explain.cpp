#include "build/explain.h"

#include "facts/permalinks.h"

namespace mektep {

std::optional<OutputExplanation> explain_output(const PreparedSite& site, std::string_view url) {
  const std::string& base = site.context->options.base_url;
  std::string path(url.starts_with(base) ? url.substr(base.size()) : url);
  if (!path.starts_with('/')) path.insert(0, "/");
  path.resize(std::min(path.find_first_of("?#"), path.size()));
  const PlannedOutput* output = nullptr;
  for (const std::string& candidate : {output_file(path), output_file(path + "/")}) {
    if (!output) output = site.pages.find(candidate);
  }
  if (!output) return std::nullopt;
  std::string address = "/" + output->file;
  if (address.ends_with("/index.html")) address.erase(address.size() - 10);
  return OutputExplanation{output->file, site.context->absolute(address), output->place, output->sources};
}

}  // namespace mektep
