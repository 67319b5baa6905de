// The memory of the process as a whole.
#pragma once

namespace mektep::editor {

// Keeps the memory of many threads together, so that it can be given back. Before the first thread.
void keep_memory_together();

// Gives the system what has been freed. Takes some milliseconds.
void give_back_memory();

}  // namespace mektep::editor
