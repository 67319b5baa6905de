// Makes the findings of validation: where in the value, under which labels, what was expected. Slow and
// thorough; it runs only when something is wrong.
#pragma once
#include <string>
#include <string_view>

#include "base/finding.h"
#include "schema/compiled.h"

namespace mektep {

// One step from the top of the value; lives on the stack of the validation.
struct Step {
  const Step* parent = nullptr;
  const Schema* schema = nullptr;  // of the place that the step leads to
  std::string_view key;            // of a map's member; empty in a list
  std::size_t index = 0;
};

std::string field_path(const Step& step, std::string_view key = {});
// "Аты-жөнү › Фамилиясы" in three languages; `last` is one more below the step.
Label label_path(const Step& step, const Label* last = nullptr, std::string_view key = {});

// Texts for {expected}.
Label expected_type(const Schema& schema);
Label expected_values(const Schema& schema);
Label expected_form(const Schema& schema);
Label expected_size(std::size_t least, std::size_t most, const Message& unit);
Label expected_range(const Schema& schema);
Label expected_keys(const Schema& schema);

// The value as it stands, short.
std::string shown(const Node& node);
Label same(std::string_view text);

}  // namespace mektep
