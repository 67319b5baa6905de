#include "content/model.h"

namespace mektep {

namespace {

template <class T, class Key>
const T* find_sorted(const std::vector<T>& all, std::string_view wanted, Key key) {
  const auto at =
      std::ranges::lower_bound(all, wanted, {}, [&](const T& one) { return std::string_view(key(one)); });
  return at != all.end() && key(*at) == wanted ? &*at : nullptr;
}

Place place_in(const std::string& file, const Node& data, std::string_view key) {
  if (const Node* value = key.empty() ? nullptr : data.get(key)) return {file, value->mark};
  return {file, Mark{1, 1}};
}

}  // namespace

const Entry* ContentModel::entry(std::string_view path) const {
  return find_sorted(entries, path, [](const Entry& one) -> const std::string& { return one.path; });
}
const Person* ContentModel::person(std::string_view id) const {
  return find_sorted(people, id, [](const Person& one) -> const std::string& { return one.id; });
}
const Consent* ContentModel::consent(std::string_view id) const {
  return find_sorted(consents, id, [](const Consent& one) -> const std::string& { return one.id; });
}
const Document* ContentModel::document(std::string_view id) const {
  return find_sorted(documents, id, [](const Document& one) -> const std::string& { return one.id; });
}
const Asset* ContentModel::asset(std::string_view path) const {
  return find_sorted(assets, path, [](const Asset& one) -> const std::string& { return one.path; });
}

std::string Site::tag_name(std::string_view id, Locale locale) const {
  for (const auto& [tag, name] : tags) {
    if (tag == id) return name.best(locale);
  }
  return std::string(id);
}

std::string_view folder_of(Collection collection) {
  switch (collection) {
    case Collection::pages:
      return "pages";
    case Collection::news:
      return "news";
    case Collection::events:
      return "events";
    case Collection::albums:
      return "albums";
  }
  return {};
}

Place Translation::place(std::string_view key) const {
  return place_in(file, data, key);
}
Place Person::place(std::string_view key) const {
  return place_in(file, data, key);
}
Place Consent::place(std::string_view key) const {
  return place_in(file, data, key);
}
Place Document::place(std::string_view key) const {
  return place_in(file, data, key);
}

const Translation* Entry::in(Locale locale) const {
  const auto& translation = translations[index(locale)];
  return translation ? &*translation : nullptr;
}
const Translation& Entry::any() const {
  return translations[0] ? *translations[0] : *translations[1];
}
const Translation& Entry::best(Locale locale) const {
  const Translation* own = in(locale);
  return own ? *own : any();
}
std::string_view Entry::name() const {
  const std::string_view whole = path;
  return whole.substr(whole.rfind('/') + 1);
}

bool Consent::has_scope(std::string_view scope) const {
  return std::ranges::find(scopes, scope) != scopes.end();
}
bool Consent::has_cover(std::string_view what) const {
  return std::ranges::find(covers, what) != covers.end();
}
bool Consent::holds_on(Date day) const {
  return from && *from <= day && (!until || day <= *until) && (!withdrawn || day < *withdrawn);
}
bool Consent::same_subject(const Consent& other) const {
  if (!person.empty() || !other.person.empty()) return person == other.person;
  return !pseudonym.empty() && pseudonym == other.pseudonym;
}

}  // namespace mektep
