// The columns that our profiles know, by their ids and by the names that people give them.
#pragma once
#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/locale.h"

namespace mektep {

struct ColumnSpec {
  std::string_view id;  // "class", "n5", "moved_in"
  Message name;
  std::string_view aliases;  // other ways of writing, separated by |
};
std::span<const ColumnSpec> known_columns();
Label column_name(std::string_view id);

// Letters and digits in lower case, Kyrgyz letters folded: how headers are compared.
std::string fold_header(std::string_view text);
// The id of a header cell among `allowed`; empty when it is none of them.
std::string_view recognise_column(std::string_view header, std::span<const std::string_view> allowed);

using ColumnMap = std::map<std::string, std::size_t, std::less<>>;  // id → index of the cell

// A kind of file that can be imported.
struct Profile {
  std::string_view id;  // "marks"
  Message name;
  std::span<const std::string_view> required;
  std::span<const std::string_view> optional;
  std::vector<std::string_view> columns() const;  // all of them
};
std::span<const Profile> csv_profiles();
const Profile* find_profile(std::string_view id);

}  // namespace mektep
