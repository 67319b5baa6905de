// The memory of one Markdown parse: a bump allocator that cmark gets as `cmark_mem`. cmark's own arena is one
// for the whole process; this one is per thread. Nothing is freed singly; what a parse leaves is dropped with
// the arena's use.
#pragma once
#include <csetjmp>
#include <cstddef>
#include <cstdint>

namespace mektep {

// One parse at a time per thread. Past `limit` bytes the allocator jumps to `exhausted`: cmark cannot report
// a lack of memory, and its frames own nothing outside the arena.
struct MarkdownArena {
  std::jmp_buf exhausted;

  static MarkdownArena& of_thread();
  void begin(std::size_t limit);  // forgets what the last parse left
  void lift_limit() { limit_ = SIZE_MAX; }
  void end();  // gives large blocks back

  void* allocate(std::size_t size);
  void* grow(void* old, std::size_t size);

 private:
  struct Block;
  Block* block_ = nullptr;  // the one in use, linked to the earlier ones
  char* at_ = nullptr;
  char* stop_ = nullptr;
  char* last_ = nullptr;  // most recent allocation: grows in place
  std::size_t used_ = 0;
  std::size_t limit_ = 0;

  void add_block(std::size_t at_least);
  ~MarkdownArena();
};

// The same as the three functions of a cmark_mem.
void* markdown_calloc(std::size_t count, std::size_t size);
void* markdown_realloc(void* old, std::size_t size);
void markdown_free(void* old);

}  // namespace mektep
