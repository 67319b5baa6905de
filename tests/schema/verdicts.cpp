// schema_verdicts SCHEMA-FOLDER SCHEMA…: reads lines of JSON {"schema": …, "value": …} and prints 1 or 0 for
// each.
#include <fstream>
#include <iostream>
#include <sstream>

#include "schema/schema.h"
#include "syntax/json.h"

int main(int count, char** arguments) {
  using namespace mektep;
  const std::string folder = arguments[1];
  Findings findings;
  const SchemaSet set = SchemaSet::load(
      std::vector<std::string>(arguments + 2, arguments + count),
      [&](const std::string& path) -> std::optional<std::string> {
        std::ifstream in(folder + "/" + path, std::ios::binary);
        std::ostringstream text;
        text << in.rdbuf();
        return text.str();
      },
      findings);
  for (const Finding& finding : findings)
    std::cerr << finding.field << ": " << finding.message(Language::en) << '\n';
  if (!findings.empty()) return 1;
  for (std::string line; std::getline(std::cin, line);) {
    Findings faults;
    const Node instance = parse_json(line, "instance", faults);
    const Schema* schema = set.find(instance.text_of("schema"));
    if (!faults.empty() || schema == nullptr) {
      for (const Finding& f : faults)
        std::cerr << f.message(Language::en) << f.found << f.place.mark.column << "\n";
      std::cerr << "cannot read " << line << '\n';
      return 1;
    }
    std::cout << (validate(*schema, *instance.get("value"), "instance", faults, Scalars::json) ? "1\n"
                                                                                               : "0\n");
  }
  return 0;
}
