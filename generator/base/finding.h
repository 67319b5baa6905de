// A finding: one fault or doubt in a school's content, as a value. How it looks is the command line's
// business.
#pragma once
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/locale.h"

namespace mektep {

// Where in a source file; lines and columns count from 1, columns in code points; 0 = unknown.
struct Mark {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  auto operator<=>(const Mark&) const = default;
};

struct Place {
  std::string file;  // path in the content repository; empty = the repository as a whole
  Mark mark;
  auto operator<=>(const Place&) const = default;
};

enum class Severity : std::uint8_t { blocks, warns, notes };

// A rule is a constant of the module that checks it; each module lists its own in `rules()` of its rules.h.
// Texts may hold {name} for the parameters of the finding, {found} and {field} among them.
struct Rule {
  std::string_view id;  // stable, kebab-case with the area in front: "yaml-duplicate-key"
  Severity severity = Severity::blocks;
  std::string_view clauses;  // of the regulations, separated by spaces: "DISC-52 PROH-3"; may be empty
  Message message;           // what is wrong, one sentence without a full stop
  Message expected;          // what ought to stand there
  Message hint;              // how to mend it
  Message why;               // for `mektep explain`: what the rule wants and for whose sake
};

// A named part of a message: the same in every language, or a label in three.
struct Param {
  std::string name;
  std::variant<std::string, Label> value;
};

struct Finding {
  const Rule* rule = nullptr;
  Place place;
  std::string field;  // path in the value: "licences[0].annexes"; empty = none
  std::string found;  // what stands there now, shortened; empty = nothing
  std::vector<Param> params;
  Severity severity = Severity::blocks;
  std::string clauses;  // of the item concerned; the rule's own when empty

  Finding(const Rule& rule, Place place, std::string field = {}, std::string found = {},
          std::vector<Param> params = {});
  bool blocks() const { return severity == Severity::blocks; }
  std::string_view clause_list() const { return clauses.empty() ? rule->clauses : std::string_view(clauses); }

  std::string message(Language language) const { return fill(rule->message, language); }
  std::string expected(Language language) const { return fill(rule->expected, language); }
  std::string hint(Language language) const { return fill(rule->hint, language); }

 private:
  std::string fill(const Message& text, Language language) const;
};

using Findings = std::vector<Finding>;

// Sorts by place, rule, field and what was found, and removes exact repetitions: the order of every report.
void sort_findings(Findings& findings);
bool any_blocks(const Findings& findings);
void append(Findings& to, Findings&& from);

// A text shortened to `limit` code points for `found`, control characters made visible.
std::string excerpt(std::string_view text, std::size_t limit = 60);

}  // namespace mektep
