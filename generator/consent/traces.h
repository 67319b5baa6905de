// What may not stand in any file of a site any longer once a consent is withdrawn, and the search for it.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "build/prepared_site.h"
#include "names/private_name.h"

namespace mektep {

struct Traces {
  std::vector<std::string> bytes;  // names, contacts, names of files: as they are and percent-encoded
  PrivateNames names;              // in every case and order, in files of text

  // Adds a piece of text; what is too short to tell anybody by is left out.
  void add(std::string text);
  void add(const PrivateName& name);
};

// Files that still hold a trace, in their name or their bytes: of a site as it would be published now, and of
// a folder, compressed twins unpacked. Sorted.
std::vector<std::string> find_traces(const Traces& traces, const PreparedSite& site);
std::vector<std::string> find_traces(const Traces& traces, const std::string& folder);

// The bytes of a .gz or .br file; empty when they cannot be unpacked or are more than 64 MB.
std::string unpack_twin(std::string_view name, std::string_view bytes);

}  // namespace mektep
