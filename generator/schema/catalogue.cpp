#include "schema/catalogue.h"

#include <charconv>

#include "base/text.h"
#include "schema/rules.h"

namespace mektep {

namespace {

constexpr std::array<std::string_view, 15> item_keys{
    "id",     "number",   "clauses",     "group",   "requirement", "label",           "expects",   "sources",
    "absent", "personal", "review_days", "expires", "itemprop",    "itemprop_parent", "schema_org"};

class Loader {
 public:
  Loader(const std::string& file, Findings& findings) : file_(file), findings_(findings) {}

  Catalogue load(const Node& root) {
    catalogue_.itemprop_version = root.text_of("itemprop_version");
    if (const Node* groups = root.given("groups")) {
      for (const Node& node : groups->items) {
        catalogue_.groups.push_back({std::string(node.text_of("id")), label(node, "label"), {}});
      }
    }
    if (const Node* items = root.given("items")) {
      for (const Node& node : items->items) item(node);
    }
    if (catalogue_.items.empty()) fault(root.mark, "no items");
    return std::move(catalogue_);
  }

 private:
  void fault(Mark mark, std::string problem) {
    findings_.emplace_back(rules::schema_faulty, Place{file_, mark}, "", "",
                           std::vector<Param>{{"problem", std::move(problem)}});
  }

  Label label(const Node& node, std::string_view key) {
    const Node* texts = node.given(key);
    Label label;
    if (texts != nullptr) {
      label = {std::string(texts->text_of("ky")), std::string(texts->text_of("ru")),
               std::string(texts->text_of("en"))};
    }
    if (label.ky.empty() || label.ru.empty() || label.en.empty()) {
      fault(texts != nullptr ? texts->mark : node.mark, fmt::format("{} lacks ky, ru or en", key));
    }
    return label;
  }

  void item(const Node& node) {
    for (const Node::Member& member : node.members) {
      if (std::ranges::find(item_keys, member.key) == item_keys.end())
        fault(member.mark, "unknown key " + member.key);
    }
    DisclosureItem item;
    item.mark = node.mark;
    item.id = node.text_of("id");
    item.number = node.text_of("number");
    item.clauses = node.text_of("clauses", item.number);
    item.group = node.text_of("group");
    item.label = label(node, "label");
    item.expects = label(node, "expects");
    const std::string_view requirement = node.text_of("requirement", "must");
    if (requirement != "must" && requirement != "should") fault(node.mark, "requirement is must or should");
    item.requirement = requirement == "should" ? Requirement::should : Requirement::must;
    if (const Node* sources = node.given("sources")) {
      for (const Node& source : sources->items) {
        if (!parse_source(source.text)) fault(source.mark, "source " + source.text);
        item.sources.push_back(source.text);
      }
    }
    item.may_be_absent = node.text_of("absent") == "true";
    item.personal = node.text_of("personal") == "true";
    item.expires = node.text_of("expires") == "true";
    const std::string_view days = node.text_of("review_days", "0");
    const auto [end, error] = std::from_chars(days.data(), days.data() + days.size(), item.review_days);
    if (error != std::errc() || end != days.data() + days.size())
      fault(node.mark, "review_days is no number");
    item.itemprop = node.text_of("itemprop");
    item.itemprop_parent = node.text_of("itemprop_parent");
    item.schema_org = node.text_of("schema_org");
    enter(std::move(item));
  }

  void enter(DisclosureItem item) {
    if (item.id.empty() || item.number.empty() || item.sources.empty()) {
      return fault(item.mark, "an item needs id, number and sources");
    }
    if (catalogue_.find(item.id) != nullptr || catalogue_.find(item.number) != nullptr) {
      return fault(item.mark, fmt::format("{} or {} stands twice", item.id, item.number));
    }
    const auto group = std::ranges::find(catalogue_.groups, item.group, &DisclosureGroup::id);
    if (group == catalogue_.groups.end()) return fault(item.mark, "unknown group " + item.group);
    group->items.push_back(catalogue_.items.size());
    catalogue_.items.push_back(std::move(item));
  }

  const std::string& file_;
  Findings& findings_;
  Catalogue catalogue_;
};

bool is_key(std::string_view text) {
  return !text.empty() &&
         std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

}  // namespace

std::optional<SourcePath> parse_source(std::string_view text) {
  const std::size_t hash = text.find('#');
  const std::size_t slash = text.find('/');
  if (hash == std::string_view::npos || slash == std::string_view::npos || slash > hash) return std::nullopt;
  SourcePath path;
  const std::string_view root = text.substr(0, slash);
  if (root == "school") {
    path.root = SourcePath::Root::school;
  } else if (root == "people") {
    path.root = SourcePath::Root::people;
  } else if (root == "documents") {
    path.root = SourcePath::Root::documents;
  } else {
    return std::nullopt;
  }
  path.name = text.substr(slash + 1, hash - slash - 1);
  if (path.name != "*" && !is_key(path.name)) return std::nullopt;
  for (std::string_view part : split(text.substr(hash + 1), '/')) {
    SourcePath::Step step;
    if (part == "*") {
      step.kind = SourcePath::Step::Kind::each;
    } else if (part.starts_with('@')) {
      step.kind = SourcePath::Step::Kind::follow;
      step.key = part.substr(1);
      if (step.key != "people" && step.key != "documents") return std::nullopt;
    } else {
      step.optional = part.ends_with('?');
      step.absence_counts = !part.ends_with('!');
      if (step.optional || !step.absence_counts) part.remove_suffix(1);
      if (!is_key(part)) return std::nullopt;
      step.key = part;
    }
    path.steps.push_back(std::move(step));
  }
  return path;
}

const DisclosureItem* Catalogue::find(std::string_view id_or_number) const {
  const auto found = std::ranges::find_if(items, [&](const DisclosureItem& item) {
    return item.id == id_or_number || item.number == id_or_number;
  });
  return found == items.end() ? nullptr : &*found;
}

const DisclosureGroup* Catalogue::group(std::string_view id) const {
  const auto found = std::ranges::find(groups, id, &DisclosureGroup::id);
  return found == groups.end() ? nullptr : &*found;
}

Catalogue load_catalogue(const Node& disclosure, const std::string& file, Findings& findings) {
  return Loader(file, findings).load(disclosure);
}

}  // namespace mektep
