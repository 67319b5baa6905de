// Takes single lines out of a file, by the line numbers that it had before; the rest stays byte for byte.
// Internal to this folder.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mektep {

class EditLines {
 public:
  explicit EditLines(std::string_view bytes);

  void remove(std::uint32_t line) { replace(line, ""); }
  void replace(std::uint32_t line, std::string_view text);  // "" removes it
  void insert(std::uint32_t behind, std::string_view text);
  void append(std::string_view text);
  // «- a.jpg» as a line of its own, or `a.jpg` out of «[a.jpg, b.jpg]».
  void remove_item(std::uint32_t line, std::string_view item);
  // `![…](address …)`, which may begin in an earlier line.
  void remove_picture(std::uint32_t line, std::string_view address);

  std::string text() const;

 private:
  std::vector<std::string> lines_;  // each with its line end; removed ones are empty
};

}  // namespace mektep
