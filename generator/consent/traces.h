// What may not stand in any file of a site any longer once a consent is withdrawn, and the search for it.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "build/prepared_site.h"
#include "names/name_finder.h"
#include "names/private_name.h"

namespace mektep {

struct Traces {
  std::vector<std::string> bytes;  // names, contacts, names of files: as they are and percent-encoded
  PrivateNames names;              // in every case and order, in files of text

  // Adds a piece of text; what is too short to tell anybody by is left out.
  void add(std::string text);
  void add(const PrivateName& name);
};

// Traces made ready to be looked for; safe in several threads.
class TraceSearch {
 public:
  explicit TraceSearch(const Traces& traces);
  // Whether a file of this name holds a trace in its name or its bytes.
  bool holds(std::string_view file, std::string_view bytes) const;
  // A text without its traces: "…" stands for each. nullopt: it holds none.
  std::optional<std::string> blot(std::string_view text) const;

 private:
  bool holds_bytes(std::string_view bytes) const;
  bool names_somebody(std::string_view text) const;
  std::vector<PersonalFind> names_in(std::string_view text) const;  // the marks of Markdown and HTML left out

  std::vector<std::string> bytes_;
  NameFinder finder_;
  bool named_ = false;
};

// Files that still hold a trace, in their name or their bytes: of a site as it would be published now, and of
// a folder, compressed twins unpacked. Sorted.
std::vector<std::string> find_traces(const Traces& traces, const PreparedSite& site);
std::vector<std::string> find_traces(const Traces& traces, const std::string& folder);

// The bytes of a .gz or .br file; empty when they cannot be unpacked or are more than 64 MB.
std::string unpack_twin(std::string_view name, std::string_view bytes);

}  // namespace mektep
