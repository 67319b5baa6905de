// module: theme
// Templates: compiled and rendered with a fixed context and small budgets. The input holds several templates,
// parted by lines `=== name`; the first is "main".
#include <cstdint>
#include <cstdlib>
#include <map>

#include "base/text.h"
#include "theme/template/template.h"

namespace {

using namespace mektep;

Value context() {
  ValueList pages;
  for (int i = 0; i < 3; ++i) {
    pages.push_back(make_record(
        {{"title", "Барак <" + std::to_string(i)}, {"url", "/x/"}, {"n", i}, {"ok", i % 2 == 0}}));
  }
  return make_record({{"title", "Мектеп & \"досторy\""},
                      {"n", 7},
                      {"pi", 3.25},
                      {"yes", true},
                      {"none_", nullptr},
                      {"html", Value::safe("<b>x</b>")},
                      {"pages", pages},
                      {"user", make_record({{"name", "А"}, {"tags", ValueList{"a", "b"}}})}});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Value globals = context();
  if (size > 16'384) return 0;
  std::map<std::string, std::string, std::less<>> sources;
  std::string name = "main";
  for (const std::string_view line : split({reinterpret_cast<const char*>(data), size}, '\n')) {
    if (line.starts_with("=== ")) {
      name = line.substr(4);
    } else {
      sources[name] += std::string(line) + "\n";
    }
  }
  std::vector<std::string> names;
  for (const auto& source : sources) names.push_back(source.first);
  Findings findings;
  TemplateSet::Options options;
  options.max_steps = 20'000;
  options.max_output = 1 << 16;
  options.max_depth = 24;
  const auto set = TemplateSet::compile(
      names,
      [&](std::string_view wanted) -> std::optional<std::string> {
        const auto found = sources.find(wanted);
        if (found == sources.end()) return std::nullopt;
        return found->second;
      },
      options, findings);
  for (const Finding& finding : findings) {
    if (finding.message(Language::ky).empty() || finding.hint(Language::ru).empty()) std::abort();
  }
  for (const std::string& each : names) {
    std::string out = "before";
    const auto done = set.render(each, globals.as_object(), out);
    if (!done && out != "before") std::abort();
    if (out.size() > options.max_output + size + 4096) std::abort();
  }
  return 0;
}
