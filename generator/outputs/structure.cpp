#include "outputs/structure.h"

#include "content/read.h"
#include "outputs/diagram/value.h"
#include "outputs/words.h"

namespace mektep {

namespace {

class Structure {
 public:
  Structure(const SiteContext& site, Locale locale) : site_(site), locale_(locale) {}

  Value value() {
    const Node* governance = record("governance");
    if (!governance) return nullptr;
    unit_group(Word::governing_bodies, governance->given("bodies"));
    unit_group(Word::units, governance->given("units"));
    if (diagram_.groups.empty()) return nullptr;
    diagram_.title = word(Word::structure, locale_);
    diagram_.description = word(Word::structure_description, locale_);
    diagram_.locale = locale_;
    leaders();
    return diagram_value(diagram_, nodes());
  }

 private:
  const Node* record(std::string_view section) const {
    const auto file = site_.model.school.find(section);
    return file == site_.model.school.end() ? nullptr : &file->second.data;
  }
  // A text with the locale that it is really in.
  DiagramBox titled(const Bilingual& title) const {
    const bool own = !title.in(locale_).empty();
    return {title.best(locale_), {}, {}, own ? locale_ : locale_ == Locale::ky ? Locale::ru : Locale::ky};
  }
  const Person* person(const Node* id) const {
    return id != nullptr && id->is_scalar() ? site_.model.person(id->text) : nullptr;
  }
  // Post first: a box without consent is as full as the others.
  DiagramBox leader(const Person& of) const {
    const PublicPerson shown = site_.facts.consents.publish(of);
    DiagramBox box = titled(shown.post());
    if (shown.name_withheld()) return box;
    box.note = shown.full_name(locale_);
    box.url = site_.href(site_.facts.permalinks.of(of, locale_));
    return box;
  }

  void leaders() {
    const Node* organisation = record("organisation");
    const Node* founder = organisation ? organisation->at("founder/name") : nullptr;
    if (const Bilingual name = read_bilingual(founder); !name.empty()) {
      diagram_.levels.push_back({titled(name)});
      diagram_.levels.back().front().note = word(Word::founder, locale_);
    }
    const Node* head = record("director");
    const Person* director = head ? person(head->given("person")) : nullptr;
    if (director) diagram_.levels.push_back({leader(*director)});
    std::vector<DiagramBox> deputies;
    if (const Node* list = head ? head->given("deputies") : nullptr) {
      for (const Node& id : list->items) {
        if (const Person* one = person(&id)) deputies.push_back(leader(*one));
      }
    }
    if (diagram_.levels.empty()) diagram_.levels.push_back({titled(site_.model.site.title)});
    if (deputies.empty()) return;
    if (deputies.size() <= 3) {
      diagram_.levels.push_back(std::move(deputies));
    } else {
      const DiagramBox title{std::string(word(Word::administration, locale_)), {}, {}, locale_};
      diagram_.groups.insert(diagram_.groups.begin(), {title, std::move(deputies)});
    }
  }

  void unit_group(Word title, const Node* units) {
    if (!units || !units->is_list()) return;  // stated as absent
    DiagramGroup group{{std::string(word(title, locale_)), {}, {}, locale_}, {}};
    for (const Node& unit : units->items) {
      const Bilingual name = read_bilingual(unit.given("name"));
      if (name.empty()) continue;
      DiagramBox box = titled(name);
      box.note = read_bilingual(unit.given("head_post")).best(locale_);
      if (const Person* head = person(unit.given("head"))) {
        const std::string shown = site_.facts.consents.publish(*head).full_name(locale_);
        if (!shown.empty()) box.note += (box.note.empty() ? "" : ": ") + shown;
      }
      const Node* regulation = unit.given("regulation");
      const Document* document =
          regulation && regulation->is_scalar() ? site_.model.document(regulation->text) : nullptr;
      if (document) box.url = site_.href(site_.facts.permalinks.of(*document, locale_));
      group.boxes.push_back(std::move(box));
    }
    if (!group.boxes.empty()) diagram_.groups.push_back(std::move(group));
  }

  static Value node(const DiagramBox& box, ValueList children) {
    return make_record({{"title", box.note.empty() ? box.title : box.title + " — " + box.note},
                        {"url", box.url},
                        {"lang", std::string(code(box.lang))},
                        {"children", std::move(children)}});
  }

  // The tree of the narrow drawing: what stands below something is its child.
  ValueList nodes() const {
    ValueList below;
    for (const DiagramGroup& group : diagram_.groups) {
      ValueList members;
      for (const DiagramBox& box : group.boxes) members.push_back(node(box, {}));
      below.push_back(node(group.head, std::move(members)));
    }
    for (std::size_t i = diagram_.levels.size(); i-- > 0;) {
      const auto& level = diagram_.levels[i];
      ValueList here;
      for (const DiagramBox& box : level) here.push_back(node(box, level.size() == 1 ? below : ValueList()));
      if (level.size() != 1) here.insert(here.end(), below.begin(), below.end());
      below = std::move(here);
    }
    return below;
  }

  const SiteContext& site_;
  const Locale locale_;
  Diagram diagram_;
};

}  // namespace

Value structure_value(const SiteContext& site, Locale locale) {
  return Structure(site, locale).value();
}

}  // namespace mektep
