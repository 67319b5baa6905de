#include "editor/forms/yaml/patch.h"

#include <filesystem>
#include <fstream>

#include "syntax/front_matter.h"
#include "syntax/yaml/yaml.h"

using namespace mektep;
using namespace mektep::editor;

namespace {

Node read(std::string_view text) {
  Findings findings;
  Node node = parse_yaml(text, "a.yaml", findings);
  REQUIRE_FALSE(any_blocks(findings));
  return node;
}
Node text(std::string value) {
  Node node;
  node.kind = Node::Kind::scalar;
  node.quoted = true;
  node.text = std::move(value);
  return node;
}
Node plain(std::string value) {
  Node node = text(std::move(value));
  node.quoted = false;
  return node;
}
Node map(std::vector<std::pair<std::string, Node>> members) {
  Node node;
  node.kind = Node::Kind::map;
  for (auto& [key, value] : members) node.members.push_back({key, {}, std::move(value)});
  return node;
}
Node& at(Node& node, std::string_view path) {
  return const_cast<Node&>(*node.at(path));
}

// The text after `edit` has changed its nodes; it always reads as what was wanted.
template <class Edit>
std::string patched(std::string_view before, Edit&& edit) {
  Node wanted = read(before);
  edit(wanted);
  const auto after = patch_yaml(before, wanted);
  REQUIRE(after);
  CHECK(means(read(*after), wanted));
  return *after;
}

}  // namespace

TEST_CASE("a changed scalar leaves everything around it alone") {
  const std::string_view before =
      "# heading\n"
      "name:   Мектеп     # as in the charter\n"
      "\n"
      "phone: '+996 312'\n"
      "unknown_key: {b: 1,   a: [x,y]}   # kept\n";
  CHECK(patched(before, [](Node& node) { at(node, "name") = text("Лицей"); }) ==
        "# heading\n"
        "name:   Лицей     # as in the charter\n"
        "\n"
        "phone: '+996 312'\n"
        "unknown_key: {b: 1,   a: [x,y]}   # kept\n");
  CHECK(patched(before, [](Node& node) {
          at(node, "phone") = text("0312 '1'");
        }).find("phone: '0312 ''1'''\n") != std::string::npos);
  CHECK(patched(before, [](Node& node) {
          at(node, "unknown_key/a/1").text = "ү, ө";
        }).find("{b: 1,   a: [x,\"ү, ө\"]}   # kept\n") != std::string::npos);
}

TEST_CASE("texts are quoted where YAML would read something else") {
  auto written = [](Node value) {
    return patched("a: x\n", [&](Node& node) { at(node, "a") = std::move(value); });
  };
  CHECK(written(text("Ысык-Көл облусу")) == "a: Ысык-Көл облусу\n");
  CHECK(written(text("0312")) == "a: \"0312\"\n");
  CHECK(written(text("2026-09-01")) == "a: \"2026-09-01\"\n");
  CHECK(written(plain("2026-09-01")) == "a: 2026-09-01\n");
  CHECK(written(plain("42")) == "a: 42\n");
  CHECK(written(text("no")) == "a: \"no\"\n");
  CHECK(written(text("«Билим»: уюм")) == "a: \"«Билим»: уюм\"\n");
  CHECK(written(text("- тире")) == "a: \"- тире\"\n");
  CHECK(written(text("a # b")) == "a: \"a # b\"\n");
  CHECK(written(text("\"тырмакча\" \\")) == "a: \"\\\"тырмакча\\\" \\\\\"\n");
  CHECK(written(text("")) == "a: \"\"\n");
  CHECK(written(text("null")) == "a: \"null\"\n");
  CHECK(written(text(" боштук ")) == "a: \" боштук \"\n");
  CHECK(written(text("https://edu.gov.kg/")) == "a: https://edu.gov.kg/\n");
  CHECK(written(text("биринчи\nэкинчи\n")) == "a: |\n  биринчи\n  экинчи\n");
  CHECK(written(text("\n  чегинген\n\n")) == "a: |2+\n\n    чегинген\n\n");
  CHECK(written(text("tab\there\nx")) == "a: \"tab\\there\\nx\"\n");
}

TEST_CASE("a block of text keeps its place and its style") {
  const std::string_view before = "a: |\n  бир\n\n  эки\nb: >-\n  үч\n  төрт\n# end\n";
  CHECK(patched(before, [](Node& node) { at(node, "a") = text("беш\n\nалты\n"); }) ==
        "a: |\n  беш\n\n  алты\nb: >-\n  үч\n  төрт\n# end\n");
  CHECK(patched(before, [](Node& node) { at(node, "b") = text("жети"); }) ==
        "a: |\n  бир\n\n  эки\nb: |-\n  жети\n# end\n");
}

TEST_CASE("keys are added in their place and taken out with their lines only") {
  const std::string_view before =
      "a: 1\n"
      "# about c\n"
      "c:   # list\n"
      "  - x\n"
      "  - y\n"
      "\n"
      "d: 4\n";
  CHECK(patched(before, [](Node& node) {
          node.members.insert(node.members.begin() + 1,
                              {"b", {}, map({{"ky", text("Кыргызча")}, {"ru", text("По-русски")}})});
        }) == "a: 1\nb: {ky: Кыргызча, ru: По-русски}\n# about c\nc:   # list\n  - x\n  - y\n\nd: 4\n");
  CHECK(patched(before, [](Node& node) { node.members.erase(node.members.begin() + 1); }) ==
        "a: 1\n# about c\n\nd: 4\n");
  CHECK(patched(before, [](Node& node) { node.members.erase(node.members.begin()); }) ==
        "# about c\nc:   # list\n  - x\n  - y\n\nd: 4\n");
  CHECK(patched(before, [](Node& node) { node.members.push_back({"e", {}, text("5")}); }) ==
        "a: 1\n# about c\nc:   # list\n  - x\n  - y\n\nd: 4\ne: \"5\"\n");
}

TEST_CASE("rows move with the comments above and behind them") {
  const std::string_view before =
      "phones:\n"
      "  - number: \"1\"   # first\n"
      "    for: {ky: Бир}\n"
      "  # the second\n"
      "  - {number: \"2\"}\n"
      "  - number: \"3\"\n"
      "mail: [a, b, c]   # in order\n";
  CHECK(patched(before,
                [](Node& node) {
                  std::vector<Node>& rows = at(node, "phones").items;
                  std::rotate(rows.begin(), rows.begin() + 1, rows.end());  // 2 3 1
                  at(node, "mail").items = {at(node, "mail").items[2], at(node, "mail").items[0], text("d")};
                }) ==
        "phones:\n"
        "  # the second\n"
        "  - {number: \"2\"}\n"
        "  - number: \"3\"\n"
        "  - number: \"1\"   # first\n"
        "    for: {ky: Бир}\n"
        "mail: [c, a, d]   # in order\n");
}

TEST_CASE("a row that moves may change as well") {
  CHECK(patched("l:\n  - a: 1\n    b: 2\n  - a: 3 # three\n", [](Node& node) {
          std::vector<Node>& rows = at(node, "l").items;
          std::swap(rows[0], rows[1]);
          rows[0].members[0].value = plain("4");
          rows[1].members.push_back({"c", {}, plain("5")});
        }) == "l:\n  - a: 4 # three\n  - a: 1\n    b: 2\n    c: 5\n");
}

TEST_CASE("the first key of a row goes and the next comes up behind the dash") {
  CHECK(patched("- a: 1\n  b: 2\n", [](Node& node) {
          node.items[0].members.erase(node.items[0].members.begin());
        }) == "- b: 2\n");
  CHECK(patched("- b: 2\n", [](Node& node) {
          node.items[0].members.insert(node.items[0].members.begin(), {"a", {}, plain("1")});
        }) == "- a: 1\n  b: 2\n");
}

TEST_CASE("a value may become another kind of value") {
  const std::string_view before = "branches:   # none so far\n  absent: {reason: {ky: Жок}}\nnext: 1\n";
  CHECK(patched(before, [](Node& node) {
          Node& list = at(node, "branches");
          list = {};
          list.kind = Node::Kind::list;
          list.items = {map({{"name", text("Филиал")}, {"count", plain("2")}})};
        }) == "branches:   # none so far\n  - {name: Филиал, count: 2}\nnext: 1\n");
  CHECK(patched("a:\nb: 1\n", [](Node& node) { at(node, "a") = text("x"); }) == "a: x\nb: 1\n");
  CHECK(patched("a: ~ # no\nb: 1\n", [](Node& node) { at(node, "a") = text("x"); }) == "a: x # no\nb: 1\n");
  CHECK(patched("a: []\n", [](Node& node) { at(node, "a").items = {text("x")}; }) == "a: [x]\n");
  CHECK(patched("a: [x]\n", [](Node& node) { at(node, "a").items.clear(); }) == "a: []\n");
}

TEST_CASE("a text that says nothing yet keeps its comments") {
  const auto after = patch_yaml("# nothing yet\n", map({{"a", text("x")}}));
  CHECK(after == "# nothing yet\na: x\n");
  CHECK(patch_yaml("", map({{"a", text("x")}})) == "a: x\n");
}

TEST_CASE("line ends of Windows stay, and new lines get them") {
  CHECK(patched("a: 1\r\nb: 2\r\n", [](Node& node) {
          node.members.insert(node.members.begin() + 1, {"c", {}, text("бир\nэки")});
        }) == "a: 1\r\nc: |-\r\n  бир\r\n  эки\r\nb: 2\r\n");
}

TEST_CASE("front matter is patched and the text behind it is not") {
  const std::string before =
      "---\ntitle: Биринчи коңгуроо   # title\ntags: [mayram]\n---\n\nТекст  \n---\nend";
  Findings findings;
  Node wanted = parse_front_matter(before, "", findings).data;
  at(wanted, "title") = text("Акыркы коңгуроо");
  wanted.members.push_back({"draft", {}, plain("true")});
  CHECK(patch_front_matter(before, wanted) ==
        "---\ntitle: Акыркы коңгуроо   # title\ntags: [mayram]\ndraft: true\n---\n\nТекст  \n---\nend");
  CHECK(patch_front_matter("Текст\n", map({{"title", text("Аты")}})) == "---\ntitle: Аты\n---\nТекст\n");
}

TEST_CASE("a faulty text is not patched") {
  CHECK(patch_yaml("a: 1\na: 2\n", map({{"a", text("x")}})).error() == PatchFault::unreadable);
  CHECK(patch_yaml("a: &x 1\n", map({{"a", text("x")}})).error() == PatchFault::unreadable);
}

TEST_CASE("any single value of the demonstration school changes in its own line only") {
  namespace fs = std::filesystem;
  std::size_t tried = 0;
  for (const char* folder : {"school", "people", "documents", "consents", "."}) {
    for (const auto& file : fs::recursive_directory_iterator(fs::path(MEKTEP_ROOT) / "content" / folder)) {
      if (file.path().extension() != ".yaml") continue;
      std::ifstream stream(file.path());
      const std::string before((std::istreambuf_iterator<char>(stream)), {});
      const Node now = read(before);
      std::size_t leaves = 0;
      auto walk = [&](auto&& self, Node& wanted, const Node& whole) -> void {
        for (Node& item : wanted.items) self(self, item, whole);
        for (Node::Member& member : wanted.members) self(self, member.value, whole);
        if (!wanted.is_scalar() || wanted.text.find('\n') != std::string::npos) return;
        if (++leaves % 7 != 1) return;
        const Node old = wanted;
        wanted = text("Жаңы: маани, 1");
        const auto after = patch_yaml(before, whole);
        INFO(file.path().string() << ":" << old.mark.line << " " << old.text);
        REQUIRE(after);
        std::istringstream left(before), right(*after);
        std::string a, b;
        for (std::uint32_t line = 1; std::getline(left, a); ++line) {
          REQUIRE(std::getline(right, b));
          if (line != old.mark.line) REQUIRE(a == b);
        }
        REQUIRE_FALSE(std::getline(right, b));
        wanted = old;
        ++tried;
      };
      Node wanted = now;
      walk(walk, wanted, wanted);
      if (std::string_view(folder) == ".") break;
    }
  }
  CHECK(tried > 200);
}
