// The state of every disclosure item: what is given, what is missing, in which languages, since when, for how
// long. Computed from the catalogue alone: a new item needs no code (DISC-1…53, DISC-S1…S9).
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/model.h"
#include "facts/consent.h"
#include "schema/catalogue.h"
#include "schema/schema.h"
#include "source/history.h"

namespace mektep {

enum class DisclosureState : std::uint8_t {
  complete,
  stated_absent,  // the school says that there is none, and why
  missing,
  untranslated,  // Kyrgyz is complete, Russian lags
  stale,         // past its review period
  expired,       // a licence or an accreditation is out of force
  withheld,      // names without consent: the rest is published, the number withheld is shown
  contradicted,  // two places say different things (PROH-3)
};
inline constexpr std::size_t disclosure_states = 8;
std::string_view name(DisclosureState state);  // "stated-absent"
std::optional<DisclosureState> parse_disclosure_state(std::string_view name);

// A place that spoils an item.
struct Gap {
  Place place;
  std::string field;  // "programmes[1].term"
  std::string found;
};

// One value of an item. Points into the model; `person` and `document` are the records that the path went
// through.
struct Disclosed {
  const Node* value = nullptr;
  const Schema* schema = nullptr;
  const Person* person = nullptr;
  const Document* document = nullptr;
  std::size_t source = 0;         // index in DisclosureItem::sources
  std::vector<const Node*> rows;  // elements of lists that the path went through, outermost first
};

struct ItemStatus {
  const DisclosureItem* item = nullptr;
  DisclosureState state = DisclosureState::missing;
  std::vector<Disclosed> values;
  std::vector<Disclosed> absences;  // `value` holds the key "absent"
  std::vector<Gap> missing, untranslated, contradictions;
  std::vector<const Document*> expired, expiring;  // expiring: within 60 days
  std::array<bool, 2> languages{};                 // complete in that locale
  std::optional<Date> reviewed, next_review, changed;
  bool overdue = false;            // next_review is past
  Bilingual responsible;           // a post
  std::size_t withheld = 0;        // persons without consent among the values
  std::size_t undecided = 0;       // of these, persons of whom the school does not even say that they refuse
  std::size_t withheld_files = 0;  // of its documents, because they name somebody who may no longer be named
  bool settled() const;            // complete, stated absent or names withheld: nothing is left to do
};

// The file of the section that an item belongs to: "school/licences.yaml"; "documents" when it is in none.
std::string section_file(const DisclosureItem& item);
// Where to mend an item; of a settled one, where its value stands.
Gap place_to_mend(const ItemStatus& status);

struct Disclosure {
  std::vector<ItemStatus> items;  // parallel to Catalogue::items
  std::array<std::size_t, disclosure_states> counts{};
  std::size_t withheld_people = 0;
  std::size_t settled() const;  // items
};

struct DisclosureInput {
  const ContentModel& model;
  const SchemaSet& schemas;
  const Catalogue& catalogue;
  const ConsentRegister& consents;
  const std::map<std::string, Change>& changes;  // by source file
  Date today;
};
Disclosure compute_disclosure(const DisclosureInput& input);

// A finding for every place that spoils an item; a place that spoils several items is told once, with all
// clauses.
void report_disclosure(const Disclosure& disclosure, Findings& findings);

}  // namespace mektep
