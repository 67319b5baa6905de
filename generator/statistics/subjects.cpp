#include "statistics/subjects.h"

#include "base/text.h"

namespace mektep {
namespace {

std::string folded(std::string_view text) {
  const std::string lower = fold_for_search(text);
  std::string out;
  for (std::size_t at = 0; at < lower.size();) {
    const char32_t c = next_code_point(lower, at);
    if (is_letter(c) || (c >= U'0' && c <= U'9')) append_utf8(out, c);
  }
  return out;
}

}  // namespace

std::string_view group_suffix(std::string_view text) {
  text = trim(text);
  if (!text.ends_with(')')) return {};
  const std::size_t open = text.rfind('(');
  if (open == std::string_view::npos) return {};
  const std::string_view inside = trim(text.substr(open + 1, text.size() - open - 2));
  const bool number = !inside.empty() && inside[0] >= '1' && inside[0] <= '9';
  return number && fold_for_search(inside).find("г") != std::string::npos && inside.size() < 20
             ? text.substr(open)
             : std::string_view();
}

void Subjects::add(const Node& list) {
  for (const Node& item : list.items) {
    Subject subject{std::string(item.text_of("id")), {}};
    subject.name.in(Locale::ky) = item.text_of("ky");
    subject.name.in(Locale::ru) = item.text_of("ru");
    if (subject.id.empty() || subject.name.in(Locale::ky).empty()) continue;
    ids_[folded(subject.id)] = subject.id;
    for (const std::string& text : subject.name.texts)
      if (!text.empty()) ids_[folded(text)] = subject.id;
    if (const Node* also = item.given("also"))
      for (const Node& text : also->items) ids_[folded(text.text)] = subject.id;
    by_id_[subject.id] = std::move(subject);
  }
}

const Subject* Subjects::find(std::string_view id) const {
  const auto it = by_id_.find(id);
  return it == by_id_.end() ? nullptr : &it->second;
}

const Subject* Subjects::recognise(std::string_view text) const {
  text = trim(text);
  text.remove_suffix(group_suffix(text).size());
  const auto it = ids_.find(folded(text));
  return it == ids_.end() ? nullptr : find(it->second);
}

const Subject* Subjects::suggest(std::string_view text) const {
  std::vector<std::string> known;
  for (const auto& [name, id] : ids_) known.push_back(name);
  const auto near = did_you_mean(folded(text), known);
  return near ? recognise(*near) : nullptr;
}

}  // namespace mektep
