#include "facts/disclosure/disclosure.h"

#include <set>

#include "content/read.h"
#include "facts/disclosure/walk.h"
#include "schema/describe.h"

namespace mektep {

namespace {

constexpr int expiry_notice_days = 60;

// Places of localised texts below `node` that lack one of the languages.
void find_untranslated(const Node& node, const std::string& file, const std::string& field,
                       std::array<bool, 2>& complete, std::vector<Gap>& gaps) {
  if (node.is_map()) {
    const Node *ky = node.given("ky"), *ru = node.given("ru");
    if (ky != nullptr || ru != nullptr) {
      if (ky == nullptr) complete[index(Locale::ky)] = false;
      if (ru == nullptr) complete[index(Locale::ru)] = false;
      if (ky == nullptr || ru == nullptr)
        gaps.push_back({{file, node.mark}, field, ky != nullptr ? ky->text : ru->text});
      return;
    }
    for (const Node::Member& member : node.members) {
      find_untranslated(member.value, file, field.empty() ? member.key : field + "." + member.key, complete,
                        gaps);
    }
  }
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    find_untranslated(node.items[i], file, fmt::format("{}[{}]", field, i), complete, gaps);
  }
}

class Computation {
 public:
  explicit Computation(const DisclosureInput& input) : input_(input) {}

  Disclosure run() {
    Disclosure disclosure;
    for (const DisclosureItem& item : input_.catalogue.items) {
      disclosure.items.push_back(status_of(item));
      ++disclosure.counts[static_cast<std::size_t>(disclosure.items.back().state)];
    }
    for (const Person& person : input_.model.people) {
      disclosure.withheld_people += input_.consents.publish(person).name_withheld() ? 1 : 0;
    }
    return disclosure;
  }

 private:
  ItemStatus status_of(const DisclosureItem& item) {
    ItemStatus status;
    status.item = &item;
    Walked walked;
    std::vector<const Node*> sections;  // the records that tell of reviews, one a file
    for (std::size_t i = 0; i < item.sources.size(); ++i) {
      if (const auto path = parse_source(item.sources[i])) {
        walk_source(input_, *path, i, walked);
        add_section(*path, sections);
      }
    }
    status.values = std::move(walked.values);
    status.absences = std::move(walked.absences);
    status.missing = std::move(walked.gaps);
    if (!item.may_be_absent) refuse_absences(status);
    languages(status);
    if (item.personal) withheld(status);
    withheld_files(status);
    if (item.expires) expiry(status, walked.documents);
    contradictions(status);
    review(status, sections, walked);
    status.state = decide(status);
    return status;
  }

  // The file whose `reviewed` and `responsible` speak for values of this source.
  void add_section(const SourcePath& path, std::vector<const Node*>& sections) const {
    if (path.root == SourcePath::Root::documents) return;
    const auto at = input_.model.school.find(path.root == SourcePath::Root::school ? path.name : "staff");
    if (at != input_.model.school.end() && std::ranges::find(sections, &at->second.data) == sections.end()) {
      sections.push_back(&at->second.data);
    }
  }

  const std::string& file_of(const Disclosed& value) const {
    static const std::string nowhere;
    if (value.document != nullptr) return value.document->file;
    if (value.person != nullptr) return value.person->file;
    return nowhere;
  }
  std::string place_file(const ItemStatus& status, const Disclosed& value) const {
    if (const std::string& file = file_of(value); !file.empty()) return file;
    const std::string& source = status.item->sources[value.source];
    return source.substr(0, source.find('#')) + ".yaml";
  }
  static std::string last_key(const ItemStatus& status, const Disclosed& value) {
    const std::string& source = status.item->sources[value.source];
    std::string key = source.substr(source.find_last_of("#/") + 1);
    while (key.ends_with('?') || key.ends_with('!')) key.pop_back();
    return key;
  }

  void refuse_absences(ItemStatus& status) const {
    for (const Disclosed& absence : status.absences) {
      status.missing.push_back(
          {{place_file(status, absence), absence.value->mark}, last_key(status, absence), "absent"});
    }
    status.absences.clear();
  }

  void languages(ItemStatus& status) const {
    std::array<bool, 2> complete{true, true};
    for (const auto* list : {&status.values, &status.absences}) {
      for (const Disclosed& value : *list) {
        if (is_withheld_name(value)) continue;
        find_untranslated(*value.value, place_file(status, value), last_key(status, value), complete,
                          status.untranslated);
      }
    }
    // A school that publishes in Kyrgyz alone says so in site.yaml; nothing is to be translated then.
    const auto& locales = input_.model.site.locales;
    if (std::ranges::find(locales, Locale::ru) == locales.end() && complete[index(Locale::ky)])
      status.untranslated.clear();
    const bool given = status.missing.empty() && !(status.values.empty() && status.absences.empty());
    for (const Locale locale : all_locales)
      status.languages[index(locale)] = given && complete[index(locale)];
  }

  bool is_withheld_name(const Disclosed& value) const {
    return value.person != nullptr && value.value == value.person->data.given("name") &&
           input_.consents.publish(*value.person).name_withheld();
  }

  void withheld(ItemStatus& status) const {
    std::vector<const Person*> people;
    for (const Disclosed& value : status.values) {
      if (value.person == nullptr || std::ranges::find(people, value.person) != people.end()) continue;
      if (!input_.consents.publish(*value.person).name_withheld()) continue;
      people.push_back(value.person);
    }
    status.withheld = people.size();
    status.undecided = static_cast<std::size_t>(
        std::ranges::count_if(people, [](const Person* person) { return !person->refused(); }));
  }

  // A new copy of such a document is still to come: until then the item is shown without it.
  void withheld_files(ItemStatus& status) const {
    std::set<std::string_view> files;
    for (const Disclosed& value : status.values) {
      if (value.document == nullptr) continue;
      for (const auto* list : {&value.document->files, &value.document->annexes})
        for (const DocumentFile& file : *list)
          if (input_.consents.withholds(file.path)) files.insert(file.path);
    }
    status.withheld_files = files.size();
  }

  void expiry(ItemStatus& status, const std::vector<const Document*>& documents) const {
    for (const Document* document : documents) {
      if (!document->in_force_until) continue;
      const int left = document->in_force_until->days() - input_.today.days();
      if (left < 0) {
        status.expired.push_back(document);
      } else if (left <= expiry_notice_days) {
        status.expiring.push_back(document);
      }
    }
  }

  // PROH-3, as far as two fields of school/ can be compared by themselves.
  void contradictions(ItemStatus& status) const {
    const auto education = input_.model.school.find("education");
    if (education == input_.model.school.end()) return;
    const Node& data = education->second.data;
    const Node* programmes = data.given("programmes");
    if (programmes == nullptr) return;
    const std::string& file = education->second.file;
    if (status.item->id == "education.languages") {
      const auto stated = read_texts(data.given("languages"));
      for (std::size_t i = 0; i < programmes->items.size(); ++i) {
        const Node* list = programmes->items[i].given("languages");
        for (const std::string& language : read_texts(list)) {
          if (std::ranges::find(stated, language) != stated.end()) continue;
          status.contradictions.push_back(
              {{file, list->mark}, fmt::format("programmes[{}].languages", i), language});
        }
      }
    }
    if (status.item->id == "openness.preschool" && !status.absences.empty()) {
      for (std::size_t i = 0; i < programmes->items.size(); ++i) {
        const Node* level = programmes->items[i].given("level");
        if (level == nullptr || level->text != "preschool") continue;
        status.contradictions.push_back(
            {{file, level->mark}, fmt::format("programmes[{}].level", i), level->text});
      }
    }
  }

  void review(ItemStatus& status, const std::vector<const Node*>& sections, const Walked& walked) const {
    auto oldest = [&](std::optional<Date> date) {
      if (date && (!status.reviewed || *date < *status.reviewed)) status.reviewed = date;
    };
    for (const Node* section : sections) {
      const Node* single = section->given("reviews");
      const auto own = single != nullptr ? read_date(single->given(status.item->id)) : std::nullopt;
      oldest(own ? own : read_date(section->given("reviewed")));
      if (status.responsible.empty()) status.responsible = read_bilingual(section->given("responsible"));
    }
    if (sections.empty()) {
      for (const Document* document : walked.documents) {
        oldest(read_date(document->data.given("reviewed")));
        if (status.responsible.empty())
          status.responsible = read_bilingual(document->data.given("responsible"));
      }
    }
    for (const std::string& file : walked.files) {
      const auto change = input_.changes.find(file);
      if (change == input_.changes.end()) continue;
      const Date date = date_at(change->second.seconds, input_.model.site.zone_minutes);
      if (!status.changed || *status.changed < date) status.changed = date;
    }
    if (status.item->review_days > 0 && status.reviewed) {
      status.next_review = Date::from_days(status.reviewed->days() + status.item->review_days);
      status.overdue = *status.next_review < input_.today;
    }
  }

  static DisclosureState decide(const ItemStatus& status) {
    if (!status.expired.empty()) return DisclosureState::expired;
    if (!status.contradictions.empty()) return DisclosureState::contradicted;
    if (!status.missing.empty()) return DisclosureState::missing;
    if (status.values.empty() && status.absences.empty()) return DisclosureState::missing;
    if (status.withheld_files > 0) return DisclosureState::withheld;
    if (!status.untranslated.empty()) return DisclosureState::untranslated;
    if (status.overdue) return DisclosureState::stale;
    if (status.withheld > 0) return DisclosureState::withheld;
    return status.values.empty() ? DisclosureState::stated_absent : DisclosureState::complete;
  }

  const DisclosureInput& input_;
};

constexpr std::array<std::string_view, disclosure_states> state_names{
    "complete", "stated-absent", "missing", "untranslated", "stale", "expired", "withheld", "contradicted"};

}  // namespace

std::string_view name(DisclosureState state) {
  return state_names[static_cast<std::size_t>(state)];
}

std::optional<DisclosureState> parse_disclosure_state(std::string_view name) {
  const auto at = std::ranges::find(state_names, name);
  if (at == state_names.end()) return std::nullopt;
  return static_cast<DisclosureState>(at - state_names.begin());
}

bool ItemStatus::settled() const {
  return state == DisclosureState::complete || state == DisclosureState::stated_absent ||
         (state == DisclosureState::withheld && withheld_files == 0);
}

std::size_t Disclosure::settled() const {
  return static_cast<std::size_t>(std::ranges::count_if(items, &ItemStatus::settled));
}

Disclosure compute_disclosure(const DisclosureInput& input) {
  return Computation(input).run();
}

}  // namespace mektep
