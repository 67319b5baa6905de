#include "outputs/page_set.h"

#include "base/text.h"
#include "outputs/rules.h"
#include "schema/format.h"

namespace mektep {

namespace {

// What can be a file below the folder of the site. Anything else is an address that the schema has refused.
bool is_file_name(std::string_view file) {
  constexpr std::size_t longest_part = 255;
  if (!has_format(file, Format::relative_path) || file.starts_with('/')) return false;
  for (std::size_t at = 0; at < file.size();) {
    const std::size_t end = std::min(file.find('/', at), file.size());
    if (end - at > longest_part) return false;
    at = end + 1;
  }
  return std::ranges::none_of(file, [](unsigned char c) { return c < 0x20 || c == 0x7F; });
}

}  // namespace

void PageSet::close(Findings& findings) {
  std::erase_if(outputs_, [](const PlannedOutput& output) { return !is_file_name(output.file); });
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
  // A file and a folder of one name cannot both exist either: what lies in the folder gives way.
  std::vector<const PlannedOutput*> above;  // files whose names the current one begins with
  std::set<const PlannedOutput*> in_the_way;
  for (const PlannedOutput& output : outputs_) {
    while (!above.empty() && !output.file.starts_with(above.back()->file)) above.pop_back();
    const auto file = std::ranges::find_if(
        above, [&](const PlannedOutput* other) { return output.file[other->file.size()] == '/'; });
    if (file != above.end()) {
      in_the_way.insert(&output);
      findings.emplace_back(rules::outputs_two_sources, output.place, "", "/" + output.file,
                            std::vector<Param>{{"other", (*file)->place.file}});
    }
    above.push_back(&output);
  }
  if (in_the_way.empty()) return;
  std::vector<PlannedOutput> kept;
  for (PlannedOutput& output : outputs_) {
    if (!in_the_way.contains(&output)) kept.push_back(std::move(output));
  }
  outputs_ = std::move(kept);
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
