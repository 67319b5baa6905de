#include "editor/forms/fact_list.h"

#include "base/text.h"
#include "content/classify.h"
#include "outputs/fact_text.h"
#include "schema/compiled.h"
#include "schema/describe.h"
#include "syntax/yaml/yaml.h"

namespace mektep::editor {
namespace {

constexpr std::size_t most_facts = 500;
constexpr std::size_t shown_letters = 60;  // of a value
constexpr std::size_t longest_list = 200;
constexpr std::size_t longest_table = 5;
constexpr int most_steps = 4;  // of a path

class Walk {
 public:
  Walk(const SchemaFolder& schemas, const Directory& directory, Language language,
       std::vector<FactOption>& facts)
      : schemas_(schemas), directory_(directory), language_(language), facts_(facts) {}

  void section(const std::string& id, const Node& data) {
    const Schema* schema = schemas_.schemas.find("school/" + id + ".yaml");
    path_ = "school/" + id;
    group_ = schema ? schema->shown_label().in(language_) : std::string();
    if (group_.empty()) group_ = id;
    below(data, schema, {}, {}, 0);
  }

 private:
  void below(const Node& node, const Schema* schema, const std::string& path, const std::string& names,
             int steps) {
    if (steps == most_steps) return;
    const auto next = [&](const Node& value, const Schema* its, const std::string& step,
                          const std::string& name) {
      visit(value, its, path.empty() ? step : path + "/" + step, names.empty() ? name : names + " › " + name,
            steps + 1);
    };
    for (const Node::Member& each : node.members) {
      const Schema* its = schema ? member(*schema, each.key) : nullptr;
      const std::string label = its ? describe(*its).label->in(language_) : std::string();
      next(each.value, its, each.key, label.empty() ? each.key : label);
    }
    for (std::size_t i = 0; i < node.items.size(); ++i) {
      next(node.items[i], schema ? items(*schema) : nullptr, std::to_string(i), std::to_string(i + 1));
    }
  }

  void visit(const Node& value, const Schema* schema, const std::string& path, const std::string& names,
             int steps) {
    if (value.get("absent")) return;
    const Field field = schema ? describe(*schema) : Field();
    if (!field.refers_to.empty() && field.refers_to != "people") return;
    const bool whole = value.is_scalar() || value.is_list() || value.get("ky") || value.get("settlement") ||
                       value.get("days");
    if (whole && facts_.size() < most_facts) {
      const std::string said = in_text(value, schema, field);
      if (!said.empty()) facts_.push_back({path_ + "#" + path, names + ": " + said, group_});
    }
    const bool is_table = value.items.size() > longest_table;  // its cells are nothing that texts quote
    const bool has_parts = value.is_list() ? !is_table && std::ranges::any_of(value.items, &Node::is_map)
                                           : value.is_map() && !whole;
    if (has_parts) below(value, schema, path, names, steps);
  }

  std::string in_text(const Node& value, const Schema* schema, const Field& field) const {
    if (field.refers_to == "people") {
      const auto people = directory_.find("people");
      if (people == directory_.end()) return {};
      const auto person = std::ranges::find(people->second, value.text, &Option::value);
      return person == people->second.end() ? std::string() : person->label;
    }
    const Locale locale = language_ == Language::ky ? Locale::ky : Locale::ru;
    std::string text = in_words(value, locale, schema);
    // A long list is a page of its own: its parts are offered, not the whole.
    if (value.is_list() && count_code_points(text) > longest_list) return {};
    return excerpt(text, shown_letters);
  }

  const SchemaFolder& schemas_;
  const Directory& directory_;
  Language language_;
  std::vector<FactOption>& facts_;
  std::string path_, group_;
};

}  // namespace

std::vector<FactOption> list_facts(const Snapshot& snapshot, const SchemaFolder& schemas,
                                   const Directory& directory, Language language) {
  std::vector<FactOption> facts;
  Walk walk(schemas, directory, language, facts);
  for (const SourceFile& file : snapshot.under("school/")) {
    const Classified what = classify(file.path);
    if (what.role != FileRole::school) continue;
    const auto bytes = snapshot.read(file);
    if (!bytes) continue;
    Findings findings;
    const Node data = parse_yaml(*bytes, file.path, findings);
    if (!any_blocks(findings)) walk.section(what.id, data);  // else its own screen tells what is wrong
  }
  return facts;
}

}  // namespace mektep::editor
