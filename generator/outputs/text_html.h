// The text of an entry as HTML: addresses resolved, pictures asked of the consent register, shortcodes
// rendered by the theme's partials.
#pragma once
#include <expected>
#include <string>

#include "outputs/site_context.h"

namespace mektep {

// `locale` is that of the page; the text's own language may differ (fallback).
std::expected<std::string, Finding> render_text(const SiteContext& site, const Translation& text,
                                                Locale text_locale, Locale locale);
// 1 when the text uses # for its sections (the page's title is the h1), else 0.
int heading_shift(const Markdown& text);

}  // namespace mektep
