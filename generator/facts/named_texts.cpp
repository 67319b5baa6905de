#include "facts/named_texts.h"

#include <algorithm>

#include "base/parallel.h"
#include "facts/publication.h"

namespace mektep {

namespace {

// Had consented, and that is over.
bool has_ended(const Person& person, const ContentModel& model, const ConsentRegister& consents, Date today) {
  const Consent* consent = model.consent(person.consent);
  // A consent that was taken back no longer says whose it was.
  const bool own =
      consent && (consent->person == person.id || (consent->person.empty() && consent->withdrawn));
  return own && (consents.has_ended(*consent) || (consents.counts(*consent) && !person.works_on(today)));
}

void collect(const Node& node, std::string& text, std::vector<std::pair<std::size_t, Mark>>& marks) {
  if (node.is_scalar()) {
    marks.emplace_back(text.size(), node.mark);
    text.append(node.text).append("\n\n");
  }
  for (const Node& item : node.items) collect(item, text, marks);
  for (const Node::Member& member : node.members) collect(member.value, text, marks);
}

// All words of a translation, an empty line between two blocks, and where they stand.
std::string words_of(const Translation& translation, std::vector<std::pair<std::size_t, Mark>>& marks) {
  std::string text;
  collect(translation.data, text, marks);
  for (const MdNode& node : translation.body.nodes) {
    if (node.type == MdType::text || node.type == MdType::code || node.type == MdType::code_block) {
      marks.emplace_back(text.size(), node.mark);
      text += node.text;
    } else if (node.type == MdType::soft_break || node.type == MdType::line_break) {
      text += '\n';
    } else if (node.type == MdType::shortcode) {
      text += ' ';
    } else if (node.type < MdType::text) {
      text += "\n\n";
    }
  }
  for (const Shortcode& shortcode : translation.body.shortcodes) {
    for (const Shortcode::Argument& argument : shortcode.arguments) {
      marks.emplace_back(text.size() + 2, argument.mark);
      text.append("\n\n").append(argument.value);
    }
  }
  return text;
}

}  // namespace

NamedTexts::NamedTexts(const ContentModel& model, Date today)
    : model_(model), today_(today), register_(model, today) {
  for (const Person& person : model.people) ended_.push_back(has_ended(person, model, register_, today));
  if (std::ranges::find(ended_, true) == ended_.end()) {
    ended_.clear();
    return;
  }
  for (std::uint32_t i = 0; i < model.people.size(); ++i) {
    const Person& person = model.people[i];
    for (const Locale locale : all_locales) {
      finder_.add({person.surname.best(locale), person.given.best(locale), person.patronymic.best(locale)},
                  i);
    }
  }
}

// The first name in the text that may no longer stand there. A name that also fits somebody who may be
// named is theirs.
std::optional<WithheldText> NamedTexts::find(const Entry& entry) const {
  for (const auto& translation : entry.translations) {
    if (!translation) continue;
    std::vector<std::pair<std::size_t, Mark>> marks;
    const std::string text = words_of(*translation, marks);
    std::vector<PersonalFind> found;
    finder_.find(text, found);
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (found[i].kind != Personal::known_name) continue;
      const std::size_t begin = found[i].begin;
      const Person* whose = nullptr;
      bool named = false;
      for (; i < found.size() && found[i].begin == begin; ++i) {
        if (found[i].kind != Personal::known_name) continue;
        const Person& person = model_.people[found[i].whose];
        if (ended_[found[i].whose]) whose = &person;
        named |= register_.may_be_named(person, entry.collection);
      }
      --i;
      if (!whose || named) continue;
      const auto at = std::ranges::upper_bound(marks, begin, {}, [](const auto& mark) { return mark.first; });
      const Mark mark = at == marks.begin() ? Mark{} : std::prev(at)->second;
      return WithheldText{entry.path, whose->id, {translation->file, mark}};
    }
  }
  return std::nullopt;
}

std::optional<WithheldText> NamedTexts::withhold(Entry& entry) const {
  if (ended_.empty() || !is_published(entry, today_)) return std::nullopt;
  auto found = find(entry);
  if (found) entry.named_until = Date::from_days(today_.days() - 1);
  return found;
}

std::vector<WithheldText> NamedTexts::withhold_all(ContentModel& model, unsigned jobs) const {
  if (ended_.empty()) return {};
  std::vector<std::optional<WithheldText>> found(model.entries.size());
  parallel_for(model.entries.size(), jobs, [&](std::size_t i) { found[i] = withhold(model.entries[i]); });
  std::vector<WithheldText> withheld;
  for (auto& text : found) {
    if (text) withheld.push_back(std::move(*text));
  }
  return withheld;
}

}  // namespace mektep
