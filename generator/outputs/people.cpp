// The list of the staff and a page for each person, as far as consent goes (DISC-27…38, ICT-21).
#include "base/localise.h"
#include "outputs/passes.h"
#include "outputs/plan.h"
#include "outputs/values.h"

namespace mektep {

namespace {

// In the school's own order, then by post for those withheld and by name for the others.
std::vector<const Person*> of_kind(const SiteContext& site, PersonKind kind, Locale locale) {
  std::vector<const Person*> people;
  for (const Person& person : site.model.people) {
    if (person.kind == kind) people.push_back(&person);
  }
  std::ranges::sort(people, [&](const Person* a, const Person* b) {
    const int rank_a = a->order ? a->order : INT_MAX, rank_b = b->order ? b->order : INT_MAX;
    if (rank_a != rank_b) return rank_a < rank_b;
    const auto shown = [&](const Person* p) { return site.facts.consents.publish(*p).full_name(locale); };
    const int order = collate(shown(a), shown(b), locale);
    return order != 0 ? order < 0 : a->id < b->id;
  });
  return people;
}

Value make_people(const SiteContext& site, Locale locale) {
  struct Group {
    PersonKind kind;
    std::string_view id;
    Word title;
  };
  static constexpr Group groups[] = {{PersonKind::administration, "administration", Word::administration},
                                     {PersonKind::teacher, "teachers", Word::teachers},
                                     {PersonKind::staff, "staff", Word::staff}};
  ValueList list;
  std::size_t withheld = 0;
  for (const Group& group : groups) {
    ValueList people;
    for (const Person* person : of_kind(site, group.kind, locale)) {
      const PublicPerson shown = site.facts.consents.publish(*person);
      if (shown.name_withheld()) ++withheld;
      people.push_back(person_value(site, shown, locale));
    }
    if (people.empty()) continue;
    list.push_back(make_record({{"id", std::string(group.id)},
                                {"title", std::string(word(group.title, locale))},
                                {"people", std::move(people)}}));
  }
  return make_record(
      {{"groups", std::move(list)}, {"total", site.model.people.size()}, {"withheld", withheld}});
}

}  // namespace

void plan_people(const SiteContext& site, PageSet& pages, Findings&) {
  std::vector<std::string> files;
  for (const Person& person : site.model.people) files.push_back(person.file);
  for (const Locale locale : site.locales()) {
    PageInfo list =
        list_page(site, "people", "people", "people/", std::string(word(Word::people, locale)), locale);
    add_page(site, pages, std::move(list), {"people", {}}, files,
             [&site, locale] { return Names{{"people", make_people(site, locale)}}; });
    for (const Person& person : site.model.people) {
      const PublicPerson shown = site.facts.consents.publish(person);
      // The address of a person's page is made of the name: without consent there is none.
      if (shown.name_withheld()) continue;
      PageInfo page = list_page(site, "person", "person", fmt::format("people/{}/", person.id),
                                shown.full_name(locale), locale);
      page.description = person.post.best(locale);
      page.card_title = word(Word::people, locale);
      page.updated = site.facts.changed(site.model, person.file);
      page.breadcrumbs.push_back({std::string(word(Word::people, locale)), list_path("people", locale)});
      add_page(site, pages, std::move(page), person.place(), {person.file}, [&site, &person, locale] {
        return Names{{"person", person_value(site, site.facts.consents.publish(person), locale)}};
      });
    }
  }
}

}  // namespace mektep
