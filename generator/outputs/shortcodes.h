// Shortcodes: the things a text can hold beyond Markdown. Each is a partial of the theme; what it needs is
// looked up here.
#pragma once
#include <expected>
#include <span>
#include <string>
#include <string_view>

#include "outputs/site_context.h"

namespace mektep {

struct ShortcodeContext {
  const SiteContext& site;
  const Translation& text;
  Locale text_locale;  // of the text in which the shortcode stands
  Locale locale;       // of the page
};

// Names of all shortcodes, sorted.
std::span<const std::string> shortcode_names();

// Everything that is wrong with the shortcodes of a text: unknown names, missing or wrong arguments, things
// that they name and that do not exist or may not be published.
void check_shortcodes(const ShortcodeContext& context, Findings& findings);

// Appends the HTML; nothing for a shortcode that check_shortcodes has complained about. An error is a fault
// of the theme's partial.
std::expected<void, Finding> render_shortcode(const ShortcodeContext& context, const Shortcode& shortcode,
                                              bool block, std::string& out);
// A Markdown image is a figure, too. `alt` and `title` are the author's; the side-car fills in what they
// leave out.
std::expected<void, Finding> render_figure(const ShortcodeContext& context, const std::string& asset,
                                           std::string_view alt, std::string_view title, std::string& out);

}  // namespace mektep
