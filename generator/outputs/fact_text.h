// A fact of school/ as words in a text: what {{< fact path="school/organisation#founded" >}} says.
#pragma once
#include <string>
#include <string_view>

#include "outputs/site_context.h"

namespace mektep {

struct FactText {
  std::string value;  // empty: there is no such fact
  std::string label;
  Locale lang = Locale::ky;
  std::string near;  // the path that was probably meant
};

// `path` is FILE#KEY/KEY: "school/organisation#phones/0/number".
FactText quote_fact(const SiteContext& site, std::string_view path, Locale locale);

// Any value of content in words: dates, telephones, addresses, localised texts; lists with commas. `schema`,
// when it is known, names the choices of enumerations.
std::string in_words(const Node& value, Locale locale, const Schema* schema = nullptr);

}  // namespace mektep
