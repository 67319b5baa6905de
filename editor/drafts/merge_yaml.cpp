#include "editor/drafts/merge_parts.h"
#include "editor/drafts/three_way.h"
#include "editor/drafts/yaml_pieces.h"
#include "syntax/yaml/yaml.h"

namespace mektep::editor {
namespace {

constexpr std::string_view white = " \n\r\t";

std::string_view without_end(std::string_view text) {
  return text.substr(0, text.find_last_not_of(white) + 1);
}

// A value of one side: its source, where that begins, and what the parser made of it.
struct Value {
  std::string_view text;
  std::size_t column = 0;
  const Node* node = nullptr;
};

struct Values {
  Value base, mine, theirs;
  Sides sides() const { return {base.text, mine.text, theirs.text}; }
};

// The value of a piece; `column` is that of the text which the piece was cut from.
Value value_of(const YamlPiece& piece, const YamlPieces& whole, const Node& node) {
  const std::size_t feed = piece.head.rfind('\n');
  const std::size_t on_line =
      feed == std::string_view::npos ? piece.head.size() : piece.head.size() - feed - 1;
  const bool first_of_item = !whole.flow && feed == std::string_view::npos && &piece == whole.pieces.data();
  const std::size_t indent = first_of_item ? whole.column - piece.head.find_first_not_of(' ') : 0;
  return {piece.value, on_line == 0 ? 0 : on_line + indent, &node};
}

class YamlMerge {
 public:
  void merge(const Values& values, const std::string& field) {
    const Sides sides = values.sides();
    if (const auto known = sides.trivial()) return out_.add(*known);
    const auto base = cut_yaml(values.base.text, values.base.column, *values.base.node);
    const auto mine = cut_yaml(values.mine.text, values.mine.column, *values.mine.node);
    const auto theirs = cut_yaml(values.theirs.text, values.theirs.column, *values.theirs.node);
    const bool alike = base && mine && theirs && base->flow == mine->flow && base->flow == theirs->flow &&
                       base->column == mine->column && base->column == theirs->column &&
                       values.base.node->kind == values.mine.node->kind &&
                       values.base.node->kind == values.theirs.node->kind &&
                       (!base->flow || without_end(base->close) == "}" || without_end(base->close) == "]");
    if (!alike) return add_conflict(sides.conflict(MergeConflict::Kind::field, field));
    if (mine->flow) out_.add(mine->open);
    if (values.base.node->is_map()) {
      merge_map({*base, *values.base.node}, {*mine, *values.mine.node}, {*theirs, *values.theirs.node},
                field);
    } else {
      merge_list({*base, *values.base.node}, {*mine, *values.mine.node}, {*theirs, *values.theirs.node},
                 field);
    }
    if (mine->flow) out_.add(mine->close == base->close ? theirs->close : mine->close);
  }

  Merge take() { return out_.take(); }

 private:
  struct Whole {
    const YamlPieces& cut;
    const Node& node;

    const YamlPiece* find(std::string_view key) const {
      const auto found = std::ranges::find(cut.pieces, key, &YamlPiece::key);
      return found == cut.pieces.end() ? nullptr : &*found;
    }
    Value value(const YamlPiece& piece) const {
      const auto index = static_cast<std::size_t>(&piece - cut.pieces.data());
      return value_of(piece, cut, node.is_map() ? node.members[index].value : node.items[index]);
    }
  };

  static std::string below(const std::string& field, std::string_view name) {
    return field.empty() ? std::string(name) : fmt::format("{}/{}", field, name);
  }

  void add_conflict(MergeConflict conflict) {
    out_.add(std::move(conflict));
    line_open_ = false;
  }

  // Writes what has to stand between two pieces. Returns the piece as it may stand there.
  std::string_view separate(std::string_view piece, bool flow, bool first) {
    if (flow && !first) out_.add(piece.starts_with(' ') || piece.starts_with('\n') ? "," : ", ");
    if (!flow && line_open_) out_.add("\n");
    line_open_ = !flow && !piece.ends_with('\n');
    return piece;
  }

  void merge_map(const Whole& base, const Whole& mine, const Whole& theirs, const std::string& field) {
    bool first = true;
    for (const std::string& key : order(base, mine, theirs)) {
      const YamlPiece* was = base.find(key);
      const YamlPiece* my_piece = mine.find(key);
      const YamlPiece* their_piece = theirs.find(key);
      const Sides sides{was ? was->text : "", my_piece ? my_piece->text : "",
                        their_piece ? their_piece->text : ""};
      piece(sides, was, my_piece, their_piece, base, mine, theirs, below(field, key), first);
      first = false;
    }
  }

  // The members of the merged map: mine in my order, theirs behind those that they stand behind.
  static std::vector<std::string> order(const Whole& base, const Whole& mine, const Whole& theirs) {
    const auto is_kept = [&](const std::string& key, const YamlPiece& piece, const Whole& other) {
      const YamlPiece* was = base.find(key);
      const bool dropped = was && !other.find(key) && was->text == piece.text;
      return !dropped;
    };
    std::vector<std::string> keys;
    for (const YamlPiece& piece : mine.cut.pieces) {
      if (is_kept(piece.key, piece, theirs)) keys.push_back(piece.key);
    }
    std::string last;
    for (const YamlPiece& piece : theirs.cut.pieces) {
      if (!mine.find(piece.key) && is_kept(piece.key, piece, mine)) {
        const auto before = std::ranges::find(keys, last);
        keys.insert(last.empty() || before == keys.end() ? keys.end() : before + 1, piece.key);
      }
      if (std::ranges::find(keys, piece.key) != keys.end()) last = piece.key;
    }
    return keys;
  }

  void merge_list(const Whole& base, const Whole& mine, const Whole& theirs, const std::string& field) {
    Numbering numbering;
    const auto number = [&](const Whole& whole) {
      Items items;
      for (const YamlPiece& each : whole.cut.pieces) items.push_back(numbering.of(trimmed(each, whole)));
      return items;
    };
    const Items base_items = number(base);
    const Items my_items = number(mine);
    const Items their_items = number(theirs);
    bool first = true;
    for (const Region& region : merge_items(base_items, my_items, their_items)) {
      if (region.take == Region::Take::conflict) {
        conflict(region, base, mine, theirs, field, first);
        first = false;
        continue;
      }
      const bool from_theirs = region.take == Region::Take::theirs;
      const Whole& from = from_theirs ? theirs : mine;
      const ItemRange& range = from_theirs ? region.theirs : region.mine;
      for (std::size_t i = range.begin; i < range.end; ++i) {
        out_.add(separate(from.cut.pieces[i].text, from.cut.flow, first));
        first = false;
      }
    }
  }

  static std::string_view trimmed(const YamlPiece& piece, const Whole& whole) {
    std::string_view text = without_end(piece.text);
    if (whole.cut.flow) text.remove_prefix(std::min(text.find_first_not_of(white), text.size()));
    return text;
  }

  void conflict(const Region& region, const Whole& base, const Whole& mine, const Whole& theirs,
                const std::string& field, bool first) {
    const std::string name = below(field, std::to_string(region.mine.begin));
    if (region.base.size() == 1 && region.mine.size() == 1 && region.theirs.size() == 1) {
      const YamlPiece& was = base.cut.pieces[region.base.begin];
      const YamlPiece& my_piece = mine.cut.pieces[region.mine.begin];
      const YamlPiece& their_piece = theirs.cut.pieces[region.theirs.begin];
      return piece({was.text, my_piece.text, their_piece.text}, &was, &my_piece, &their_piece, base, mine,
                   theirs, name, first);
    }
    const bool flow = mine.cut.flow;
    const auto source = [&](const Whole& whole, const ItemRange& range) {
      std::string text;
      for (std::size_t i = range.begin; i < range.end; ++i) {
        if (flow && i > range.begin) text += ",";
        text += whole.cut.pieces[i].text;
      }
      return ended(std::move(text), flow);
    };
    separate("", flow, first);
    add_conflict({MergeConflict::Kind::field, name, source(base, region.base), source(mine, region.mine),
                  source(theirs, region.theirs)});
  }

  static std::string ended(std::string text, bool flow) {
    if (!flow && !text.empty() && !text.ends_with('\n')) text += '\n';
    return text;
  }

  // One member that may have changed on both sides.
  void piece(const Sides& sides, const YamlPiece* was, const YamlPiece* my_piece,
             const YamlPiece* their_piece, const Whole& base, const Whole& mine, const Whole& theirs,
             const std::string& field, bool first) {
    const bool flow = mine.cut.flow;
    if (const auto known = sides.trivial()) {
      if (!known->empty()) out_.add(separate(*known, flow, first));
      return;
    }
    const bool all = was && my_piece && their_piece;
    const auto head = all ? Sides{was->head, my_piece->head, their_piece->head}.trivial()
                          : std::optional<std::string_view>();
    if (!head) {
      separate("", flow, first);
      MergeConflict conflict = sides.conflict(MergeConflict::Kind::field, field);
      for (std::string* text : {&conflict.base, &conflict.mine, &conflict.theirs})
        *text = ended(std::move(*text), flow);
      return add_conflict(std::move(conflict));
    }
    out_.add(separate(*head, flow, first));
    line_open_ = false;
    merge({base.value(*was), mine.value(*my_piece), theirs.value(*their_piece)}, field);
    line_open_ =
        line_open_ || (!flow && !my_piece->text.ends_with('\n') && !their_piece->text.ends_with('\n'));
  }

  MergeBuilder out_;
  bool line_open_ = false;  // the last piece had no line end
};

bool reads_well(std::string_view text) {
  Findings findings;
  parse_yaml(text, "", findings);
  return !any_blocks(findings);
}

}  // namespace

std::optional<Merge> merge_yaml(const Sides& sides) {
  std::array<Node, 3> nodes;
  const std::array texts{sides.base, sides.mine, sides.theirs};
  for (std::size_t i = 0; i < texts.size(); ++i) {
    Findings findings;
    nodes[i] = parse_yaml(texts[i], "", findings);
    if (any_blocks(findings)) return std::nullopt;
  }
  YamlMerge merging;
  merging.merge({{texts[0], 0, &nodes[0]}, {texts[1], 0, &nodes[1]}, {texts[2], 0, &nodes[2]}}, "");
  Merge merge = merging.take();
  // Whatever is decided about conflicts must be YAML again.
  for (const auto take : {Resolution::Take::mine, Resolution::Take::theirs}) {
    const std::vector<Resolution> all(merge.conflicts().size(), Resolution{take, {}});
    const auto text = resolve(merge, all);
    if (!text || !reads_well(*text)) return std::nullopt;
  }
  return merge;
}

}  // namespace mektep::editor
