// What kind of place the address of a link or image leads to.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace mektep {

enum class AddressKind : std::uint8_t {
  none,      // empty
  fragment,  // #somewhere
  internal,  // a path, relative or from the root
  external,  // http, https, and //host: a protocol-relative address leaves the site too
  mail,
  phone,
  refused,  // any other scheme, in whatever disguise: case, entities, control characters, percent-encoding
};

// A colon before the first / ? # always counts as a scheme's: a file with a colon in its name is written
// ./a:b.
AddressKind classify_address(std::string_view address);

// Appends `address` as it may stand inside href="…", as cmark does: what a URL cannot hold percent-encoded.
void append_href(std::string& out, std::string_view address);

}  // namespace mektep
