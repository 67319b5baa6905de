// Share cards: the pictures that social networks show for pages without a picture of their own. Each carries
// the title of its page, beside it the school's name and emblem.
//
// Which title a page's card carries is settled when it is planned, so that their number has a bound: its own
// for every page of the tree, every list, and the newest of the entries; the title of their list for the
// others, for the further pages of a list, and for people, whose names are not made into pictures. Pages with
// one title share one file.
#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/locale.h"
#include "content/site.h"
#include "media/pixels.h"
#include "theme/theme.h"

namespace mektep {

// Of news, events and albums each; counted from the newest.
inline constexpr std::size_t entries_with_cards = 100;
// The folder of the cache that cards are kept in.
inline constexpr std::string_view share_card_recipe = "share-card-1";

struct ShareCard {
  std::string title;
  Locale locale = Locale::ky;  // of the title, and of the school's name beside it
};

class ShareCards {
 public:
  ShareCards(const Theme& theme, const Site& site, std::string_view host);

  // The file of a card; empty without an emblem. It has another name when it looks different.
  std::string file(const ShareCard& card) const;
  // 1200 × 630, JPEG; empty when the emblem cannot be drawn. Safe in every thread.
  std::string draw(const ShareCard& card) const;

 private:
  struct Ground;

  const Pixels& ground() const;

  const ThemeAsset* emblem_;  // nullptr: there is none
  std::string host_, look_;
  std::array<std::string, 2> schools_;
  std::shared_ptr<Ground> ground_;  // what all cards have in common, made when the first one is drawn
};

}  // namespace mektep
