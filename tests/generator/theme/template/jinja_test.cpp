// Every case of tests/data/templates/cases.json comes out as Jinja2 rendered it; see cases.py there.
#include <fstream>
#include <nlohmann/json.hpp>

#include "theme/template/template.h"

namespace {

using Json = nlohmann::ordered_json;
using namespace mektep;

Value to_value(const Json& json) {
  if (json.is_null()) return nullptr;
  if (json.is_boolean()) return json.get<bool>();
  if (json.is_number_integer()) return json.get<std::int64_t>();
  if (json.is_number()) return json.get<double>();
  if (json.is_string()) return json.get<std::string>();
  if (json.is_array()) {
    ValueList list;
    for (const Json& item : json) list.push_back(to_value(item));
    return list;
  }
  std::vector<std::pair<std::string, Value>> members;
  for (const auto& [name, item] : json.items()) members.emplace_back(name, to_value(item));
  return make_record(std::move(members));
}

std::string describe(const Finding& finding) {
  return fmt::format("{} at {}:{}:{}: {} ({})", finding.rule->id, finding.place.file, finding.place.mark.line,
                     finding.place.mark.column, finding.message(Language::en), finding.found);
}

}  // namespace

TEST_CASE("templates come out as Jinja2 renders them") {
  std::ifstream file(MEKTEP_ROOT "/tests/data/templates/cases.json");
  const Json all = Json::parse(file);
  const Value shared = to_value(all["context"]);
  REQUIRE(all["cases"].size() >= 400);
  for (const Json& test : all["cases"]) {
    const Json& files = test["files"];
    Findings findings;
    std::vector<std::string> names;
    for (const auto& entry : files.items()) names.push_back(entry.key());
    const auto set = TemplateSet::compile(
        names,
        [&](std::string_view name) -> std::optional<std::string> {
          const auto found = files.find(std::string(name));
          if (found == files.end()) return std::nullopt;
          return found->get<std::string>();
        },
        {}, findings);
    const Value own = test.contains("context") ? to_value(test["context"]) : shared;
    std::string out;
    std::string fault;
    for (const Finding& finding : findings) fault += describe(finding) + "\n";
    if (findings.empty()) {
      const auto done = set.render("main", own.as_object(), out);
      if (!done) fault = describe(done.error());
    }
    INFO(files.dump());
    INFO(fault);
    if (test.contains("error")) {
      INFO(test["error"]);
      CHECK_FALSE(fault.empty());
    } else {
      CHECK(fault.empty());
      CHECK(out == test["expected"].get<std::string>());
    }
  }
}
