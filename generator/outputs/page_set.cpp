#include "outputs/page_set.h"

#include "base/text.h"
#include "outputs/rules.h"

namespace mektep {

void PageSet::close(Findings& findings) {
  std::ranges::stable_sort(outputs_, {}, &PlannedOutput::file);
  for (std::size_t i = 1; i < outputs_.size(); ++i) {
    const PlannedOutput &first = outputs_[i - 1], &second = outputs_[i];
    if (first.file != second.file) continue;
    findings.emplace_back(rules::outputs_two_sources, second.place, "", "/" + second.file,
                          std::vector<Param>{{"other", first.place.file}});
  }
  // The first one stands: a draft shows the site all the same.
  const auto repeated = std::ranges::unique(outputs_, {}, &PlannedOutput::file);
  outputs_.erase(repeated.begin(), repeated.end());
  // A file and a folder of one name cannot both exist either.
  for (std::size_t i = 1; i < outputs_.size(); ++i) {
    const std::string& shorter = outputs_[i - 1].file;
    if (outputs_[i].file.starts_with(shorter + "/")) {
      findings.emplace_back(rules::outputs_two_sources, outputs_[i].place, "", "/" + outputs_[i].file,
                            std::vector<Param>{{"other", outputs_[i - 1].place.file}});
    }
  }
}

const PlannedOutput* PageSet::find(std::string_view file) const {
  const auto at = std::ranges::lower_bound(outputs_, file, {}, &PlannedOutput::file);
  return at != outputs_.end() && at->file == file ? &*at : nullptr;
}

std::vector<std::string> PageSet::files() const {
  std::vector<std::string> names;
  names.reserve(outputs_.size());
  for (const PlannedOutput& output : outputs_) names.push_back(output.file);
  return names;
}

}  // namespace mektep
