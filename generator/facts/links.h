// Where a link in a text leads.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "content/model.h"
#include "facts/permalinks.h"

namespace mektep {

enum class LinkKind : std::uint8_t {
  external,  // another site, an e-mail address, a telephone number
  page,      // a page of this site
  asset,     // a file of this site
  broken,    // cannot lead anywhere: outside the repository, or beside a file that does not exist
};

struct LinkTarget {
  LinkKind kind = LinkKind::broken;
  std::string site_path;         // of a page or an asset, without fragment: "/ru/about/"
  std::string fragment;          // without '#'
  const Entry* entry = nullptr;  // of a page, when it is an entry's
  std::string asset;             // path in the repository, of an asset
};

// `address` as written in a file of the repository, in a text in `locale`. A site path ("/about/") means the
// page in that locale, whichever locale's address it is; a relative one means a file or an entry beside the
// text.
LinkTarget resolve_link(const ContentModel& model, const Permalinks& permalinks, std::string_view file,
                        Locale locale, std::string_view address);
bool is_external(std::string_view address);

}  // namespace mektep
