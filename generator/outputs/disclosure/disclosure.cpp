#include "outputs/disclosure/disclosure.h"

#include "base/localise.h"
#include "base/text.h"
#include "content/read.h"
#include "outputs/disclosure/value.h"
#include "outputs/passes.h"
#include "outputs/plan.h"
#include "outputs/structure.h"
#include "outputs/values.h"

namespace mektep {

namespace {

std::string state_label(DisclosureState state, Locale locale) {
  static constexpr std::array<std::array<std::string_view, 2>, disclosure_states> labels{
      {{"Толук", "Полностью"},
       {"Жок экени билдирилген", "Указано, что нет"},
       {"Көрсөтүлгөн эмес", "Не указано"},
       {"Которулган эмес", "Не переведено"},
       {"Көптөн бери текшериле элек", "Давно не проверялось"},
       {"Мөөнөтү бүткөн", "Срок действия истёк"},
       {"Көрсөтүлбөйт: макулдук жок", "Не показано: нет согласия"},
       {"Карама-каршылык бар", "Есть противоречие"}}};
  return std::string(labels[static_cast<std::size_t>(state)][index(locale)]);
}

std::string note_of(const ItemStatus& status, Locale locale) {
  const bool ky = locale == Locale::ky;
  switch (status.state) {
    case DisclosureState::complete:
    case DisclosureState::stated_absent:
      return {};
    case DisclosureState::missing:
      return (ky ? "Күтүлөт: " : "Ожидается: ") + status.item->expects.in(locale) + ".";
    case DisclosureState::untranslated:
      return ky ? "Орусча котормосу азырынча толук эмес." : "Перевод на русский язык пока неполон.";
    case DisclosureState::stale:
      return (ky ? "Кийинки текшерүү мөөнөтү өткөн: " : "Срок проверки прошёл: ") +
             format_date(*status.next_review, locale, DateStyle::long_) + ".";
    case DisclosureState::expired: {
      const Document& document = *status.expired.front();
      return (ky ? "Күчүн жоготкон күнү: " : "Срок действия истёк: ") +
             format_date(*document.in_force_until, locale, DateStyle::long_) + " («" +
             document.title.best(locale) + "»).";
    }
    case DisclosureState::withheld:
      if (status.withheld_files > 0)
        return ky ? "Документ убактылуу алынган: анда макулдугу жок адам аталган. Атсыз даанасы даярдалууда."
                  : "Документ временно снят: в нём назван человек без согласия. Готовится экземпляр без "
                    "имени.";
      return fmt::format("{}{}.",
                         ky ? "Макулдук бербегендиктен аты көрсөтүлбөгөн адамдар: "
                            : "Имена не показаны без согласия, человек: ",
                         status.withheld);
    case DisclosureState::contradicted:
      return ky ? "Бул маалымат башка бөлүмдө айтылганга каршы келет."
                : "Эти сведения расходятся со сказанным в другом разделе.";
  }
  return {};
}

ValueList clauses_of(const DisclosureItem& item) {
  ValueList list;
  for (const std::string_view clause : split(item.clauses, ' ')) list.push_back(std::string(clause));
  return list;
}

class View {
 public:
  View(const SiteContext& site, Locale locale)
      : site_(site), disclosure_(&site.facts.disclosure), locale_(locale) {}

  Value whole(const DisclosureGroup* current) const {
    ValueList groups;
    for (const DisclosureGroup& group : site_.catalogue.groups)
      groups.push_back(this->group(group, current == &group));
    const auto& counts = disclosure_->counts;
    auto count = [&](DisclosureState state) { return counts[static_cast<std::size_t>(state)]; };
    Value numbers = make_record({{"total", disclosure_->items.size()},
                                 {"complete", count(DisclosureState::complete)},
                                 {"stated_absent", count(DisclosureState::stated_absent)},
                                 {"missing", count(DisclosureState::missing)},
                                 {"untranslated", count(DisclosureState::untranslated)},
                                 {"stale", count(DisclosureState::stale)},
                                 {"expired", count(DisclosureState::expired)},
                                 {"withheld", count(DisclosureState::withheld)},
                                 {"contradicted", count(DisclosureState::contradicted)},
                                 {"settled", disclosure_->settled()}});
    return make_record(
        {{"groups", std::move(groups)},
         {"counts", std::move(numbers)},
         {"withheld_people", disclosure_->withheld_people},
         {"as_of", date_value(std::optional(site_.facts.today), locale_)},
         {"basis", locale_ == Locale::ky ? "Мектептин веб-сайты жөнүндө жобонун 1.10 жана 3.1-пункттары"
                                         : "Пункты 1.10 и 3.1 положения о веб-сайте школы"},
         {"json_url", site_.href("/disclosure.json")},
         {"csv_url", ""}});
  }

  Value group(const DisclosureGroup& group, bool current) const {
    const auto values = disclosure_values(site_, group, locale_);
    ValueList items;
    std::size_t settled = 0;
    for (std::size_t i = 0; i < group.items.size(); ++i) {
      const ItemStatus& status = disclosure_->items[group.items[i]];
      const bool done = status.state == DisclosureState::complete ||
                        status.state == DisclosureState::stated_absent ||
                        status.state == DisclosureState::withheld;
      settled += done ? 1 : 0;
      items.push_back(item(group, group.items[i], values[i]));
    }
    const auto& groups = site_.catalogue.groups;
    const auto here = static_cast<std::size_t>(&group - groups.data());
    return make_record({{"id", group.id},
                        {"title", group.label.in(locale_)},
                        {"url", site_.href(disclosure_path(group, locale_))},
                        {"current", current},
                        {"items", std::move(items)},
                        {"total", group.items.size()},
                        {"settled", settled},
                        {"previous", here > 0 ? link(groups[here - 1]) : Value(nullptr)},
                        {"next", here + 1 < groups.size() ? link(groups[here + 1]) : Value(nullptr)}});
  }

 private:
  Value link(const DisclosureGroup& group) const {
    return link_value(group.label.in(locale_), site_.href(disclosure_path(group, locale_)));
  }

  Value item(const DisclosureGroup& group, std::size_t position, const std::string& value) const {
    const ItemStatus& status = disclosure_->items[position];
    const DisclosureItem& item = *status.item;
    const bool must = item.requirement == Requirement::must;
    ValueList languages;
    for (const Locale locale : site_.locales()) {
      languages.push_back(make_record({{"locale", std::string(code(locale))},
                                       {"label", own_language_name(locale)},
                                       {"complete", status.languages[index(locale)]}}));
    }
    return make_record(
        {{"number", std::to_string(position + 1)},
         {"id", item.id},
         {"label", item.label.in(locale_)},
         {"clauses", clauses_of(item)},
         {"requirement", must ? "must" : "should"},
         {"requirement_label", locale_ == Locale::ky ? (must ? "милдеттүү" : "сунушталат")
                                                     : (must ? "обязательно" : "рекомендуется")},
         {"state", std::string(name(status.state))},
         {"state_label", state_label(status.state, locale_)},
         {"note", note_of(status, locale_)},
         {"value", Value::safe(value)},
         {"summary", value_summary(value, 100)},
         {"lang", std::string(code(locale_))},
         {"languages", std::move(languages)},
         {"last_changed", date_value(status.changed, locale_)},
         {"next_review", date_value(status.next_review, locale_)},
         {"overdue", status.overdue},
         {"responsible", status.responsible.best(locale_)},
         {"url", site_.href(disclosure_path(group, locale_)) + "#" + item.id}});
  }

  const SiteContext& site_;
  const Disclosure* const disclosure_;
  const Locale locale_;
};

// The page that the diagram of the school's structure belongs to: the first that names governing bodies.
bool tells_structure(const SiteContext& site, const DisclosureGroup& group) {
  const auto& items = site.catalogue.items;
  const auto first = std::ranges::find_if(items, [](const DisclosureItem& item) {
    return !item.sources.empty() && item.sources.front().starts_with("school/governance#bodies/");
  });
  return first != items.end() && first->group == group.id;
}

// Every record that the section is made from.
std::vector<std::string> source_files(const SiteContext& site) {
  std::vector<std::string> files;
  for (const auto& [unused, file] : site.model.school) files.push_back(file.file);
  for (const Person& person : site.model.people) files.push_back(person.file);
  for (const Document& document : site.model.documents) files.push_back(document.file);
  for (const Consent& consent : site.model.consents) files.push_back(consent.file);
  return files;
}

}  // namespace

std::string disclosure_path(const DisclosureGroup& group, Locale locale) {
  return list_path("disclosure", locale) + group.id + "/";
}

void plan_disclosure(const SiteContext& site, PageSet& pages, Findings&) {
  const auto files = source_files(site);
  const Place place{"school", {}};
  for (const Locale locale : site.locales()) {
    PageInfo overview = list_page(site, "disclosure", "disclosure", "disclosure/",
                                  std::string(word(Word::disclosure, locale)), locale);
    overview.json_ld = school_json_ld(site, locale);
    add_page(site, pages, std::move(overview), place, files,
             [&site, locale] { return Names{{"disclosure", View(site, locale).whole(nullptr)}}; });
    for (const DisclosureGroup& group : site.catalogue.groups) {
      PageInfo page = list_page(site, "disclosure-group", "disclosure-group", "disclosure/" + group.id + "/",
                                group.label.in(locale), locale);
      page.breadcrumbs.push_back(
          {std::string(word(Word::disclosure, locale)), list_path("disclosure", locale)});
      add_page(site, pages, std::move(page), place, files, [&site, &group, locale] {
        const View view(site, locale);
        return Names{{"disclosure", view.whole(&group)},
                     {"group", view.group(group, true)},
                     {"structure", tells_structure(site, group) ? structure_value(site, locale) : nullptr}};
      });
    }
  }
  add_file(pages, "disclosure.json", place, files, [&site] { return disclosure_json(site); });
}

}  // namespace mektep
