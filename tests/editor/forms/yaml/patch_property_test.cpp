// Random texts, random edits: the patch reads as wanted, and no line that an edit does not concern is
// touched. Everything in the texts has a name of its own: keys k…, values v…, comments c….
#include <random>
#include <set>

#include "editor/forms/yaml/patch.h"
#include "syntax/yaml/yaml.h"

using namespace mektep;
using namespace mektep::editor;

namespace {

// Writes random YAML in as many ways as people do.
class Writer {
 public:
  explicit Writer(std::uint32_t seed) : random_(seed) {}

  std::string document() {
    if (chance(3)) out_ += "# c0 heading\n\n";
    map(0, 0, chance(20));
    if (chance(4)) out_ += "# c1 end\n";
    if (chance(8) && out_.find_first_of("|>") == std::string::npos) out_.pop_back();
    if (chance(8)) {
      std::string windows;
      for (const char c : out_) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
      return windows;
    }
    return out_;
  }
  bool chance(unsigned one_in) { return random_() % one_in == 0; }
  unsigned below(unsigned limit) { return static_cast<unsigned>(random_() % limit); }
  std::string value_text() {
    static const std::vector<std::string> tails{"",     " сөз", ": х", ", б", " \"т\"", "'s",
                                                " # д", "\\n",  "  ү", "?",   " -",     "[1]"};
    static const std::vector<std::string> heads{"v",  "v",   "v",   "v",  "- v", "0v",
                                                "«v", "# v", "\"v", " v", "| v", "{v"};
    return heads[below(12)] + std::to_string(next_++) + tails[below(12)];
  }

 private:
  std::string name(const char* kind) { return kind + std::to_string(next_++); }
  std::string pad(std::size_t column) { return std::string(column, ' '); }
  void comment_lines(std::size_t column) {
    while (chance(7)) out_ += pad(column) + "# " + name("c") + "\n";
    if (chance(9)) out_ += "\n";
  }
  std::string behind() { return chance(6) ? "   # " + name("c") : ""; }

  std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) out.append(c == '"' || c == '\\' ? 1 : 0, '\\').append(1, c);
    return out + '"';
  }
  std::string single(std::string_view text) {
    std::string out = "'";
    for (const char c : text) out.append(c == '\'' ? 2 : 1, c);
    return out + "'";
  }
  std::string inline_scalar(bool flow) {
    switch (below(4)) {
      case 0:
        return quoted(value_text());
      case 1:
        return single(value_text());
      case 2:
        return name("v") + (flow ? "" : ", сөз");
      default:
        return name("v");
    }
  }
  std::string flow(int depth) {
    const bool list = chance(2);
    const bool lines = chance(6);
    std::string out(list ? "[" : "{");
    const unsigned count = below(4);
    for (unsigned i = 0; i < count; ++i) {
      if (i > 0) out += lines ? ",\n          " : chance(3) ? "," : ", ";
      if (!list) out += chance(6) ? quoted(name("k")) + ": " : name("k") + ": ";
      out += depth < 2 && chance(5) ? flow(depth + 1) : inline_scalar(true);
    }
    if (count > 0 && chance(8)) out += chance(2) ? " " : ",";
    return out + (list ? "]" : "}");
  }
  // What stands behind a colon or dash of a list or map at `column`.
  void value(std::size_t column, int depth) {
    const unsigned kind = below(depth > 3 ? 6 : 10);
    if (kind == 0) {
      out_ += (chance(2) ? "" : " ~") + behind() + "\n";
    } else if (kind == 1) {
      out_ += " " + flow(0) + behind() + "\n";
    } else if (kind == 2) {
      block(column);
    } else if (kind == 3 && chance(2)) {
      out_ += " " + name("v") + " бир\n" + pad(column + 3) + "эки " + name("v") + behind() + "\n";
    } else if (kind < 6) {
      out_ += " " + inline_scalar(false) + behind() + "\n";
    } else if (kind < 8) {
      out_ += behind() + "\n";
      map(column + (chance(4) ? 4 : 2), depth + 1, false);
    } else {
      out_ += behind() + "\n";
      list(column + 2, depth + 1, false);
    }
  }
  void block(std::size_t column) {
    static const char* const signs[]{"|", "|-", ">", ">-", "|+"};
    out_ += std::string(" ") + signs[below(5)] + "\n";
    const std::size_t inner = column + (chance(3) ? 4 : 2);
    for (unsigned i = 0, lines = 1 + below(3); i < lines; ++i) {
      out_ += pad(inner) + name("v") + (chance(4) ? " # no comment" : "") + "\n";
      if (chance(5)) out_ += "\n";
    }
    if (chance(5)) out_ += "\n";
  }
  void map(std::size_t column, int depth, bool inline_first) {
    for (unsigned i = 0, count = 1 + below(4); i < count; ++i) {
      if (!inline_first || i > 0) {
        if (i > 0) comment_lines(column);
        out_ += pad(column);
      }
      out_ += (chance(8) ? single(name("k")) : name("k")) + (chance(9) ? " :" : ":");
      if (depth <= 3 && chance(8)) {
        out_ += "\n";
        list(column, depth + 1, false);  // in the same column
      } else {
        value(column, depth);
      }
    }
  }
  void list(std::size_t column, int depth, bool inline_first) {
    for (unsigned i = 0, count = 1 + below(4); i < count; ++i) {
      if (!inline_first || i > 0) {
        if (i > 0) comment_lines(column);
        out_ += pad(column);
      }
      out_ += "-";
      if (depth <= 3 && chance(3)) {
        out_ += " ";
        map(column + 2, depth + 1, true);
      } else if (depth <= 3 && chance(9)) {
        out_ += " ";
        list(column + 2, depth + 1, true);
      } else {
        value(column, depth);
      }
    }
  }

  std::mt19937 random_;
  std::string out_;
  int next_ = 10;
};

void collect(const Node& node, std::vector<const Node*>& all) {
  all.push_back(&node);
  for (const Node& item : node.items) collect(item, all);
  for (const Node::Member& member : node.members) collect(member.value, all);
}

// The names (k7, v12, c3) in a text.
std::set<std::string> names(std::string_view text) {
  std::set<std::string> found;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if ((text[i] != 'k' && text[i] != 'v' && text[i] != 'c') ||
        !std::isdigit(static_cast<unsigned char>(text[i + 1])))
      continue;
    std::size_t end = i + 1;
    while (end < text.size() && std::isdigit(static_cast<unsigned char>(text[end]))) ++end;
    found.insert(std::string(text.substr(i, end - i)));
  }
  return found;
}
void add_names(const Node& node, std::set<std::string>& to) {
  to.merge(names(node.text));
  for (const Node& item : node.items) add_names(item, to);
  for (const Node::Member& member : node.members) to.merge(names(member.key)), add_names(member.value, to);
}

std::vector<std::string> lines(std::string_view text) {
  std::vector<std::string> all;
  while (!text.empty()) {
    const std::size_t feed = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, feed);
    if (line.ends_with('\r')) line.remove_suffix(1);
    all.emplace_back(line);
    text.remove_prefix(std::min(feed + 1, text.size()));
  }
  return all;
}

struct Plan {
  std::set<std::string> touched;  // names whose lines may change
  bool removes = false, moves = false;
};

Node fresh(Writer& random) {
  Node node;
  node.kind = Node::Kind::scalar;
  node.quoted = true;
  node.text = random.value_text();
  if (random.chance(8)) node.text += "\nэкинчи сап\n";
  if (random.chance(4)) {
    Node list;
    list.kind = Node::Kind::list;
    list.items = {node, node};
    return list;
  }
  if (random.chance(4)) {
    Node map;
    map.kind = Node::Kind::map;
    map.members = {{"ky", {}, node}, {"ru", {}, node}};
    return map;
  }
  return node;
}

struct Written {
  const Node& root;
  std::vector<std::string> lines;
};

// Of the comments between the first and the last line of a node as it was written.
void add_comments(const Node& node, const Written& written, std::set<std::string>& to) {
  std::vector<const Node*> all;
  collect(written.root, all);
  std::uint32_t last = 0;
  for (const Node* whole : all) {
    if (whole->mark != node.mark) continue;
    std::vector<const Node*> parts;
    collect(*whole, parts);
    for (const Node* part : parts) last = std::max(last, part->mark.line);
  }
  for (std::uint32_t line = node.mark.line; line != 0 && line <= last; ++line) {
    const std::size_t hash = written.lines[line - 1].find('#');
    if (hash != std::string::npos) to.merge(names(std::string_view(written.lines[line - 1]).substr(hash)));
  }
}

// One random change of a random node. What stands beside the node in brackets shares its line.
void edit(Node& root, const Written& written, Writer& random, Plan& plan) {
  std::vector<const Node*> all;
  collect(root, all);
  Node& node = const_cast<Node&>(*all[random.below(static_cast<unsigned>(all.size()))]);
  if (node.is_null() || node.is_scalar()) {
    add_names(node, plan.touched);
    Node value = fresh(random);
    value.mark = node.mark;
    node = std::move(value);
    return;
  }
  const std::size_t count = node.is_list() ? node.items.size() : node.members.size();
  const auto at = static_cast<std::ptrdiff_t>(random.below(static_cast<unsigned>(count + 1)));
  const bool inside = static_cast<std::size_t>(at) < count;
  switch (random.below(3)) {
    case 0:
      if (node.is_list()) {
        node.items.insert(node.items.begin() + at, fresh(random));
      } else {
        node.members.insert(node.members.begin() + at,
                            {"n" + std::to_string(random.below(1000000)), {}, fresh(random)});
      }
      return;
    case 1:
      if (!inside || count < 2) return;
      plan.removes = true;
      if (node.is_list()) {
        add_names(node.items[static_cast<std::size_t>(at)], plan.touched);
        add_comments(node.items[static_cast<std::size_t>(at)], written, plan.touched);
        node.items.erase(node.items.begin() + at);
      } else {
        plan.touched.merge(names(node.members[static_cast<std::size_t>(at)].key));
        add_names(node.members[static_cast<std::size_t>(at)].value, plan.touched);
        add_comments(node.members[static_cast<std::size_t>(at)].value, written, plan.touched);
        node.members.erase(node.members.begin() + at);
      }
      return;
    default:
      if (!inside) return;
      plan.moves = true;
      if (node.is_list()) {
        std::rotate(node.items.begin(), node.items.begin() + at, node.items.end());
      } else {
        std::rotate(node.members.begin(), node.members.begin() + at, node.members.end());
      }
  }
}

// Lines that may differ: of a touched name, of brackets that hold one, or of a compact row.
bool is_free(const std::string& line, const std::set<std::string>& touched, bool removes) {
  if (line.find_first_of("[{]},") != std::string::npos) return true;
  const std::size_t text = line.find_first_not_of(' ');
  if (text == std::string::npos || line.find_first_not_of(" -") != text)
    return true;  // dashes share lines with keys
  if (removes && line.find('#') != std::string::npos && text != line.find('#')) return true;
  for (const std::string& name : names(line)) {
    if (touched.contains(name)) return true;
  }
  return line.find(":") != std::string::npos &&
         line.find("v") == std::string::npos;  // the header of what changes its kind
}

// A key may come up behind the dash of its row, or leave that place.
std::string content(const std::string& line) {
  const std::size_t at = line.find_first_not_of(" -");
  return at == std::string::npos ? line : line.substr(at);
}

}  // namespace

TEST_CASE("random edits read as wanted and leave all other lines alone") {
  std::size_t patched = 0;
  for (std::uint32_t seed = 1; seed <= 6000; ++seed) {
    Writer random(seed);
    const std::string before = random.document();
    Findings findings;
    const Node now = parse_yaml(before, "", findings);
    INFO("seed " << seed << "\n" << before);
    REQUIRE_FALSE(any_blocks(findings));
    REQUIRE(patch_yaml(before, now) == before);

    Node wanted = now;
    Plan plan;
    for (unsigned i = 0, edits = 1 + random.below(3); i < edits; ++i)
      edit(wanted, {now, lines(before)}, random, plan);
    const auto after = patch_yaml(before, wanted);
    INFO("wanted\n" << write_yaml(wanted));
    // Blank lines behind `|+` belong to the text: when they come to stand elsewhere, the patch is refused.
    if (!after && before.find("|+") != std::string::npos && (plan.moves || plan.removes)) continue;
    REQUIRE(after);
    Findings none;
    const Node read = parse_yaml(*after, "", none);
    INFO("after\n" << *after);
    REQUIRE_FALSE(any_blocks(none));
    REQUIRE(means(read, wanted));
    ++patched;

    std::multiset<std::string> left;
    for (const std::string& line : lines(*after)) left.insert(content(line));
    for (const std::string& line : lines(before)) {
      if (is_free(line, plan.touched, plan.removes)) continue;
      INFO("line " << line);
      const auto same = left.find(content(line));
      REQUIRE(same != left.end());
      left.erase(same);
    }
  }
  CHECK(patched > 5980);
}

TEST_CASE("comments outlive every change of a value and every new entry") {
  for (std::uint32_t seed = 1; seed <= 2000; ++seed) {
    Writer random(seed * 7 + 1);
    const std::string before = random.document();
    Findings findings;
    Node wanted = parse_yaml(before, "", findings);
    std::vector<const Node*> all;
    collect(wanted, all);
    Node& node = const_cast<Node&>(*all[random.below(static_cast<unsigned>(all.size()))]);
    if (node.is_scalar()) {
      node.text = random.value_text();
      node.quoted = true;
    } else if (node.is_map()) {
      node.members.push_back({"added", {}, fresh(random)});
    } else if (node.is_list()) {
      node.items.push_back(fresh(random));
    }
    const auto after = patch_yaml(before, wanted);
    INFO(before << "---- wanted\n" << write_yaml(wanted) << "---- after\n" << after.value_or("not patched"));
    REQUIRE(after);
    const std::set<std::string> found = names(*after);
    for (const std::string& name : names(before)) {
      if (name[0] == 'c') REQUIRE(found.contains(name));
    }
  }
}
