#include "editor/views/text_functions.h"

#include "editor/views/page.h"

namespace mektep::editor {
namespace {

using Result = std::expected<Value, TemplateError>;

std::string text_of(const Value& value) {
  if (value.is_integer()) return fmt::format("{}", value.as_integer());
  return value.is_string() ? std::string(value.as_string()) : std::string();
}

Result fill_filter(std::span<const Value> arguments) {
  if (arguments.size() % 2 == 0) return std::unexpected(TemplateError{"fill wants pairs of name and value"});
  std::string text = text_of(arguments[0]);
  for (std::size_t i = 1; i + 1 < arguments.size(); i += 2)
    text = fill_in(text, text_of(arguments[i]), text_of(arguments[i + 1]));
  return Value(std::move(text));
}

template <std::string (*Say)(std::int64_t, Language)>
Result time_filter(std::span<const Value> arguments) {
  if (arguments.size() != 2 || !arguments[0].is_integer())
    return std::unexpected(TemplateError{"wants a Unix time and a language"});
  return Value(Say(arguments[0].as_integer(), parse_language(text_of(arguments[1])).value_or(Language::ky)));
}

}  // namespace

std::vector<std::pair<std::string, Callable>> text_filters() {
  return {{"fill", fill_filter},
          {"moment", time_filter<moment_text>},
          {"exact_moment", time_filter<exact_moment_text>},
          {"day", time_filter<day_text>}};
}

}  // namespace mektep::editor
