#include "editor/forms/yaml/patch.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/text.h"
#include "editor/forms/yaml/alignment.h"
#include "editor/forms/yaml/emit.h"
#include "editor/forms/yaml/layout.h"
#include "syntax/front_matter.h"
#include "syntax/yaml/yaml.h"

namespace mektep::editor {
namespace {

struct TextEdit {
  std::size_t begin = 0, end = 0;
  std::string text;
};

// The part text[begin, end) with the edits that lie in it, which do not overlap.
std::string apply(std::string_view text, std::size_t begin, std::size_t end, std::vector<TextEdit> edits) {
  std::ranges::stable_sort(edits, {}, [](const TextEdit& edit) { return std::pair(edit.begin, edit.end); });
  std::string out;
  for (const TextEdit& edit : edits) {
    if (edit.begin < begin) continue;
    out.append(text.substr(begin, edit.begin - begin)).append(edit.text);
    begin = edit.end;
  }
  return out.append(text.substr(begin, end - begin));
}

class Patcher {
 public:
  Patcher(std::string_view text, std::vector<TextEdit>& edits) : text_(text), edits_(edits) {
    const std::size_t feed = text.find('\n');
    if (feed != none && feed > 0 && text[feed - 1] == '\r') eol_ = "\r\n";
  }

  std::string_view eol() const { return eol_; }

  void change(const Node& now, const Layout& at, const Node& wanted, const EmitContext& context,
              std::size_t after) {
    if (means(now, wanted)) return;
    if (now.is_scalar() && wanted.is_scalar()) {
      put(at.begin, at.end, emit_scalar(wanted, style(at), context), context);
      return;
    }
    if (now.kind == wanted.kind && !at.entries.empty() && entry_count(wanted) > 0 &&
        !outgrows(at, wanted, context)) {
      const std::vector<std::size_t> from = origins(now, wanted);
      const std::vector<bool> stays = staying(from);
      if (std::ranges::find(stays, true) != stays.end()) {
        if (at.flow) {
          change_flow(now, at, wanted, from, stays);
        } else {
          change_block(now, at, wanted, from, stays);
        }
        return;
      }
    }
    replace(at, wanted, context, after);
  }

 private:
  ScalarStyle style(const Layout& at) const {
    switch (text_[at.begin]) {
      case '"':
        return ScalarStyle::double_quoted;
      case '\'':
        return ScalarStyle::single_quoted;
      case '|':
      case '>':
        return ScalarStyle::block;
      default:
        return ScalarStyle::plain;
    }
  }
  // Several lines have no good place in brackets.
  bool outgrows(const Layout& at, const Node& wanted, const EmitContext& context) const {
    if (!at.flow || context.in_flow || text_.substr(at.begin, at.end - at.begin).find('#') != none)
      return false;
    return std::ranges::any_of(wanted.members, [](const Node::Member& member) {
      return member.value.is_scalar() && member.value.text.find('\n') != std::string::npos;
    });
  }

  // Further lines of a value go below the comment that stands behind it.
  void put(std::size_t begin, std::size_t end, std::string value, const EmitContext& context) {
    const std::size_t line = context.in_flow ? none : value.find(eol_);
    std::size_t stop = std::min(text_.find('\n', end), text_.size());
    if (stop > end && text_[stop - 1] == '\r') --stop;
    if (line == none || stop == end) {
      edits_.push_back({begin, end, std::move(value)});
      return;
    }
    edits_.push_back({begin, end, value.substr(0, line)});
    edits_.push_back({stop, stop, value.substr(line)});
  }

  // The whole value, written anew; a comment behind the colon stays there.
  void replace(const Layout& at, const Node& wanted, EmitContext context, std::size_t after) {
    if (context.top) {
      const bool block = entry_count(wanted) > 0;
      edits_.push_back({at.begin, at.end, block ? emit_block(wanted, at.column, eol_) : emit_flow(wanted)});
      return;
    }
    std::string value = emit_value(wanted, context);
    const bool begins_line =
        !at.flow && !at.entries.empty() && text_.substr(after, at.begin - after).find('\n') != none;
    if (!begins_line || context.in_flow) {
      const bool below = value.starts_with(eol_);
      std::size_t begin = below || at.begin == at.end ? after : at.begin;
      if (begin == at.begin && begin != after && !below) value.erase(0, 1);
      if (context.in_flow && context.behind_dash)
        value.erase(0, value.starts_with(' ') ? 1 : 0), begin = at.begin;
      put(begin, at.end, std::move(value), context);
      return;
    }
    std::size_t header = std::min(text_.find('\n', after), text_.size());
    if (header > after && text_[header - 1] == '\r') --header;
    if (value.starts_with(eol_)) {
      edits_.push_back({header, at.end, std::move(value)});
      return;
    }
    const std::size_t line = value.find(eol_);  // of a block of text: its sign stands in the first line
    edits_.push_back({after, after, value.substr(0, line)});
    edits_.push_back({header, at.end, line == none ? std::string() : value.substr(line)});
  }

  EmitContext inside(const Layout& at, const Layout::Entry& entry, bool list) const {
    std::size_t line = entry.begin == 0 ? none : text_.rfind('\n', entry.begin - 1);
    line = line == none ? 0 : line + 1;
    return {.column = at.column,
            .in_flow = at.flow,
            .behind_dash = list,
            .eol = eol_,
            .used = count_code_points(text_.substr(line, entry.after - line)) + 1};
  }
  void change_entry(const Node& now, const Layout& at, std::size_t old, const Node& wanted, std::size_t i) {
    const Layout::Entry& entry = at.entries[old];
    change(entry_value(now, old), entry.value, entry_value(wanted, i), inside(at, entry, now.is_list()),
           entry.after);
  }
  std::string new_flow_entry(const Node& wanted, std::size_t i) const {
    const std::string* key = entry_key(wanted, i);
    return key != nullptr ? emit_key(*key, true) + ": " + emit_flow(entry_value(wanted, i))
                          : emit_flow(entry_value(wanted, i));
  }
  // An entry with its changes, as text of its own.
  std::string changed_text(const Node& now, const Layout& at, std::size_t old, const Node& wanted,
                           std::size_t i, std::size_t begin) {
    std::vector<TextEdit> edits;
    Patcher(text_, edits, eol_).change_entry(now, at, old, wanted, i);
    return apply(text_, begin, at.entries[old].end, std::move(edits));
  }
  Patcher(std::string_view text, std::vector<TextEdit>& edits, std::string_view eol)
      : text_(text), edits_(edits), eol_(eol) {}

  void change_flow(const Node& now, const Layout& at, const Node& wanted,
                   const std::vector<std::size_t>& from, const std::vector<bool>& stays) {
    const std::vector<Layout::Entry>& old = at.entries;
    bool moved = false;
    std::vector<bool> kept(old.size(), false);
    for (std::size_t i = 0; i < from.size(); ++i) {
      moved = moved || (from[i] != none && !stays[i]);
      if (from[i] != none) kept[from[i]] = true;
    }
    if (moved) {
      std::string out;
      for (std::size_t i = 0; i < from.size(); ++i) {
        if (i > 0) {
          out += i < old.size() ? text_.substr(old[i - 1].end, old[i].begin - old[i - 1].end)
                                : std::string_view(", ");
        }
        out += from[i] != none ? changed_text(now, at, from[i], wanted, i, old[from[i]].begin)
                               : new_flow_entry(wanted, i);
      }
      edits_.push_back({old.front().begin, old.back().end, std::move(out)});
      return;
    }
    const std::size_t first = static_cast<std::size_t>(std::ranges::find(kept, true) - kept.begin());
    for (std::size_t k = 0; k < old.size(); ++k) {
      if (kept[k]) continue;
      const std::size_t begin = k > first ? old[k - 1].end : old[k].begin;
      const std::size_t end = k > first ? old[k].end : old[k + 1].begin;
      const std::size_t gap = k > first ? begin : old[k].end;
      std::string rest(text_.substr(gap, (k > first ? old[k].begin : end) - gap));
      rest.erase(rest.find('#') == none ? 0 : rest.find(','), rest.find('#') == none ? none : 1);
      edits_.push_back({begin, end, std::move(rest)});
    }
    std::string before;  // new entries in front of the first that stays
    std::size_t anchor = none;
    for (std::size_t i = 0; i < from.size(); ++i) {
      if (from[i] != none) {
        if (anchor == none && !before.empty())
          edits_.push_back({old[from[i]].begin, old[from[i]].begin, before});
        anchor = old[from[i]].end;
        change_entry(now, at, from[i], wanted, i);
      } else if (anchor == none) {
        before += new_flow_entry(wanted, i) + ", ";
      } else {
        edits_.push_back({anchor, anchor, ", " + new_flow_entry(wanted, i)});
      }
    }
  }

  // From the end of the line above `begin`.
  std::size_t above(std::size_t begin) const {
    std::size_t at = begin == 0 ? none : text_.rfind('\n', begin - 1);
    if (at == none) return none;
    if (at > 0 && text_[at - 1] == '\r') --at;
    return at;
  }
  // What stands in front of an entry that is taken out: something that stays, or nothing but entries that go
  // too.
  enum class Front : std::uint8_t { stays, top_of_text, dash };

  // Takes the entry out with the lines that it fills, from its lead when it moves.
  Front take_out(const Layout& at, std::size_t k, bool with_lead, Front front) {
    const Layout::Entry& entry = at.entries[k];
    const std::size_t begin = with_lead ? entry.lead : entry.begin;
    const std::size_t line = above(begin);
    if (entry.own_line && (front == Front::top_of_text || line == none)) {
      const std::size_t feed = text_.find('\n', entry.end);
      edits_.push_back({begin, feed == none ? entry.end : feed + 1, ""});
      return Front::top_of_text;
    }
    if (entry.own_line && front == Front::stays) {
      edits_.push_back({line, entry.end, ""});
      return Front::stays;
    }
    if (k + 1 < at.entries.size() &&
        text_.substr(entry.end, at.entries[k + 1].begin - entry.end).find('#') == none) {
      edits_.push_back({entry.begin, at.entries[k + 1].begin, ""});  // the next one comes up behind the dash
      return Front::dash;
    }
    std::size_t spaces = entry.begin;
    while (spaces > 0 && text_[spaces - 1] == ' ') --spaces;
    edits_.push_back({spaces, entry.end, ""});
    return Front::stays;
  }

  void change_block(const Node& now, const Layout& at, const Node& wanted,
                    const std::vector<std::size_t>& from, const std::vector<bool>& stays) {
    const std::vector<Layout::Entry>& old = at.entries;
    const std::string next = fmt::format("{}{}", eol_, std::string(at.column, ' '));
    std::vector<bool> in_place(old.size(), false), moved(old.size(), false);
    for (std::size_t i = 0; i < from.size(); ++i) {
      if (from[i] != none) (stays[i] ? in_place : moved)[from[i]] = true;
    }
    std::string before;
    std::size_t anchor = none;
    for (std::size_t i = 0; i < from.size(); ++i) {
      if (stays[i]) {
        const Layout::Entry& entry = old[from[i]];
        if (anchor == none && !before.empty()) edits_.push_back({entry.lead, entry.lead, before});
        change_entry(now, at, from[i], wanted, i);
        anchor = entry.end;
        continue;
      }
      const std::string text =
          from[i] != none ? changed_text(now, at, from[i], wanted, i, old[from[i]].lead)
                          : emit_entry(entry_value(wanted, i), entry_key(wanted, i), at.column, eol_);
      if (anchor == none) {
        before += text + next;
      } else {
        edits_.push_back({anchor, anchor, next + text});
      }
    }
    Front front = Front::stays;
    for (std::size_t k = 0; k < old.size(); ++k) {
      front = in_place[k] ? Front::stays : take_out(at, k, moved[k], front);
    }
  }

  std::string_view text_;
  std::vector<TextEdit>& edits_;
  std::string_view eol_ = "\n";
};

Node read(std::string_view text, std::uint32_t first_line, bool& faulty) {
  Findings findings;
  Node node = parse_yaml(text, "", findings, {.first_line = first_line});
  faulty = any_blocks(findings);
  return node;
}

// A text that says nothing yet: the value follows its comments.
std::string append_to_nothing(std::string_view text, const Node& wanted) {
  std::string out(text);
  if (!out.empty() && !out.ends_with('\n')) out += '\n';
  return out + write_yaml(wanted);
}

std::expected<std::string, PatchFault> patch_once(std::string_view text, const Node& now, const Node& wanted,
                                                  std::uint32_t first_line) {
  if (now.is_null()) {
    const std::string_view trimmed = trim(text);
    if (!trimmed.empty() && trimmed.front() != '#') return std::unexpected(PatchFault::unusual);
    return append_to_nothing(text, wanted);
  }
  const auto layout = lay_out(text, now, first_line);
  if (!layout) return std::unexpected(PatchFault::unusual);
  std::vector<TextEdit> edits;
  Patcher patcher(text, edits);
  patcher.change(now, *layout, wanted, {.top = true, .eol = patcher.eol()}, layout->begin);
  std::string patched = apply(text, 0, text.size(), std::move(edits));
  bool faulty = false;
  const Node after = read(patched, first_line, faulty);
  if (faulty || !means(after, wanted)) return std::unexpected(PatchFault::unusual);
  return patched;
}

}  // namespace

bool means(const Node& now, const Node& wanted) {
  if (now.kind != wanted.kind) return false;
  if (now.is_scalar())
    return now.text == wanted.text && (wanted.quoted || !now.quoted || !is_ambiguous(now.text));
  if (now.items.size() != wanted.items.size() || now.members.size() != wanted.members.size()) return false;
  for (std::size_t i = 0; i < now.items.size(); ++i) {
    if (!means(now.items[i], wanted.items[i])) return false;
  }
  for (std::size_t i = 0; i < now.members.size(); ++i) {
    if (now.members[i].key != wanted.members[i].key) return false;
    if (!means(now.members[i].value, wanted.members[i].value)) return false;
  }
  return true;
}

std::string write_yaml(const Node& value) {
  if (entry_count(value) == 0) return emit_flow(value) + "\n";
  return emit_block(value, 0, "\n") + "\n";
}

std::expected<std::string, PatchFault> patch_yaml(std::string_view text, const Node& wanted,
                                                  std::uint32_t first_line) {
  bool faulty = false;
  const Node now = read(text, first_line, faulty);
  if (faulty) return std::unexpected(PatchFault::unreadable);
  if (means(now, wanted)) return std::string(text);
  auto patched = patch_once(text, now, wanted, first_line);
  // A block of text at the very end may need a line end behind it.
  if (!patched && !text.ends_with('\n')) {
    const std::string whole = fmt::format("{}\n", text);
    patched = patch_once(whole, read(whole, first_line, faulty), wanted, first_line);
  }
  return patched;
}

std::expected<std::string, PatchFault> patch_front_matter(std::string_view text, const Node& wanted) {
  Findings findings;
  const FrontMatter matter = parse_front_matter(text, "", findings);
  if (any_blocks(findings)) return std::unexpected(PatchFault::unreadable);
  if (means(matter.data, wanted)) return std::string(text);
  const auto body = static_cast<std::size_t>(matter.body.data() - text.data());
  const std::string_view head = text.substr(0, body);
  const std::size_t first = head.find('\n');
  if (matter.body_line == 1 || first == none) {
    return fmt::format("---\n{}---\n{}", write_yaml(wanted), text);
  }
  const std::size_t close = head.substr(0, head.find_last_not_of(" \t\r\n")).rfind('\n');
  if (close == none || close < first) return std::unexpected(PatchFault::unusual);
  const std::string_view yaml = head.substr(first + 1, close - first);
  auto patched = patch_yaml(yaml, wanted, 2);
  if (!patched) return patched;
  return fmt::format("{}{}{}", head.substr(0, first + 1), *patched, text.substr(close + 1));
}

}  // namespace mektep::editor
