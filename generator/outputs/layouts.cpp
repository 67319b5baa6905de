#include "outputs/layouts.h"

namespace mektep {

std::span<const LayoutContract> layout_contracts() {
  static constexpr LayoutContract all[] = {{"404", ""},
                                           {"album", "album"},
                                           {"albums", "list"},
                                           {"disclosure", "disclosure"},
                                           {"disclosure-group", "disclosure group structure"},
                                           {"document", "document"},
                                           {"documents", "documents"},
                                           {"event", "event"},
                                           {"events", "list"},
                                           {"home", "home"},
                                           {"list", "list"},
                                           {"news", "news"},
                                           {"page", ""},
                                           {"people", "people"},
                                           {"person", "person"},
                                           {"redirect", "redirect"},
                                           {"search", ""},
                                           {"sitemap", "sitemap structure"},
                                           {"tags", "tags"}};
  return all;
}

std::span<const std::string_view> global_names() {
  static constexpr std::string_view all[] = {"assets", "page", "site", "strings", "t"};
  return all;
}

std::span<const std::string_view> shortcode_value_names() {
  static constexpr std::string_view all[] = {"callout", "caption", "contacts", "diagram", "document",
                                             "fact",    "locale",  "map",      "person",  "photos",
                                             "picture", "table",   "video"};
  return all;
}

}  // namespace mektep
