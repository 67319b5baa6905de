#include "editor/drafts/blocks.h"
#include "editor/drafts/merge_parts.h"
#include "editor/drafts/three_way.h"

namespace mektep::editor {
namespace {

class MarkdownMerge {
 public:
  explicit MarkdownMerge(const Sides& sides)
      : base_(split_blocks(sides.base)),
        mine_(split_blocks(sides.mine)),
        theirs_(split_blocks(sides.theirs)) {}

  Merge run() {
    out_.add(choose(base_.lead, mine_.lead, theirs_.lead));
    Numbering numbering;
    const Items base = number(base_, numbering);
    const Items mine = number(mine_, numbering);
    const Items theirs = number(theirs_, numbering);
    for (const Region& region : merge_items(base, mine, theirs)) {
      switch (region.take) {
        case Region::Take::unchanged:
          for (std::size_t i = 0; i < region.base.size(); ++i) {
            const TextBlock& block = mine_.blocks[region.mine.begin + i];
            add(block, choose(base_.blocks[region.base.begin + i].gap, block.gap,
                              theirs_.blocks[region.theirs.begin + i].gap));
          }
          break;
        case Region::Take::mine:
          add(mine_, region.mine);
          break;
        case Region::Take::theirs:
          add(theirs_, region.theirs);
          break;
        case Region::Take::conflict:
          conflict(region);
          break;
      }
    }
    out_.add(gap_);
    return out_.take();
  }

 private:
  static std::string_view choose(std::string_view base, std::string_view mine, std::string_view theirs) {
    return mine == base && theirs != base ? theirs : mine;
  }

  static Items number(const TextBlocks& text, Numbering& numbering) {
    Items items;
    for (const TextBlock& block : text.blocks) items.push_back(numbering.of(block.text));
    return items;
  }

  // Where the text goes on as in one of the sources, the gap stays. Elsewhere blocks are kept apart, so that
  // none runs into the next: by a line end between items of a list, by a blank line else.
  void join(const TextBlock* next) {
    if (started_) {
      out_.add(gap_);
      const bool goes_on = next && gap_.data() + gap_.size() == next->text.data();
      if (!goes_on) {
        const auto wanted = next && next->item && after_item_ ? 1 : 2;
        for (auto feeds = std::ranges::count(gap_, '\n'); feeds < wanted; ++feeds) out_.add("\n");
      }
    }
    started_ = true;
  }

  void add(const TextBlock& block, std::string_view gap) {
    join(&block);
    out_.add(block.text);
    gap_ = gap;
    after_item_ = block.item;
  }

  void add(const TextBlocks& from, const ItemRange& range) {
    for (std::size_t i = range.begin; i < range.end; ++i) add(from.blocks[i], from.blocks[i].gap);
  }

  // The source of some blocks, without the line ends behind the last.
  static std::string source(const TextBlocks& from, const ItemRange& range) {
    std::string text;
    for (std::size_t i = range.begin; i < range.end; ++i) {
      text += from.blocks[i].text;
      if (i + 1 < range.end) text += from.blocks[i].gap;
    }
    return text;
  }

  void conflict(const Region& region) {
    join(nullptr);
    out_.add(MergeConflict{MergeConflict::Kind::text,
                           {},
                           source(base_, region.base),
                           source(mine_, region.mine),
                           source(theirs_, region.theirs)});
    const TextBlocks& from = region.mine.empty() ? theirs_ : mine_;
    const ItemRange& range = region.mine.empty() ? region.theirs : region.mine;
    gap_ = from.blocks[range.end - 1].gap;
    after_item_ = from.blocks[range.end - 1].item;
  }

  TextBlocks base_, mine_, theirs_;
  MergeBuilder out_;
  std::string_view gap_;  // behind the last block, not written yet
  bool started_ = false;
  bool after_item_ = false;
};

}  // namespace

Merge merge_markdown(const Sides& sides) {
  return MarkdownMerge(sides).run();
}

}  // namespace mektep::editor
