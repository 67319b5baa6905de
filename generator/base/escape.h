// Escaping for who has to write the quotation mark in a way of his own; text.h has the rest.
#pragma once
#include <string>
#include <string_view>

namespace mektep {

// Appends a text as HTML: & < > ' as &amp; &lt; &gt; &#39;, and " as `quote`.
void append_html(std::string& out, std::string_view text, std::string_view quote);

}  // namespace mektep
