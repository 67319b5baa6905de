#include "editor/drafts/difference.h"

#include "base/text.h"
#include "editor/drafts/blocks.h"
#include "editor/drafts/three_way.h"
#include "syntax/front_matter.h"
#include "syntax/yaml/yaml.h"

namespace mektep::editor {
namespace {

using Texts = std::vector<std::string_view>;

// Words with the white space behind them.
Texts split_words(std::string_view text) {
  Texts words;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
    while (end < text.size() && (text[end] == ' ' || text[end] == '\n')) ++end;
    words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

Texts split_lines(std::string_view text) {
  Texts lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

Texts split_text_blocks(std::string_view text) {
  Texts blocks;
  for (const TextBlock& block : split_blocks(text).blocks) blocks.push_back(block.text);
  return blocks;
}

std::vector<Hunk> compare_texts(const Texts& before, const Texts& after) {
  Numbering numbering;
  const auto number = [&](const Texts& texts) {
    Items items;
    for (const std::string_view text : texts) items.push_back(numbering.of(trim(text)));
    return items;
  };
  const Items x = number(before);
  const Items y = number(after);
  return compare_items(x, y);
}

std::vector<DiffWords> whole(std::string_view text, bool changed) {
  return {{std::string(text), changed}};
}

DiffRow removed_row(std::string field, std::string_view text) {
  return {
      .kind = DiffRow::Kind::removed, .field = std::move(field), .before = whole(text, true), .after = {}};
}

DiffRow added_row(std::string field, std::string_view text) {
  return {.kind = DiffRow::Kind::added, .field = std::move(field), .before = {}, .after = whole(text, true)};
}

// Hunks as rows, with one block of what is the same on either side of them.
void add_rows(std::vector<DiffRow>& rows, const Texts& before, const Texts& after) {
  const std::vector<Hunk> hunks = compare_texts(before, after);
  const auto same = [&](std::size_t begin, std::size_t end, bool first, bool last) {
    const auto show = [&](std::size_t i) {
      rows.push_back(
          {.kind = DiffRow::Kind::same, .before = whole(after[i], false), .after = whole(after[i], false)});
    };
    const std::size_t shown = (first ? 0U : 1U) + (last ? 0U : 1U);
    if (end - begin <= shown + 1) {
      for (std::size_t i = begin; i < end; ++i) show(i);
      return;
    }
    if (!first) show(begin);
    rows.push_back({.kind = DiffRow::Kind::skipped, .count = end - begin - shown});
    if (!last) show(end - 1);
  };
  std::size_t j = 0;
  for (const Hunk& hunk : hunks) {
    same(j, hunk.after.begin, j == 0, false);
    const std::size_t pairs = std::min(hunk.before.size(), hunk.after.size());
    for (std::size_t k = 0; k < pairs; ++k)
      rows.push_back(compare_words({}, before[hunk.before.begin + k], after[hunk.after.begin + k]));
    for (std::size_t k = hunk.before.begin + pairs; k < hunk.before.end; ++k)
      rows.push_back(removed_row({}, before[k]));
    for (std::size_t k = hunk.after.begin + pairs; k < hunk.after.end; ++k)
      rows.push_back(added_row({}, after[k]));
    j = hunk.after.end;
  }
  if (!hunks.empty()) same(j, after.size(), false, true);
}

using Fields = std::vector<std::pair<std::string, std::string>>;

void collect(const Node& node, const std::string& path, Fields& fields) {
  const auto below = [&](const std::string& name) { return path.empty() ? name : path + "/" + name; };
  for (const Node::Member& member : node.members) collect(member.value, below(member.key), fields);
  for (std::size_t i = 0; i < node.items.size(); ++i)
    collect(node.items[i], below(std::to_string(i + 1)), fields);
  if (node.is_scalar()) fields.emplace_back(path, node.text);
}

void add_fields(std::vector<DiffRow>& rows, const Node& before, const Node& after) {
  Fields x;
  Fields y;
  collect(before, {}, x);
  collect(after, {}, y);
  const auto value_in = [](const Fields& fields, const std::string& name) {
    const auto found = std::ranges::find(fields, name, &Fields::value_type::first);
    return found == fields.end() ? nullptr : &found->second;
  };
  for (const auto& [name, value] : x) {
    if (!value_in(y, name)) rows.push_back(removed_row(name, value));
  }
  for (const auto& [name, value] : y) {
    const std::string* was = value_in(x, name);
    if (!was) {
      rows.push_back(added_row(name, value));
    } else if (*was != value) {
      rows.push_back(compare_words(name, *was, value));
    }
  }
}

// False: one of them cannot be read.
bool compare_yaml(std::vector<DiffRow>& rows, std::string_view before, std::string_view after) {
  Findings findings;
  const Node x = parse_yaml(before, {}, findings);
  const Node y = parse_yaml(after, {}, findings);
  if (any_blocks(findings)) return false;
  add_fields(rows, x, y);
  return true;
}

bool compare_markdown(std::vector<DiffRow>& rows, const std::string& before, const std::string& after) {
  Findings findings;
  const FrontMatter x = parse_front_matter(before, {}, findings);
  const FrontMatter y = parse_front_matter(after, {}, findings);
  if (any_blocks(findings)) return false;
  add_fields(rows, x.data, y.data);
  add_rows(rows, split_text_blocks(x.body), split_text_blocks(y.body));
  return true;
}

bool is_text(std::string_view bytes) {
  return !find_invalid_utf8(bytes) && !bytes.contains('\0');
}

}  // namespace

std::string_view code(DiffRow::Kind kind) {
  switch (kind) {
    case DiffRow::Kind::same:
      return "same";
    case DiffRow::Kind::changed:
      return "changed";
    case DiffRow::Kind::added:
      return "added";
    case DiffRow::Kind::removed:
      return "removed";
    case DiffRow::Kind::skipped:
      break;
  }
  return "skipped";
}

DiffRow compare_words(std::string field, std::string_view before, std::string_view after) {
  DiffRow row{.kind = DiffRow::Kind::changed, .field = std::move(field), .before = {}, .after = {}};
  const Texts x = split_words(before);
  const Texts y = split_words(after);
  const auto add = [](std::vector<DiffWords>& side, const Texts& words, std::size_t begin, std::size_t end,
                      bool changed) {
    if (begin == end) return;
    const char* from = words[begin].data();
    const char* to = words[end - 1].data() + words[end - 1].size();
    side.push_back({std::string(from, to), changed});
  };
  std::size_t i = 0;
  std::size_t j = 0;
  for (const Hunk& hunk : compare_texts(x, y)) {
    add(row.before, x, i, hunk.before.begin, false);
    add(row.after, y, j, hunk.after.begin, false);
    add(row.before, x, hunk.before.begin, hunk.before.end, true);
    add(row.after, y, hunk.after.begin, hunk.after.end, true);
    i = hunk.before.end;
    j = hunk.after.end;
  }
  add(row.before, x, i, x.size(), false);
  add(row.after, y, j, y.size(), false);
  return row;
}

FileDiff compare_files(std::string_view path, const std::optional<std::string>& before,
                       const std::optional<std::string>& after, DiffView view) {
  FileDiff diff{.path = std::string(path), .added = !before, .removed = !after, .rows = {}};
  const std::string x = before.value_or("");
  const std::string y = after.value_or("");
  diff.binary = !is_text(x) || !is_text(y);
  if (diff.binary || x == y) return diff;
  const bool readable =
      view == DiffView::readable && (path.ends_with(".yaml") ? compare_yaml(diff.rows, x, y)
                                     : path.ends_with(".md") ? compare_markdown(diff.rows, x, y)
                                                             : false);
  if (!readable) {
    diff.rows.clear();
    add_rows(diff.rows, split_lines(x), split_lines(y));
  }
  return diff;
}

}  // namespace mektep::editor
