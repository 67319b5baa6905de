// What a process that works for the server gets on its standard input, and gives on its standard output.
#pragma once
#include <string>
#include <string_view>

namespace mektep::editor {

// Everything up to the end; what has come so far when reading fails. Blocks.
std::string read_input();
// False when not all could be written: whoever waited for it is gone. Blocks.
bool write_output(std::string_view bytes);

}  // namespace mektep::editor
