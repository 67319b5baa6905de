#include "syntax/markdown/arena.h"

#include <cstdlib>
#include <cstring>

namespace mektep {

namespace {
constexpr std::size_t block_bytes = 256u << 10;
constexpr std::size_t alignment = 16;
constexpr std::size_t round_up(std::size_t n) {
  return (n + alignment - 1) & ~(alignment - 1);
}
// In front of every allocation: its size. Also keeps the library's look-behind of a few bytes inside our
// memory.
constexpr std::size_t header = alignment;
std::size_t& size_of(char* p) {
  return *reinterpret_cast<std::size_t*>(p - header);
}
}  // namespace

struct MarkdownArena::Block {
  Block* earlier;
  std::size_t bytes;
};

MarkdownArena& MarkdownArena::of_thread() {
  thread_local MarkdownArena arena;
  return arena;
}

MarkdownArena::~MarkdownArena() {
  while (block_) std::free(std::exchange(block_, block_->earlier));
}

void MarkdownArena::begin(std::size_t limit) {
  limit_ = limit;
  used_ = 0;
  last_ = nullptr;
  if (block_) at_ = reinterpret_cast<char*>(block_) + round_up(sizeof(Block));
}

void MarkdownArena::end() {
  while (block_ && (block_->earlier || block_->bytes > block_bytes))
    std::free(std::exchange(block_, block_->earlier));
  at_ = stop_ = last_ = nullptr;
  if (block_) stop_ = reinterpret_cast<char*>(block_) + block_->bytes;
}

void MarkdownArena::add_block(std::size_t at_least) {
  const std::size_t bytes = std::max(block_bytes, at_least + round_up(sizeof(Block)));
  used_ += bytes;
  void* memory = used_ > limit_ ? nullptr : std::malloc(bytes);
  if (!memory && limit_ == SIZE_MAX) std::abort();  // out of memory where nobody can be told
  if (!memory) std::longjmp(exhausted, 1);          // NOLINT: the frames between are C and own nothing
  block_ = new (memory) Block{block_, bytes};
  at_ = static_cast<char*>(memory) + round_up(sizeof(Block));
  stop_ = static_cast<char*>(memory) + bytes;
}

void* MarkdownArena::allocate(std::size_t size) {
  const std::size_t bytes = header + round_up(size);
  if (static_cast<std::size_t>(stop_ - at_) < bytes || !at_) add_block(bytes);
  last_ = at_ + header;
  at_ += bytes;
  size_of(last_) = size;
  return last_;
}

void* MarkdownArena::grow(void* old, std::size_t size) {
  if (!old) return allocate(size);
  char* p = static_cast<char*>(old);
  const std::size_t before = size_of(p);
  if (size <= before) return p;
  if (p == last_ && static_cast<std::size_t>(stop_ - p) >= round_up(size)) {
    at_ = p + round_up(size);
    size_of(p) = size;
    return p;
  }
  void* fresh = allocate(size);
  std::memcpy(fresh, old, before);
  return fresh;
}

void* markdown_calloc(std::size_t count, std::size_t size) {
  void* p = MarkdownArena::of_thread().allocate(count * size);
  std::memset(p, 0, count * size);
  return p;
}

void* markdown_realloc(void* old, std::size_t size) {
  return MarkdownArena::of_thread().grow(old, size);
}

void markdown_free(void*) {}

}  // namespace mektep
