#include "facts/disclosure/walk.h"

#include "schema/describe.h"

namespace mektep {

namespace {

std::string_view kind_name(PersonKind kind) {
  static constexpr std::array<std::string_view, 3> names{"administration", "teacher", "staff"};
  return names[static_cast<std::size_t>(kind)];
}

void add_once(auto& list, auto value) {
  if (std::ranges::find(list, value) == list.end()) list.push_back(std::move(value));
}

class Walk {
 public:
  Walk(const DisclosureInput& input, const SourcePath& path, std::size_t source, Walked& walked)
      : input_(input), path_(path), source_(source), walked_(walked) {}

  void run() {
    switch (path_.root) {
      case SourcePath::Root::school:
        return school();
      case SourcePath::Root::people:
        return people();
      case SourcePath::Root::documents:
        return documents();
    }
  }

 private:
  // Where the walk is.
  struct At {
    const Node* node;
    const Schema* schema;
    const std::string* file;
    std::string field;
    Disclosed met;
  };

  void gap(const std::string& file, Mark mark, std::string field, std::string found = {}) {
    walked_.gaps.push_back({{file, mark}, std::move(field), std::move(found)});
  }

  void school() {
    const std::string file = "school/" + path_.name + ".yaml";
    const auto section = input_.model.school.find(path_.name);
    if (section == input_.model.school.end()) return gap(file, {}, {});
    add_once(walked_.files, section->second.file);
    step(start(section->second.data, input_.schemas.find(file), section->second.file), 0);
  }

  void people() {
    bool any = false;
    for (const Person& person : input_.model.people) {
      if (path_.name != "*" && path_.name != kind_name(person.kind)) continue;
      any = true;
      enter(person, {});
    }
    if (!any) gap("people", {}, {});
  }

  void documents() {
    bool any = false;
    for (const Document& document : input_.model.documents) {
      if (path_.name != "*" && path_.name != document.type) continue;
      any = true;
      enter(document, {}, 0);
    }
    if (!any) gap("documents", {}, path_.name);
  }

  At start(const Node& node, const Schema* schema, const std::string& file) const {
    At at{&node, schema, &file, {}, {}};
    at.met.source = source_;
    return at;
  }

  void enter(const Person& person, Disclosed met, std::size_t next = 0) {
    add_once(walked_.files, person.file);
    At at = start(person.data, input_.schemas.find("person.yaml"), person.file);
    at.met = std::move(met);
    at.met.source = source_;
    at.met.person = &person;
    step(at, next);
  }

  void enter(const Document& document, Disclosed met, std::size_t next) {
    add_once(walked_.files, document.file);
    add_once(walked_.documents, &document);
    At at = start(document.data, input_.schemas.find("document.yaml"), document.file);
    at.met = std::move(met);
    at.met.source = source_;
    at.met.document = &document;
    step(at, next);
  }

  void step(const At& at, std::size_t next) {
    if (next == path_.steps.size()) return arrive(at);
    const SourcePath::Step& s = path_.steps[next];
    switch (s.kind) {
      case SourcePath::Step::Kind::key:
        return key(at, s, next);
      case SourcePath::Step::Kind::each:
        return each(at, next);
      case SourcePath::Step::Kind::follow:
        return follow(at, s, next);
    }
  }

  void key(const At& at, const SourcePath::Step& s, std::size_t next) {
    const Node* value = at.node->given(s.key);
    std::string field = at.field.empty() ? s.key : at.field + "." + s.key;
    if (value == nullptr) {
      if (!s.optional) gap(*at.file, at.node->mark, std::move(field));
      return;
    }
    At below = at;
    below.node = value;
    below.schema = at.schema != nullptr ? member(*at.schema, s.key) : nullptr;
    below.field = std::move(field);
    if (value->given("absent") != nullptr) {
      if (!s.absence_counts) return gap(*at.file, value->mark, std::move(below.field), "absent");
      below.met.value = value;
      below.met.schema = below.schema;
      walked_.absences.push_back(std::move(below.met));
      return;
    }
    step(below, next + 1);
  }

  void each(const At& at, std::size_t next) {
    if (at.node->items.empty()) return gap(*at.file, at.node->mark, at.field);
    for (std::size_t i = 0; i < at.node->items.size(); ++i) {
      At below = at;
      below.node = &at.node->items[i];
      below.schema = at.schema != nullptr ? items(*at.schema) : nullptr;
      below.field += fmt::format("[{}]", i);
      below.met.rows.push_back(below.node);
      step(below, next + 1);
    }
  }

  void follow(const At& at, const SourcePath::Step& s, std::size_t next) {
    if (s.key == "people") {
      const Person* person = input_.model.person(at.node->text);
      if (person == nullptr) return gap(*at.file, at.node->mark, at.field, at.node->text);
      return enter(*person, at.met, next + 1);
    }
    const Document* document = input_.model.document(at.node->text);
    if (document == nullptr) return gap(*at.file, at.node->mark, at.field, at.node->text);
    enter(*document, at.met, next + 1);
  }

  void arrive(const At& at) {
    const bool empty =
        (at.node->is_list() && at.node->items.empty()) || (at.node->is_map() && at.node->members.empty());
    if (empty) return gap(*at.file, at.node->mark, at.field);
    const std::string& last = path_.steps.empty() ? std::string() : path_.steps.back().key;
    if (at.met.document != nullptr && (last == "files" || last == "annexes")) {
      const auto& files = last == "files" ? at.met.document->files : at.met.document->annexes;
      for (const DocumentFile& file : files) {
        if (file.sha256.empty())
          gap(*at.file, file.mark, at.field, file.path);  // the record is there, the bytes are not
      }
    }
    Disclosed met = at.met;
    met.value = at.node;
    met.schema = at.schema;
    walked_.values.push_back(std::move(met));
  }

  const DisclosureInput& input_;
  const SourcePath& path_;
  const std::size_t source_;
  Walked& walked_;
};

}  // namespace

void walk_source(const DisclosureInput& input, const SourcePath& path, std::size_t source, Walked& walked) {
  Walk(input, path, source, walked).run();
}

}  // namespace mektep
