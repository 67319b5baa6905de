// Everything that a site says in words, wherever it stands: texts, captions, facts, documents, addresses.
// Checks of what is said go through it once each.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "checks/passes.h"
#include "names/words.h"

namespace mektep {

enum class SaidIn : std::uint8_t {
  text,        // of an entry: title, summary, paragraphs, captions
  fact,        // a value of school/, site.yaml or people/
  record,      // of a document: its title, number…
  document,    // the text inside of a PDF or DOCX
  books,       // a table of books and their authors
  properties,  // what a PDF or DOCX says of itself
  side_car,    // the words of a picture
  address,     // the name of a file, a slug, the target of a link
};
// Whether it stands inside of a file that is published as it is.
inline bool is_in_file(SaidIn in) {
  return in == SaidIn::document || in == SaidIn::books || in == SaidIn::properties;
}

// A piece of text. Valid during the visit.
struct Said {
  std::string_view text;
  const TextWords* words = nullptr;  // of the text; an address has none
  SaidIn in = SaidIn::text;
  std::optional<Locale> locale;    // nullopt: not known
  const Entry* entry = nullptr;    // of a text
  const Person* person = nullptr;  // whose record it stands in
  std::string field;               // "summary", "phones[0].number"; empty in paragraphs
  std::string_view file;
  // Pieces of one line of the file, by where they begin in `text`: paragraphs have many.
  std::vector<std::pair<std::size_t, Mark>> marks;
  Place place(std::size_t offset = 0) const;
};

// Calls visit(said, findings) for every piece, in several threads; findings come in a fixed order all the
// same. `visit` may not change anything that it shares. Drafts and what is withheld are left out.
using VisitSaid = std::function<void(const Said&, Findings&)>;
void for_all_said(const CheckInput& input, Findings& findings, const VisitSaid& visit);

// Of these, what stands inside of files, while there is no site yet.
struct FilesToRead {
  const Snapshot& snapshot;
  const ContentModel& model;
  const ConsentRegister& consents;
  const Media& media;
  unsigned jobs;
};
void for_all_said_in_files(const FilesToRead& files, Findings& findings, const VisitSaid& visit);

}  // namespace mektep
