// Putting values into HTML: escaping, and neutralising addresses that could run code.
#pragma once
#include <string>
#include <string_view>

namespace mektep::templates {

// & < > " ' as &amp; &lt; &gt; &#34; &#39;.
void append_escaped(std::string& out, std::string_view text);
std::string escaped(std::string_view text);
// HTML that must not leave the quotes around it.
void append_within_quotes(std::string& out, std::string_view html, char quote);

bool is_harmless_scheme(std::string_view scheme);  // http, https, mailto, tel; lower case
// Whether an address is relative or has a harmless scheme, however it tries to hide it.
// `html`: the address is already HTML, whose references may hide anything.
bool is_harmless_url(std::string_view url, bool html);
bool are_harmless_sources(std::string_view sources, bool html);  // of a srcset
inline constexpr std::string_view neutral_url = "about:invalid";

}  // namespace mektep::templates
