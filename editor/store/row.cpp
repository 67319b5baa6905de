#include "editor/store/database.h"

namespace mektep::editor {

std::int64_t Row::integer(std::size_t column) const {
  const auto* number = std::get_if<std::int64_t>(&cells_[column]);
  return number ? *number : 0;
}

double Row::real(std::size_t column) const {
  const auto* number = std::get_if<double>(&cells_[column]);
  return number ? *number : static_cast<double>(integer(column));
}

const std::string& Row::text(std::size_t column) const {
  static const std::string none;
  const auto* text = std::get_if<std::string>(&cells_[column]);
  return text ? *text : none;
}

std::optional<std::int64_t> Row::maybe_integer(std::size_t column) const {
  if (is_null(column)) return std::nullopt;
  return integer(column);
}

}  // namespace mektep::editor
