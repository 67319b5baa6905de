// Makes the addresses of a finished page relative to the page, so that a site works in any folder of any
// server, and from a disk, and can be moved without being built again.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace mektep {

// What a link to a page names: its folder ("../news/") or, for a site that is read without a server, the file
// in it ("../news/index.html").
enum class LinkForm : std::uint8_t { folders, files };

struct PageAddress {
  std::string_view file;       // of the page in the site: "ru/news/index.html"
  std::string_view base_path;  // of the site on its server; begins and ends with "/"
  LinkForm form = LinkForm::folders;
};

// Appends `html` to `out` with every address relative that begins with the base path and stands in an
// attribute for addresses (href, src, srcset, action…, data-*, the refresh of a redirect). Text, scripts,
// other hosts and whole addresses (canonical, Open Graph) stay as they are. `html` comes from a template that
// has passed the HTML rules of the theme: tags are closed and no value of an attribute holds a raw "<".
void append_with_relative_links(std::string_view html, const PageAddress& page, std::string& out);

// A page that the server shows at addresses of any depth (404.html): its links have to stay as they are.
bool is_shown_anywhere(std::string_view file);

}  // namespace mektep
