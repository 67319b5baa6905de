#include "editor/forms/directory.h"

#include <algorithm>

#include "base/localise.h"
#include "content/classify.h"
#include "content/read.h"
#include "syntax/front_matter.h"
#include "syntax/yaml/yaml.h"

namespace mektep::editor {
namespace {

Locale locale_of(Language language) {
  return language == Language::ky ? Locale::ky : Locale::ru;
}

class Reader {
 public:
  Reader(const Snapshot& snapshot, Language language) : snapshot_(snapshot), locale_(locale_of(language)) {}

  void people(Directory& to) const {
    for (const SourceFile& file : snapshot_.under("people/")) {
      if (!is(file, FileRole::person)) continue;
      const Node data = yaml(file);
      std::string name;
      for (const char* part : {"name/surname", "name/given", "name/patronymic"}) {
        const std::string text = read_bilingual(data.at(part)).best(locale_);
        if (!text.empty()) name.append(name.empty() ? "" : " ").append(text);
      }
      add(to["people"], file, name);
    }
    sort(to["people"]);
  }
  void documents(Directory& to) const {
    for (const SourceFile& file : snapshot_.under("documents/")) {
      if (is(file, FileRole::document)) add(to["documents"], file, text(yaml(file), "title"));
    }
    sort(to["documents"]);
  }
  // A consent has no name: whose it is, or the number of its paper.
  void consents(Directory& to) const {
    for (const SourceFile& file : snapshot_.under("consents/")) {
      if (!is(file, FileRole::consent)) continue;
      const Node data = yaml(file);
      const std::string person(data.text_of("person"));
      const std::string id = classify(file.path).id;
      const auto known = std::ranges::find(to["people"], person, &Option::value);
      const Node* number = data.at("evidence/number");
      std::string about = known != to["people"].end() ? known->label : std::string(data.text_of("subject"));
      if (number != nullptr && number->is_scalar())
        about += fmt::format("{}№ {}", about.empty() ? "" : ", ", number->text);
      to["consents"].push_back({id, about.empty() ? id : fmt::format("{} · {}", id, about)});
    }
  }
  void programmes(Directory& to) const {
    const Node data = yaml("school/education.yaml");
    const Node* list = data.given("programmes");
    if (list == nullptr) return;
    for (const Node& item : list->items) {
      const std::string id(item.text_of("id"));
      if (!id.empty()) to["programmes"].push_back(named(id, text(item, "name")));
    }
  }
  void tags(Directory& to) const {
    const Node data = yaml("site.yaml");
    const Node* list = data.given("tags");
    if (list == nullptr) return;
    for (const Node::Member& member : list->members) {
      to["tags"].push_back(named(member.key, read_bilingual(&member.value).best(locale_)));
    }
  }
  void pages(Directory& to) const {
    for (const char* list : {"news", "events", "albums", "people", "disclosure", "documents"}) {
      to["page"].push_back({list, list});
    }
    for (const SourceFile& file : snapshot_.under("pages/")) {
      const Classified kind = classify(file.path);
      if (kind.role != FileRole::entry_text || kind.locale != locale_) continue;
      Findings ignored;
      const auto bytes = snapshot_.read(file);
      if (!bytes) continue;
      to["page"].push_back(
          named(kind.id, std::string(parse_front_matter(*bytes, file.path, ignored).data.text_of("title"))));
    }
  }

 private:
  static bool is(const SourceFile& file, FileRole role) { return classify(file.path).role == role; }
  Node yaml(const SourceFile& file) const {
    Findings ignored;
    const auto bytes = snapshot_.read(file);
    return bytes ? parse_yaml(*bytes, file.path, ignored) : Node{};
  }
  Node yaml(std::string_view path) const {
    const SourceFile* file = snapshot_.find(path);
    return file != nullptr ? yaml(*file) : Node{};
  }
  std::string text(const Node& data, std::string_view key) const {
    return read_bilingual(data.given(key)).best(locale_);
  }
  static Option named(const std::string& id, const std::string& name) {
    return {id, name.empty() ? id : name};
  }
  void add(std::vector<Option>& to, const SourceFile& file, const std::string& name) const {
    to.push_back(named(classify(file.path).id, name));
  }
  void sort(std::vector<Option>& options) const {
    std::ranges::stable_sort(
        options, [&](const Option& a, const Option& b) { return collate(a.label, b.label, locale_) < 0; });
  }

  const Snapshot& snapshot_;
  Locale locale_;
};

}  // namespace

Directory read_directory(const Snapshot& snapshot, const Catalogue& catalogue, Language language) {
  Directory directory;
  const Reader reader(snapshot, language);
  reader.people(directory);
  reader.documents(directory);
  reader.consents(directory);
  reader.programmes(directory);
  reader.tags(directory);
  reader.pages(directory);
  for (const DisclosureItem& item : catalogue.items) {
    directory["reviews"].push_back({item.id, fmt::format("{} · {}", item.number, item.label.in(language))});
  }
  return directory;
}

std::vector<Option> files_beside(const Snapshot& snapshot, std::string_view folder) {
  std::vector<Option> files;
  for (const SourceFile& file : snapshot.under(folder)) {
    if (classify(file.path).role != FileRole::asset) continue;
    const std::string name = file.path.substr(folder.size());
    files.push_back({name, name});
  }
  return files;
}

}  // namespace mektep::editor
