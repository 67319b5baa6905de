// How the mergers of Markdown and YAML build their answer. Internal to this module.
#pragma once
#include "editor/drafts/merge.h"

namespace mektep::editor {

class MergeBuilder {
 public:
  void add(std::string_view text) {
    if (parts_.empty() || parts_.back().conflict) parts_.emplace_back();
    parts_.back().text += text;
  }
  void add(MergeConflict conflict) { parts_.push_back({{}, std::move(conflict)}); }
  void add(Merge merge) {
    for (MergePart& part : merge.parts) {
      if (part.conflict) {
        add(std::move(*part.conflict));
      } else {
        add(part.text);
      }
    }
  }
  Merge take() { return {std::move(parts_)}; }

 private:
  std::vector<MergePart> parts_;
};

struct Sides {
  std::string_view base, mine, theirs;

  // When one side did not change anything, or both changed it alike, the answer is known.
  std::optional<std::string_view> trivial() const {
    if (mine == theirs || theirs == base) return mine;
    if (mine == base) return theirs;
    return std::nullopt;
  }
  MergeConflict conflict(MergeConflict::Kind kind, std::string field = {}) const {
    return {kind, std::move(field), std::string(base), std::string(mine), std::string(theirs)};
  }
};

Merge merge_markdown(const Sides& sides);
// nullopt: the texts cannot be taken apart with certainty.
std::optional<Merge> merge_yaml(const Sides& sides);

}  // namespace mektep::editor
