#include "syntax/markdown/markdown.h"

#include <cstring>

namespace mektep {

struct Markdown::Storage {
  std::vector<std::unique_ptr<char[]>> blocks;
  char* at = nullptr;
  std::size_t left = 0;

  void add(std::size_t bytes) {
    blocks.push_back(std::make_unique_for_overwrite<char[]>(bytes));
    at = blocks.back().get();
    left = bytes;
  }
};

Markdown::Markdown() : nodes(1), storage_(std::make_unique<Storage>()) {}
Markdown::~Markdown() = default;
Markdown::Markdown(Markdown&&) noexcept = default;
Markdown& Markdown::operator=(Markdown&&) noexcept = default;

void Markdown::reserve(std::size_t bytes) {
  if (storage_->left < bytes) storage_->add(bytes);
}

std::string_view Markdown::keep(std::string_view text) {
  if (text.empty()) return {};
  if (storage_->left < text.size()) storage_->add(std::max<std::size_t>(text.size(), 1024));
  char* const copy = storage_->at;
  std::memcpy(copy, text.data(), text.size());
  storage_->at += text.size();
  storage_->left -= text.size();
  return {copy, text.size()};
}

const Shortcode::Argument* Shortcode::find(std::string_view key) const {
  const auto found = std::ranges::find(arguments, key, &Argument::key);
  return found == arguments.end() ? nullptr : &*found;
}

std::string_view Shortcode::get(std::string_view key) const {
  const Argument* argument = find(key);
  return argument ? argument->value : std::string_view();
}

namespace {

// Collects words with single spaces between them, up to a number of code points.
class Words {
 public:
  explicit Words(std::size_t limit) : limit_(limit) {}

  bool full() const { return full_; }
  void space() { pending_ = !out_.empty(); }

  void add(std::string_view text) {
    for (std::size_t i = 0; i < text.size() && !full_; ++i) {
      const char c = text[i];
      if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
        space();
        continue;
      }
      if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
        if (count_ + pending_ >= limit_) {
          cut();
          return;
        }
        ++count_;
      }
      if (pending_) {
        last_space_ = out_.size();
        out_ += ' ';
        ++count_;
        pending_ = false;
      }
      out_ += c;
    }
  }

  std::string take() { return std::move(out_); }

 private:
  // In the middle of a word: back to the space before it, if there is one.
  void cut() {
    full_ = true;
    if (!pending_ && last_space_ != 0) out_.resize(last_space_);
  }

  std::string out_;
  std::size_t limit_, count_ = 0, last_space_ = 0;
  bool pending_ = false, full_ = false;
};

}  // namespace

std::string plain_text(const Markdown& tree, std::uint32_t node, std::size_t limit) {
  Words words(limit);
  if (node >= tree.nodes.size()) return {};
  std::uint32_t at = node;
  for (;;) {
    const MdNode& here = tree.nodes[at];
    switch (here.type) {
      case MdType::text:
      case MdType::code:
        words.add(here.text);
        break;
      case MdType::code_block:
        words.space();
        words.add(here.text);
        break;
      case MdType::emphasis:
      case MdType::strong:
      case MdType::strikethrough:
      case MdType::link:
      case MdType::image:
      case MdType::html_inline:
      case MdType::footnote_reference:
        break;
      case MdType::shortcode:
        if (here.flag) words.space();
        break;
      default:
        words.space();
    }
    if (words.full()) break;
    if (here.first_child != 0) {
      at = here.first_child;
      continue;
    }
    while (at != node && tree.nodes[at].next == 0) {
      at = tree.nodes[at].parent;
      if (at != node && tree.nodes[at].type < MdType::text) words.space();
    }
    if (at == node) break;
    at = tree.nodes[at].next;
  }
  return words.take();
}

}  // namespace mektep
