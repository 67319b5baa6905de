// What a browser sent of a form, turned back into the value that it means. The other half of form.h.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "schema/describe.h"
#include "syntax/node.h"

namespace mektep::editor {

// Names and values as they were sent. Refers to them.
class Posted {
 public:
  explicit Posted(std::span<const std::pair<std::string, std::string>> fields);
  bool has(std::string_view name) const { return values_.contains(name); }
  std::string_view get(std::string_view name) const;  // the last one; empty when there is none
  std::span<const std::string_view> all(std::string_view name) const;

 private:
  std::unordered_map<std::string_view, std::vector<std::string_view>> values_;
};

// A button beside a row, which works without a script: "add phones", "remove phones 2", "up phones n1",
// "down phones 0".
struct RowStep {
  enum class Kind : std::uint8_t { add, remove, up, down };
  Kind kind = Kind::add;
  std::string list, row;
};
std::optional<RowStep> parse_row_step(std::string_view text);

// `now` with what was sent: fit to be patched (forms/yaml/patch.h) and validated. Fields that were not sent
// stay as they are, so that a part of a form may be sent; keys that the schema does not know stay, too. Empty
// fields, groups and rows are left out, unless `step` is given: then the form is shown again, with empty
// rows.
Node read_posted(const Schema& schema, const Node& now, const Posted& posted, const RowStep* step = nullptr);

}  // namespace mektep::editor
