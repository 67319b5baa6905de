// Compiles the files of schema/: first every place by itself, then the references between them.
#include <charconv>
#include <deque>
#include <map>

#include "base/text.h"
#include "schema/compiled.h"
#include "schema/rules.h"
#include "schema/schema.h"
#include "syntax/yaml/yaml.h"

namespace mektep {

struct SchemaSet::Impl {
  std::deque<Schema> places;                                // stable addresses
  std::map<std::string, Schema*, std::less<>> by_location;  // "person.yaml#/properties/name"
};

namespace {

std::string escape_pointer(std::string_view key) {
  return replace_all(replace_all(key, "~", "~0"), "/", "~1");
}

// "../common.yaml" seen from "school/x.yaml" is "common.yaml".
std::string resolve_file(std::string_view base, std::string_view name) {
  if (name.empty()) return std::string(base);
  std::vector<std::string> parts;
  for (const std::string_view part : split(base, '/')) parts.emplace_back(part);
  parts.pop_back();
  for (const std::string_view part : split(name, '/')) {
    if (part == "..") {
      if (!parts.empty()) parts.pop_back();
    } else if (part != ".") {
      parts.emplace_back(part);
    }
  }
  return join(parts, "/");
}

class Compiler {
 public:
  using Places = std::deque<Schema>;
  using Index = std::map<std::string, Schema*, std::less<>>;

  Compiler(Places& places, Index& index, Findings& findings)
      : places_(places), index_(index), findings_(findings) {}

  void file(const std::string& path, const Node& root) {
    file_ = path;
    compile(root, path + "#");
  }

  void resolve() {
    for (Schema& place : places_) {
      if (place.ref_text.empty()) continue;
      const std::size_t hash = place.ref_text.find('#');
      const std::string_view name = std::string_view(place.ref_text).substr(0, hash);
      const std::string_view here = std::string_view(place.location).substr(0, place.location.find('#'));
      std::string target = resolve_file(here, name) + "#";
      if (hash != std::string::npos) target += place.ref_text.substr(hash + 1);
      const auto found = index_.find(target);
      if (found != index_.end()) {
        place.ref = found->second;
      } else {
        file_ = std::string(here);
        fault(Mark{}, place.location, "$ref " + place.ref_text);
      }
    }
    refuse_cycles();
  }

 private:
  // A place that refers to itself without a step into the value would never be decided.
  void refuse_cycles() {
    for (Schema& place : places_) {
      std::size_t steps = 0;
      for (const Schema* at = place.ref; at != nullptr; at = at->ref) {
        if (at != &place && ++steps < places_.size()) continue;
        fault(Mark{}, place.location, "$ref in a circle");
        place.ref = nullptr;
        break;
      }
    }
  }

  void fault(Mark mark, const std::string& where, std::string problem) {
    findings_.emplace_back(rules::schema_faulty, Place{"schema/" + file_, mark}, where, "",
                           std::vector<Param>{{"problem", std::move(problem)}});
  }

  Schema* compile(const Node& node, std::string location) {
    Schema& s = places_.emplace_back();
    s.location = location;
    index_.emplace(std::move(location), &s);
    if (is_truth(node)) {
      s.never = node.text == "false";
      s.asserts = s.never;
    } else if (node.is_map()) {
      for (const Node::Member& member : node.members) keyword(s, member);
    } else {
      fault(node.mark, s.location, "neither keywords nor true nor false");
    }
    return &s;
  }

  void keyword(Schema& s, const Node::Member& m) {
    if (m.key.starts_with("x-")) return annotation(s, m);
    static constexpr std::array silent{"$schema",     "$id",     "$comment", "title",
                                       "description", "default", "examples", "deprecated"};
    if (std::ranges::find(silent, m.key) != silent.end()) return;
    if (m.key == "$ref") {
      s.ref_text = m.value.text;
      return;
    }
    if (m.key == "$defs") {
      for (const Node::Member& def : m.value.members) compile(def.value, below(s, "$defs", def.key));
      return;
    }
    s.asserts = true;
    if (!of_objects(s, m) && !of_lists(s, m) && !of_scalars(s, m) && !of_choices(s, m)) {
      fault(m.mark, s.location, "unknown keyword " + m.key);
    }
  }

  bool of_objects(Schema& s, const Node::Member& m) {
    if (m.key == "properties") {
      for (const Node::Member& p : m.value.members) {
        s.properties.push_back({p.key, compile(p.value, below(s, "properties", p.key))});
      }
    } else if (m.key == "required") {
      for (const Node& key : m.value.items) s.required.push_back(key.text);
    } else if (m.key == "dependentRequired") {
      for (const Node::Member& d : m.value.members) {
        auto& dependent = s.dependent.emplace_back();
        dependent.key = d.key;
        for (const Node& key : d.value.items) dependent.needs.push_back(key.text);
      }
    } else if (m.key == "additionalProperties") {
      s.additional = compile(m.value, below(s, m.key));
    } else if (m.key == "propertyNames") {
      s.property_names = compile(m.value, below(s, m.key));
    } else if (m.key == "minProperties") {
      s.min_properties = size(s, m);
    } else if (m.key == "maxProperties") {
      s.max_properties = size(s, m);
    } else {
      return false;
    }
    return true;
  }

  bool of_lists(Schema& s, const Node::Member& m) {
    if (m.key == "items") {
      s.items = compile(m.value, below(s, m.key));
    } else if (m.key == "contains") {
      s.contains = compile(m.value, below(s, m.key));
    } else if (m.key == "minItems") {
      s.min_items = size(s, m);
    } else if (m.key == "maxItems") {
      s.max_items = size(s, m);
    } else if (m.key == "uniqueItems") {
      s.unique = m.value.text == "true";
    } else {
      return false;
    }
    return true;
  }

  bool of_scalars(Schema& s, const Node::Member& m) {
    if (m.key == "type") {
      s.types = types(s, m);
    } else if (m.key == "enum") {
      s.constants = m.value.items;
    } else if (m.key == "const") {
      s.constants = {m.value};
    } else if (m.key == "pattern") {
      s.pattern = Pattern(m.value.text);
      s.pattern_text = m.value.text;
      s.has_string_rules = true;
      if (const std::string error = s.pattern.error(); !error.empty()) fault(m.mark, s.location, error);
    } else if (m.key == "format") {
      const auto format = parse_format(m.value.text);
      if (!format) fault(m.mark, s.location, "unknown format " + m.value.text);
      s.format = format.value_or(Format::none);
      s.has_string_rules = true;
    } else if (m.key == "minLength" || m.key == "maxLength") {
      (m.key == "minLength" ? s.min_length : s.max_length) = size(s, m);
      s.has_string_rules = true;
    } else if (m.key == "minimum" || m.key == "exclusiveMinimum") {
      s.minimum = number(s, m);
      s.open_minimum = m.key != "minimum";
    } else if (m.key == "maximum" || m.key == "exclusiveMaximum") {
      s.maximum = number(s, m);
      s.open_maximum = m.key != "maximum";
    } else if (m.key == "multipleOf") {
      s.multiple_of = number(s, m);
    } else {
      return false;
    }
    return true;
  }

  bool of_choices(Schema& s, const Node::Member& m) {
    auto list = [&](std::vector<const Schema*>& branches) {
      for (std::size_t i = 0; i < m.value.items.size(); ++i) {
        branches.push_back(compile(m.value.items[i], below(s, m.key, std::to_string(i))));
      }
    };
    if (m.key == "allOf") {
      list(s.all_of);
    } else if (m.key == "anyOf") {
      list(s.any_of);
    } else if (m.key == "oneOf") {
      list(s.one_of);
    } else if (m.key == "not") {
      s.not_ = compile(m.value, below(s, m.key));
    } else if (m.key == "if") {
      s.if_ = compile(m.value, below(s, m.key));
    } else if (m.key == "then") {
      s.then_ = compile(m.value, below(s, m.key));
    } else if (m.key == "else") {
      s.else_ = compile(m.value, below(s, m.key));
    } else {
      return false;
    }
    return true;
  }

  void annotation(Schema& s, const Node::Member& m) {
    if (m.key == "x-label") {
      s.label = label(s, m.value);
    } else if (m.key == "x-help") {
      s.help = label(s, m.value);
    } else if (m.key == "x-clause") {
      s.clauses = m.value.text;
    } else if (m.key == "x-widget") {
      s.widget = m.value.text;
    } else if (m.key == "x-itemprop") {
      s.itemprop = m.value.text;
    } else if (m.key == "x-schema-org") {
      s.schema_org = m.value.text;
    } else if (m.key == "x-example") {
      s.example = m.value.text;
    } else if (m.key == "x-unit") {
      s.unit = m.value.text;
    } else if (m.key == "x-ref") {
      s.refers_to = m.value.text;
    } else if (m.key == "x-labels") {
      for (const Node::Member& value : m.value.members)
        s.value_labels.push_back({value.key, label(s, value.value)});
    } else {
      fault(m.mark, s.location, "unknown annotation " + m.key);
    }
  }

  Label label(const Schema& s, const Node& node) {
    Label text{std::string(node.text_of("ky")), std::string(node.text_of("ru")),
               std::string(node.text_of("en"))};
    if (text.ky.empty() || text.ru.empty() || text.en.empty())
      fault(node.mark, s.location, "a text lacks ky, ru or en");
    return text;
  }

  std::uint8_t types(const Schema& s, const Node::Member& m) {
    static constexpr std::array<std::pair<std::string_view, Type>, 7> names{{{"string", type_string},
                                                                             {"integer", type_integer},
                                                                             {"number", type_number},
                                                                             {"boolean", type_boolean},
                                                                             {"null", type_null},
                                                                             {"array", type_array},
                                                                             {"object", type_object}}};
    std::uint8_t types = 0;
    auto add = [&](const Node& node) {
      const auto found =
          std::ranges::find(names, std::string_view(node.text), &std::pair<std::string_view, Type>::first);
      if (found == names.end()) return fault(node.mark, s.location, "unknown type " + node.text);
      types |= found->second;
    };
    if (m.value.is_list()) {
      for (const Node& node : m.value.items) add(node);
    } else {
      add(m.value);
    }
    return types;
  }

  std::size_t size(const Schema& s, const Node::Member& m) {
    std::size_t value = 0;
    const auto [end, error] =
        std::from_chars(m.value.text.data(), m.value.text.data() + m.value.text.size(), value);
    if (error != std::errc() || end != m.value.text.data() + m.value.text.size())
      fault(m.mark, s.location, m.key + " is no size");
    return value;
  }

  double number(Schema& s, const Node::Member& m) {
    s.has_number_rules = true;
    const auto value = read_number(m.value);
    if (!value) fault(m.mark, s.location, m.key + " is no number");
    return value.value_or(0);
  }

  static std::string below(const Schema& s, std::string_view keyword, std::string_view key = {}) {
    std::string location = s.location + "/" + std::string(keyword);
    if (!key.empty()) location += "/" + escape_pointer(key);
    return location;
  }

  Places& places_;
  Index& index_;
  Findings& findings_;
  std::string file_;
};

}  // namespace

SchemaSet::SchemaSet() : impl_(std::make_unique<Impl>()) {}
SchemaSet::~SchemaSet() = default;
SchemaSet::SchemaSet(SchemaSet&&) noexcept = default;
SchemaSet& SchemaSet::operator=(SchemaSet&&) noexcept = default;

SchemaSet SchemaSet::load(const std::vector<std::string>& paths, const Read& read, Findings& findings) {
  SchemaSet set;
  Compiler compiler(set.impl_->places, set.impl_->by_location, findings);
  for (const std::string& path : paths) {
    if (!path.ends_with(".yaml")) continue;
    const auto text = read(path);
    if (!text) {
      findings.emplace_back(rules::schema_faulty, Place{"schema/" + path, {}}, "", "",
                            std::vector<Param>{{"problem", std::string("cannot be read")}});
      continue;
    }
    // The catalogue and the alias tables lie beside the schemas; a schema says what it is.
    if (text->find("$schema:") == std::string::npos) continue;
    compiler.file(path, parse_yaml(*text, "schema/" + path, findings));
  }
  compiler.resolve();
  return set;
}

const Schema* SchemaSet::find(std::string_view path) const {
  const auto found = impl_->by_location.find(std::string(path) + "#");
  return found == impl_->by_location.end() ? nullptr : found->second;
}

}  // namespace mektep
