// module: editor_forms
// Forms that came back: any names and values against the widest schemas. Reading them never fails, and what
// they mean can be patched into the text. Lines of the input are `name=value`; the first chooses the schema.
#include <cstdint>
#include <cstdlib>

#include "base/text.h"
#include "editor/forms/entry_form.h"

namespace {

using namespace mektep;
using namespace mektep::editor;

const SchemaFolder& schemas() {
  static const SchemaFolder folder = [] {
    Findings findings;
    return load_schema_folder(**open_working_tree(MEKTEP_ROOT "/schema"), findings);
  }();
  return folder;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (find_invalid_utf8(bytes)) return 0;
  static constexpr std::string_view before =
      "phones:\n  - {number: '1'}  # one\n  - {number: '2'}\nname: {full: {ky: А}}\ntags: {a: {ky: "
      "Б}}\nmenu: [{page: "
      "news}]\n";
  std::vector<std::pair<std::string, std::string>> fields;
  std::string_view entry = "school/organisation";
  std::optional<RowStep> step;
  for (const std::string_view line : split(bytes, '\n')) {
    const std::size_t equals = line.find('=');
    if (line == "site" || line == "people/a" || line == "school/education") entry = line;
    if (equals == std::string_view::npos) continue;
    if (line.starts_with("do=")) step = parse_row_step(line.substr(3));
    fields.emplace_back(line.substr(0, equals), line.substr(equals + 1));
  }
  const auto file = entry_file(schemas(), entry);
  Findings findings;
  const Node now = read_values(*file, before, findings);
  const Node wanted = read_posted(*file->schema, now, Posted(fields), step ? &*step : nullptr);
  const FormField form = build_form(*file->schema, now, wanted, {});
  if (count_controls(form) == 0) std::abort();
  if (step) return 0;
  if (!write_values(*file, before, wanted)) std::abort();
  return 0;
}
