#include "content/read.h"

#include <charconv>

#include "base/text.h"

namespace mektep {

std::string read_text(const Node* node) {
  return node && node->is_scalar() ? node->text : std::string();
}

Bilingual read_bilingual(const Node* node) {
  Bilingual value;
  if (!node) return value;
  if (node->is_scalar()) {
    value.texts = {node->text, node->text};
  } else {
    for (const Locale locale : all_locales) value.in(locale) = read_text(node->get(code(locale)));
  }
  return value;
}

std::optional<Date> read_date(const Node* node) {
  return node && node->is_scalar() ? parse_date(node->text) : std::nullopt;
}

std::optional<DateTime> read_date_time(const Node* node) {
  return node && node->is_scalar() ? parse_date_time(node->text) : std::nullopt;
}

std::vector<std::string> read_texts(const Node* node) {
  std::vector<std::string> texts;
  if (!node) return texts;
  if (node->is_scalar()) texts.push_back(node->text);
  for (const Node& item : node->items) {
    if (item.is_scalar()) texts.push_back(item.text);
  }
  return texts;
}

std::vector<Bilingual> read_bilinguals(const Node* node) {
  std::vector<Bilingual> values;
  if (!node) return values;
  if (!node->is_list()) {
    values.push_back(read_bilingual(node));
  } else {
    for (const Node& item : node->items) values.push_back(read_bilingual(&item));
  }
  return values;
}

bool read_bool(const Node* node) {
  return node && node->is_scalar() && node->text == "true";
}

int read_int(const Node* node, int otherwise) {
  if (!node || !node->is_scalar()) return otherwise;
  int value = 0;
  const char* end = node->text.data() + node->text.size();
  const auto [stop, error] = std::from_chars(node->text.data(), end, value);
  return error == std::errc() && stop == end ? value : otherwise;
}

std::string resolve_path(std::string_view file, std::string_view name) {
  std::vector<std::string> parts;
  if (!name.starts_with('/')) {
    for (const std::string_view part : split(file, '/')) parts.emplace_back(part);
    parts.pop_back();
  }
  for (const std::string_view part : split(name, '/')) {
    if (part.empty() || part == ".") continue;
    if (part == "..") {
      if (parts.empty()) return {};
      parts.pop_back();
    } else {
      parts.emplace_back(part);
    }
  }
  return join(parts, "/");
}

}  // namespace mektep
