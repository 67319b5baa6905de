#include "editor/drafts/merge.h"

#include "base/text.h"
#include "editor/drafts/merge_parts.h"

namespace mektep::editor {
namespace {

Merge whole(const Sides& sides) {
  MergeBuilder out;
  out.add(sides.conflict(MergeConflict::Kind::file));
  return out.take();
}

struct Document {
  std::string_view open, data, close, body;  // "---", the YAML, "---", the text
};

// Front matter as front_matter.h describes it; nullopt when the text has none.
std::optional<Document> cut_document(std::string_view text) {
  const std::size_t open = text.starts_with("---\n") ? 4 : text.starts_with("---\r\n") ? 5 : 0;
  if (open == 0) return std::nullopt;
  for (std::size_t at = open; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    while (line.ends_with('\r') || line.ends_with(' ')) line.remove_suffix(1);
    const std::size_t next = std::min(end + 1, text.size());
    if (line == "---") {
      return Document{text.substr(0, open), text.substr(open, at - open), text.substr(at, next - at),
                      text.substr(next)};
    }
    at = next;
  }
  return std::nullopt;
}

Merge merge_document(const Sides& sides) {
  const auto base = cut_document(sides.base);
  const auto mine = cut_document(sides.mine);
  const auto theirs = cut_document(sides.theirs);
  if (!base || !mine || !theirs) return merge_markdown(sides);
  MergeBuilder out;
  out.add(mine->open);
  const Sides data{base->data, mine->data, theirs->data};
  if (const auto known = data.trivial()) {
    out.add(*known);
  } else if (auto merged = merge_yaml(data)) {
    out.add(std::move(*merged));
  } else {
    out.add(data.conflict(MergeConflict::Kind::file));
  }
  out.add(mine->close);
  const Sides body{base->body, mine->body, theirs->body};
  const auto known = body.trivial();
  if (known) {
    out.add(*known);
  } else {
    out.add(merge_markdown(body));
  }
  return out.take();
}

bool suits(const Resolution& resolution, const MergeConflict& conflict) {
  using Take = Resolution::Take;
  return resolution.take == Take::mine || resolution.take == Take::theirs ||
         conflict.kind == MergeConflict::Kind::text;
}

std::string both(const MergeConflict& conflict) {
  if (conflict.mine.empty() || conflict.theirs.empty()) return conflict.mine + conflict.theirs;
  return conflict.mine + "\n\n" + conflict.theirs;
}

std::string decided(const MergeConflict& conflict, const Resolution& resolution) {
  switch (resolution.take) {
    case Resolution::Take::mine:
      return conflict.mine;
    case Resolution::Take::theirs:
      return conflict.theirs;
    case Resolution::Take::both:
      return both(conflict);
    case Resolution::Take::own:
      break;
  }
  return resolution.own;
}

}  // namespace

bool Merge::clean() const {
  return std::ranges::none_of(parts, [](const MergePart& part) { return part.conflict.has_value(); });
}

std::string Merge::text() const {
  std::string text;
  for (const MergePart& part : parts) text += part.conflict ? part.conflict->mine : part.text;
  return text;
}

std::vector<const MergeConflict*> Merge::conflicts() const& {
  std::vector<const MergeConflict*> all;
  for (const MergePart& part : parts) {
    if (part.conflict) all.push_back(&*part.conflict);
  }
  return all;
}

Merge merge_file(std::string_view path, std::string_view base, std::string_view mine,
                 std::string_view theirs) {
  const Sides sides{base, mine, theirs};
  if (const auto known = sides.trivial()) return {{{std::string(*known), std::nullopt}}};
  for (const std::string_view text : {base, mine, theirs}) {
    if (find_invalid_utf8(text) || text.contains('\0')) return whole(sides);
  }
  if (path.ends_with(".md")) return merge_document(sides);
  if (path.ends_with(".yaml")) return merge_yaml(sides).value_or(whole(sides));
  return whole(sides);
}

std::optional<std::string> resolve(const Merge& merge, std::span<const Resolution> resolutions) {
  std::string text;
  std::size_t next = 0;
  for (const MergePart& part : merge.parts) {
    if (!part.conflict) {
      text += part.text;
      continue;
    }
    if (next == resolutions.size() || !suits(resolutions[next], *part.conflict)) return std::nullopt;
    text += decided(*part.conflict, resolutions[next++]);
  }
  return next == resolutions.size() ? std::optional(std::move(text)) : std::nullopt;
}

}  // namespace mektep::editor
