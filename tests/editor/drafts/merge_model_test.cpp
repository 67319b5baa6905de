// Two people edit a random document; every word in it is unique, so that a lost one is seen.
#include <catch2/catch.hpp>
#include <random>

#include "editor/drafts/merge.h"
#include "syntax/yaml/yaml.h"

namespace mektep::editor {
namespace {

using Random = std::mt19937;
using Words = std::set<std::string>;

Words words_of(std::string_view text) {
  Words words;
  for (std::size_t at = text.find('w'); at != std::string_view::npos; at = text.find('w', at + 1)) {
    const std::size_t end = text.find_first_not_of("0123456789", at + 1);
    words.emplace(text.substr(at, end == std::string_view::npos ? end : end - at));
  }
  return words;
}

class Source {
 public:
  explicit Source(std::uint32_t seed) : random(seed) {}
  std::string word() { return "w" + std::to_string(next_++); }
  std::size_t below(std::size_t count) { return random() % count; }
  bool chance(std::size_t of) { return below(of) == 0; }
  Random random;

 private:
  int next_ = 0;
};

// A YAML value that remembers how it is written.
struct Value {
  enum class Kind : std::uint8_t { scalar, map, list };
  Kind kind = Kind::scalar;
  bool flow = false;
  std::string text, comment;  // the comment stands above a member
  std::vector<std::pair<std::string, Value>> members;
};

Value make(Source& source, int depth, bool flow) {
  Value value{.flow = flow || source.chance(3)};
  if (source.chance(3) && !value.flow) value.comment = source.word();
  if (depth == 0 || source.chance(3)) {
    value.text = source.word();
    if (source.chance(4)) value.text = "\"" + value.text + ": it's, [x] #1\"";
    return value;
  }
  value.kind = source.chance(2) ? Value::Kind::map : Value::Kind::list;
  for (std::size_t i = source.below(4) + (value.flow ? 0 : 1); i-- > 0;)
    value.members.emplace_back("k" + source.word(), make(source, depth - 1, value.flow));
  return value;
}

void write(std::string& out, const Value& value, std::size_t indent) {
  const bool list = value.kind == Value::Kind::list;
  if (value.kind == Value::Kind::scalar) {
    out += value.text;
  } else if (value.flow) {
    out += list ? "[" : "{";
    for (std::size_t i = 0; i < value.members.size(); ++i) {
      if (i > 0) out += ", ";
      if (!list) out += value.members[i].first + ": ";
      write(out, value.members[i].second, 0);
    }
    out += list ? "]" : "}";
  } else {
    bool first_of_item = out.ends_with("- ");
    for (const auto& [key, member] : value.members) {
      if (!first_of_item && !member.comment.empty())
        out += std::string(indent, ' ') + "# " + member.comment + "\n";
      if (!first_of_item) out.append(indent, ' ');
      first_of_item = false;
      const bool block = member.kind != Value::Kind::scalar && !member.flow;
      out += list ? "- " : key + (block ? ":\n" : ": ");
      write(out, member, indent + 2);
      if (!block) out += "\n";
    }
  }
}

std::string written(const Value& value) {
  std::string out;
  write(out, value, 0);
  return out;
}

void edit(Source& source, Value& value, bool delete_too) {
  if (value.kind == Value::Kind::scalar) {
    value.text = source.word();
    return;
  }
  const std::size_t count = value.members.size();
  if (count == 0 || source.chance(4)) {
    const auto at = value.members.begin() + static_cast<std::ptrdiff_t>(source.below(count + 1));
    value.members.emplace(at, "k" + source.word(), make(source, value.flow ? 0 : 1, value.flow));
  } else if (delete_too && count > 1 && source.chance(5)) {
    value.members.erase(value.members.begin() + static_cast<std::ptrdiff_t>(source.below(count)));
  } else {
    edit(source, value.members[source.below(count)].second, delete_too);
  }
}

std::string markdown(Source& source, std::vector<std::string>& blocks, bool fresh) {
  if (fresh) {
    for (std::size_t i = source.below(8); i-- > 0;) blocks.push_back(source.word());
  }
  for (std::size_t i = fresh ? 0 : 1 + source.below(3); i-- > 0;) {
    const std::size_t at = source.below(blocks.size() + 1);
    const auto place = blocks.begin() + static_cast<std::ptrdiff_t>(at);
    if (at == blocks.size() || source.chance(3)) {
      constexpr std::array starts{"", "- ", "1. ", "# ", "> ", "```\n\n"};
      const std::string start = starts[source.below(starts.size())];
      blocks.insert(place, start + source.word() + (start.starts_with("`") ? "\n\n```" : ""));
    } else if (source.chance(4)) {
      blocks.erase(place);
    } else {
      *place += (source.chance(2) ? " " : "\n") + source.word();
    }
  }
  std::string text;
  for (const std::string& block : blocks) {
    text += block;
    text += source.chance(9) ? "\n\n\n" : "\n\n";
  }
  if (source.chance(2) && !text.empty()) text.resize(text.find_last_not_of('\n') + 1);
  return text;
}

// What no merge may break, whatever is decided about conflicts.
void check(std::string_view path, const std::string& base, const std::string& mine,
           const std::string& theirs) {
  CAPTURE(path, base, mine, theirs);
  const Merge merge = merge_file(path, base, mine, theirs);
  Words kept = words_of(merge.text());
  for (const MergeConflict* conflict : merge.conflicts()) kept.merge(words_of(conflict->theirs));
  const Words old = words_of(base);
  const Words mine_words = words_of(mine);
  const Words their_words = words_of(theirs);
  for (const Words* side : {&mine_words, &their_words}) {
    for (const std::string& word : *side) {
      const bool both = mine_words.contains(word) && their_words.contains(word);
      if (!old.contains(word) || both) {
        INFO("lost: " << word << " in\n" << merge.text());
        CHECK(kept.contains(word));
      }
    }
  }
  using Take = Resolution::Take;
  for (const Take take : {Take::mine, Take::theirs}) {
    const auto text = resolve(merge, std::vector<Resolution>(merge.conflicts().size(), {take, {}}));
    REQUIRE(text.has_value());
    if (!path.ends_with(".yaml")) continue;
    Findings findings;
    parse_yaml(*text, "", findings);
    INFO(*text);
    CHECK_FALSE(any_blocks(findings));
  }
}

std::string flattened(const Node& node, const std::string& path, std::map<std::string, std::string>& leaves) {
  for (const Node::Member& member : node.members) flattened(member.value, path + "/" + member.key, leaves);
  for (std::size_t i = 0; i < node.items.size(); ++i)
    flattened(node.items[i], fmt::format("{}/{}", path, i), leaves);
  if (node.is_scalar()) leaves[path] = node.text;
  return path;
}

std::map<std::string, std::string> leaves_of(const std::string& text) {
  Findings findings;
  std::map<std::string, std::string> leaves;
  flattened(parse_yaml(text, "", findings), "", leaves);
  return leaves;
}

bool has_lists(const Value& value) {
  return value.kind == Value::Kind::list ||
         std::ranges::any_of(value.members, [](const auto& member) { return has_lists(member.second); });
}

TEST_CASE("no word is lost when two people edit YAML") {
  int clean = 0;
  for (std::uint32_t seed = 0; seed < 4000; ++seed) {
    Source source(seed);
    Value base;
    do {
      base = make(source, 4, false);
    } while (base.kind == Value::Kind::scalar || base.flow);
    Value mine = base;
    Value theirs = base;
    for (std::size_t i = 1 + source.below(3); i-- > 0;) edit(source, mine, true);
    for (std::size_t i = 1 + source.below(3); i-- > 0;) edit(source, theirs, true);
    check("x.yaml", written(base), written(mine), written(theirs));
    clean += merge_file("x.yaml", written(base), written(mine), written(theirs)).clean() ? 1 : 0;
  }
  CHECK(clean > 1500);  // or it would prove little
}

TEST_CASE("fields are merged exactly as a plain model of fields does") {
  int compared = 0;
  for (std::uint32_t seed = 0; compared < 1000; ++seed) {
    Source source(seed);
    const Value base = make(source, 4, false);
    if (base.kind == Value::Kind::scalar || base.flow) continue;
    Value mine = base;
    Value theirs = base;
    for (int i = 0; i < 3; ++i) {
      edit(source, mine, false);
      edit(source, theirs, false);
    }
    if (has_lists(mine) || has_lists(theirs)) continue;
    ++compared;
    auto expected = leaves_of(written(mine));
    const auto was = leaves_of(written(base));
    bool conflict = false;
    for (const auto& [field, value] : leaves_of(written(theirs))) {
      const auto before = was.find(field);
      if (before != was.end() && before->second == value) continue;
      conflict = conflict || (before != was.end() && expected[field] != before->second);
      expected[field] = value;
    }
    CAPTURE(written(base), written(mine), written(theirs));
    const Merge merge = merge_file("x.yaml", written(base), written(mine), written(theirs));
    CHECK(merge.clean() == !conflict);
    if (!conflict) CHECK(leaves_of(merge.text()) == expected);
  }
}

TEST_CASE("no word is lost when two people edit Markdown") {
  int clean = 0;
  for (std::uint32_t seed = 0; seed < 6000; ++seed) {
    Source source(seed);
    std::vector<std::string> blocks;
    const std::string base = markdown(source, blocks, true);
    std::vector<std::string> mine_blocks = blocks;
    std::vector<std::string> their_blocks = blocks;
    const std::string mine = markdown(source, mine_blocks, false);
    const std::string theirs = markdown(source, their_blocks, false);
    check("x.md", base, mine, theirs);
    clean += merge_file("x.md", base, mine, theirs).clean() ? 1 : 0;
  }
  CHECK(clean > 1500);
}

}  // namespace
}  // namespace mektep::editor
