// The demonstration school's disclosure section, read as the sveden robot reads it.
#include "outputs/disclosure/disclosure.h"

#include <catch2/catch.hpp>
#include <set>

#include "facts/facts.h"
#include "outputs/disclosure/value.h"
#include "outputs/passes.h"
#include "support/school.h"
#include "syntax/json.h"
#include "syntax/yaml/yaml.h"

using namespace mektep;
using namespace mektep::test;

namespace {

// The demonstration school on a fixed day, with a theme that is never asked.
struct Demonstration {
  std::shared_ptr<const Snapshot> snapshot;
  Findings findings;
  Catalogue catalogue;
  ContentModel model;
  Facts facts;
  Media media;
  Theme theme;
  std::unique_ptr<SiteContext> site;

  Demonstration() {
    snapshot = std::shared_ptr<const Snapshot>(std::move(*open_working_tree(MEKTEP_ROOT "/content")));
    auto folder = open_working_tree(MEKTEP_ROOT "/schema");
    const std::string text = *(*folder)->read(*(*folder)->find("disclosure.yaml"));
    catalogue = load_catalogue(parse_yaml(text, "disclosure.yaml", findings), "disclosure.yaml", findings);
    model = load_content(*snapshot, project_schemas(), {}, findings);
    FactOptions options;
    options.today = Date{2026, 11, 21};
    facts = compute_facts(model, project_schemas(), catalogue, std::move(options));
    site = std::make_unique<SiteContext>(*snapshot, model, facts, media, theme, project_schemas(), catalogue,
                                         SiteOptions{"https://school.example/", false, "Mektep test"});
  }
};

const Demonstration& demonstration() {
  static const Demonstration made;
  return made;
}

// All values of a locale, one group page after another.
std::string section(Locale locale) {
  std::string html;
  for (const DisclosureGroup& group : demonstration().catalogue.groups) {
    for (const std::string& value : disclosure_values(*demonstration().site, group, locale)) html += value;
  }
  return html;
}

// The robot: the parent of a marked element is the nearest marked ancestor; names are counted as (container,
// child) when the child's signature has that container, else as (none, child).
class Robot {
 public:
  Robot() {
    Findings findings;
    auto folder = open_working_tree(MEKTEP_ROOT "/schema");
    const std::string text = *(*folder)->read(*(*folder)->find("itemprop-sveden-9.0.0.yaml"));
    const Node table = parse_yaml(text, "itemprop", findings);
    REQUIRE(findings.empty());
    for (const Node& part : table.get("sections")->items) {
      for (const Node& tag : part.get("tags")->items) {
        known_.insert({"", std::string(tag.text_of("name"))});
        if (const Node* children = tag.given("children")) {
          for (const Node& child : children->items) {
            known_.insert({std::string(tag.text_of("name")),
                           std::string(child.is_map() ? child.text_of("name") : child.text)});
          }
        }
      }
    }
    for (const Node& tag : table.get("additional")->items) {
      known_.insert({std::string(tag.text_of("parent")), std::string(tag.text_of("name"))});
    }
  }

  using Tag = std::pair<std::string, std::string>;  // container, name
  bool knows(const Tag& tag) const { return known_.contains(tag); }

  // Tags found in `html` with how often, and the faults of its mark-up.
  std::map<Tag, int> read(std::string_view html, std::vector<std::string>& faults) const {
    std::map<Tag, int> found;
    struct Open {
      std::string element;
      std::vector<std::string> names;
    };
    std::vector<Open> stack;
    for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
      const std::size_t end = html.find('>', at);
      std::string_view tag = html.substr(at + 1, end - at - 1);
      const bool closing = tag.starts_with('/');
      if (closing) tag.remove_prefix(1);
      const std::string element(tag.substr(0, tag.find(' ')));
      if (closing) {
        if (stack.empty() || stack.back().element != element) {
          faults.push_back("</" + element + "> closes nothing");
        } else {
          stack.pop_back();
        }
        continue;
      }
      Open open{element, {}};
      if (const std::size_t mark = tag.find(" itemprop=\""); mark != std::string_view::npos) {
        const std::size_t begin = mark + 11;
        for (const std::string_view name : split_words(tag.substr(begin, tag.find('"', begin) - begin)))
          open.names.emplace_back(name);
      }
      for (const std::string& name : open.names) ++found[{container(stack, name), name}];
      stack.push_back(std::move(open));
    }
    if (!stack.empty()) faults.push_back("<" + stack.back().element + "> is not closed");
    return found;
  }

 private:
  static std::vector<std::string_view> split_words(std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
      const std::size_t space = text.find(' ');
      words.push_back(text.substr(0, space));
      text = space == std::string_view::npos ? std::string_view() : text.substr(space + 1);
    }
    return words;
  }
  template <class Stack>
  std::string container(const Stack& stack, const std::string& name) const {
    for (auto open = stack.rbegin(); open != stack.rend(); ++open) {
      for (const std::string& above : open->names) {
        if (known_.contains({above, name})) return above;
      }
    }
    return {};
  }
  std::set<Tag> known_;
};

}  // namespace

TEST_CASE("the robot finds the mark-up of every item, in both languages") {
  const Robot robot;
  for (const Locale locale : all_locales) {
    std::vector<std::string> faults;
    const auto found = robot.read(section(locale), faults);
    for (const std::string& fault : faults) FAIL(fault);
    for (const DisclosureItem& item : demonstration().catalogue.items) {
      if (item.itemprop.empty()) continue;
      INFO(code(locale) << " " << item.number << " " << item.itemprop_parent << "/" << item.itemprop);
      CHECK(robot.knows({item.itemprop_parent, item.itemprop}));
      CHECK(found.contains({item.itemprop_parent, item.itemprop}));
    }
    // Nothing is marked that the table does not know at that place.
    for (const auto& [tag, count] : found) {
      INFO(code(locale) << " " << tag.first << "/" << tag.second);
      CHECK(robot.knows(tag));
    }
  }
}

TEST_CASE("the robot of this test sees a child outside of its container") {
  const Robot robot;
  std::vector<std::string> faults;
  const auto inside =
      robot.read("<div itemprop=\"teachingStaff\"><p><b itemprop=\"post\">x</b></p></div>", faults);
  CHECK(inside.contains({"teachingStaff", "post"}));
  const auto beside = robot.read("<div itemprop=\"teachingStaff\"></div><b itemprop=\"post\">x</b>", faults);
  CHECK_FALSE(beside.contains({"teachingStaff", "post"}));
}

TEST_CASE("a value stands once on a page, and every item shows something") {
  for (const DisclosureGroup& group : demonstration().catalogue.groups) {
    const auto values = disclosure_values(*demonstration().site, group, Locale::ky);
    REQUIRE(values.size() == group.items.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
      const ItemStatus& status = demonstration().facts.disclosure.items[group.items[i]];
      INFO(status.item->id);
      if (!status.values.empty() || !status.absences.empty()) CHECK_FALSE(values[i].empty());
    }
  }
}

TEST_CASE("a person without consent appears nowhere by name or id") {
  const std::string all = section(Locale::ky) + section(Locale::ru) + disclosure_json(*demonstration().site) +
                          school_json_ld(*demonstration().site, Locale::ky);
  std::size_t withheld = 0;
  for (const Person& person : demonstration().model.people) {
    if (!demonstration().facts.consents.publish(person).name_withheld()) continue;
    ++withheld;
    INFO(person.id);
    CHECK(all.find(person.id) == std::string::npos);
    CHECK(all.find(person.surname.in(Locale::ky) + " " + person.given.in(Locale::ky)) == std::string::npos);
  }
  CHECK(withheld == demonstration().facts.disclosure.withheld_people);
}

TEST_CASE("disclosure.json and the graph are sound JSON with all items") {
  Findings findings;
  const Node report = parse_json(disclosure_json(*demonstration().site), "disclosure.json", findings);
  const Node graph = parse_json(school_json_ld(*demonstration().site, Locale::ru), "graph", findings);
  CHECK(findings.empty());
  CHECK(report.get("items")->items.size() == 62);
  CHECK(graph.get("@graph")->items.front().text_of("@type") == "School");
}

TEST_CASE("the section has an overview and a page for each group in both languages, and the data") {
  PageSet pages;
  Findings findings;
  plan_disclosure(*demonstration().site, pages, findings);
  pages.close(findings);
  CHECK(findings.empty());
  CHECK(pages.outputs().size() == 2 * (1 + demonstration().catalogue.groups.size()) + 1);
  CHECK(pages.find("ru/disclosure/staff/index.html"));
  CHECK(pages.find("disclosure.json"));
}

TEST_CASE("no marked element stands inside one of the same name") {
  for (const std::string& name : {std::string("telephone"), std::string("email"), std::string("post")}) {
    const std::string html = section(Locale::ky), mark = "itemprop=\"" + name + "\"";
    for (std::size_t at = html.find(mark); at != std::string::npos; at = html.find(mark, at + 1)) {
      const std::size_t next = html.find(mark, at + 1);
      const std::size_t closed = html.find("</", at);
      INFO(html.substr(at, 200));
      CHECK((next == std::string::npos || closed < next));
    }
  }
}

TEST_CASE("the head of a division who has not consented is shown by post, in the pages and in the data") {
  const auto school = load_school(
      {{"site.yaml", site_yaml},
       {"people/roza-isakova.yaml",
        "name: {surname: {ky: Исакова, ru: Исакова}, given: {ky: Роза, ru: Роза}}\nkind: teacher\n"
        "post: {ky: Китепканачы, ru: Библиотекарь}\n"},
       {"school/director.yaml", "person: roza-isakova\n"},
       {"school/governance.yaml",
        "bodies:\n  - name: {ky: Китепкана, ru: Библиотека}\n    head_post: {ky: Башчы, ru: Глава}\n"
        "    head: roza-isakova\n    regulation: library\n"}});
  const Catalogue& catalogue = demonstration().catalogue;
  FactOptions options;
  options.today = Date{2026, 11, 21};
  const Facts facts = compute_facts(school.model, project_schemas(), catalogue, std::move(options));
  const Media media;
  const Theme theme;
  const SiteContext site(*school.snapshot, school.model, facts, media, theme, project_schemas(), catalogue,
                         SiteOptions{"https://school.example/", false, "Mektep test"});
  std::string html;
  for (const DisclosureGroup& group : catalogue.groups) {
    for (const std::string& value : disclosure_values(site, group, Locale::ky)) html += value;
  }
  const std::string data = disclosure_json(site), graph = school_json_ld(site, Locale::ky);
  for (const std::string* text : std::array<const std::string*, 3>{&html, &data, &graph}) {
    CHECK(text->find("roza-isakova") == std::string::npos);
    CHECK(text->find("Исакова") == std::string::npos);
    CHECK(text->find("Роза") == std::string::npos);
  }
  const std::size_t head = html.find("itemprop=\"fio\"");
  REQUIRE(head != std::string::npos);
  CHECK(html.find("Китепканачы <span class=\"small\">(аты-жөнү макулдуксуз жарыяланбайт)", head) !=
        std::string::npos);
}

TEST_CASE("a value is summed up in one line without mark-up") {
  CHECK(value_summary("<ul><li>Бир &amp; <b>эки</b></li>\n<li>үч</li></ul>", 100) == "Бир & эки; үч");
  CHECK(value_summary("<dl class=\"facts\"><dt>Күн</dt><dd>5</dd><dt>Смена</dt><dd>1</dd></dl>", 100) ==
        "Күн: 5; Смена: 1");
  CHECK(value_summary("<table><tr><th>А</th><td>б</td></tr><tr><td>в</td></tr></table>", 100) == "А, б; в");
  CHECK(value_summary("<dt>Смена</dt><dd><table><thead><tr><th>Аты</th></tr></thead><tr><td>1</td><td>08:00</"
                      "td></tr></table>",
                      100) == "Смена: 1, 08:00");
  CHECK(value_summary("<table><thead><tr><th>Аты</th>", 100).empty());
  CHECK(value_summary("<p>өмүр</p>", 3) == "өмү…");
  CHECK(value_summary("", 3).empty());
  CHECK(value_summary("a < b", 9) == "a");
}
